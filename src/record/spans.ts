import { firstDay, lastDay } from './days.ts';
import type { Fact } from './facts.ts';
import type { PartialDate, Visit } from './schema.ts';

/** Days that a fact covers, both ends included, as ISO days; an end that the record leaves open is `null`. */
export type Span = { from: string | null; to: string | null };

/** The days a fact covers; `null` when the record gives it no date at all. */
export function spanOf(fact: Fact): Span | null {
  switch (fact.kind) {
    case 'visit':
      return visitSpan(fact.data);
    case 'event': {
      const { date } = fact.data;
      return typeof date === 'string' ? whole(date) : between(date.from, date.to);
    }
    case 'figure':
    case 'ranking':
      return between(fact.data.period.from, fact.data.period.to);
    case 'delivery': {
      const { delivered, ordered } = fact.data;
      if (delivered) return between(delivered.from, delivered.to);
      return ordered ? whole(ordered) : null;
    }
    case 'measure':
      return fact.data.date ? whole(fact.data.date) : null;
    case 'entity':
      return null;
  }
}

function whole(date: PartialDate): Span {
  return { from: firstDay(date), to: lastDay(date) };
}

function between(from: PartialDate | null, to: PartialDate | null): Span | null {
  if (from === null && to === null) return null;
  return { from: from === null ? null : firstDay(from), to: to === null ? null : lastDay(to) };
}

function visitSpan(visit: Visit): Span {
  const from = firstDay(visit.arrived);
  if (visit.departed) return { from, to: lastDay(visit.departed) };
  let to = lastDay(visit.arrived);
  if (visit.arrived.length === 10) for (const day of datedDays(visit)) if (day > to) to = day;
  return { from, to };
}

/** The days on which a visitor is known to have been on the visit, from its stops, meetings, arrival and departure. */
function datedDays(visit: Visit): string[] {
  const dates = [
    visit.arrived,
    visit.departed,
    ...(visit.places ?? []).flatMap((place) => [place.from, place.to]),
    ...(visit.met ?? []).filter((meeting) => meeting.status === 'held').map((meeting) => meeting.date),
  ];
  return dates.filter((date): date is string => date?.length === 10).sort();
}

/**
 * The day by which facts are put in order: the first day known exactly (a dated stop, meeting or departure of a visit),
 * otherwise the middle of what the date may mean, so that a month does not sort as its first day. Facts without a date
 * sort last.
 */
export function orderDay(fact: Fact): string {
  if (fact.kind === 'visit') {
    const first = datedDays(fact.data)[0];
    if (first !== undefined) return first;
  }
  const span = spanOf(fact);
  if (span === null) return '9999-12-31';
  const { from, to } = span;
  if (from === null || to === null || from === to) return from ?? to ?? '9999-12-31';
  const middle = (Date.parse(from) + Date.parse(to)) / 2;
  return new Date(middle).toISOString().slice(0, 10);
}
