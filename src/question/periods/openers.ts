import { numberOf, ordinalOf } from '../numbers.ts';
import type { Context } from './tokens.ts';
import { DECADES, MONTHS, SEASONS, UNITS, WEEKDAYS } from './vocabulary.ts';

/** Words that a point of time may begin with, beside numbers. */
const OPENERS: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...SEASONS.keys(),
  ...DECADES.keys(),
  ...UNITS.keys(),
  ...(
    'early beginning start mid middle late end first last latter final other fiscal financial budget fy so earlier later ' +
    'this previous next coming upcoming past yesterday today tomorrow half a an couple few several'
  ).split(' '),
]);

/**
 * Whether a point of time may begin at a place. At most places none does, and each would else be put to every parser of the
 * grammar; whoever adds a parser that begins with another word adds the word here.
 */
export function mayOpen({ tokens }: Context, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const { norm, word } = token;
  // "the year before last"
  if (word === 'the') return tokens[at + 1]?.word === 'year';
  return (
    OPENERS.has(word) ||
    OPENERS.has(norm) ||
    /\d/.test(norm) ||
    numberOf(norm) !== null ||
    ordinalOf(norm) !== null ||
    ordinalOf(word) !== null
  );
}
