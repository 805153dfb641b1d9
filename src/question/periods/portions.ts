import { ordinalOf } from '../numbers.ts';
import { halfOf, quarterOf, runOf, thirdOf, weekOfMonth } from './divisions.ts';
import { type Days, type Parser, type Part, partOf, pieceOf, yearsFrom } from './part.ts';
import { type Context, skip, wordAt } from './tokens.ts';
import { wholeAt } from './wholes.ts';

/** Pieces of a period: early 2021, the end of June, the first half of 2022, the second quarter of 2021. */

const THIRDS: ReadonlyMap<string, 0 | 1 | 2> = new Map([
  ['early', 0],
  ['beginning', 0],
  ['start', 0],
  ['mid', 1],
  ['middle', 1],
  ['late', 2],
  ['end', 2],
]);
const ADJECTIVES = /^(?:early|mid|late)$/;
const BEFORE_BARE_EDGE = /^(?:by|at|since|until|from|before|to|around|through|after|the)$/;

/** Early, mid or late in a period; its beginning, middle or end. */
export const thirdPart: Parser = (context, at) => {
  const { tokens } = context;
  const word = tokens[at]?.word ?? '';
  if (word === 'year' && wordAt(context, at + 1) === 'end') return thirdFrom(context, 'end', at + 2);
  if (ADJECTIVES.test(word)) return pairedThirds(context, at) ?? thirdFrom(context, word, skip(context, at + 1, 'in'));
  // "did it end in 2021", "start 2021": verbs, unless "of" or a hyphen follows or a preposition stands before.
  const isNoun =
    wordAt(context, at + 1) === 'of' ||
    tokens[at + 1]?.joint === 'hyphen' ||
    BEFORE_BARE_EDGE.test(tokens[at - 1]?.word ?? '');
  return isNoun ? thirdFrom(context, word, at + 1) : null;
};

function thirdFrom(context: Context, word: string, at: number): Part | null {
  const third = THIRDS.get(word);
  const whole = third === undefined ? null : wholeAt(context, at);
  if (third === undefined || whole === null || whole.grain === 'day') return null;
  const edge = word === 'end' ? 'end' : word === 'beginning' || word === 'start' ? 'start' : null;
  const next = context.tokens[whole.end];
  // "late may" is sure where the phrase ends, "late may he" is not; "mid may" and "the end of may" are.
  const isOpen = next !== undefined && next.joint !== 'start' && next.joint !== 'comma';
  return pieceOf(whole, (days) => thirdOf(days, whole.grain, third), {
    grain: 'span',
    loose: true,
    edge,
    unsure: whole.unsure && isOpen && word !== 'mid' && edge === null,
    definite: true,
  });
}

// "early and late 2021"
function pairedThirds(context: Context, at: number): Part | null {
  const other = otherOfPair(context, at);
  const word = context.tokens[at]?.word ?? '';
  if (other === null || !ADJECTIVES.test(wordAt(context, other))) return null;
  return both(thirdFrom(context, word, other + 1), thirdFrom(context, wordAt(context, other), other + 1));
}

/** A half, quarter or week with its number in words: the first half of 2022, the last quarter of 2021. */
export const ordinalPortion: Parser = (context, at) => {
  const place = placeAt(context, at);
  if (place === null) return null;
  const other = otherOfPair(context, at);
  const otherPlace = other === null ? null : placeAt(context, other);
  if (other === null || otherPlace === null) return placedPortion(context, place, at + 1);
  return both(placedPortion(context, place, other + 1), placedPortion(context, otherPlace, other + 1));
};

type Place = number | 'last';

function placeAt({ tokens }: Context, at: number): Place | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (/^(?:last|latter|final)$/.test(token.word)) return 'last';
  return token.word === 'other' ? 2 : (ordinalOf(token.norm) ?? ordinalOf(token.word));
}

function placedPortion(context: Context, place: Place, at: number): Part | null {
  const unit = wordAt(context, at)
    .replace(/^(halve|quarter)s$/, '$1')
    .replace('halve', 'half');
  if (unit === 'half') return halfFrom(context, at + 1, place);
  if (unit === 'quarter') return quarterFrom(context, at + 1, place);
  return unit === 'week' ? weekFrom(context, at + 1, place) : null;
}

function halfFrom(context: Context, at: number, place: Place): Part | null {
  const half = place === 'last' ? 2 : place;
  const whole = wholeAt(context, at);
  if (whole === null || (half !== 1 && half !== 2)) return null;
  if (halfOf(sample(whole), whole.grain, half) === null) return null;
  return pieceOf(whole, (days) => halfOf(days, whole.grain, half), { grain: 'half', definite: true });
}

// Whether a whole can be divided does not depend on the year.
function sample(whole: Part): Days {
  return whole.readings(2020, 1)[0] ?? yearsFrom(2020, 1);
}

function quarterFrom(context: Context, at: number, place: Place): Part | null {
  const quarter = place === 'last' ? 4 : place;
  if (quarter > 4) return null;
  const whole = wholeAt(context, at);
  if (whole?.grain === 'year' && quarterOf(sample(whole), quarter) !== null) {
    return pieceOf(whole, (days) => quarterOf(days, quarter), { grain: 'quarter', definite: true });
  }
  // "the last quarter" is of today, "the first quarter of the century" of no year.
  if (place === 'last' || wordAt(context, at) === 'of') return null;
  const readings = (year: number): Days[] => [quarterOf(yearsFrom(year, 1), quarter)].filter((days) => days !== null);
  return partOf({ end: at, grain: 'quarter', lacks: 'year', readings, unsure: true, definite: true });
}

function weekFrom(context: Context, at: number, place: Place): Part | null {
  const whole = wholeAt(context, at);
  if (whole?.grain !== 'month' || (place !== 'last' && place > 5)) return null;
  const piece = (days: Days) => (place === 'last' ? runOf(days, 1, 'week', 'last') : weekOfMonth(days, place));
  return pieceOf(whole, piece, { grain: 'span', loose: true, definite: true });
}

// The place of the second of two that share what follows: "first and second half of 2022".
function otherOfPair(context: Context, at: number): number | null {
  return /^(?:and|or|to)$/.test(wordAt(context, at + 1)) ? at + 2 : null;
}

// Two pieces as one, with what lies between them.
function both(one: Part | null, other: Part | null): Part | null {
  if (one === null || other === null) return null;
  const readings = (year: number, month: number): Days[] => {
    const [first, second] = [one.readings(year, month)[0], other.readings(year, month)[0]];
    return first && second && first.from <= second.to ? [{ from: first.from, to: second.to }] : [];
  };
  return { ...other, readings, grain: 'span', edge: null, loose: true };
}
