import { type Period, partsOf } from '../record/days.ts';
import { type Item, itemAt } from './periods/items.ts';
import type { Days, Grain, Part } from './periods/part.ts';
import { type Relation, related } from './periods/relations.ts';
import { type Context, contextOf, follows } from './periods/tokens.ts';
import type { Word } from './words.ts';

export type { Period } from '../record/days.ts';
export type { Grain } from './periods/part.ts';
export type { Relation } from './periods/relations.ts';

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

export type FoundPeriods = { periods: PeriodMention[]; ambiguous: AmbiguousDate[] };

/**
 * The periods that a question speaks of, in its order and without overlap: the longest reading of the words wins. Years
 * in a list are mentions of their own ("2014 and 2015"). A date that no calendar has (31 June) is passed over as a whole.
 * `today` is an ISO day and throws a RangeError when it is none. Time grows linearly with the words.
 */
export function findPeriods(words: readonly Word[], today: string): FoundPeriods {
  const context = contextOf(words, today);
  const found: FoundPeriods = { periods: [], ambiguous: [] };
  let opened: { word: 'from' | 'between'; at: number } | null = null;
  for (let at = 0; at < words.length; ) {
    const near = opened !== null && at - opened.at <= OPEN_FOR ? opened.word : null;
    const chain = isGlued(context, at) ? [] : chainAt(context, at, near);
    const last = chain.at(-1);
    if (last) {
      for (const link of chain) add(found, context, words, link);
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

/** "from the coup to the end of 2022": so many words after "from" a "to" still belongs to it. */
const OPEN_FOR = 8;

// A word glued to the one before is part of a name: Army-2022, Su-30, 75/287.
function isGlued({ tokens }: Context, at: number): boolean {
  const token = tokens[at];
  return token?.joint === 'hyphen' || token?.joint === 'slash' || token?.joint === 'tight';
}

/** Keeps a long run of numbers from being tried as one list from each of its words. */
const LONGEST_LIST = 16;

type Connection = 'and' | 'comma' | 'none';

type Link = { item: Item; connection: Connection; year: number | null; month: number | null; shared: boolean };

/** A list of periods that begins here: "in June, July and August 2021"; empty when none does. */
function chainAt(context: Context, at: number, opened: 'from' | 'between' | null): Link[] {
  const first = itemAt(context, at, opened);
  if (first === null) return [];
  const links = [linkOf(first, 'none')];
  for (let last = links[0]; last && links.length < LONGEST_LIST; last = links.at(-1)) {
    const [place, connection] = connectionAt(context, last.item.end);
    const next = place < context.tokens.length ? itemAt(context, place, null) : null;
    if (next === null) break;
    const merged = merge(last.item, next, connection);
    if (merged) links[links.length - 1] = linkOf(merged, last.connection);
    else if (connection === 'none') break;
    else links.push(linkOf(next, connection));
  }
  share(links);
  return links.filter((link, place) => stands(context, link, links[place - 1], links[place + 1]));
}

function linkOf(item: Item, connection: Connection): Link {
  return { item, connection, year: item.part.year, month: item.part.month, shared: false };
}

function connectionAt(context: Context, at: number): [place: number, connection: Connection] {
  const token = context.tokens[at];
  if (token === undefined || token.joint === 'start') return [context.tokens.length, 'none'];
  if (token.joint === 'ampersand') return [at, 'and'];
  const isWord = /^(?:and|or|plus|vs|versus)$/.test(token.word) && follows(context, at + 1);
  if (isWord) return [at + 1, 'and'];
  if (token.joint === 'comma') return [at, 'comma'];
  return follows(context, at) ? [at, 'none'] : [context.tokens.length, 'none'];
}

/** "in 2021, in June" and "in June in 2021" are one period. */
function merge(one: Item, other: Item, connection: Connection): Item | null {
  if (connection === 'and') return null;
  const isYear = (item: Item) => item.part.grain === 'year' && item.relation === 'in';
  const fields = { start: one.start, end: other.end };
  if (isYear(one) && other.part.lacks === 'year' && (!other.part.unsure || other.strength !== null)) {
    return {
      ...other,
      ...fields,
      strength: 'time',
      part: supplied(other.part, one.part.year, other.part.month, one.part),
    };
  }
  if (isYear(other) && one.part.lacks === 'year' && connection === 'none' && other.strength !== null) {
    return { ...one, ...fields, part: supplied(one.part, other.part.year, one.part.month, other.part) };
  }
  return null;
}

function supplied(part: Part, year: number | null, month: number | null, from: Part): Part {
  if (year === null) return part;
  const readings = (): readonly Days[] => part.readings(year, month ?? 1);
  const relative = part.relative || from.relative;
  return { ...part, lacks: 'nothing', year, month, relative, loose: part.loose || from.loose, readings };
}

/** Within a list a later part supplies the year and month that an earlier one lacks; failing that, an earlier one does. */
function share(links: Link[]): void {
  const take = (link: Link, giver: Link | undefined): void => {
    if (giver === undefined) return;
    const { part } = link.item;
    if (part.lacks === 'month' && link.month === null && giver.item.part.grain === 'day') link.month = giver.month;
    if (part.lacks !== 'nothing' && link.year === null && giver.item.part.grain !== 'year' && giver.year !== null) {
      link.year = giver.year;
      link.shared = true;
      link.item = { ...link.item, part: { ...part, relative: part.relative || giver.item.part.relative } };
    }
  };
  for (let place = links.length - 2; place >= 0; place--) {
    const link = links[place];
    if (link) take(link, links[place + 1]);
  }
  for (let place = 1; place < links.length; place++) {
    const link = links[place];
    if (link) take(link, links[place - 1]);
  }
}

/** Whether a part is sure enough to be a period where it stands. */
function stands(context: Context, link: Link, before: Link | undefined, next: Link | undefined): boolean {
  const { part, strength } = link.item;
  if (part.lacks === 'month') {
    if (link.month === null) return false;
    // "on June 20, 3 ministers" counts ministers.
    const following = context.tokens[part.end];
    const isFree = following === undefined || following.joint !== 'space' || /^(?:and|or)$/.test(following.word);
    return isFree || part.year !== null;
  }
  if (!part.unsure || strength === 'time' || (strength !== null && part.grain === 'day')) return true;
  if (before !== undefined && link.connection === 'and' && before.item.strength === 'time') return true;
  return link.shared && (link.connection === 'and' || next?.connection === 'and');
}

function add(found: FoundPeriods, context: Context, words: readonly Word[], link: Link): void {
  const { item } = link;
  const { part } = item;
  const year = part.lacks === 'nothing' ? context.year : (link.year ?? latestYear(context, part, link.month));
  if (year === null) return;
  const readings = part.readings(year, link.month ?? 1);
  const [days, ...others] = readings;
  if (days === undefined) return;
  const { start, end } = item;
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
