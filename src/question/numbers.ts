import { isDigit } from './edits.ts';

/** Numbers that people write as words. Words are folded, as a question's words are. */

const CARDINALS: ReadonlyMap<string, number> = new Map(
  [
    'zero one two three four five six seven eight nine ten',
    'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  ]
    .join(' ')
    .split(' ')
    .map((word, value): [string, number] => [word, value])
    .concat(
      'thirty forty fifty sixty seventy eighty ninety hundred'
        .split(' ')
        .map((word, place): [string, number] => [word, 30 + 10 * place]),
      [
        ['once', 1],
        ['twice', 2],
        ['thrice', 3],
        ['dozen', 12],
        ['fourty', 40],
      ],
    ),
);

const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    'first second third fourth fifth sixth seventh eighth ninth tenth',
    'eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  ]
    .join(' ')
    .split(' ')
    .map((word, place): [string, number] => [word, place + 1])
    .concat([
      ['thirtieth', 30],
      ['1rst', 1],
    ]),
);

const DIGITS = /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})$/;
const ORDINAL_DIGITS = /^([1-9]\d{0,3})(?:st|nd|rd|th)$/;

/**
 * The whole number that a folded word says: `seven`, `7`, `1,000`, `twice`, `dozen` (12). `null` for every other word,
 * fractions (`1.5`) and ordinals included. One word at a time: `twenty five` is two.
 */
export function numberOf(norm: string): number | null {
  if (isDigit(norm.charCodeAt(0)) && DIGITS.test(norm)) return Number(norm.replaceAll(',', ''));
  return CARDINALS.get(norm) ?? null;
}

/** The place that a folded word says, from 1: `first`, `1st`, `third`, `20th`. `null` for every other word; `last` is none. */
export function ordinalOf(norm: string): number | null {
  const digits = isDigit(norm.charCodeAt(0)) ? ORDINAL_DIGITS.exec(norm) : null;
  return digits ? Number(digits[1]) : (ORDINALS.get(norm) ?? null);
}
