import { addDays, firstDay, lastDay } from '../../record/days.ts';
import type { PeriodMention } from '../periods.ts';
import type { PeriodUnit } from '../query.ts';

/** "that June week in 2021": the periods, where a month without a year takes the year that stands beside it. */
export function withYears(periods: PeriodUnit[]): PeriodUnit[] {
  const year = periods.find((period) => period.grain === 'year' && period.from !== null && period.to !== null);
  const months = periods.filter((period) => period.months !== undefined);
  if (!year?.from || months.length === 0) return periods;
  return periods.flatMap((period) => {
    if (period === year) return [];
    const month = period.months?.[0];
    if (month === undefined) return [period];
    const text = `${year.from?.slice(0, 4)}-${String(month).padStart(2, '0')}`;
    const bounded = withinYear(period, text, year);
    if (bounded) return [bounded];
    return [
      { ...period, from: firstDay(text), to: lastDay(text), months: undefined, text: `${period.text} ${year.text}` },
    ];
  });
}

// "in 1971 after May": what is left of the year on that side of the month.
function withinYear(period: PeriodUnit, month: string, year: PeriodUnit): PeriodUnit | null {
  const common = { ...period, months: undefined, grain: 'span' as const, text: `${period.text} ${year.text}` };
  switch (period.relation) {
    case 'after':
      return { ...common, relation: 'between', from: addDays(lastDay(month), 1), to: year.to };
    case 'since':
      return { ...common, relation: 'between', from: firstDay(month), to: year.to };
    case 'before':
      return { ...common, relation: 'between', from: year.from, to: addDays(firstDay(month), -1) };
    case 'until':
      return { ...common, relation: 'between', from: year.from, to: lastDay(month) };
    default:
      return null;
  }
}

/** "fiscal 2022 v 2023": the periods, where every year is a fiscal one if one of them is. */
export function fiscalYears(periods: PeriodUnit[]): PeriodUnit[] {
  if (!periods.some((period) => /\b(fiscal|fy)/i.test(period.text))) return periods;
  return periods.map((period) => {
    const year =
      period.grain === 'year' && period.from?.endsWith('-01-01') && period.to?.endsWith('-12-31')
        ? Number(period.from.slice(0, 4))
        : null;
    return year === null ? period : { ...period, from: `${year}-04-01`, to: `${year + 1}-03-31` };
  });
}

/** A period found in the words, as a query holds it. */
export function periodUnit(mention: PeriodMention): PeriodUnit {
  return {
    from: mention.period.from,
    to: mention.period.to,
    grain: mention.grain,
    relation: mention.relation,
    text: mention.text,
    start: mention.start,
    end: mention.end,
    loose: mention.loose,
    months: mention.months,
  };
}
