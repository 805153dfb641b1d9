/**
 * Calendar arithmetic on ISO days (`2021-06-20`) of the Gregorian calendar. Pure: no clock and no time zone; ISO days
 * compare as strings. Years 1 to 9999.
 */

import type { PartialDate } from './schema.ts';

/** Days from one to another, both included; an end that is open is `null`. */
export type Period = { from: string | null; to: string | null };

export type Precision = 'day' | 'month' | 'year';

const DAY_LENGTH = 86_400_000;
const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether there is such a day: 29 February only in leap years. */
export function isDate(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether a text is an ISO day of the calendar. */
export function isDay(text: string): boolean {
  const match = PARTIAL.exec(text);
  return match?.[3] !== undefined && isDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The ISO day of a year, a month (1 to 12) and a day. Throws a RangeError for a day that no calendar has. */
export function dayOf(year: number, month: number, day: number): string {
  if (!isDate(year, month, day)) throw new RangeError(`no such day: ${year}-${month}-${day}`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Year, month and day of an ISO day. Throws a RangeError for anything else. */
export function partsOf(day: string): { year: number; month: number; day: number } {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** How precise a partial date is. Throws a RangeError for a text that is none. */
export function precisionOf(date: PartialDate): Precision {
  const match = PARTIAL.exec(date);
  if (!match) throw new RangeError(`not a date: ${date}`);
  return match[3] !== undefined ? 'day' : match[2] !== undefined ? 'month' : 'year';
}

/** The first day that a partial date may mean: `2021-06` → `2021-06-01`. Throws a RangeError for a text that is none. */
export function firstDay(date: PartialDate): string {
  return daysOf(date).from;
}

/** The last day that a partial date may mean: `2021-02` → `2021-02-28`. Throws a RangeError for a text that is none. */
export function lastDay(date: PartialDate): string {
  return daysOf(date).to;
}

/** All days that a partial date may mean. Throws a RangeError for a text that is no date, `2021-13` included. */
export function daysOf(date: PartialDate): { from: string; to: string } {
  const precision = precisionOf(date);
  const year = Number(date.slice(0, 4));
  if (precision === 'year') return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
  const month = Number(date.slice(5, 7));
  if (precision === 'month') return { from: dayOf(year, month, 1), to: dayOf(year, month, daysInMonth(year, month)) };
  const day = dayOf(year, month, Number(date.slice(8)));
  return { from: day, to: day };
}

/** The day so many days later, or earlier for a negative count. Throws a RangeError outside the years 1 to 9999. */
export function addDays(day: string, count: number): string {
  const moved = new Date(numberOfDay(day) * DAY_LENGTH + count * DAY_LENGTH);
  return dayOf(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/**
 * The same day so many months later, or earlier for a negative count; the last day of that month where it has no such
 * day: 31 January and a month is 28 February. Throws a RangeError outside the years 1 to 9999.
 */
export function addMonths(day: string, count: number): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const months = year * 12 + (month - 1) + count;
  const newYear = Math.floor(months / 12);
  const newMonth = months - newYear * 12 + 1;
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/** Days from one day to another: 1 from a day to the next, negative when `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** Day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  const remainder = (numberOfDay(day) + 3) % 7;
  return (remainder < 0 ? remainder + 7 : remainder) + 1;
}

/** Order of two ISO days, for sorting: negative when the first is earlier. */
export function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether two periods have a day in common. */
export function overlaps(a: Period, b: Period): boolean {
  return startsBy(a, b.to) && startsBy(b, a.to);
}

/** Whether every day of `inner` is in `outer`. */
export function contains(outer: Period, inner: Period): boolean {
  const startsInside = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  const endsInside = outer.to === null || (inner.to !== null && inner.to <= outer.to);
  return startsInside && endsInside;
}

function startsBy(period: Period, day: string | null): boolean {
  return period.from === null || day === null || period.from <= day;
}

// Days since 1 January 1970. setUTCFullYear, because Date.UTC takes the years 0 to 99 for 1900 to 1999.
function numberOfDay(day: string): number {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / DAY_LENGTH);
}
