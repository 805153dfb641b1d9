import { addDays, partsOf, weekdayOf } from '../../record/days.ts';
import { isHomograph } from './dates.ts';
import { shift } from './divisions.ts';
import { type Days, type Grain, monthsFrom, type Part, partOf, yearsFrom } from './part.ts';
import { after, type Context, follows, wordAt } from './tokens.ts';
import { MONTHS, SEASONS, UNITS, type Unit, WEEKDAYS } from './vocabulary.ts';
import { countAt, isAgo, isBounded } from './years.ts';

/** Periods that depend on today: last month, this summer, the last three years, two weeks ago, so far this year. */

const OFFSETS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['next', 1],
  ['coming', 1],
  ['upcoming', 1],
]);
const GRAINS: Readonly<Record<Unit, Grain>> = {
  day: 'day',
  week: 'span',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'decade',
};

/** The calendar unit that a day lies in, or one that many units later. Weeks begin on Monday. */
function unitAround(day: string, unit: Unit, offset: number): Days {
  const { year, month } = partsOf(day);
  switch (unit) {
    case 'day':
      return { from: addDays(day, offset), to: addDays(day, offset) };
    case 'week': {
      const from = addDays(day, 1 - weekdayOf(day) + 7 * offset);
      return { from, to: addDays(from, 6) };
    }
    case 'month':
      return monthsFrom(year, month + offset, 1);
    case 'quarter':
      return monthsFrom(year, 3 * Math.floor((month - 1) / 3) + 1 + 3 * offset, 3);
    case 'year':
      return yearsFrom(year + offset, 1);
    case 'decade':
      return yearsFrom(10 * Math.floor(year / 10) + 10 * offset, 10);
  }
}

/** Last, this or next week, month, quarter, year, decade, season, September or Monday. */
export function nearUnit(context: Context, at: number): Part | null {
  const { tokens, today } = context;
  const word = tokens[at]?.word ?? '';
  const offset = OFFSETS.get(word);
  const named = wordAt(context, at + 1);
  if (offset === undefined || wordAt(context, at + 2) === 'of') return null;
  const before = tokens[at]?.joint === 'start' ? '' : (tokens[at - 1]?.norm ?? '');
  if (/^(?:his|her|their|its|my|our|your)$/.test(before)) return null;
  const end = at + 2;
  const unit = UNITS.get(named);
  if (unit !== undefined && !named.endsWith('s')) {
    if (unit === 'day') return null;
    if (before === 'the' && word === 'last') return rolling(context, 1, unit, -1, end, null);
    if (before === 'the' && word === 'next') return null;
    const days = unitAround(today, unit, offset);
    return partOf({ end, grain: GRAINS[unit], days, relative: true, loose: unit === 'decade' && offset !== 0 });
  }
  const month = MONTHS.get(named) ?? SEASONS.get(named);
  if (month !== undefined && !isVerbAfterThis(context, at, word)) {
    const count = MONTHS.has(named) ? 1 : 3;
    const days = nearest(context, offset, (year) => monthsFrom(year, month, count));
    const grain = count === 1 ? 'month' : 'season';
    return days && partOf({ end, grain, days, relative: true, loose: offset !== 0 });
  }
  const weekday = WEEKDAYS.get(named);
  if (weekday === undefined || tokens[at + 1]?.norm.length === 3) return null;
  const away = weekday - weekdayOf(today);
  const day = addDays(today, offset === 0 ? away : offset < 0 ? away - (away < 0 ? 0 : 7) : away + (away > 0 ? 0 : 7));
  return partOf({ end, grain: 'day', days: { from: day, to: day }, relative: true, loose: true });
}

// "this may be", "this march in", "last fall in sales": a month or season only where the phrase ends.
function isVerbAfterThis(context: Context, at: number, word: string): boolean {
  const named = context.tokens[at + 1];
  const next = context.tokens[at + 2];
  const isOpen = next !== undefined && next.joint !== 'start' && next.joint !== 'comma';
  return isOpen && (named?.word === 'fall' || (isHomograph(named) && word === 'this'));
}

// "this": of this year; "last": the last that is over; "next": the next to begin.
function nearest({ year, today }: Context, offset: number, of: (year: number) => Days): Days | null {
  const candidates = offset === 0 ? [year] : offset < 0 ? [year, year - 1, year - 2] : [year, year + 1];
  const fits = (days: Days) => offset === 0 || (offset < 0 ? days.to < today : days.from > today);
  return candidates.map(of).find(fits) ?? null;
}

/** The last, past or next so many units, ending or beginning today: the last three years, the past decade. */
export function rollingPart(context: Context, at: number): Part | null {
  const word = context.tokens[at]?.word ?? '';
  const direction = /^(?:last|past|previous)$/.test(word) ? -1 : /^(?:next|coming)$/.test(word) ? 1 : 0;
  if (direction === 0 || !follows(context, at + 1)) return null;
  const count = countAt(context, at + 1);
  const place = count?.end ?? at + 1;
  const named = wordAt(context, place);
  const unit = UNITS.get(named);
  if (unit === undefined || wordAt(context, place + 1) === 'of') return null;
  if (count === null && (word !== 'past' || unit === 'day' || named.endsWith('s'))) return null;
  return rolling(context, count?.value ?? 1, unit, direction, place + 1, count?.note ?? null);
}

function rolling(
  context: Context,
  count: number,
  unit: Unit,
  direction: 1 | -1,
  end: number,
  note: string | null,
): Part {
  const other = shift(context.today, direction * count, unit);
  const days = direction < 0 ? { from: other, to: context.today } : { from: context.today, to: other };
  return partOf({ end, grain: 'span', days, relative: true, loose: true, definite: true, note });
}

/** Half a year ago, three days ago, two weeks ago, a month ago, a decade ago. Years are read as years are. */
export function agoPart(context: Context, at: number): Part | null {
  const half = after(context, at, ['half', 'a', 'year']);
  if (half !== null && isAgo(context, half)) {
    const days = unitAround(shift(context.today, -6, 'month'), 'month', 0);
    return partOf({ end: half + 1, grain: 'month', days, relative: true, loose: true });
  }
  const count = isBounded(context, at) ? null : countAt(context, at);
  const unit = count === null ? undefined : UNITS.get(wordAt(context, count.end));
  if (count === null || unit === undefined || !isAgo(context, count.end + 1)) return null;
  const around = unit === 'decade' ? 'year' : unit;
  const days = unitAround(shift(context.today, -count.value, unit), around, 0);
  const loose = unit !== 'day' || count.note !== null;
  return partOf({ end: count.end + 2, grain: GRAINS[around], days, relative: true, loose, note: count.note });
}

const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

/** Today, yesterday, tomorrow, the day before yesterday, and "on Monday". */
export function nearDay(context: Context, at: number): Part | null {
  const { tokens, today } = context;
  const token = tokens[at];
  const beforeYesterday = after(context, at, ['day', 'before', 'yesterday']);
  const near = beforeYesterday === null ? NEAR_DAYS.get(token?.word ?? '') : -2;
  if (near !== undefined) {
    const day = addDays(today, near);
    return partOf({ end: beforeYesterday ?? at + 1, grain: 'day', days: { from: day, to: day }, relative: true });
  }
  const weekday = WEEKDAYS.get(token?.word ?? '');
  if (weekday === undefined || token === undefined || token.norm.length <= 5) return null;
  if (!/^(?:on|since|until|before|after|by)$/.test(tokens[at - 1]?.word ?? '')) return null;
  const away = weekday - weekdayOf(today);
  const day = addDays(today, away > 0 ? away - 7 : away);
  return partOf({ end: at + 1, grain: 'day', days: { from: day, to: day }, relative: true, loose: true });
}

/** So far this year, this month so far, year to date, earlier or later this year. */
export function unfinishedPart(context: Context, at: number): Part | null {
  const { tokens, today } = context;
  const toDate = after(context, at, ['year', 'to', 'date']);
  if (toDate !== null) return untilToday(context, 'year', toDate);
  const word = tokens[at]?.word ?? '';
  const start = after(context, at, ['so', 'far']) ?? (word === 'earlier' || word === 'later' ? at + 1 : at);
  const unit = wordAt(context, start) === 'this' || start === at ? UNITS.get(wordAt(context, start + 1)) : undefined;
  if (tokens[start]?.word !== 'this' || unit === undefined || unit === 'day') return null;
  const end = start + 2;
  if (start === at) {
    const late = after(context, end, ['so', 'far']) ?? after(context, end, ['to', 'date']);
    return late === null || !follows(context, end) ? null : untilToday(context, unit, late);
  }
  if (word !== 'later') return untilToday(context, unit, end);
  const days = { from: today, to: unitAround(today, unit, 0).to };
  return partOf({ end, grain: 'span', days, relative: true, loose: true });
}

function untilToday({ today }: Context, unit: Unit, end: number): Part {
  return partOf({ end, grain: 'span', days: { from: unitAround(today, unit, 0).from, to: today }, relative: true });
}
