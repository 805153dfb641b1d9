import { addDays, addMonths, dayOf, daysBetween, daysInMonth, partsOf } from '../../record/days.ts';
import { type Days, type Grain, monthsFrom } from './part.ts';
import type { Unit } from './vocabulary.ts';

/** Pieces of a period: its early, middle and late part, its halves, its first weeks. */

/**
 * Early (0), mid (1) or late (2): thirds in whole months; of a month the days 1-10, 11-20 and the rest; of a decade four,
 * three and three years. `null` for a period that is not so divided (a week, a single quarter's week).
 */
export function thirdOf(days: Days, grain: Grain, third: 0 | 1 | 2): Days | null {
  const { year, month } = partsOf(days.from);
  if (grain === 'month') {
    const last = third === 2 ? daysInMonth(year, month) : 10 * (third + 1);
    return { from: dayOf(year, month, 10 * third + 1), to: dayOf(year, month, last) };
  }
  if (grain === 'decade') {
    const [first, count] = third === 0 ? [0, 4] : [1 + 3 * third, 3];
    return monthsFrom(year + first, 1, 12 * count);
  }
  const months = wholeMonths(days);
  if (months === null || months % 3 !== 0) return null;
  return monthsFrom(year, month + (third * months) / 3, months / 3);
}

/** The first or second half: whole months, or the days 1-15 and the rest of a month. */
export function halfOf(days: Days, grain: Grain, half: 1 | 2): Days | null {
  const { year, month } = partsOf(days.from);
  if (grain === 'month') {
    const middle = dayOf(year, month, 15);
    return half === 1 ? { from: days.from, to: middle } : { from: addDays(middle, 1), to: days.to };
  }
  const months = wholeMonths(days);
  if (months === null || months % 2 !== 0) return null;
  return monthsFrom(year, month + (half - 1) * (months / 2), months / 2);
}

/** One of the four quarters of twelve months. */
export function quarterOf(days: Days, quarter: number): Days | null {
  if (wholeMonths(days) !== 12 || quarter < 1 || quarter > 4) return null;
  const { year, month } = partsOf(days.from);
  return monthsFrom(year, month + 3 * (quarter - 1), 3);
}

/** So many days, weeks, months or years at the beginning or the end of a period; never more than the period. */
export function runOf(days: Days, count: number, unit: Unit, side: 'first' | 'last'): Days {
  if (side === 'first') {
    const to = addDays(shift(days.from, count, unit), -1);
    const isLonger = to > days.to;
    return { from: days.from, to: isLonger ? days.to : to };
  }
  const from = shift(addDays(days.to, 1), -count, unit);
  const isLonger = from < days.from;
  return { from: isLonger ? days.from : from, to: days.to };
}

/** The week of a month: days 1-7, 8-14, 15-21, 22-28, the rest. `null` when the month has no such week. */
export function weekOfMonth(days: Days, week: number): Days | null {
  const from = addDays(days.from, 7 * (week - 1));
  return from > days.to ? null : runOf({ from, to: days.to }, 1, 'week', 'first');
}

const MONTHS_OF: Readonly<Partial<Record<Unit, number>>> = { month: 1, quarter: 3, year: 12, decade: 120 };

/** A day so many units later, or earlier for a negative count. */
export function shift(day: string, count: number, unit: Unit): string {
  const months = MONTHS_OF[unit];
  return months === undefined ? addDays(day, count * (unit === 'week' ? 7 : 1)) : addMonths(day, count * months);
}

function wholeMonths(days: Days): number | null {
  const from = partsOf(days.from);
  const to = partsOf(addDays(days.to, 1));
  if (from.day !== 1 || to.day !== 1 || daysBetween(days.from, days.to) < 27) return null;
  return (to.year - from.year) * 12 + to.month - from.month;
}
