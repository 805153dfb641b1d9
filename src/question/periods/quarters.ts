import { halfOf, quarterOf } from './divisions.ts';
import { fiscalYear } from './names.ts';
import { type Days, type Part, partOf, pieceOf, yearsFrom } from './part.ts';
import { type Context, follows, skip, wordAt } from './tokens.ts';
import { yearAfter, yearPart } from './years.ts';

/** Quarters and halves of a year by their short names: Q3 2022, H1 2022, 2022Q3. */

/** Q3 2022, H1 2022, Q1 of fiscal year 2023. */
export function namedQuarter(context: Context, at: number): Part | null {
  const match = /^(?:q([1-4])|h([12]))((?:19|20)\d{2})?$/.exec(context.tokens[at]?.norm ?? '');
  if (!match) return null;
  const [, quarter, half, glued] = match;
  const piece = (days: Days) =>
    quarter === undefined ? halfOf(days, 'year', half === '1' ? 1 : 2) : quarterOf(days, Number(quarter));
  const grain = quarter === undefined ? 'half' : 'quarter';
  if (glued !== undefined) {
    const year = partOf({ end: at + 1, grain: 'year', days: yearsFrom(Number(glued), 1) });
    return pieceOf(year, piece, { grain });
  }
  const slashed = context.tokens[at + 1]?.joint === 'slash' ? yearPart(context, at + 1) : null;
  const fiscal = follows(context, at + 1) ? fiscalYear(context, skip(context, at + 1, 'of')) : null;
  const year = yearAfter(context, at + 1);
  const whole = slashed ?? fiscal;
  if (whole) return pieceOf(whole, piece, { grain });
  return partOf({
    end: year?.end ?? at + 1,
    grain,
    lacks: year === null ? 'year' : 'nothing',
    year: year?.year ?? null,
    relative: year?.relative ?? false,
    loose: year?.loose ?? false,
    unsure: year === null,
    readings: (other) => [piece(yearsFrom(year?.year ?? other, 1))].filter((days) => days !== null),
  });
}

/** The year first: 2022 Q3, 2022-Q3, 2022q3. */
export function yearQuarter(context: Context, at: number): Part | null {
  const year = yearPart(context, at);
  const match = /^(?:q([1-4])|h([12]))$/.exec(wordAt(context, at + 1));
  const joined = /^((?:19|20)\d{2})(?:q([1-4])|h([12]))$/.exec(context.tokens[at]?.norm ?? '');
  const found = joined ?? (year?.end === at + 1 ? match : null);
  if (!found) return null;
  const [quarter, half] = found.slice(-2);
  const whole = joined ? partOf({ end: at + 1, grain: 'year', days: yearsFrom(Number(joined[1]), 1) }) : year;
  if (whole === null) return null;
  return quarter === undefined
    ? pieceOf(whole, (days) => halfOf(days, 'year', half === '1' ? 1 : 2), {
        grain: 'half',
        end: whole.end + (joined ? 0 : 1),
      })
    : pieceOf(whole, (days) => quarterOf(days, Number(quarter)), {
        grain: 'quarter',
        end: whole.end + (joined ? 0 : 1),
      });
}
