import { type Period, partsOf } from '../record/days.ts';
import type { Opened } from './periods/items.ts';
import { type Link, listAt, type Seen } from './periods/lists.ts';
import type { Days, Grain, Part } from './periods/part.ts';
import { type Relation, related } from './periods/relations.ts';
import { type Context, contextOf } from './periods/tokens.ts';
import { mayTellTime } from './periods/vocabulary.ts';
import type { Word } from './words.ts';

export type PeriodMention = {
  /** Word indexes, end exclusive; the preposition ("in", "since", "between") included when it belongs to the period. */
  start: number;
  end: number;
  period: Period;
  grain: Grain;
  relation: Relation;
  /** As typed, for "how it was read". */
  text: string;
  /** The bounds are a matter of taste: early 2021, in summer, the last three years. */
  loose: boolean;
  /** It depends on today's date: last year, this month, in September without a year. */
  relative: boolean;
  /** The months named when no year was (in September: [9]), for callers that know the year from elsewhere. */
  months?: number[];
  /** How it was read where that is not plain: "FY2023 read as April 2023 to March 2024". */
  note?: string;
};

/** A date with two readings, such as 5/9/2022; a preposition before it is taken into the readings. */
export type AmbiguousDate = { start: number; end: number; text: string; readings: Period[] };

export type FoundPeriods = {
  periods: PeriodMention[];
  ambiguous: AmbiguousDate[];
  /** Dates that no calendar has, as typed: 31 June. */
  impossible: string[];
};

/**
 * The periods that a question speaks of, in its order and without overlap: the longest reading of the words wins. Years
 * in a list are mentions of their own ("2014 and 2015"). A date that no calendar has (31 June) is passed over as a whole.
 * `today` is an ISO day and throws a RangeError when it is none. Time grows linearly with the words.
 */
export function findPeriods(words: readonly Word[], today: string): FoundPeriods {
  const context = contextOf(words, today);
  const found: FoundPeriods = { periods: [], ambiguous: [], impossible: [] };
  if (!context.tokens.some(({ word }) => mayTellTime(word))) return found;
  const seen: Seen = new Map();
  let opened: { word: Opened; at: number } | null = null;
  for (let at = 0; at < words.length; ) {
    const near = opened !== null && at - opened.at <= OPEN_FOR ? opened.word : null;
    const list = isGlued(context, at) ? [] : listAt(context, at, near, seen);
    const last = list.at(-1);
    if (last) {
      for (const link of list) add(found, context, words, link);
      opened = null;
      at = last.item.end;
      continue;
    }
    const word = context.tokens[at]?.word;
    if (word === 'from' || word === 'between') opened = { word, at };
    at++;
  }
  return found;
}

/** "from the vote to the end of 2022": so many words after "from" a "to" still belongs to it. */
const OPEN_FOR = 8;

// A word glued to the one before is part of a name: Fair-2022, Osk-30, 75/287.
function isGlued({ tokens }: Context, at: number): boolean {
  const token = tokens[at];
  return token?.joint === 'hyphen' || token?.joint === 'slash' || token?.joint === 'tight';
}

function add(found: FoundPeriods, context: Context, words: readonly Word[], link: Link): void {
  const { item } = link;
  const { part } = item;
  const year = part.lacks === 'nothing' ? context.year : (link.year ?? latestYear(context, part, link.month));
  const { start, end } = item;
  if (year === null) {
    if (part.grain === 'day' && part.lacks === 'year') found.impossible.push(textOf(words, start, end));
    return;
  }
  const readings = part.readings(year, link.month ?? 1);
  const [days, ...others] = readings;
  if (days === undefined) {
    if (part.impossible) found.impossible.push(textOf(words, start, end));
    return;
  }
  const text = textOf(words, start, end);
  const period = related(days, item.relation, part.edge, item.within);
  if (others.length > 0) {
    const periods = readings.map((reading) => related(reading, item.relation, part.edge, item.within));
    found.ambiguous.push({ start, end, text, readings: periods });
    return;
  }
  const guessed = part.lacks !== 'nothing' && link.year === null;
  const note = [part.note, item.note].filter((line) => line !== null).join('; ');
  const asked = item.relation === 'on' || item.relation === 'in' ? (part.grain === 'day' ? 'on' : 'in') : item.relation;
  found.periods.push({
    start,
    end,
    period,
    grain: part.grain,
    relation: asked,
    text,
    loose: guessed || part.loose || item.loose || (item.within && part.grain !== 'day'),
    relative: guessed || part.relative,
    ...(guessed ? { months: monthsOf(days) } : {}),
    ...(note === '' ? {} : { note }),
  });
}

// Without a year the latest is meant that has begun by today; 29 February may lie eight years back.
function latestYear({ year, today }: Context, part: Part, month: number | null): number | null {
  for (let candidate = year; candidate >= year - 8; candidate--) {
    const days = part.readings(candidate, month ?? 1)[0];
    if (days !== undefined && days.from <= today) return candidate;
  }
  return null;
}

function monthsOf(days: Days): number[] {
  const from = partsOf(days.from);
  const to = partsOf(days.to);
  const count = Math.min(12, (to.year - from.year) * 12 + to.month - from.month + 1);
  return Array.from({ length: count }, (_, offset) => ((from.month - 1 + offset) % 12) + 1);
}

function textOf(words: readonly Word[], start: number, end: number): string {
  const parts = words.slice(start, end).map((word, place) => (place === 0 ? '' : word.gap) + word.text);
  const apostrophe = /['’‘]$/.test(words[start]?.gap ?? '') && /^\d/.test(words[start]?.text ?? '');
  return (apostrophe ? "'" : '') + parts.join('');
}
