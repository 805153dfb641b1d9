import type { Query } from '../../question/query.ts';
import { stemOf } from '../../text.ts';
import type { Context } from '../draft.ts';
import { ordinalWord } from '../phrases.ts';
import type { VisitHit } from './find.ts';
import { overlap } from './statements.ts';

/** First, last or nth of the visits, as the question asks; all of them when it does not. */
export function pick(context: Context, hits: VisitHit[], met: readonly string[]): VisitHit[] | null {
  const { order } = context.query;
  if (!order) return hits;
  const sorted = met.length > 0 ? [...hits].sort((a, b) => meetingDay(a, met).localeCompare(meetingDay(b, met))) : hits;
  if (order.kind === 'first') return counted(context, sorted, 1) ?? sorted.slice(0, 1);
  if (order.kind === 'last') return sorted.slice(-1);
  if (order.kind === 'nth') return counted(context, sorted, order.n) ?? nth(sorted, order.n);
  if (order.kind === 'after')
    return sorted.filter((hit) => hit.doc.orderDay > order.day && !order.besides.includes(hit.doc.fact.id)).slice(0, 1);
  return sorted.filter((hit) => hit.doc.orderDay < order.day && !order.besides.includes(hit.doc.fact.id)).slice(-1);
}

function nth(hits: VisitHit[], n: number): VisitHit[] | null {
  const hit = hits[n - 1];
  return hit ? [hit] : null;
}

// Where a source counted ("fifth trip there since the vote"), its count goes before the record's own.
function counted(context: Context, hits: VisitHit[], n: number): VisitHit[] | null {
  const { query } = context;
  if (query.ask === 'whether' || n === 1) return null;
  const word = ordinalWord(n);
  const found = hits.filter((hit) =>
    (hit.visit.counted_as ?? []).some(
      (count) => new RegExp(`\\b${word}\\b`, 'i').test(count.text) && countFits(query, count.text),
    ),
  );
  const closeness = (hit: VisitHit) =>
    Math.max(
      ...(hit.visit.counted_as ?? [])
        .filter((count) => new RegExp(`\\b${word}\\b`, 'i').test(count.text))
        .map((count) => overlap(count.text, query)),
    );
  return found.length > 0 ? [...found].sort((a, b) => closeness(b) - closeness(a)).slice(0, 1) : null;
}

function countFits(query: Query, text: string): boolean {
  const stems = new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .map(stemOf),
  );
  const names = query.names.filter((name) => !name.implied && !name.adjective);
  return names.every(
    (name) =>
      name.text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .some((part) => stems.has(stemOf(part))) || name.ids.length > 1,
  );
}

function meetingDay(hit: VisitHit, met: readonly string[]): string {
  const days = (hit.visit.met ?? [])
    .filter((meeting) => met.includes(meeting.who))
    .map((meeting) => meeting.date ?? hit.doc.orderDay);
  return days.sort()[0] ?? hit.doc.orderDay;
}
