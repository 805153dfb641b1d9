import type { Answer } from '../src/answer/answer.ts';
import { openDesk } from '../src/desk.ts';
import type { Delivery, Entity, Event, Figure, Measure, Ranking, RecordData, Visit } from '../src/record/schema.ts';
import { buildStore, type Doc, type Store } from '../src/record/store.ts';

/**
 * A record made for one test: the people, places and papers below, and the facts that the test is about. Ada Orr leads
 * Norland, an island state that Torvia, Calmar and Delmora sell arms to.
 */

export const TODAY = '2024-11-21';
const ALL = ['post-1'];

export function tinyRecord(facts: Partial<Omit<RecordData, 'meta' | 'sources'>>): RecordData {
  return {
    meta: {
      title: 'Ada Orr abroad',
      subject: 'ada-orr',
      home: 'norland',
      kept_up_to: '2024-06-30',
      made: 'Invented.',
      since: facts.events?.find(({ kind }) => kind === 'coup')?.id,
    },
    visits: [],
    events: [],
    figures: [],
    deliveries: [],
    rankings: [],
    measures: [],
    ...facts,
    entities: [...ENTITIES, ...(facts.entities ?? [])],
    sources: [
      { id: 'post-1', publisher: 'The Post', title: 'At sea', published: '2024-02-03', url: 'https://post.example/1' },
      { id: 'herald-1', publisher: 'The Herald', title: null, published: null, url: null },
    ],
  };
}

const ENTITIES: Entity[] = [
  { id: 'north-sea', kind: 'region', name: 'Fogland Sea' },
  { id: 'norland', kind: 'country', name: 'Norland', aliases: ['Norlandish'], part_of: 'north-sea' },
  { id: 'torvia', kind: 'country', name: 'Torvia', aliases: ['Torvian'], part_of: 'north-sea' },
  { id: 'calmar', kind: 'country', name: 'Calmar', aliases: ['Calmarian'] },
  { id: 'delmora', kind: 'country', name: 'Delmora', aliases: ['Delmoran'] },
  { id: 'noran', kind: 'city', name: 'Noran', part_of: 'norland', gloss: 'Capital of Norland.' },
  { id: 'osk', kind: 'city', name: 'Osk', part_of: 'torvia', gloss: 'Capital of Torvia.' },
  { id: 'tarnby', kind: 'city', name: 'Tarnby', part_of: 'torvia' },
  { id: 'cala', kind: 'city', name: 'Cala', part_of: 'calmar', gloss: 'Capital of Calmar.' },
  {
    id: 'ada-orr',
    kind: 'person',
    name: 'Ada Orr',
    aliases: ['Orr'],
    part_of: 'norland',
    gender: 'female',
    gloss: 'Leader of Norland.',
    roles: [
      { title: 'admiral of the fleet', from: '2011-03-30', to: '2021-02-01', sources: ALL },
      { title: 'president of Norland', from: '2021-02-01', sources: ALL },
    ],
  },
  {
    id: 'bo-lund',
    kind: 'person',
    name: 'Bo Lund',
    aliases: ['Lund'],
    part_of: 'torvia',
    gender: 'male',
    gloss: 'President of Torvia.',
  },
  {
    id: 'cy-marr',
    kind: 'person',
    name: 'Cy Marr',
    aliases: ['Marr'],
    part_of: 'calmar',
    gender: 'male',
    gloss: 'Foreign minister of Calmar.',
    roles: [{ title: 'foreign minister of Calmar', as_of: '2019-04 to 2020-05', sources: ALL }],
  },
  { id: 'count-house', kind: 'organisation', name: 'Count House', gloss: 'Institute that counts transfers of arms.' },
  { id: 'ledger', kind: 'organisation', name: 'Ledger Institute' },
  { id: 'league', kind: 'organisation', name: 'Grey League' },
  { id: 'aircraft', kind: 'weapon-category', name: 'combat aircraft', aliases: ['fighter jets', 'jets'] },
  { id: 'petrel', kind: 'weapon', name: 'Petrel-7', part_of: 'aircraft' },
  { id: 'heron', kind: 'weapon', name: 'Heron-2', part_of: 'aircraft' },
];

export function visitOf(parts: Partial<Visit> & Pick<Visit, 'id' | 'arrived'>): Visit {
  return {
    visitor: 'ada-orr',
    visitor_role: 'president',
    country: 'torvia',
    kind: 'official',
    purpose: 'Talks on fish.',
    sources: ALL,
    ...parts,
  };
}

export function eventOf(parts: Partial<Event> & Pick<Event, 'id' | 'date' | 'text'>): Event {
  return { kind: 'other', actors: ['norland'], sources: ALL, ...parts };
}

export function figureOf(parts: Partial<Figure> & Pick<Figure, 'id' | 'value'>): Figure {
  return {
    supplier: 'torvia',
    recipient: 'norland',
    unit: 'USD',
    period: { from: '2010', to: '2019' },
    measures_what: 'arms sold to Norland',
    counted_by: 'count-house',
    as_of: '2020-05',
    sources: ALL,
    ...parts,
  };
}

export function deliveryOf(parts: Partial<Delivery> & Pick<Delivery, 'id'>): Delivery {
  return {
    supplier: 'torvia',
    recipient: 'norland',
    item: 'petrel',
    item_name: 'Petrel-7',
    category: 'aircraft',
    quantity: 6,
    ordered: '2015',
    delivered: { from: '2018', to: '2019' },
    status: 'delivered',
    sources: ALL,
    ...parts,
  };
}

export function measureOf(parts: Partial<Measure> & Pick<Measure, 'id'>): Measure {
  return {
    kind: 'vote',
    body: 'Grey League',
    date: '2021-06-18',
    text: 'Resolution 7 on arms to Norland.',
    sources: ALL,
    ...parts,
  };
}

export function rankingOf(parts: Partial<Ranking> & Pick<Ranking, 'id'>): Ranking {
  return {
    metric: 'arms suppliers to Norland',
    order: ['calmar', 'torvia', 'delmora'],
    period: { from: '2010', to: '2019' },
    counted_by: 'count-house',
    as_of: null,
    sources: ALL,
    ...parts,
  };
}

export type Facts = Parameters<typeof tinyRecord>[0];

/** Asks a record made for the test; turns one after the other are one conversation, the answer is that to the last. */
export function askTiny(facts: Facts, ...turns: string[]): Answer {
  return openDesk(tinyRecord(facts)).replay(turns, { now: TODAY });
}

export function storeOf(facts: Facts): Store {
  return buildStore(tinyRecord(facts));
}

/** A fact as the store has it; throws when it has none of that id. */
export function docOf(store: Store, id: string): Doc {
  const doc = store.byId.get(id);
  if (!doc) throw new Error(`the store has no ${id}`);
  return doc;
}
