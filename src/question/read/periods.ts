import { firstDay, lastDay } from '../../record/days.ts';
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
    return [
      { ...period, from: firstDay(text), to: lastDay(text), months: undefined, text: `${period.text} ${year.text}` },
    ];
  });
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
