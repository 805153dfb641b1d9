import { push } from '../../record/collections.ts';
import { ENTRIES_OF, placesOf, readFact } from '../../record/kept-entries.ts';
import { listAt } from '../../record/lists.ts';
import type { Delivery, Event, Figure, Measure, PartialDate, Visit } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';

type Kinds = { visit: Visit; event: Event; figure: Figure; delivery: Delivery; measure: Measure };

/** Facts of one kind by what they say; every list in the order of time. Which facts are in one is kept, what they say is not. */
export type Groups<T> = {
  get: (key: string) => readonly T[] | undefined;
  /** The keys, in the order in which time brings them up, and how many facts each has. The first call reads all facts of the kind. */
  sizes: () => [key: string, size: number][];
};

/** The facts of a record by what questions are asked about; of a large record no more is read than is asked for. */
export type Agenda = {
  /** By who travelled, and by where to. */
  trips: Groups<Visit>;
  destinations: Groups<Visit>;
  /** Visits that brought the record's subject together with somebody, expected meetings left out; by that person. */
  company: Groups<Visit>;
  /** Events by the year and by the month (`2021-02`) in which they began. */
  years: Groups<Event>;
  months: Groups<Event>;
  /** Events by everybody who acted in them. */
  acts: Groups<Event>;
  /** Amounts sold to the home country, by supplier. */
  amounts: Groups<Figure>;
  /** Shares in its imports, by supplier. */
  shares: Groups<Figure>;
  /** Deliveries and orders, by item, by category and by supplier. */
  items: Groups<Delivery>;
  categories: Groups<Delivery>;
  deliveries: Groups<Delivery>;
  /** Dated votes, by every state whose vote is on record. */
  votes: Groups<Measure>;
  /** Measures that are no votes, by the name of the body that took them. */
  measures: Groups<Measure>;
  /** All visits, or all events, the latest first, read as they are taken. */
  latest: <Kind extends keyof Kinds>(kind: Kind) => Iterable<Kinds[Kind]>;
  /** The event that comes after one in time. */
  eventAfter: (event: Event) => Event | undefined;
};

const agendas = new WeakMap<Store, Agenda>();

/** The agenda of a record; made at the first call, which reads no fact. */
export function agendaOf(store: Store): Agenda {
  const known = agendas.get(store);
  if (known !== undefined) return known;
  const agenda = makeAgenda(store);
  agendas.set(store, agenda);
  return agenda;
}

function makeAgenda(store: Store): Agenda {
  const { home, subject } = store.record.meta;
  const timeline = timelines(store);
  // Whoever a fact of these is grouped by, it names.
  const naming = (id: string) => listAt(store.index.naming, store.namedNumber(id) ?? -1);
  const group = <Kind extends keyof Kinds>(
    kind: Kind,
    keysOf: (data: Kinds[Kind]) => Iterable<string>,
    mayHave?: (key: string) => Iterable<number>,
  ) => groupsOf({ store, kind, keysOf, mayHave, timeline });
  return {
    trips: group('visit', ({ visitor }) => [visitor], naming),
    destinations: group('visit', ({ country }) => [country], naming),
    company: group('visit', (visit) => companyOn(visit, subject), naming),
    years: group('event', (event) => begunIn(event, 4)),
    months: group('event', (event) => begunIn(event, 7)),
    acts: group('event', ({ actors }) => actors, naming),
    amounts: group('figure', (it) => (it.recipient === home && isAmount(it) ? [it.supplier] : []), naming),
    shares: group('figure', (it) => (it.recipient === home && isShare(it) ? [it.supplier] : []), naming),
    items: group('delivery', ({ item }) => [item], naming),
    categories: group('delivery', ({ category }) => [category], naming),
    deliveries: group('delivery', ({ supplier }) => [supplier], naming),
    votes: group('measure', (it) => (isDatedVote(it) ? Object.keys(it.votes?.notable ?? {}) : []), naming),
    measures: group('measure', ({ votes, body }) => (votes === undefined ? [body] : [])),
    *latest(kind) {
      const places = timeline(kind);
      for (let at = places.length - 1; at >= 0; at -= 1) yield readData(store, kind, places[at] ?? 0);
    },
    eventAfter(event) {
      const events = timeline('event');
      const next = events[events.indexOf(store.byId.get(event.id)?.index ?? -1) + 1];
      return next === undefined ? undefined : readData(store, 'event', next);
    },
  };
}

type Timeline = (kind: keyof Kinds) => Uint32Array;

/** Gives the facts of a kind (by index) in the order of time, those of one day in that of the record. */
function timelines(store: Store): Timeline {
  const known = new Map<keyof Kinds, Uint32Array>();
  return (kind) => {
    const before = known.get(kind);
    if (before !== undefined) return before;
    const [from, to] = placesOf(store.index.entries, ENTRIES_OF[kind]);
    const places = Uint32Array.from({ length: to - from }, (_, at) => from + at).sort(inTime(store));
    known.set(kind, places);
    return places;
  };
}

function inTime({ index: { orderDays } }: Store): (a: number, b: number) => number {
  return (a, b) => (orderDays[a] ?? 0) - (orderDays[b] ?? 0) || a - b;
}

function readData<Kind extends keyof Kinds>(store: Store, kind: Kind, place: number): Kinds[Kind] {
  return readFact(store.index.entries, kind, place).data as Kinds[Kind];
}

// By way of the documents, which keep what was read lately: what is asked for once is asked for again.
function dataOf<Kind extends keyof Kinds>(store: Store, kind: Kind, place: number): Kinds[Kind][] {
  const fact = store.docs[place]?.fact;
  return fact?.kind === kind ? [fact.data as Kinds[Kind]] : [];
}

type Grouping<Kind extends keyof Kinds> = {
  store: Store;
  kind: Kind;
  keysOf: (data: Kinds[Kind]) => Iterable<string>;
  /** The facts (by index, of any kind) among which all with a key are; left out: all facts must be read to tell. */
  mayHave: ((key: string) => Iterable<number>) | undefined;
  timeline: Timeline;
};

function groupsOf<Kind extends keyof Kinds>(grouping: Grouping<Kind>): Groups<Kinds[Kind]> {
  const { store, kind, keysOf, mayHave, timeline } = grouping;
  let all: Map<string, number[]> | undefined;
  const known = new Map<string, readonly number[]>();
  const allGroups = () => {
    if (all !== undefined) return all;
    all = new Map();
    known.clear();
    for (const place of timeline(kind))
      for (const key of new Set(keysOf(readData(store, kind, place)))) push(all, key, place);
    return all;
  };
  const placesWith = (key: string): readonly number[] => {
    if (all !== undefined || mayHave === undefined) return allGroups().get(key) ?? [];
    const before = known.get(key);
    if (before !== undefined) return before;
    const [from, to] = placesOf(store.index.entries, ENTRIES_OF[kind]);
    const places: number[] = [];
    for (const place of mayHave(key)) {
      if (place >= from && place < to && [...keysOf(readData(store, kind, place))].includes(key)) places.push(place);
    }
    places.sort(inTime(store));
    known.set(key, places);
    return places;
  };
  return {
    get: (key) => {
      const places = placesWith(key);
      return places.length === 0 ? undefined : places.flatMap((place) => dataOf(store, kind, place));
    },
    sizes: () => [...allGroups()].map(([key, places]) => [key, places.length]),
  };
}

/** Whom a visitor is on record as having met on a visit. */
export function heldWith(visit: Visit): string[] {
  const held = (visit.met ?? []).filter(({ status }) => status === 'held');
  return held.map(({ who }) => who).filter((id) => id !== visit.visitor);
}

function companyOn(visit: Visit, subject: string): string[] {
  const met = heldWith(visit);
  if (visit.visitor === subject) return met;
  return met.includes(subject) ? [visit.visitor] : [];
}

// Counts of firms, banks and deals are no amounts of arms.
function isAmount({ unit }: Figure): boolean {
  return /^(?:USD|EUR)$/.test(unit) || /-(?:million|billion)$/.test(unit);
}

function isShare({ unit, measures_what: what }: Figure): boolean {
  return unit === 'percent-share' && /\bshare\b/.test(what);
}

function isDatedVote({ votes, date }: Measure): boolean {
  return votes !== undefined && date !== null;
}

/** The day, month or year on which an event was or began; `null` where the record has no beginning. */
export function beginningOf(event: Event): PartialDate | null {
  return typeof event.date === 'string' ? event.date : event.date.from;
}

function begunIn(event: Event, length: 4 | 7): string[] {
  const date = beginningOf(event);
  return date === null || date.length < length ? [] : [date.slice(0, length)];
}
