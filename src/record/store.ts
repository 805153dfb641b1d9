import { phraseKey, stemOf, wordsOf } from '../text.ts';
import { firstDay, lastDay } from './days.ts';
import { type Fact, type Field, type Reference, referencesOf, type Statement, statementsOf } from './facts.ts';
import type { Entity, RecordData, Source } from './schema.ts';
import { orderDay, type Span, spanOf } from './spans.ts';

/** A fact made ready for finding: what it names, when it was, what it says. */
export type Doc = {
  index: number;
  fact: Fact;
  references: Reference[];
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
  nameStems: Set<string>;
  orderDay: string;
  /** For each stem the statements (by index) that use it. */
  stemPlaces: Map<string, number[]>;
  statements: IndexedStatement[];
};

export type IndexedStatement = Statement & { stems: Set<string> };

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
  /** Stems of an entity's name and one-word aliases. */
  nameStems: (id: string) => readonly string[];
  /** The state or body that a place stands for in news language ("Sudport" for Southland), from what its gloss says. */
  standsFor: (id: string) => string | null;
};

/** Builds the indexes over a checked record. Linear in its size. */
export function buildStore(record: RecordData): Store {
  const entities = new Map(record.entities.map((entity) => [entity.id, entity]));
  const nameOf = (id: string) => entities.get(id)?.name ?? id.replaceAll('-', ' ');
  const containers = memo((id: string) => containersOf(id, entities));
  const contained = new Map<string, string[]>();
  for (const entity of record.entities) {
    for (const container of containers(entity.id)) push(contained, container, entity.id);
  }
  const mentioned = mentionFinder(record.entities);
  const nameStems = memo((id: string): readonly string[] => {
    const entity = entities.get(id);
    if (!entity) return [];
    const stems = new Set<string>();
    for (const name of [entity.name, ...(entity.aliases ?? [])]) {
      for (const { norm } of wordsOf(name))
        if (norm.length > 2 && norm !== 'the' && norm !== 'and') stems.add(stemOf(norm));
    }
    return [...stems];
  });
  // What is said of the home country and of its leader would fit every fact, so that it tells nothing.
  const aboutStems = memo((id: string): readonly string[] =>
    id === record.meta.home || id === record.meta.subject
      ? []
      : [...nameStems(id), ...stemsOf(entities.get(id)?.gloss ?? '')],
  );
  const standing = seats(record.entities, mentioned);
  const publishersOf = publisherFinder(record, mentioned, (id) => entities.get(id)?.kind);
  const published = new Map(record.sources.map((source) => [source.id, source.published]));
  // A fact without a date of its own was known on the day its first source came out.
  const publishedOn = (fact: Fact) => {
    const days = fact.kind === 'entity' ? [] : fact.data.sources.flatMap((id) => published.get(id) ?? []);
    return days.length === 0 ? null : firstDay(days.sort()[0] ?? '');
  };
  const docs = factsOf(record).map((fact, index) =>
    docOf(fact, index, nameOf, containers, mentioned, aboutStems, publishersOf, publishedOn),
  );
  linkOccasions(docs, record.entities, nameStems);
  const byStem = new Map<string, number[]>();
  const byNameStem = new Map<string, number[]>();
  const byEntity = new Map<string, number[]>();
  for (const doc of docs) {
    for (const stem of doc.nameStems) push(byNameStem, stem, doc.index);
    const stems = new Set<string>();
    for (const statement of doc.statements) for (const stem of statement.stems) stems.add(stem);
    for (const stem of stems) push(byStem, stem, doc.index);
    for (const id of new Set([...doc.fields.keys(), ...doc.within, ...doc.mentions, ...doc.publishers]))
      push(byEntity, id, doc.index);
  }
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
    nameStems,
    standsFor: (id) => standing.get(id) ?? null,
  };
}

function factsOf(record: RecordData): Fact[] {
  return [
    ...record.visits.map((data) => ({ kind: 'visit' as const, id: data.id, data })),
    ...record.events.map((data) => ({ kind: 'event' as const, id: data.id, data })),
    ...record.figures.map((data) => ({ kind: 'figure' as const, id: data.id, data })),
    ...record.deliveries.map((data) => ({ kind: 'delivery' as const, id: data.id, data })),
    ...record.rankings.map((data) => ({ kind: 'ranking' as const, id: data.id, data })),
    ...record.measures.map((data) => ({ kind: 'measure' as const, id: data.id, data })),
    ...record.entities.map((data) => ({ kind: 'entity' as const, id: data.id, data })),
  ];
}

function docOf(
  fact: Fact,
  index: number,
  nameOf: (id: string) => string,
  containers: (id: string) => string[],
  mentioned: (text: string) => string[],
  aboutStems: (id: string) => readonly string[],
  publishersOf: (fact: Fact) => Set<string>,
  publishedOn: (fact: Fact) => string | null,
): Doc {
  const references = referencesOf(fact);
  const fields = new Map<string, Field>();
  for (const { id, field } of references) if (!fields.has(id)) fields.set(id, field);
  if (fact.kind === 'measure') for (const id of mentioned(fact.data.body)) if (!fields.has(id)) fields.set(id, 'actor');
  const within = new Set<string>();
  for (const id of fields.keys())
    for (const container of containers(id)) if (!fields.has(container)) within.add(container);
  const statements = statementsOf(fact, nameOf).map((statement) => ({ ...statement, stems: stemsOf(statement.text) }));
  const mentions = new Set<string>();
  if (fact.kind !== 'entity') {
    for (const { text } of statements) {
      for (const id of mentioned(text)) if (!fields.has(id) && !within.has(id)) mentions.add(id);
    }
  }
  const years = new Set<string>();
  for (const { text } of statements) for (const [year] of text.matchAll(/\b(?:19|20)\d\d\b/g)) years.add(year);
  const names = new Set<string>();
  for (const id of fields.keys()) for (const stem of aboutStems(id)) names.add(stem);
  // Whoever came for an occasion attended it, whatever words tell of the visit.
  if (fact.kind === 'visit' && (fact.data.occasions ?? []).length > 0) names.add('attend');
  const span = spanOf(fact);
  return {
    index,
    fact,
    references,
    fields,
    within,
    mentions,
    span,
    spans: [...(span ? [span] : []), ...orderSpan(fact)],
    years,
    months: monthsIn(statements),
    asOf:
      (fact.kind === 'figure' || fact.kind === 'ranking') && fact.data.as_of
        ? firstDay(fact.data.as_of)
        : span === null
          ? publishedOn(fact)
          : null,
    numbers: numbersOf(fact, statements),
    publishers: publishersOf(fact),
    nameStems: names,
    orderDay: orderDay(fact),
    stemPlaces: placesOf(statements),
    statements,
  };
}

function orderSpan(fact: Fact): Span[] {
  if (fact.kind !== 'delivery' || fact.data.ordered === null || fact.data.delivered === null) return [];
  return [{ from: firstDay(fact.data.ordered), to: lastDay(fact.data.ordered) }];
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

function stemsOf(text: string): Set<string> {
  const stems = new Set<string>();
  // "according to" has nothing to do with an accord, which has the same stem.
  for (const { norm } of wordsOf(text)) if (norm !== 'according') stems.add(stemOf(norm));
  return stems;
}

/** Containers by `part_of`, nearest first; a loop in the record ends the walk. */
function containersOf(id: string, entities: ReadonlyMap<string, Entity>): string[] {
  const found: string[] = [];
  let next = entities.get(id)?.part_of;
  while (next && next !== id && !found.includes(next)) {
    found.push(next);
    next = entities.get(next)?.part_of;
  }
  return found;
}

// A name in running text: the longest alias that begins at a word wins; aliases of two letters are left out ("us").
function mentionFinder(entities: readonly Entity[]): (text: string) => string[] {
  const byFirst = new Map<string, { key: string[]; id: string }[]>();
  for (const entity of entities) {
    for (const name of [entity.name, ...(entity.aliases ?? [])]) {
      const key = phraseKey(name).split(' ');
      const first = key[0];
      if (first === undefined || first === '' || (key.length === 1 && first.length < 3)) continue;
      push(byFirst, first, { key, id: entity.id });
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.key.length - a.key.length);
  return (text) => {
    const words = wordsOf(text).map((word) => word.norm);
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function memo<V>(make: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
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
function linkOccasions(
  docs: readonly Doc[],
  entities: readonly Entity[],
  nameStems: (id: string) => readonly string[],
): void {
  const byDay = new Map<string, Doc[]>();
  for (const doc of docs) if (doc.fact.kind === 'event' && doc.span?.from) push(byDay, doc.span.from, doc);
  for (const entity of entities) {
    if (entity.kind !== 'occasion') continue;
    for (const [, day = '', month = '', year = ''] of (entity.gloss ?? '').matchAll(
      /\b(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b/g,
    )) {
      const at = MONTH_NAMES.indexOf(month);
      const iso = `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
      for (const doc of byDay.get(iso) ?? []) {
        const kind = doc.fact.kind === 'event' ? stemOf(doc.fact.data.kind) : '';
        const stems = nameStems(entity.id);
        if (
          stems.includes(kind) ||
          doc.statements.some((statement) => stems.some((stem) => stem.length > 3 && statement.stems.has(stem)))
        )
          doc.fields.set(entity.id, doc.fields.get(entity.id) ?? 'occasion');
      }
    }
  }
}

function placesOf(statements: readonly IndexedStatement[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  statements.forEach((statement, at) => {
    for (const stem of statement.stems) push(places, stem, at);
  });
  return places;
}
