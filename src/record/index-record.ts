import { replacePhrases } from '../question/thesaurus.ts';
import { normsOf, stemOf } from '../text.ts';
import { memo, push } from './collections.ts';
import { dayNumber, monthNumber, spanNumbers } from './day-numbers.ts';
import { firstDay, lastDay } from './days.ts';
import { ASIDES, type Fact, FIELDS, type Field, factsOf, referencesOf, type Statement, statementsOf } from './facts.ts';
import { type KeptEntries, keepEntries } from './kept-entries.ts';
import { amountsOf, inverted, type Lists, listsOf } from './lists.ts';
import type { Entity, RecordData } from './schema.ts';
import { sortOf } from './sorts.ts';
import { orderDay, type Span, spanOf } from './spans.ts';

/**
 * What reading the texts of a record yields. It takes most of the time that opening a record takes, so that it is kept with the
 * checked record. Facts and entities are numbered together, in the order of `factsOf`: facts first. See `Doc` for what each
 * part means.
 */
export type RecordIndex = {
  entries: KeptEntries;
  /** Stems of words, which the rest refers to by their place here. */
  stems: string[];
  /** The words of the facts' statements, folded, and how often each occurs. */
  vocabulary: { words: string[]; counts: Uint32Array };
  /** Ids that facts name, which `relations` refers to by their place here. */
  named: string[];
  /** For each fact what it names, and how: `place in named * HOWS + how`. */
  relations: Lists;
  /** For each id named the facts, ascending. */
  naming: Lists;
  /** Where the statements of each fact begin in `statementStems`. */
  statements: Uint32Array;
  /** For each statement its stems. */
  statementStems: Lists;
  /** For each stem the facts whose statements use it, ascending: `fact * 2`, and 1 more when not only asides do. */
  stemFacts: Lists;
  /** For each fact (entities left out) the stems of what it names in its fields; for each stem those facts. */
  nameStems: Lists;
  nameStemFacts: Lists;
  /** For each fact (entities left out), four days as numbers (see dayNumber): its own from and to, its order's from and to. */
  spans: Int32Array;
  asOf: Int32Array;
  orderDays: Int32Array;
  years: Lists;
  months: Lists;
  numbers: Lists<Float64Array>;
  /** For each fact (entities left out) its sort: facts of one sort have the same `sortOf`. */
  sorts: Uint16Array;
  /** For each fact (entities left out) the fact that tells of the same event; -1 for none. */
  sameEvents: Int32Array;
  /** Who counted the figures. */
  counters: string[];
  /** Cities and bodies, and the state or body that each stands for in news language. */
  standing: [id: string, state: string][];
};

/** How a fact names something: in a field (by the place of the field in FIELDS), or in one of three other ways. */
export const WITHIN = FIELDS.length;
export const MENTIONED = WITHIN + 1;
export const PUBLISHER = MENTIONED + 1;
export const HOWS = 32;

/** Reads the texts of a record. Linear in its size. */
export function indexRecord(record: RecordData): RecordIndex {
  const entities = new Map(record.entities.map((entity) => [entity.id, entity]));
  const containers = memo((id: string) => containersOf(id, entities));
  const wordsOfName = memo((name: string): readonly string[] => normsOf(name));
  const mentionedIn = mentionFinder(record.entities, wordsOfName);
  const mentioned = (text: string) => mentionedIn(normsOf(text));
  const stems = numbering();
  const vocabulary = new Map<string, number>();
  const nameStems = memo((id: string) => nameStemsOf(entities.get(id), wordsOfName));
  // What is said of the home country and of its leader would fit every fact, so that it tells nothing.
  const aboutStems = memo((id: string): readonly string[] =>
    id === record.meta.home || id === record.meta.subject
      ? []
      : [...nameStems(id), ...stemsOf(normsOf(entities.get(id)?.gloss ?? ''))],
  );
  const publishersOf = publisherFinder(record, mentioned, (id) => entities.get(id)?.kind);
  const nameOf = nameFinder(entities);
  const occasions = occasionsByDay(record.entities);
  const named = numbering();

  function indexFact(fact: Fact) {
    const fields = new Map<string, Field>();
    for (const { id, field } of referencesOf(fact)) if (!fields.has(id)) fields.set(id, field);
    if (fact.kind === 'measure')
      for (const id of mentioned(fact.data.body)) if (!fields.has(id)) fields.set(id, 'actor');
    const within = new Set<string>();
    for (const id of fields.keys())
      for (const container of containers(id)) if (!fields.has(container)) within.add(container);
    const statements = statementsOf(fact, nameOf);
    const mentions = new Set<string>();
    const stemSets = statements.map(({ text }) => {
      const norms = normsOf(text);
      for (const norm of norms) vocabulary.set(norm, (vocabulary.get(norm) ?? 0) + 1);
      if (fact.kind !== 'entity')
        for (const id of mentionedIn(norms)) if (!fields.has(id) && !within.has(id)) mentions.add(id);
      return stemsOf(norms);
    });
    const names = new Set<string>();
    for (const id of fields.keys()) for (const stem of aboutStems(id)) names.add(stem);
    // Whoever came for an occasion attended it, whatever words tell of the visit.
    if (fact.kind === 'visit' && (fact.data.occasions ?? []).length > 0) names.add('attend');
    if (fact.kind === 'event') {
      for (const occasion of occasions.get(spanOf(fact)?.from ?? '') ?? [])
        if (!fields.has(occasion.id) && sharesWord(fact.data.kind, stemSets, nameStems(occasion.id)))
          fields.set(occasion.id, 'occasion');
    }
    const related = (id: string, how: number) => named.numberOf(id) * HOWS + how;
    return {
      relations: [
        ...[...fields].map(([id, field]) => related(id, FIELDS.indexOf(field))),
        ...[...within].map((id) => related(id, WITHIN)),
        ...[...mentions].map((id) => related(id, MENTIONED)),
        ...[...publishersOf(fact)].map((id) => related(id, PUBLISHER)),
      ],
      years: [...yearsIn(statements)].map(Number),
      months: [...monthsIn(statements)].map(monthNumber),
      numbers: [...numbersOf(fact, statements)],
      nameStems: [...names].map(stems.numberOf),
      stems: stemSets.map((set) => [...set].map(stems.numberOf)),
      own: statements.map(({ part }) => !ASIDES.has(part)),
    };
  }

  const all = factsOf(record);
  const read = all.map(indexFact);
  const count = all.findIndex(({ kind }) => kind === 'entity');
  const facts = count < 0 ? all : all.slice(0, count);
  const relations = listsOf(read.map((fact) => fact.relations));
  const statementStems = listsOf(read.flatMap((fact) => fact.stems));
  const statements = listsOf(read.map((fact) => fact.own.map(() => 0))).starts;
  const factStems = listsOf(read.map((fact) => [...new Set(fact.stems.flat())]));
  const ownStems = read.map((fact) => new Set(fact.stems.filter((_, at) => fact.own[at]).flat()));
  const stemFacts = inverted(factStems, stems.all.length);
  for (let stem = 0; stem < stems.all.length; stem += 1) {
    for (let at = stemFacts.starts[stem] ?? 0; at < (stemFacts.starts[stem + 1] ?? 0); at += 1) {
      const fact = stemFacts.items[at] ?? 0;
      stemFacts.items[at] = fact * 2 + (ownStems[fact]?.has(stem) ? 1 : 0);
    }
  }
  const factNameStems = listsOf(read.slice(0, facts.length).map((fact) => fact.nameStems));
  const publishedOn = publicationDays(record);
  const places = new Map(all.map(({ id }, at) => [id, at]));
  const sorts = numbering();
  return {
    entries: keepEntries(record),
    stems: stems.all,
    vocabulary: { words: [...vocabulary.keys()], counts: Uint32Array.from(vocabulary.values()) },
    named: named.all,
    relations,
    naming: inverted(
      listsOf(read.map((fact) => [...new Set(fact.relations.map((relation) => Math.floor(relation / HOWS)))])),
      named.all.length,
    ),
    statements,
    statementStems,
    stemFacts,
    nameStems: factNameStems,
    nameStemFacts: inverted(factNameStems, stems.all.length),
    spans: Int32Array.from(facts.flatMap((fact) => [...spanNumbers(spanOf(fact)), ...spanNumbers(orderSpan(fact))])),
    asOf: Int32Array.from(facts, (fact) => dayNumber(countedOn(fact, publishedOn), 0)),
    orderDays: Int32Array.from(facts, (fact) => dayNumber(orderDay(fact), 0)),
    years: listsOf(read.map((fact) => fact.years)),
    months: listsOf(read.map((fact) => fact.months)),
    numbers: amountsOf(read.map((fact) => fact.numbers)),
    sorts: Uint16Array.from(facts, (fact) => sorts.numberOf(sortOf(fact))),
    sameEvents: Int32Array.from(facts, ({ data }) =>
      'same_event_as' in data ? (places.get(data.same_event_as ?? '') ?? -1) : -1,
    ),
    counters: [...new Set(record.figures.map((figure) => figure.counted_by))],
    standing: [...seats(record.entities, mentioned)],
  };
}

// A fact without a date of its own was known on the day its first source came out.
function publicationDays(record: RecordData): (fact: Fact) => string | null {
  const published = new Map(record.sources.map((source) => [source.id, source.published]));
  return (fact) => {
    const days = fact.kind === 'entity' ? [] : fact.data.sources.flatMap((id) => published.get(id) ?? []);
    return days.length === 0 ? null : firstDay(days.sort()[0] ?? '');
  };
}

function countedOn(fact: Fact, publishedOn: (fact: Fact) => string | null): string | null {
  if ((fact.kind === 'figure' || fact.kind === 'ranking') && fact.data.as_of) return firstDay(fact.data.as_of);
  return spanOf(fact) === null ? publishedOn(fact) : null;
}

function orderSpan(fact: Fact): Span | null {
  if (fact.kind !== 'delivery' || fact.data.ordered === null || fact.data.delivered === null) return null;
  return { from: firstDay(fact.data.ordered), to: lastDay(fact.data.ordered) };
}

/** The name of an entity by its id; of another id what it says. */
export function nameFinder(entities: Pick<ReadonlyMap<string, Entity>, 'get'>): (id: string) => string {
  return (id) => entities.get(id)?.name ?? id.replaceAll('-', ' ');
}

/** Stems of an entity's name and aliases, short words left out. */
export function nameStemsOf(
  entity: Entity | undefined,
  wordsOfName: (name: string) => readonly string[],
): readonly string[] {
  if (!entity) return [];
  const stems = new Set<string>();
  for (const name of [entity.name, ...(entity.aliases ?? [])]) {
    for (const norm of wordsOfName(name))
      if (norm.length > 2 && norm !== 'the' && norm !== 'and') stems.add(stemOf(norm));
  }
  return [...stems];
}

/** Containers by `part_of`, nearest first; a loop in the record ends the walk. */
export function containersOf(id: string, entities: Pick<ReadonlyMap<string, Entity>, 'get'>): string[] {
  const found: string[] = [];
  let next = entities.get(id)?.part_of;
  while (next && next !== id && !found.includes(next)) {
    found.push(next);
    next = entities.get(next)?.part_of;
  }
  return found;
}

function numbering() {
  const all: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, all.length);
    return all.push(text) - 1;
  };
  return { all, numberOf };
}

// A gloss that begins with "Capital of" or "Seat of" tells for what a city stands when a text says that it sold,
// voted or signed something. A capital's state goes before a body that only sits there.
function seats(entities: readonly Entity[], mentioned: (text: string) => string[]): Map<string, string> {
  const standing = new Map<string, string>();
  for (const entity of entities) {
    const gloss = /^(?:the )?(?:capital|seat(?: and office)?) of ([^,.;]+)/i.exec(entity.gloss ?? '');
    if (gloss?.[1] === undefined) continue;
    const named = mentioned(gloss[1])[0];
    if (named !== undefined && named !== entity.id) standing.set(entity.id, named);
    else if (entity.part_of && /^(?:the )?seat/i.test(gloss[0])) standing.set(entity.id, entity.part_of);
  }
  return standing;
}

function stemsOf(norms: readonly string[]): Set<string> {
  const stems = new Set<string>();
  // "according to" has nothing to do with an accord, which has the same stem.
  norms.forEach((norm, at) => {
    // "left him out of the summit" is no leaving.
    if (norm === 'left' && norms.slice(at + 1, at + 6).includes('out')) stems.add(stemOf('exclude'));
    else if (norm !== 'according') stems.add(stemOf(norm));
  });
  // "gave up the post" is a resignation in a fact as it is in a question.
  for (const { word } of replacePhrases(norms)) stems.add(stemOf(word));
  return stems;
}

// A name in running text: the longest alias that begins at a word wins; aliases of two letters are left out ("us").
function mentionFinder(
  entities: readonly Entity[],
  wordsOfName: (name: string) => readonly string[],
): (norms: readonly string[]) => string[] {
  const byFirst = new Map<string, { key: readonly string[]; id: string }[]>();
  for (const entity of entities) {
    for (const name of [entity.name, ...(entity.aliases ?? [])]) {
      const key = wordsOfName(name);
      const first = key[0];
      if (first === undefined || first === '' || (key.length === 1 && first.length < 3)) continue;
      push(byFirst, first, { key, id: entity.id });
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.key.length - a.key.length);
  return (words) => {
    const found: string[] = [];
    for (let at = 0; at < words.length; at++) {
      const hit = byFirst
        .get(words[at] ?? '')
        ?.find(({ key }) =>
          key.every((part, offset) => words[at + offset] === part || words[at + offset] === `${part}s`),
        );
      if (hit) {
        found.push(hit.id);
        at += hit.key.length - 1;
      }
    }
    return found;
  };
}

/** Finds the entities that publish a fact: its sources' publishers and agencies, as far as they are entities. */
function publisherFinder(
  record: RecordData,
  mentioned: (text: string) => string[],
  kindOf: (id: string) => Entity['kind'] | undefined,
): (fact: Fact) => Set<string> {
  const bySource = new Map(
    record.sources.map((source) => [
      source.id,
      mentioned(`${source.publisher}. ${source.agency ?? ''}`).filter((id) => kindOf(id) === 'organisation'),
    ]),
  );
  return (fact) =>
    new Set(fact.kind === 'entity' ? [] : fact.data.sources.flatMap((source) => bySource.get(source) ?? []));
}

function numbersOf(fact: Fact, statements: readonly Statement[]): Set<number> {
  const numbers = new Set<number>();
  if (fact.kind === 'figure') numbers.add(fact.data.value);
  if (fact.kind === 'delivery') {
    for (const number of [fact.data.quantity, fact.data.quantity_ordered, fact.data.value?.amount])
      if (number) numbers.add(number);
  }
  if (fact.kind === 'measure') {
    const { votes } = fact.data;
    for (const number of [votes?.for, votes?.against, votes?.abstain, votes?.not_voting])
      if (number !== undefined) numbers.add(number);
  }
  for (const { text } of statements) {
    for (const [, digits = '', scale] of text.matchAll(/(\d[\d,]*(?:\.\d+)?)(?:\s+(million|billion))?/g)) {
      const number = Number(digits.replaceAll(',', ''));
      numbers.add(number * (scale === 'million' ? 1e6 : scale === 'billion' ? 1e9 : 1));
    }
  }
  return numbers;
}

function yearsIn(statements: readonly Statement[]): Set<string> {
  const years = new Set<string>();
  for (const { text } of statements) for (const [year] of text.matchAll(/\b(?:19|20)\d\d\b/g)) years.add(year);
  return years;
}

function monthsIn(statements: readonly Statement[]): Set<string> {
  const months = new Set<string>();
  for (const { text } of statements) {
    for (const [, month = '', year = ''] of text.matchAll(/\b([A-Z][a-z]+) (\d{4})\b/g)) {
      const at = MONTH_NAMES.indexOf(month);
      if (at >= 0) months.add(`${year}-${String(at + 1).padStart(2, '0')}`);
    }
  }
  return months;
}

const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');

// An occasion has no date field, but its gloss gives one ("Parade of 27 March 2021"): an event of that day that shares a
// word of its name is the occasion, though it names it in no field.
function occasionsByDay(entities: readonly Entity[]): Map<string, Entity[]> {
  const byDay = new Map<string, Entity[]>();
  for (const entity of entities) {
    if (entity.kind !== 'occasion') continue;
    for (const [, day = '', month = '', year = ''] of (entity.gloss ?? '').matchAll(
      /\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b/g,
    )) {
      const at = MONTH_NAMES.indexOf(month);
      push(byDay, `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`, entity);
    }
  }
  return byDay;
}

function sharesWord(kind: string, statements: readonly ReadonlySet<string>[], names: readonly string[]): boolean {
  return (
    names.includes(stemOf(kind)) || statements.some((stems) => names.some((stem) => stem.length > 3 && stems.has(stem)))
  );
}
