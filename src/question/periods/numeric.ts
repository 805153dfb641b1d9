import { dayIn } from './dates.ts';
import { type Days, monthsFrom, type Part, partOf, yearsFrom } from './part.ts';
import type { Context, Joint } from './tokens.ts';
import { digitYearAt, isCount, wholeYear } from './years.ts';

/** Dates in digits: 2022-09-05, 2021-06, 5/9/2022, 20.06.2021, 06/2021, and years with a short end: 2015-19, 2022/23. */

// 2003-06 may be June 2003 or 2003 to 2006; a range of years longer than this is not written so.
const LONGEST_SHORT_RANGE = 30;

/** A date in digits. One that no calendar has gives a part without readings, so that its numbers are read as nothing. */
export function numericDate(context: Context, at: number): Part | null {
  return dotted(context, at) ?? yearFirst(context, at) ?? dayOrMonthFirst(context, at) ?? monthAndYear(context, at);
}

function isGlue(joint: Joint | undefined): boolean {
  return joint === 'hyphen' || joint === 'slash';
}

// Dots are not used where the month comes first, so the day does.
function dotted({ tokens }: Context, at: number): Part | null {
  const text = tokens[at]?.norm ?? '';
  const last = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})$/.exec(text);
  if (last) return dayPart(at + 1, Number(last[3]), Number(last[2]), Number(last[1]));
  const first = /^((?:19|20)\d{2})\.(\d{1,2})\.(\d{1,2})$/.exec(text);
  return first ? dayPart(at + 1, Number(first[1]), Number(first[2]), Number(first[3])) : null;
}

function dayPart(end: number, year: number, month: number, day: number): Part {
  return partOf({ end, grain: 'day', year, month, readings: () => dayIn(year, month, day), impossible: true });
}

function yearFirst(context: Context, at: number): Part | null {
  const { tokens } = context;
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const year = first?.digits === 4 ? digitYearAt(context, at) : null;
  if (year === null || second === undefined) return null;
  if (!isGlue(second.joint)) return shortDash(second.joint, second.digits, second.number, year, at);
  const isThree = third !== undefined && third.joint === second.joint && /^\d/.test(third.norm);
  if (isThree && second.digits > 0 && second.digits <= 2) {
    if (second.number === null || third.number === null || third.digits > 2) return nothing(at + 3);
    return dayPart(at + 3, year, second.number, third.number);
  }
  if (second.number === null) return /^\d/.test(second.norm) ? nothing(at + 2) : null;
  if (second.digits === 4 && second.joint === 'slash') {
    return second.number === year + 1 ? yearRange(at + 2, year, second.number) : nothing(at + 2);
  }
  if (second.digits > 2) return second.digits === 4 && digitYearAt(context, at + 1) !== null ? null : nothing(at + 2);
  return monthOrShortYear(at, year, second.number, second.digits);
}

function shortDash(joint: Joint, digits: number, value: number | null, year: number, at: number): Part | null {
  if (joint !== 'dash' || digits !== 2 || value === null) return null;
  const last = endOfRange(year, value);
  return last === null ? null : yearRange(at + 2, year, last);
}

function monthOrShortYear(at: number, year: number, value: number, digits: number): Part {
  const end = at + 2;
  const last = digits === 2 ? endOfRange(year, value) : null;
  const month = value >= 1 && value <= 12 ? monthsFrom(year, value, 1) : null;
  if (month === null) return last === null ? nothing(end) : yearRange(end, year, last);
  const readings: Days[] = last === null ? [month] : [month, yearsFrom(year, last - year + 1)];
  return partOf({ end, grain: 'month', year, month: value, readings: () => readings });
}

function endOfRange(year: number, twoDigits: number): number | null {
  const sameCentury = Math.floor(year / 100) * 100 + twoDigits;
  const end = sameCentury > year ? sameCentury : sameCentury + 100;
  return end - year <= LONGEST_SHORT_RANGE ? end : null;
}

function yearRange(end: number, first: number, last: number): Part {
  return partOf({ end, grain: 'span', range: true, year: first, days: yearsFrom(first, last - first + 1) });
}

function dayOrMonthFirst(context: Context, at: number): Part | null {
  const { tokens } = context;
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first === undefined || second === undefined || third === undefined) return null;
  if (!isGlue(second.joint) || third.joint !== second.joint) return null;
  if (first.number === null || second.number === null || third.number === null) return null;
  if (first.digits > 2 || second.digits > 2) return null;
  const [a, b, end] = [first.number, second.number, at + 3];
  if (third.digits !== 4 && !(third.digits === 2 && second.joint === 'slash')) return null;
  const year = third.digits === 4 ? third.number : wholeYear(third.number, context.year);
  const dayFirst = dayIn(year, b, a);
  const monthFirst = a === b ? [] : dayIn(year, a, b);
  return partOf({ end, grain: 'day', year, readings: () => [...dayFirst, ...monthFirst], impossible: true });
}

function monthAndYear(context: Context, at: number): Part | null {
  const { tokens } = context;
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || second === undefined || !isGlue(second.joint)) return null;
  const year = second.digits === 4 ? digitYearAt(context, at + 1) : null;
  if (year === null || first.number === null || first.digits > 2 || isCount(context, at)) return null;
  if (first.number < 1 || first.number > 12 || isGlue(tokens[at + 2]?.joint)) return nothing(at + 2);
  return partOf({ end: at + 2, grain: 'month', month: first.number, days: monthsFrom(year, first.number, 1) });
}

function nothing(end: number): Part {
  return partOf({ end, grain: 'span', readings: () => [] });
}
