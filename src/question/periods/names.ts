import { monthsFrom, type Part, partOf, yearsFrom } from './part.ts';
import { type Context, follows, skip, wordAt } from './tokens.ts';
import { DECADES, SEASONS } from './vocabulary.ts';
import { wholeYear, yearAfter } from './years.ts';

/** Periods with a name of their own: decades, seasons, fiscal years. */

const POSSESSIVES = /^(?:his|her|their|my|our|your|its)$/;

/** A decade: the 1990s, the 90s, the '90s, the nineties. Not an age ("in his sixties"). */
export function decade({ tokens }: Context, at: number): Part | null {
  const token = tokens[at];
  const before = token?.joint === 'start' ? '' : (tokens[at - 1]?.norm ?? '');
  if (token === undefined || POSSESSIVES.test(before)) return null;
  const named = DECADES.get(token.word);
  const short = /^([3-9]0)s$/.exec(token.norm);
  const long = /^((?:19|20)\d0)s$/.exec(token.norm);
  const apart = token.apostrophe || /^(?:the|early|mid|late|in|since|of)$/.test(before);
  const year = long ? Number(long[1]) : (named ?? (short && apart ? 1900 + Number(short[1]) : null));
  if (year === null) return null;
  // "the 2000s" may be the century.
  return partOf({ end: at + 1, grain: 'decade', days: yearsFrom(year, 10), definite: true, loose: year === 2000 });
}

/** A season: summer 2022, the winter of 2021/22. Winter is that which begins in the year, and says so in its note. */
export function season(context: Context, at: number): Part | null {
  const token = context.tokens[at];
  const month = SEASONS.get(token?.word ?? '');
  if (token === undefined || month === undefined) return null;
  const isWinter = token.word === 'winter';
  const year = yearAfter(context, at + 1);
  if (year === null) {
    const readings = (other: number) => [monthsFrom(other, month, 3)];
    // Not even a preposition makes "in fall" a season: "the fall of the town".
    if (token.word === 'fall') return null;
    return partOf({ end: at + 1, grain: 'season', lacks: 'year', readings, unsure: true, definite: true, loose: true });
  }
  const second = context.tokens[year.end];
  const joined = second?.joint === 'slash' || second?.joint === 'hyphen' || second?.joint === 'dash';
  const isTwoYears = isWinter && joined && second.number !== null && isNext(second.number, second.digits, year.year);
  return partOf({
    end: isTwoYears ? year.end + 1 : year.end,
    grain: 'season',
    days: monthsFrom(year.year, month, 3),
    relative: year.relative,
    loose: year.loose || (isWinter && !isTwoYears),
    definite: true,
    note:
      isWinter && !isTwoYears
        ? `winter ${year.year} read as December ${year.year} to February ${year.year + 1}`
        : year.note,
  });
}

function isNext(value: number, digits: number, year: number): boolean {
  return (digits === 4 && value === year + 1) || (digits === 2 && value === (year + 1) % 100);
}

/** First month of a fiscal year, where nobody says otherwise: April to March, as Britain and much of Asia budget. */
const FISCAL_FIRST_MONTH = 4;

/** A fiscal year: FY2023, fy 22/23, fiscal year 2022, last fiscal year. Named by the year in which it begins. */
export function fiscalYear(context: Context, at: number): Part | null {
  const { tokens } = context;
  const word = tokens[at]?.word ?? '';
  const glued = /^fy(\d{2}|\d{4})$/.exec(tokens[at]?.norm ?? '');
  if (glued) return fiscalPart(context, wholeOf(context, Number(glued[1]), glued[1]?.length ?? 0), at + 1, false);
  if (word === 'last' || word === 'previous' || word === 'this' || word === 'next')
    return nearFiscal(context, at, word);
  let place = at + 1;
  if (word === 'fiscal' || word === 'financial' || word === 'budget') {
    place = skip(context, place, 'year');
    if (word === 'budget' && place === at + 1) return null;
  } else if (word !== 'fy') {
    return null;
  }
  const token = tokens[place];
  if (token?.number === undefined || token.number === null || !follows(context, place)) return null;
  return fiscalPart(context, wholeOf(context, token.number, token.digits), place + 1, false);
}

function wholeOf(context: Context, value: number, digits: number): number | null {
  if (digits === 4) return value >= 1900 && value <= 2099 ? value : null;
  return digits === 2 ? wholeYear(value, context.year) : null;
}

function nearFiscal(context: Context, at: number, word: string): Part | null {
  if (!/^(?:fiscal|financial|budget)$/.test(wordAt(context, at + 1)) || wordAt(context, at + 2) !== 'year') return null;
  const running = context.month >= FISCAL_FIRST_MONTH ? context.year : context.year - 1;
  const offset = word === 'this' ? 0 : word === 'next' ? 1 : -1;
  return fiscalPart(context, running + offset, at + 3, true);
}

function fiscalPart(context: Context, first: number | null, end: number, relative: boolean): Part | null {
  if (first === null) return null;
  const second = context.tokens[end];
  const joined = second?.joint === 'slash' || second?.joint === 'hyphen' || second?.joint === 'dash';
  const isPair = !relative && joined && second.number !== null && isNext(second.number, second.digits, first);
  const days = monthsFrom(first, FISCAL_FIRST_MONTH, 12);
  const name = relative
    ? 'that fiscal year'
    : `FY${first}${isPair ? `/${String((first + 1) % 100).padStart(2, '0')}` : ''}`;
  return partOf({
    end: isPair ? end + 1 : end,
    grain: 'year',
    days,
    relative,
    note: `${name} read as April ${first} to March ${first + 1}`,
  });
}
