import { push } from './collections.ts';
import { dayOfNumber, monthOfNumber, spanOfNumbers } from './day-numbers.ts';
import {
  type Fact,
  type FactKind,
  FIELDS,
  type Field,
  type Reference,
  referencesOf,
  type Statement,
  statementsOf,
} from './facts.ts';
import { HOWS, MENTIONED, PUBLISHER, type RecordIndex, WITHIN } from './index-record.ts';
import { ENTRIES_OF, FACT_KINDS, placesOf, readFact } from './kept-entries.ts';
import { listAt } from './lists.ts';
import { orderDay, type Span } from './spans.ts';

/** A fact made ready for finding: what it names, when it was, what it says. */
export type Doc = {
  readonly index: number;
  /** That of its fact, known without reading it. */
  readonly kind: FactKind;
  readonly fact: Fact;
  readonly references: readonly Reference[];
  /** Entities named in its fields, with the field; then those that contain them; then those that its texts mention. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly within: ReadonlySet<string>;
  readonly mentions: ReadonlySet<string>;
  readonly span: Span | null;
  /** Every stretch of time that the fact gives: a delivery's own days and its order's. */
  readonly spans: readonly Span[];
  /** Years and months (`2021-04`) that its statements name. */
  readonly years: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  /** The day on which a count was made, for figures and rankings; on which it was published, for facts without a date. */
  readonly asOf: string | null;
  /** Numbers that it gives: amounts, quantities, votes and those in its texts. */
  readonly numbers: ReadonlySet<number>;
  /** Entities that published it: agencies and papers among its sources. */
  readonly publishers: ReadonlySet<string>;
  readonly orderDay: string;
  /** For each stem the statements (by index) that use it. */
  readonly stemPlaces: ReadonlyMap<string, readonly number[]>;
  readonly statements: readonly IndexedStatement[];
  /** Whether it names an entity in a field, or in a way that `within` tells of: known without reading the fact. */
  readonly concerns: (id: string) => boolean;
  /** Whether one of its statements uses a stem: known without reading the fact. */
  readonly uses: (stem: string) => boolean;
};

export type IndexedStatement = Statement & { readonly stems: ReadonlySet<string> };

/** What all documents of a record are read from. */
export type DocSource = {
  index: RecordIndex;
  nameOf: (id: string) => string;
  namedNumber: (id: string) => number | undefined;
  stemNumber: (stem: string) => number | undefined;
};

/** When so much has been read of so many documents, it is forgotten, and read again when it is asked for. */
const MOST_READ = 24_000;

/** Opens the documents of a record: nothing of one is read before it is asked for, as of most nothing ever is. */
export function openDocs(source: DocSource, count: number): Doc[] {
  let parts: (Parts | undefined)[] = [];
  let read = 0;
  const partsOf = (index: number): Parts => {
    const known = parts[index];
    if (known !== undefined) return known;
    if (read === 0 || read === MOST_READ) {
      parts = new Array(count);
      read = 0;
    }
    read += 1;
    const made = {};
    parts[index] = made;
    return made;
  };
  const { entries } = source.index;
  const docs: Doc[] = [];
  for (const kind of FACT_KINDS) {
    const [from, to] = placesOf(entries, ENTRIES_OF[kind]);
    for (let index = from; index < to; index += 1) docs.push(new LazyDoc(index, kind, source, partsOf));
  }
  return docs;
}

type Parts = { -readonly [Part in keyof Doc]?: Doc[Part] };

// A class, as getters of their own would take a kilobyte for each of a hundred thousand documents.
class LazyDoc implements Doc {
  readonly index: number;
  readonly kind: FactKind;
  readonly #source: DocSource;
  readonly #partsOf: (index: number) => Parts;

  constructor(index: number, kind: FactKind, source: DocSource, partsOf: (index: number) => Parts) {
    this.index = index;
    this.kind = kind;
    this.#source = source;
    this.#partsOf = partsOf;
  }

  get #parts(): Parts {
    return this.#partsOf(this.index);
  }

  get fact(): Fact {
    const parts = this.#parts;
    parts.fact ??= readFact(this.#source.index.entries, this.kind, this.index);
    return parts.fact;
  }

  get references(): readonly Reference[] {
    const parts = this.#parts;
    parts.references ??= referencesOf(this.fact);
    return parts.references;
  }

  get fields(): ReadonlyMap<string, Field> {
    const parts = this.#parts;
    parts.fields ??= new Map(
      [...this.#relations].flatMap((relation) => {
        const field = FIELDS[relation % HOWS];
        return field === undefined ? [] : [[this.#named(relation), field] as const];
      }),
    );
    return parts.fields;
  }

  get within(): ReadonlySet<string> {
    const parts = this.#parts;
    parts.within ??= this.#related(WITHIN);
    return parts.within;
  }

  get mentions(): ReadonlySet<string> {
    const parts = this.#parts;
    parts.mentions ??= this.#related(MENTIONED);
    return parts.mentions;
  }

  get publishers(): ReadonlySet<string> {
    const parts = this.#parts;
    parts.publishers ??= this.#related(PUBLISHER);
    return parts.publishers;
  }

  get span(): Span | null {
    return this.#spanAt(0);
  }

  get spans(): readonly Span[] {
    return [this.#spanAt(0), this.#spanAt(2)].filter((span) => span !== null);
  }

  get years(): ReadonlySet<string> {
    return new Set(Array.from(listAt(this.#source.index.years, this.index), String));
  }

  get months(): ReadonlySet<string> {
    return new Set(Array.from(listAt(this.#source.index.months, this.index), monthOfNumber));
  }

  get asOf(): string | null {
    return dayOfNumber(this.#source.index.asOf[this.index] ?? 0);
  }

  get numbers(): ReadonlySet<number> {
    return new Set(listAt(this.#source.index.numbers, this.index));
  }

  get orderDay(): string {
    const parts = this.#parts;
    parts.orderDay ??= dayOfNumber(this.#source.index.orderDays[this.index] ?? 0) ?? orderDay(this.fact);
    return parts.orderDay;
  }

  get stemPlaces(): ReadonlyMap<string, readonly number[]> {
    const parts = this.#parts;
    if (parts.stemPlaces !== undefined) return parts.stemPlaces;
    const places = new Map<string, number[]>();
    const { statements } = this.#source.index;
    const first = statements[this.index] ?? 0;
    for (let at = first; at < (statements[this.index + 1] ?? 0); at += 1)
      for (const stem of this.#stemsOf(at)) push(places, stem, at - first);
    parts.stemPlaces = places;
    return places;
  }

  get statements(): readonly IndexedStatement[] {
    const parts = this.#parts;
    if (parts.statements !== undefined) return parts.statements;
    const first = this.#source.index.statements[this.index] ?? 0;
    parts.statements = statementsOf(this.fact, this.#source.nameOf).map((statement, at) => {
      let stems: ReadonlySet<string> | undefined;
      const read = () => new Set(this.#stemsOf(first + at));
      return {
        ...statement,
        get stems() {
          stems ??= read();
          return stems;
        },
      };
    });
    return parts.statements;
  }

  concerns(id: string): boolean {
    const wanted = this.#source.namedNumber(id);
    if (wanted === undefined) return false;
    return this.#relations.some((relation) => relation % HOWS <= WITHIN && Math.floor(relation / HOWS) === wanted);
  }

  uses(stem: string): boolean {
    const wanted = this.#source.stemNumber(stem);
    if (wanted === undefined) return false;
    const { statements, statementStems } = this.#source.index;
    const from = statementStems.starts[statements[this.index] ?? 0] ?? 0;
    const to = statementStems.starts[statements[this.index + 1] ?? 0] ?? 0;
    return statementStems.items.subarray(from, to).includes(wanted);
  }

  get #relations(): Uint32Array {
    return listAt(this.#source.index.relations, this.index);
  }

  #named(relation: number): string {
    return this.#source.index.named[Math.floor(relation / HOWS)] ?? '';
  }

  #related(how: number): ReadonlySet<string> {
    const found = new Set<string>();
    for (const relation of this.#relations) if (relation % HOWS === how) found.add(this.#named(relation));
    return found;
  }

  #spanAt(place: number): Span | null {
    const { spans } = this.#source.index;
    const at = this.index * 4 + place;
    return spanOfNumbers(spans[at] ?? -1, spans[at + 1] ?? -1);
  }

  #stemsOf(statement: number): string[] {
    const { statementStems, stems } = this.#source.index;
    return Array.from(listAt(statementStems, statement), (stem) => stems[stem] ?? '');
  }
}
