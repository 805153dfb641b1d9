import { dayOf, daysInMonth } from '../../record/days.ts';
import type { Context } from './tokens.ts';

export type Grain = 'day' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'span';

/** Days from one to another, both included and both known. */
export type Days = { from: string; to: string };

/**
 * A point of time as it stands in a text, without its preposition. It may lack what a neighbour supplies: the year ("June"
 * in "from June to September 2022") or month and year ("20" in "20-27 June").
 */
export type Part = {
  /** Place of the first word after it. */
  end: number;
  grain: Grain;
  lacks: 'nothing' | 'year' | 'month';
  /** What it names itself. */
  year: number | null;
  month: number | null;
  /**
   * The days it may mean; year and month are used only where it lacks them. Two readings for an ambiguous date (day or
   * month first), none for a date that no calendar has.
   */
  readings: (year: number, month: number) => readonly Days[];
  loose: boolean;
  relative: boolean;
  /** Set for "the beginning of" and "the end of", which as a bound mean the first and the last day. */
  edge: 'start' | 'end' | null;
  /** Needs a preposition of time before it, because its word is an English word too: may, march, fall. */
  unsure: boolean;
  /** Carries "the" by itself: the 1990s, the end of 2021, the 20th of June. */
  definite: boolean;
  /** If it has no readings, then because it is written like a date that is in no calendar. */
  impossible: boolean;
  /** Names both of its ends: 2015-19, June to September. */
  range: boolean;
  note: string | null;
};

export type Parser = (context: Context, at: number) => Part | null;

const PLAIN = {
  lacks: 'nothing',
  year: null,
  month: null,
  loose: false,
  relative: false,
  edge: null,
  unsure: false,
  definite: false,
  impossible: false,
  range: false,
  note: null,
} as const satisfies Partial<Part>;

/** A part, with the usual values for what is not given. */
export function partOf(
  fields: Pick<Part, 'end' | 'grain'> & Partial<Part> & ({ days: Days } | Pick<Part, 'readings'>),
): Part {
  if ('days' in fields) {
    const { days, ...rest } = fields;
    return { ...PLAIN, year: Number(days.from.slice(0, 4)), ...rest, readings: () => [days] };
  }
  return { ...PLAIN, ...fields };
}

/** A part made from another by taking a piece of each of its readings. */
export function pieceOf(part: Part, piece: (days: Days) => Days | null, changes: Partial<Part>): Part {
  const readings = (year: number, month: number): Days[] =>
    part.readings(year, month).flatMap((days) => piece(days) ?? []);
  return { ...part, ...changes, readings };
}

/** The part that reaches furthest; the first one of equals. */
export function longest(context: Context, at: number, parsers: readonly Parser[]): Part | null {
  let best: Part | null = null;
  for (const parse of parsers) {
    const part = parse(context, at);
    if (part && (best === null || part.end > best.end)) best = part;
  }
  return best;
}

/** Whole months from a month of a year on; `month` may lie outside 1 to 12. */
export function monthsFrom(year: number, month: number, count: number): Days {
  const [firstYear, firstMonth] = normal(year, month);
  const [lastYear, lastMonth] = normal(year, month + count - 1);
  return {
    from: dayOf(firstYear, firstMonth, 1),
    to: dayOf(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)),
  };
}

/** Whole years. */
export function yearsFrom(year: number, count: number): Days {
  return monthsFrom(year, 1, 12 * count);
}

function normal(year: number, month: number): [number, number] {
  const months = year * 12 + month - 1;
  return [Math.floor(months / 12), (months % 12) + 1];
}
