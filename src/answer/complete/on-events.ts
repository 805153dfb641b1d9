import type { Event, PartialDate } from '../../record/schema.ts';
import { formatDate } from '../dates.ts';
import { agendaOf } from './agenda.ts';
import { grouped, inMonth, type Naming, type Offer } from './question.ts';

/** The day, month or year on which an event began; `null` where the record has no beginning. */
export function beginningOf(event: Event): PartialDate | null {
  return typeof event.date === 'string' ? event.date : event.date.from;
}

/** What happened on one day, for events dated to it. */
export function onEvent(event: Event): Offer[] {
  const date = beginningOf(event);
  if (typeof event.date !== 'string' || date?.length !== 10) return [];
  return [{ text: `what happened on ${formatDate(date)}`, family: 'event-day', facts: [event.id], entities: event.actors }];
}

/** What happened in each month and year that has events, the latest first. */
export function onTimes(naming: Naming): Offer[] {
  const { store } = naming;
  const dated = agendaOf(store).events.flatMap((event) => {
    const date = beginningOf(event);
    return date === null ? [] : [{ event, date }];
  });
  const offers: Offer[] = [];
  for (const [year, events] of [...grouped(dated, ({ date }) => [date.slice(0, 4)])].reverse()) {
    offers.push({ text: `list the events of ${year}`, family: 'event-year', facts: events.map(({ event }) => event.id), entities: [] });
  }
  for (const [month, events] of [...grouped(dated.filter(({ date }) => date.length >= 7), ({ date }) => [date.slice(0, 7)])].reverse()) {
    offers.push({ text: `what happened ${inMonth(month)}`, family: 'event-month', facts: events.map(({ event }) => event.id), entities: [] });
  }
  return offers;
}

/** When the record's turning point was, by its kind: "when was the takeover". */
export function onTurningPoint(naming: Naming): Offer[] {
  const { store } = naming;
  const doc = store.byId.get(store.record.meta.since ?? '');
  if (doc?.fact.kind !== 'event') return [];
  return [{ text: `when was the ${doc.fact.data.kind}`, family: 'event-when', facts: [doc.fact.id], entities: doc.fact.data.actors }];
}
