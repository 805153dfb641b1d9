import { monthPart } from './dates.ts';
import { decade, fiscalYear, season } from './names.ts';
import { longest, type Parser, type Part } from './part.ts';
import { namedQuarter, yearQuarter } from './quarters.ts';
import { nearUnit } from './relative.ts';
import { type Context, follows, skip, wordAt } from './tokens.ts';
import { yearPart } from './years.ts';

const WHOLES: readonly Parser[] = [
  yearPart,
  monthPart,
  decade,
  season,
  fiscalYear,
  nearUnit,
  yearQuarter,
  namedQuarter,
];

/**
 * What a piece is taken from: a year, month, decade, season, quarter or fiscal year, "of", "the", "the year" and "the
 * month of" before it allowed.
 */
export function wholeAt(context: Context, at: number): Part | null {
  if (!follows(context, at)) return null;
  const preposition = skip(context, at, 'of');
  const article = skip(context, preposition, 'the');
  const unit = wordAt(context, article);
  const named = unit === 'year' ? 1 : unit === 'month' && wordAt(context, article + 1) === 'of' ? 2 : 0;
  if (!follows(context, article + named)) return null;
  const whole = longest(context, article + named, WHOLES);
  // "the end of the 2021 war" is not the end of 2021.
  const isAdjective = article > preposition && named === 0 && whole?.grain === 'year' && !whole.relative;
  return isAdjective ? null : whole;
}
