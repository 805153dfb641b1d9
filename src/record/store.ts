import { normsOf } from '../text.ts';
import { memo, once, push } from './collections.ts';
import { firstDay, lastDay } from './days.ts';
import { type Fact, type Field, factsOf, type Reference, referencesOf, type Statement, statementsOf } from './facts.ts';
import {
  containersOf,
  type IndexedFact,
  indexRecord,
  nameFinder,
  nameStemsOf,
  type RecordIndex,
} from './index-record.ts';
import type { Entity, RecordData, Source } from './schema.ts';
import { orderDay, type Span, spanOf } from './spans.ts';

/** A fact made ready for finding: what it names, when it was, what it says. */
export type Doc = {
  index: number;
  fact: Fact;
  readonly references: Reference[];
  /** Entities named in its fields, with the field; then those that contain them; then those that its texts mention. */
  fields: Map<string, Field>;
  within: Set<string>;
  mentions: Set<string>;
  span: Span | null;
  /** Every stretch of time that the fact gives: a delivery's own days and its order's. */
  spans: Span[];
  /** Years and months (`2021-04`) that its statements name. */
  years: Set<string>;
  months: Set<string>;
  /** The day on which a count was made, for figures and rankings; on which it was published, for facts without a date. */
  asOf: string | null;
  /** Numbers that it gives: amounts, quantities, votes and those in its texts. */
  numbers: Set<number>;
  /** Entities that published it: agencies and papers among its sources. */
  publishers: Set<string>;
  /** Stems of the names and glosses of the entities in its fields: a "launch site" is a spaceport's. */
  readonly nameStems: ReadonlySet<string>;
  orderDay: string;
  /** For each stem the statements (by index) that use it. */
  readonly stemPlaces: ReadonlyMap<string, number[]>;
  readonly statements: IndexedStatement[];
};

export type IndexedStatement = Statement & { readonly stems: ReadonlySet<string> };

/** The record, indexed. Built once; nothing in it changes afterwards. */
export type Store = {
  record: RecordData;
  docs: Doc[];
  /** The documents that are facts, entities left out. */
  facts: Doc[];
  byId: Map<string, Doc>;
  entities: Map<string, Entity>;
  sources: Map<string, Source>;
  /** For each stem the documents whose statements use it. */
  byStem: Map<string, number[]>;
  /** For each stem of the names and glosses of the entities in its fields the documents. */
  byNameStem: Map<string, number[]>;
  /** For each entity the documents that name it in a field, hold it by containment, or mention it in a text. */
  byEntity: Map<string, number[]>;
  /** How rare a stem is: 0 (in every fact) to 1 (in one). */
  rarity: (stem: string) => number;
  /** The entities that contain an entity, nearest first, itself left out. */
  containers: (id: string) => string[];
  /** The entities that it contains, at any depth. */
  contents: (id: string) => string[];
  nameOf: (id: string) => string;
  /** The words of the facts' statements, folded, and how often each occurs. */
  vocabulary: ReadonlyMap<string, number>;
  /** The folded words of a name; known already for those of the entities. */
  wordsOfName: (name: string) => readonly string[];
  /** Stems of an entity's name and one-word aliases. */
  nameStems: (id: string) => readonly string[];
  /** The state or body that a place stands for in news language ("Sudport" for Southland), from what its gloss says. */
  standsFor: (id: string) => string | null;
};

/** Builds the store over a checked record; `index` is what its texts yield, where that was worked out before. */
export function buildStore(record: RecordData, index: RecordIndex = indexRecord(record)): Store {
  const entities = new Map(record.entities.map((entity) => [entity.id, entity]));
  const containers = memo((id: string) => containersOf(id, entities));
  const contained = new Map<string, string[]>();
  for (const entity of record.entities) {
    for (const container of containers(entity.id)) push(contained, container, entity.id);
  }
  const wordsOfName = memo((name: string): readonly string[] => normsOf(name));
  const nameOf = nameFinder(entities);
  const standing = new Map(index.standing);
  const published = new Map(record.sources.map((source) => [source.id, source.published]));
  // A fact without a date of its own was known on the day its first source came out.
  const publishedOn = (fact: Fact) => {
    const days = fact.kind === 'entity' ? [] : fact.data.sources.flatMap((id) => published.get(id) ?? []);
    return days.length === 0 ? null : firstDay(days.sort()[0] ?? '');
  };
  const byStem = postings(index, (fact) => fact.stems.flat());
  const byNameStem = postings(index, (fact) => fact.nameStems);
  const byEntity = new Map<string, number[]>();
  const docs = factsOf(record).map((fact, at) => {
    const indexed = index.facts[at];
    if (indexed === undefined) throw new Error(`the index of the record lacks ${fact.id}`);
    const named = [...indexed.fields.map(([id]) => id), ...indexed.within, ...indexed.mentions, ...indexed.publishers];
    for (const id of new Set(named)) push(byEntity, id, at);
    return docOf(fact, at, indexed, index.stems, nameOf, publishedOn);
  });
  const most = Math.log(docs.length + 1);
  return {
    record,
    docs,
    facts: docs.filter((doc) => doc.fact.kind !== 'entity'),
    byId: new Map(docs.map((doc) => [doc.fact.id, doc])),
    entities,
    sources: new Map(record.sources.map((source) => [source.id, source])),
    byStem,
    byNameStem,
    byEntity,
    rarity: (stem) => 1 - Math.log((byStem.get(stem)?.length ?? 0) + 1) / most,
    containers,
    contents: (id) => contained.get(id) ?? [],
    nameOf,
    vocabulary: new Map(index.vocabulary),
    wordsOfName,
    nameStems: memo((id: string) => nameStemsOf(entities.get(id), wordsOfName)),
    standsFor: (id) => standing.get(id) ?? null,
  };
}

/** For each stem the places of the facts that use it. */
function postings(index: RecordIndex, stemsOf: (fact: IndexedFact) => readonly number[]): Map<string, number[]> {
  const lists: (number[] | undefined)[] = [];
  for (const [at, fact] of index.facts.entries()) {
    for (const stem of stemsOf(fact)) {
      const list = lists[stem];
      if (list === undefined) lists[stem] = [at];
      else if (list.at(-1) !== at) list.push(at);
    }
  }
  return new Map(lists.flatMap((list, stem) => (list === undefined ? [] : [[index.stems[stem] ?? '', list] as const])));
}

// What only some questions look at is made for the first that does: of most facts none does, and a start must not wait for it.
function docOf(
  fact: Fact,
  index: number,
  indexed: IndexedFact,
  stems: readonly string[],
  nameOf: (id: string) => string,
  publishedOn: (fact: Fact) => string | null,
): Doc {
  const named = (numbers: readonly number[]) => numbers.map((number) => stems[number] ?? '');
  const statements = once(() =>
    statementsOf(fact, nameOf).map((statement, at) => withStems(statement, () => named(indexed.stems[at] ?? []))),
  );
  const references = once(() => referencesOf(fact));
  const nameStems = once(() => new Set(named(indexed.nameStems)));
  const stemPlaces = once(() => placesOf(indexed.stems.map(named)));
  const span = spanOf(fact);
  return {
    index,
    fact,
    get references() {
      return references();
    },
    fields: new Map(indexed.fields),
    within: new Set(indexed.within),
    mentions: new Set(indexed.mentions),
    span,
    spans: [...(span ? [span] : []), ...orderSpan(fact)],
    years: new Set(indexed.years),
    months: new Set(indexed.months),
    asOf:
      (fact.kind === 'figure' || fact.kind === 'ranking') && fact.data.as_of
        ? firstDay(fact.data.as_of)
        : span === null
          ? publishedOn(fact)
          : null,
    numbers: new Set(indexed.numbers),
    publishers: new Set(indexed.publishers),
    get nameStems() {
      return nameStems();
    },
    orderDay: orderDay(fact),
    get stemPlaces() {
      return stemPlaces();
    },
    get statements() {
      return statements();
    },
  };
}

function orderSpan(fact: Fact): Span[] {
  if (fact.kind !== 'delivery' || fact.data.ordered === null || fact.data.delivered === null) return [];
  return [{ from: firstDay(fact.data.ordered), to: lastDay(fact.data.ordered) }];
}

function withStems(statement: Statement, read: () => readonly string[]): IndexedStatement {
  const stems = once(() => new Set(read()));
  return {
    ...statement,
    get stems() {
      return stems();
    },
  };
}

function placesOf(statements: readonly (readonly string[])[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  statements.forEach((stems, at) => {
    for (const stem of stems) push(places, stem, at);
  });
  return places;
}
