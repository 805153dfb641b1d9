import type { Event, PartialDate } from '../../record/schema.ts';
import { formatDate } from '../dates.ts';
import { agendaOf, type Groups } from './agenda.ts';
import { idsOf, inMonth, type Naming, type Offer } from './question.ts';

/** What happened on one day, for an event dated to it. */
export function onEvent(event: Event): Offer[] {
  if (typeof event.date !== 'string' || event.date.length !== 10) return [];
  const entities = [...event.actors, ...(event.place === undefined ? [] : [event.place])];
  return [{ text: `what happened on ${formatDate(event.date)}`, family: 'event-day', facts: [event.id], entities }];
}

/** What happened in each year that has events, the latest first. */
export function onEventYears({ store }: Naming): Offer[] {
  return latestFirst(agendaOf(store).years).map(([year, events]) => ({
    text: `list the events of ${year}`,
    family: 'event-year',
    facts: idsOf(events),
    entities: [],
  }));
}

function latestFirst(events: Groups<Event>): [key: string, events: readonly Event[]][] {
  const latest = events.sizes().reverse();
  return latest.map(([key]) => [key, events.get(key) ?? []]);
}

/** What happened in each month that has events, the latest first. */
export function onEventMonths({ store }: Naming): Offer[] {
  return latestFirst(agendaOf(store).months).map(([month, events]) => monthOffer(month, events));
}

/** What happened in the month of a date; nothing where it has no month, or the month no event. */
export function onMonth(date: PartialDate | null, { store }: Naming): Offer[] {
  const month = date?.slice(0, 7) ?? '';
  const events = agendaOf(store).months.get(month);
  return events === undefined ? [] : [monthOffer(month, events)];
}

function monthOffer(month: string, events: readonly Event[]): Offer {
  const entities = [...new Set(events.flatMap(({ actors }) => actors))];
  return { text: `what happened ${inMonth(month)}`, family: 'event-month', facts: idsOf(events), entities };
}
