import { numberOf } from '../numbers.ts';
import { type Part, partOf, yearsFrom } from './part.ts';
import { after, type Context, follows, followsLoosely, skip, wordAt } from './tokens.ts';
import { MONTHS, UNITS } from './vocabulary.ts';

/** A year as it stands in a text: 2021, '99, last year, two years ago. */
export type Year = { year: number; end: number; relative: boolean; loose: boolean; note: string | null };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

// What follows a number that counts or measures.
const MEASURES = new Set(
  (
    'tonnes tonne tons ton t kg km kilometres kilometers miles m metres meters feet litres liters barrels ' +
    'million millions billion billions thousand hundred mn bn tiv percent pct mw megawatts hours minutes times ' +
    'dollars dollar usd us$ eur euro euros rubles roubles yuan kyat kyats rupees pounds ' +
    'people persons men women troops soldiers civilians protesters prisoners refugees workers students ' +
    'rockets missiles rounds shells rifles guns bombs copies pieces units items'
  ).split(' '),
);

// What stands before a number that is a name.
const NUMBERED = new Set(
  (
    'resolution resolutions no nr number flight article section order decree law regulation page chapter room unit ' +
    'brigade division battalion regiment model type version operation case file document'
  ).split(' '),
);

// What stands before a round number that is an amount.
const COMPARED = new Set('than least most nearly almost exactly over'.split(' '));

/** Whether the number here counts something (2000 tonnes) or numbers it (resolution 2021). */
export function isCount({ tokens }: Context, at: number): boolean {
  const next = tokens[at + 1];
  if (next !== undefined && next.joint === 'space' && MEASURES.has(next.norm)) return true;
  const previous = tokens[at - 1];
  if (previous === undefined || tokens[at]?.joint === 'start') return false;
  if (NUMBERED.has(previous.norm)) return true;
  if (!COMPARED.has(previous.norm) || (tokens[at]?.number ?? 1) % 100 !== 0) return false;
  // "later than 2000" and "since at least 2000" are of time.
  const isTime = /^(?:later|earlier)$/.test(tokens[at - 2]?.norm ?? '');
  return !isTime && !/^(?:since|from|until|by|before|after)$/.test(tokens[at - 3]?.word ?? '');
}

/** A year written in digits, apart from what stands around it. */
export function digitYearAt({ tokens, year }: Context, at: number): number | null {
  const token = tokens[at];
  if (token === undefined || token.number === null) return null;
  if (token.digits === 4) return token.number >= FIRST_YEAR && token.number <= LAST_YEAR ? token.number : null;
  if (token.digits !== 2) return null;
  const century = centuryBefore(tokens, at);
  if (century !== null) return century + token.number;
  return token.apostrophe || isShortYear(tokens, at) ? wholeYear(token.number, year) : null;
}

// "1955 to 64": of the century of the year before it.
function centuryBefore(tokens: Context['tokens'], at: number): number | null {
  const [first, to, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (first?.digits !== 4 || first.number === null || !/^(?:to|till|until|through)$/.test(to?.norm ?? '')) return null;
  const isLater = first.number % 100 < (token?.number ?? 0) && token?.joint === 'space';
  const isYear = first.number >= FIRST_YEAR && first.number <= LAST_YEAR;
  return isYear && isLater && !MONTHS.has(tokens[at + 1]?.word ?? '') ? first.number - (first.number % 100) : null;
}

// "in 84", at the end or before another phrase: no count and no day of the month.
function isShortYear(tokens: Context['tokens'], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.joint !== 'space' || (token.number ?? 0) <= 31) return false;
  if (!/^(?:in|since|of|before|until|till|after|by|from|early|late|mid)$/.test(before?.norm ?? '')) return false;
  return (
    next === undefined || next.joint !== 'space' || /^(?:and|or|to|did|was|with|for|by|from|as|on)$/.test(next.norm)
  );
}

/** The year that two digits mean: not more than ten years ahead. */
export function wholeYear(twoDigits: number, thisYear: number): number {
  const year = Math.floor(thisYear / 100) * 100 + twoDigits;
  return year > thisYear + 10 ? year - 100 : year;
}

/** A year at a place. */
function yearAt(context: Context, at: number): Year | null {
  const year = digitYearAt(context, at);
  if (year !== null) {
    return isCount(context, at) ? null : { year, end: at + 1, relative: false, loose: false, note: null };
  }
  return relativeYearAt(context, at);
}

const NEAR_YEARS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['previous', -1],
  ['this', 0],
  ['next', 1],
]);

function relativeYearAt(context: Context, at: number): Year | null {
  const word = context.tokens[at]?.word ?? '';
  const near = NEAR_YEARS.get(word);
  if (near !== undefined && isCalendarYear(context, at, word)) {
    return { year: context.year + near, end: at + 2, relative: true, loose: false, note: null };
  }
  const beforeLast = after(context, word === 'the' ? at + 1 : at, ['year', 'before', 'last']);
  if (beforeLast !== null) {
    return { year: context.year - 2, end: beforeLast, relative: true, loose: false, note: null };
  }
  const count = isBounded(context, at) ? null : countAt(context, at);
  if (count === null || UNITS.get(wordAt(context, count.end)) !== 'year' || !isAgo(context, count.end + 1)) return null;
  const year = context.year - count.value;
  return { year, end: count.end + 2, relative: true, loose: true, note: count.note };
}

// "the last year" is the last twelve months, "his last year" and "the last year of the war" are not of the calendar.
function isCalendarYear(context: Context, at: number, word: string): boolean {
  if (wordAt(context, at + 1) !== 'year' || wordAt(context, at + 2) === 'of') return false;
  const before = context.tokens[at]?.joint === 'start' ? '' : (context.tokens[at - 1]?.norm ?? '');
  if (/^(?:his|her|their|its|my|our|your)$/.test(before)) return false;
  return before !== 'the' || word === 'previous' || word === 'this';
}

/** Whether "ago" or "back" stands here. */
export function isAgo(context: Context, at: number): boolean {
  const word = wordAt(context, at);
  return word === 'ago' || word === 'back';
}

/** A year that belongs to the word before: June 2021, June of last year, the third quarter of the year 2021. */
export function yearAfter(context: Context, at: number): Year | null {
  const direct = followsLoosely(context, at) ? yearAt(context, at) : null;
  if (direct) return direct;
  const of = skip(context, at, 'of');
  const named = after(context, of, ['the', 'year']) ?? skip(context, of, 'year');
  if (named === at || !follows(context, at) || !follows(context, named)) return null;
  return yearAt(context, named);
}

/** A year on its own, as a part. A number after a name in capitals is that name's ("FAIR 2021", "Fair-2022"). */
export function yearPart(context: Context, at: number): Part | null {
  const token = context.tokens[at];
  const previous = context.tokens[at - 1];
  const year = yearAt(context, at);
  if (year === null) return null;
  if (token?.number !== null && token?.joint === 'space' && previous !== undefined && !context.shouted) {
    if (/^\p{Lu}{3,7}$/u.test(previous.text)) return null;
  }
  const { end, relative, loose, note } = year;
  return partOf({ end, grain: 'year', days: yearsFrom(year.year, 1), relative, loose, note });
}

/** Whether a bound stands before a count, so that it is no point of time: more than two years ago. */
export function isBounded({ tokens }: Context, at: number): boolean {
  return tokens[at]?.joint === 'space' && /^(?:than|over|under|least|most|half)$/.test(tokens[at - 1]?.norm ?? '');
}

export type Count = { value: number; end: number; note: string | null };

const VAGUE: ReadonlyMap<string, number> = new Map([
  ['couple', 2],
  ['few', 3],
  ['several', 5],
]);

// No question looks further, and the calendar has years 1 to 9999 only.
const MOST_COUNTED = 999;
const MOST_DECADES = 50;

/** How many: 3, three, a, a couple of, a few. A vague one is read as a number and says so in its note. */
export function countAt(context: Context, at: number): Count | null {
  const first = context.tokens[at]?.norm ?? '';
  const place = first === 'a' || first === 'an' ? at + 1 : at;
  const token = context.tokens[place];
  if (token === undefined || (place > at && !follows(context, place))) return null;
  const vague = VAGUE.get(token.word);
  if (vague !== undefined) {
    return {
      value: vague,
      end: skip(context, place + 1, 'of'),
      note: vague === 2 ? null : `${token.norm} read as ${vague}`,
    };
  }
  if (place > at) {
    const isDozen = token.norm === 'dozen';
    return { value: isDozen ? 12 : 1, end: isDozen ? place + 1 : place, note: null };
  }
  const value = /^(?:once|twice|thrice)$/.test(token.norm) ? null : numberOf(token.norm);
  const most = UNITS.get(wordAt(context, at + 1)) === 'decade' ? MOST_DECADES : MOST_COUNTED;
  return value !== null && value > 0 && value <= most ? { value, end: at + 1, note: null } : null;
}
