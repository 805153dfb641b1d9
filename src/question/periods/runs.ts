import { addDays, weekdayOf } from '../../record/days.ts';
import { calendarDay } from './dates.ts';
import { runOf } from './divisions.ts';
import { numericDate } from './numeric.ts';
import { type Days, longest, type Part, pieceOf } from './part.ts';
import { type Context, follows, skip, wordAt } from './tokens.ts';
import { UNITS } from './vocabulary.ts';
import { wholeAt } from './wholes.ts';
import { countAt } from './years.ts';

/** Runs of days: the first three months of 2021, the last day of June, the week of 20 June 2021. */

/** The first three months of 2021, the last days of June, the last day of 2020, the last month of 2021. */
export function runPart(context: Context, at: number): Part | null {
  const side = context.tokens[at]?.word;
  if (side !== 'first' && side !== 'last') return null;
  const count = follows(context, at + 1) ? countAt(context, at + 1) : null;
  const place = count?.end ?? at + 1;
  const word = wordAt(context, place);
  const unit = UNITS.get(word);
  if (unit === undefined || wordAt(context, place + 1) !== 'of') return null;
  const isFew = count === null && word.endsWith('s');
  const whole = wholeAt(context, place + 1);
  if (whole === null || whole.grain === 'day') return null;
  const size = count?.value ?? (isFew ? 3 : 1);
  return pieceOf(whole, (days) => runOf(days, size, unit, side), {
    grain: unit === 'day' && size === 1 ? 'day' : unit === 'month' && size === 1 ? 'month' : 'span',
    loose: whole.loose || isFew || unit === 'week',
    definite: true,
    note: count?.note ?? whole.note,
  });
}

/** The week of 20 June 2021: from Monday to Sunday, or the seven days from a Sunday on. */
export function weekOfDay(context: Context, at: number): Part | null {
  const { tokens } = context;
  if (tokens[at]?.word !== 'week' || !/^(?:of|beginning|starting)$/.test(wordAt(context, at + 1))) return null;
  const place = skip(context, at + 2, 'the');
  const day = follows(context, place) ? longest(context, place, [calendarDay, numericDate]) : null;
  if (day?.grain !== 'day') return null;
  const piece = (days: Days) => {
    const weekday = weekdayOf(days.from);
    const from = wordAt(context, at + 1) === 'of' && weekday !== 7 ? addDays(days.from, 1 - weekday) : days.from;
    return { from, to: addDays(from, 6) };
  };
  return pieceOf(day, piece, { grain: 'span', loose: true, definite: true });
}
