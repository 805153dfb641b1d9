import type { Delivery, Event, Figure, Measure, PartialDate, Visit } from '../../record/schema.ts';
import type { Doc, Store } from '../../record/store.ts';
import { grouped } from './question.ts';

/** The facts of a record by what questions are asked about; every list in the order of time. */
export type Agenda = {
  visits: readonly Visit[];
  /** By who travelled. */
  trips: ReadonlyMap<string, readonly Visit[]>;
  /** Visits that brought the record's subject together with somebody, expected meetings left out; by that person. */
  company: ReadonlyMap<string, readonly Visit[]>;
  events: readonly Event[];
  /** Events by the year and by the month (`2021-02`) in which they began. */
  years: ReadonlyMap<string, readonly Event[]>;
  months: ReadonlyMap<string, readonly Event[]>;
  /** Events by everybody who acted in them. */
  acts: ReadonlyMap<string, readonly Event[]>;
  /** Amounts sold to the home country, by supplier. */
  amounts: ReadonlyMap<string, readonly Figure[]>;
  /** Shares in its imports, by supplier. */
  shares: ReadonlyMap<string, readonly Figure[]>;
  /** Deliveries and orders, by item, by category and by supplier. */
  items: ReadonlyMap<string, readonly Delivery[]>;
  categories: ReadonlyMap<string, readonly Delivery[]>;
  deliveries: ReadonlyMap<string, readonly Delivery[]>;
  /** Dated votes, by every state whose vote is on record. */
  votes: ReadonlyMap<string, readonly Measure[]>;
  /** Measures that are no votes, by the name of the body that took them. */
  measures: ReadonlyMap<string, readonly Measure[]>;
};

const agendas = new WeakMap<Store, Agenda>();

/** The agenda of a record; made at the first call, linear in the number of facts but for putting them in order. */
export function agendaOf(store: Store): Agenda {
  const known = agendas.get(store);
  if (known !== undefined) return known;
  const agenda = makeAgenda(store);
  agendas.set(store, agenda);
  return agenda;
}

function makeAgenda(store: Store): Agenda {
  const { home, subject } = store.record.meta;
  const docs = [...store.facts].sort((a, b) => (a.orderDay < b.orderDay ? -1 : a.orderDay > b.orderDay ? 1 : 0));
  const from = <T>(pick: (doc: Doc) => T | null): T[] => docs.flatMap((doc) => pick(doc) ?? []);
  const visits = from(({ fact }) => (fact.kind === 'visit' ? fact.data : null));
  const events = from(({ fact }) => (fact.kind === 'event' ? fact.data : null));
  const figures = from(({ fact }) => (fact.kind === 'figure' && fact.data.recipient === home ? fact.data : null));
  const deliveries = from(({ fact }) => (fact.kind === 'delivery' ? fact.data : null));
  const measures = from(({ fact }) => (fact.kind === 'measure' ? fact.data : null));
  return {
    visits,
    trips: grouped(visits, ({ visitor }) => [visitor]),
    company: grouped(visits, (visit) => companyOn(visit, subject)),
    events,
    years: grouped(events, (event) => begunIn(event, 4)),
    months: grouped(events, (event) => begunIn(event, 7)),
    acts: grouped(events, ({ actors }) => actors),
    amounts: grouped(figures.filter(isAmount), ({ supplier }) => [supplier]),
    shares: grouped(figures.filter(isShare), ({ supplier }) => [supplier]),
    items: grouped(deliveries, ({ item }) => [item]),
    categories: grouped(deliveries, ({ category }) => [category]),
    deliveries: grouped(deliveries, ({ supplier }) => [supplier]),
    votes: grouped(measures.filter(isDatedVote), ({ votes }) => Object.keys(votes?.notable ?? {})),
    measures: grouped(
      measures.filter(({ votes }) => votes === undefined),
      ({ body }) => [body],
    ),
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
