import type { Delivery, Disputed, Entity, Event, Figure, Measure, Ranking, RecordData, Visit } from './schema.ts';

/** The kinds of fact, each with its data as the record holds it. */
export type Fact =
  | { kind: 'visit'; id: string; data: Visit }
  | { kind: 'event'; id: string; data: Event }
  | { kind: 'figure'; id: string; data: Figure }
  | { kind: 'delivery'; id: string; data: Delivery }
  | { kind: 'ranking'; id: string; data: Ranking }
  | { kind: 'measure'; id: string; data: Measure }
  | { kind: 'entity'; id: string; data: Entity };

export type FactKind = Fact['kind'];

/** What a statement is about within its fact; the answer chooses what to say by it. */
type Part =
  | 'text'
  | 'also'
  | 'purpose'
  | 'outcome'
  | 'met'
  | 'counted'
  | 'disputed'
  | 'role'
  | 'kind'
  | 'date'
  | 'note'
  | 'item'
  | 'measures'
  | 'gloss';

// Remarks on dates, kinds and counts mention much in passing ("the day of return is not given").
export const ASIDES: ReadonlySet<Part> = new Set(['note', 'date', 'kind', 'disputed', 'counted']);

/** One thing that a fact says, with the sources that say it. */
export type Statement = { part: Part; text: string; sources: string[] };

/** Everything a fact says in words, most important first. `nameOf` gives the name of an entity. */
export function statementsOf(fact: Fact, nameOf: (id: string) => string): Statement[] {
  switch (fact.kind) {
    case 'visit':
      return visitStatements(fact.data, nameOf);
    case 'event':
      return [
        { part: 'text', text: fact.data.text, sources: fact.data.sources },
        ...(fact.data.also ?? []).map((text) => ({ part: 'also' as const, text, sources: fact.data.sources })),
        ...disputedStatements(fact.data.disputed),
      ];
    case 'figure':
      return present([
        ['measures', fact.data.measures_what],
        ['note', fact.data.note],
        ['note', fact.data.value_note],
        ['note', fact.data.derivation],
      ]).map((statement) => ({ ...statement, sources: fact.data.sources }));
    case 'delivery':
      return present([
        ['item', fact.data.item_name],
        ['note', fact.data.note],
        ['note', fact.data.value?.note],
        ['note', fact.data.quantity_note],
        ['note', fact.data.condition],
      ]).map((statement) => ({ ...statement, sources: fact.data.sources }));
    case 'ranking':
      return present([
        ['measures', fact.data.metric],
        ['note', fact.data.note],
      ]).map((statement) => ({ ...statement, sources: fact.data.sources }));
    case 'measure':
      return present([
        ['text', fact.data.text],
        ['note', fact.data.note],
        ['note', fact.data.body],
      ]).map((statement) => ({ ...statement, sources: fact.data.sources }));
    case 'entity':
      return [
        ...present([['gloss', fact.data.gloss ?? undefined]]).map((statement) => ({ ...statement, sources: [] })),
        ...(fact.data.roles ?? []).map((role) => ({ part: 'role' as const, text: role.title, sources: role.sources })),
      ];
  }
}

function visitStatements(visit: Visit, nameOf: (id: string) => string): Statement[] {
  return [
    { part: 'purpose', text: visit.purpose, sources: visit.sources },
    ...(visit.outcomes ?? []).map((outcome) => ({ part: 'outcome' as const, ...outcome })),
    ...(visit.met ?? []).map((meeting) => ({
      part: 'met' as const,
      text: [nameOf(meeting.who), meeting.role].filter(Boolean).join(', '),
      sources: meeting.sources,
    })),
    ...(visit.counted_as ?? []).map((count) => ({ part: 'counted' as const, ...count })),
    { part: 'role', text: visit.visitor_role, sources: visit.sources },
    ...present([
      ['kind', visit.kind_note],
      ['date', visit.date_note],
    ]).map((statement) => ({ ...statement, sources: visit.sources })),
    ...disputedStatements(visit.disputed),
  ];
}

function disputedStatements(disputed: readonly Disputed[] | undefined): Statement[] {
  return (disputed ?? []).map(({ field, value, source }) => ({
    part: 'disputed',
    text: `${field.replaceAll('-', ' ').replaceAll('_', ' ')}: ${value}`,
    sources: [source],
  }));
}

function present(pairs: [Part, string | undefined][]): { part: Part; text: string }[] {
  return pairs.flatMap(([part, text]) => (text === undefined ? [] : [{ part, text }]));
}

/** An entity that a fact names in a field, and which field. */
export type Reference = { id: string; field: Field };
export const FIELDS = [
  'visitor',
  'country',
  'place',
  'host',
  'met',
  'occasion',
  'actor',
  'supplier',
  'recipient',
  'counter',
  'item',
  'category',
  'ranked',
  'voter',
  'self',
] as const;
export type Field = (typeof FIELDS)[number];

/** The entities that a fact names in its fields, in the order of importance. */
export function referencesOf(fact: Fact): Reference[] {
  const list = (field: Field, ids: readonly (string | undefined)[]): Reference[] =>
    ids.flatMap((id) => (id === undefined ? [] : [{ id, field }]));
  switch (fact.kind) {
    case 'visit':
      return [
        ...list('visitor', [fact.data.visitor]),
        ...list('country', [fact.data.country]),
        ...list(
          'place',
          (fact.data.places ?? []).map((place) => place.city),
        ),
        ...list('host', [fact.data.host]),
        ...list(
          'met',
          (fact.data.met ?? []).map((meeting) => meeting.who),
        ),
        ...list('occasion', fact.data.occasions ?? []),
      ];
    case 'event':
      return [...list('actor', fact.data.actors), ...list('place', [fact.data.place])];
    case 'figure':
      return [
        ...list('supplier', [fact.data.supplier]),
        ...list('recipient', [fact.data.recipient]),
        ...list('counter', [fact.data.counted_by]),
      ];
    case 'delivery':
      return [
        ...list('supplier', [fact.data.supplier]),
        ...list('recipient', [fact.data.recipient]),
        ...list('item', [fact.data.item]),
        ...list('category', [fact.data.category]),
      ];
    case 'ranking':
      return [...list('ranked', fact.data.order), ...list('counter', [fact.data.counted_by])];
    case 'measure':
      return list('voter', Object.keys(fact.data.votes?.notable ?? {}));
    case 'entity':
      return [{ id: fact.id, field: 'self' }];
  }
}

/** Everything a record holds that can be asked for, in one fixed order. */
export function factsOf(record: RecordData): Fact[] {
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
