import type { Delivery, Event, Figure, Measure, Visit } from '../../record/schema.ts';
import type { Doc, Store } from '../../record/store.ts';
import { grouped } from './question.ts';

/** The facts of a record by what questions are asked about, each list in the order of time. */
export type Agenda = {
  visits: readonly Visit[];
  /** By who travelled. */
  trips: ReadonlyMap<string, readonly Visit[]>;
  /** The visits on which somebody was met, expected meetings left out, by whom. */
  meetings: ReadonlyMap<string, readonly Visit[]>;
  events: readonly Event[];
  /** Figures on sales to the home country, by supplier. */
  figures: ReadonlyMap<string, readonly Figure[]>;
  /** Deliveries and orders, by item. */
  deliveries: ReadonlyMap<string, readonly Delivery[]>;
  /** Dated votes, by every state whose vote is on record. */
  votes: ReadonlyMap<string, readonly Measure[]>;
};

const agendas = new WeakMap<Store, Agenda>();

/** The agenda of a record; made at the first call, in a time linear in the number of facts. */
export function agendaOf(store: Store): Agenda {
  const known = agendas.get(store);
  if (known !== undefined) return known;
  const { home } = store.record.meta;
  const docs = [...store.facts].sort((a, b) => a.orderDay.localeCompare(b.orderDay));
  const visits = docs.flatMap(visitOf);
  const of = <T>(pick: (doc: Doc) => T[]): T[] => docs.flatMap(pick);
  const figures = of((doc) => (doc.fact.kind === 'figure' && doc.fact.data.recipient === home ? [doc.fact.data] : []));
  const deliveries = of((doc) => (doc.fact.kind === 'delivery' ? [doc.fact.data] : []));
  const votes = of((doc) => (doc.fact.kind === 'measure' && doc.fact.data.votes && doc.fact.data.date ? [doc.fact.data] : []));
  const agenda: Agenda = {
    visits,
    trips: grouped(visits, (visit) => [visit.visitor]),
    meetings: grouped(visits, (visit) => heldWith(visit)),
    events: of((doc) => (doc.fact.kind === 'event' ? [doc.fact.data] : [])),
    figures: grouped(figures, (figure) => [figure.supplier]),
    deliveries: grouped(deliveries, (delivery) => [delivery.item]),
    votes: grouped(votes, (measure) => Object.keys(measure.votes?.notable ?? {})),
  };
  agendas.set(store, agenda);
  return agenda;
}

function visitOf(doc: Doc): Visit[] {
  return doc.fact.kind === 'visit' ? [doc.fact.data] : [];
}

/** Whom a visitor is on record as having met on a visit. */
export function heldWith(visit: Visit): string[] {
  return (visit.met ?? []).filter((meeting) => meeting.status === 'held').map((meeting) => meeting.who);
}
