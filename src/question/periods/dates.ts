import { dayOf, isDate, weekdayOf } from '../../record/days.ts';
import { ordinalOf } from '../numbers.ts';
import { type Days, monthsFrom, type Part, partOf } from './part.ts';
import { type Context, follows, skip, type Token, wordAt } from './tokens.ts';
import { MONTHS, timeWordOf, WEEKDAYS } from './vocabulary.ts';
import { digitYearAt, isCount, wholeYear, type Year, yearAfter } from './years.ts';

/** Dates with a month that is named: 20 June 2021, June 20th, the 20th of June, June 2021, June. */

const WEEKDAY_NAMES = [...WEEKDAYS.keys()].map((name) => name.charAt(0).toUpperCase() + name.slice(1));

/** The number of the month that is named at a place. */
function monthAt({ tokens }: Context, at: number): number | null {
  return MONTHS.get(tokens[at]?.word ?? '') ?? null;
}

/** May and March are words of their own, and so is "mar" on its own. */
export function isHomograph(token: Token | undefined): boolean {
  return token?.word === 'may' || token?.word === 'march';
}

function needsPreposition(token: Token | undefined): boolean {
  if (isHomograph(token) || token?.word === 'august') return true;
  return token !== undefined && token.norm.length < 5 && token.norm !== token.word;
}

type DayNumber = { day: number; form: 'cardinal' | 'ordinal' | 'word' };

/** A day of the month as it is written, whatever the month: 20, 20th, twentieth. */
function dayNumberAt(context: Context, at: number): DayNumber | null {
  const token = context.tokens[at];
  if (token === undefined) return null;
  if (token.number !== null) {
    const isDay = token.digits <= 2 && token.number >= 1 && token.number <= 31 && !isCount(context, at);
    return isDay ? { day: token.number, form: 'cardinal' } : null;
  }
  const day = ordinalOf(token.norm);
  if (day === null || day > 31) return null;
  return { day, form: /^\d/.test(token.norm) ? 'ordinal' : 'word' };
}

/** A day on its own, month to be supplied by a neighbour: 20 in "20-27 June", 27 in "June 20 to 27, 2021". */
export function bareDay(context: Context, at: number): Part | null {
  const found = dayNumberAt(context, at);
  if (found === null || found.form === 'word' || context.tokens[at]?.apostrophe) return null;
  const year = yearAfter(context, at + 1);
  return partOf({
    end: year?.end ?? at + 1,
    grain: 'day',
    lacks: 'month',
    year: year?.year ?? null,
    relative: year?.relative ?? false,
    definite: found.form === 'ordinal',
    readings: (otherYear, month) => dayIn(year?.year ?? otherYear, month, found.day),
  });
}

/** A day and its month in either order, a weekday before it allowed. */
export function calendarDay(context: Context, at: number): Part | null {
  const weekday = WEEKDAYS.get(context.tokens[at]?.word ?? '') ?? null;
  let start = at;
  if (weekday !== null) {
    start = context.tokens[at + 1]?.word === 'the' ? at + 2 : at + 1;
    if (!follows(context, start) && context.tokens[start]?.joint !== 'comma') return null;
  }
  return dayThenMonth(context, start, weekday) ?? monthThenDay(context, start, weekday);
}

function dayThenMonth(context: Context, at: number, weekday: number | null): Part | null {
  const found = dayNumberAt(context, at);
  if (found === null) return null;
  const place = skip(context, at + 1, 'of');
  // "his second June visit" is no 2 June.
  if (place === at + 1 && (found.form === 'word' || (found.form === 'ordinal' && isPossessive(context, at))))
    return null;
  const month = monthAt(context, place);
  if (month === null || !follows(context, place)) return null;
  const year = yearAfter(context, place + 1);
  const unsure = year === null && found.form === 'cardinal' && isHomograph(context.tokens[place]);
  return dayPart(found, month, year, place + 1, weekday, unsure);
}

function monthThenDay(context: Context, at: number, weekday: number | null): Part | null {
  const month = monthAt(context, at);
  if (month === null) return null;
  const joined = /^(\d{1,2}),(\d{4})$/.exec(context.tokens[at + 1]?.norm ?? '');
  if (joined && follows(context, at + 1)) {
    const year = { year: Number(joined[2]), end: at + 2, relative: false, loose: false, note: null };
    return dayPart({ day: Number(joined[1]), form: 'ordinal' }, month, year, at + 2, weekday, false);
  }
  const place = skip(context, at + 1, 'the');
  const found = follows(context, place) ? dayNumberAt(context, place) : null;
  // June '21 is a month.
  if (found === null || (found.form === 'cardinal' && context.tokens[place]?.apostrophe)) return null;
  if (found.form === 'word' && place === at + 1 && context.tokens[at - 1]?.word !== 'on') return null;
  const year = yearAfter(context, place + 1);
  if (year === null && found.form === 'cardinal' && countsAfterMonth(context, at, place)) return null;
  const unsure = year === null && found.form === 'cardinal' && isHomograph(context.tokens[at]);
  const part = dayPart(found, month, year, place + 1, weekday, unsure);
  const isShort = year === null && context.tokens[place]?.joint === 'hyphen' && context.tokens[place]?.digits === 2;
  return isShort ? orShortYear(part, month, wholeYear(found.day, context.year)) : part;
}

// sep-22: a day of September, or September 2022.
function orShortYear(part: Part, month: number, shortYear: number): Part {
  return { ...part, readings: (year, other) => [...part.readings(year, other), monthsFrom(shortYear, month, 1)] };
}

function isPossessive({ tokens }: Context, at: number): boolean {
  return tokens[at]?.joint !== 'start' && /^(?:his|her|their|its|my|our|your)$/.test(tokens[at - 1]?.norm ?? '');
}

// "in june 30 people died": "in" goes with a month, "on" with a day.
function countsAfterMonth(context: Context, month: number, day: number): boolean {
  const next = context.tokens[day + 1];
  if (context.tokens[month - 1]?.word !== 'in' || next?.joint !== 'space') return false;
  return !/^(?:to|and|or|until|through|in|at|on|with|by|from)$/.test(next.word);
}

function dayPart(
  { day, form }: DayNumber,
  month: number,
  year: Year | null,
  end: number,
  weekday: number | null,
  unsure: boolean,
): Part {
  return partOf({
    end: year?.end ?? end,
    grain: 'day',
    lacks: year === null ? 'year' : 'nothing',
    year: year?.year ?? null,
    month,
    readings: (otherYear) => dayIn(year?.year ?? otherYear, month, day),
    impossible: true,
    relative: year?.relative ?? false,
    loose: year?.loose ?? false,
    unsure,
    definite: form !== 'cardinal',
    note: year === null ? null : (year.note ?? weekdayNote(year.year, month, day, weekday)),
  });
}

function weekdayNote(year: number, month: number, day: number, weekday: number | null): string | null {
  if (weekday === null || !isDate(year, month, day)) return null;
  const actual = weekdayOf(dayOf(year, month, day));
  return actual === weekday ? null : `${dayOf(year, month, day)} was a ${WEEKDAY_NAMES[actual - 1]}`;
}

/** One day as readings: none when the month has no such day. */
export function dayIn(year: number, month: number, day: number): Days[] {
  if (!isDate(year, month, day)) return [];
  const found = dayOf(year, month, day);
  return [{ from: found, to: found }];
}

/** A month, its year if it is there: June 2021, June of last year, the month of June, 2021 June. */
export function monthPart(context: Context, at: number): Part | null {
  const yearFirst = digitYearAt(context, at);
  if (yearFirst !== null) return monthAfterYear(context, at, yearFirst);
  const month = monthAt(context, at);
  if (month === null) return null;
  const token = context.tokens[at];
  const year = yearAfter(context, at + 1) ?? shortYearAt(context, at + 1);
  // "the march of 2021" is a march.
  const demonstrated = isHomograph(token) && /^(?:the|a|his|her|their|this|that|which)$/.test(before(context, at));
  if (demonstrated && (year === null || wordAt(context, at + 1) === 'of')) return null;
  return partOf({
    end: year?.end ?? at + 1,
    grain: 'month',
    lacks: year === null ? 'year' : 'nothing',
    year: year?.year ?? null,
    month,
    readings: (otherYear) => [monthsFrom(year?.year ?? otherYear, month, 1)],
    relative: year?.relative ?? false,
    loose: year?.loose ?? false,
    note: year?.note ?? null,
    unsure: year === null && needsPreposition(token),
  });
}

// "feb 69": no day of the month, so the year.
function shortYearAt(context: Context, at: number): Year | null {
  const token = context.tokens[at];
  if (
    !follows(context, at) ||
    token?.number == null ||
    token.digits !== 2 ||
    token.number <= 31 ||
    isCount(context, at)
  )
    return null;
  return { year: wholeYear(token.number, context.year), end: at + 1, relative: false, loose: false, note: null };
}

function before({ tokens }: Context, at: number): string {
  return tokens[at]?.joint === 'start' ? '' : (tokens[at - 1]?.norm ?? '');
}

function monthAfterYear(context: Context, at: number, year: number): Part | null {
  const token = context.tokens[at + 1];
  const month = monthAt(context, at + 1);
  if (month === null || !follows(context, at + 1) || needsPreposition(token)) return null;
  if (yearAfter(context, at + 2) !== null) return null;
  const day = follows(context, at + 2) ? dayNumberAt(context, at + 2) : null;
  if (day !== null && day.form !== 'word') {
    const found: Year = { year, end: at + 3, relative: false, loose: false, note: null };
    return dayPart(day, month, found, at + 3, null, false);
  }
  return partOf({ end: at + 2, grain: 'month', days: monthsFrom(year, month, 1), month });
}

/** A date written as one word: june2021, 20jun2021. */
export function joinedDate({ tokens }: Context, at: number): Part | null {
  const match = /^(\d{1,2})?([a-z]{3,9})((?:19|20)\d{2})$/.exec(tokens[at]?.norm ?? '');
  const month = MONTHS.get(timeWordOf(match?.[2] ?? ''));
  if (!match || month === undefined) return null;
  const year = Number(match[3]);
  const fields = { end: at + 1, year, month };
  if (match[1] === undefined) return partOf({ ...fields, grain: 'month', days: monthsFrom(year, month, 1) });
  return partOf({ ...fields, grain: 'day', readings: () => dayIn(year, month, Number(match[1])), impossible: true });
}
