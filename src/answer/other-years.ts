import type { PeriodUnit, Query } from '../question/query.ts';
import { lastDay } from '../record/days.ts';
import type { Doc, Store } from '../record/store.ts';

const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * What a question with a day but no year ("arrived on 22 December") may ask about besides the last such day: the same with
 * each year, the latest first, in which the record has something on that day of somebody or something it names.
 */
export function inOtherYears(query: Query, store: Store): Query[] {
  const yearless = query.periods.filter((period) => period.grain === 'day' && !/\d{4}/.test(period.text));
  // In "21 or 22 December" only one of the days has its month.
  if (yearless.length < query.periods.length || !yearless.some(({ text }) => MONTH.test(text))) return [];
  const told = query.names
    .filter((name) => !name.excluded)
    .flatMap((name) => name.ids)
    .flatMap((id) => store.byEntity.get(id) ?? [])
    .flatMap((index) => store.docs[index] ?? []);
  const years = new Set(told.flatMap((doc) => yearsOf(doc, yearless)));
  return [...years]
    .sort((a, b) => b.localeCompare(a))
    .map((year) => ({ ...query, periods: query.periods.map((period) => movedTo(year, period)) }));
}

function yearsOf(doc: Doc, periods: readonly PeriodUnit[]): string[] {
  const from = doc.span?.from;
  if (!from) return [];
  const to = doc.span?.to ?? lastDay(from);
  const year = from.slice(0, 4);
  return periods.some((period) => {
    const { from: start } = movedTo(year, period);
    return start !== null && start >= from && start <= to;
  })
    ? [year]
    : [];
}

function movedTo(year: string, period: PeriodUnit): PeriodUnit {
  const moved = (day: string | null) => day && `${year}${day.slice(4)}`;
  return { ...period, from: moved(period.from), to: moved(period.to), text: `${period.text} ${year}` };
}
