import { addDays, type Period } from '../../record/days.ts';
import type { Days, Part } from './part.ts';
import { after, type Context, follows, wordAt } from './tokens.ts';

/** Prepositions of time, and what they make of the days they stand before. */

export type Relation = 'in' | 'since' | 'after' | 'before' | 'until' | 'on' | 'between';

export type Preposition = {
  /** `from` and `to` are settled by what stands beside them. */
  relation: Relation | 'from' | 'to';
  /** Place of the first word after it. */
  end: number;
  /** How sure it is that a period follows: enough for "may" to be May, for a day in May, or not at all. */
  strength: 'time' | 'weak' | 'span';
  loose: boolean;
};

type Row = readonly [
  words: string,
  relation: Preposition['relation'],
  strength?: Preposition['strength'],
  loose?: boolean,
];

// Longer ones before shorter ones that begin alike.
const ROWS: readonly Row[] = [
  ['in or after', 'since'],
  ['in or since', 'since'],
  ['on or after', 'since'],
  ['after or in', 'since'],
  ['in or before', 'until'],
  ['on or before', 'until'],
  ['before or in', 'until'],
  ['before or on', 'until'],
  ['in the course of', 'in'],
  ['in around', 'in', 'time', true],
  ['in about', 'in', 'time', true],
  ['in', 'in'],
  ['back in', 'in'],
  ['during', 'in'],
  ['throughout', 'in'],
  ['all through', 'in'],
  ['within', 'in'],
  ['around', 'in', 'time', true],
  ['circa', 'in', 'time', true],
  ['roughly in', 'in', 'time', true],
  ['over', 'in', 'span'],
  ['across', 'in', 'span'],
  ['of', 'in', 'weak'],
  ['for', 'in', 'weak'],
  ['at', 'in', 'weak'],
  ['on', 'on', 'weak'],
  ['ever since', 'since'],
  ['since', 'since'],
  ['as from', 'since'],
  ['starting in', 'since'],
  ['starting from', 'since'],
  ['starting on', 'since'],
  ['beginning in', 'since'],
  ['beginning from', 'since'],
  ['not earlier than', 'since'],
  ['no earlier than', 'since'],
  ['not later than', 'until'],
  ['no later than', 'until'],
  ['not before', 'since'],
  ['not until', 'since'],
  ['not after', 'until'],
  ['later than', 'after'],
  ['earlier than', 'before'],
  ['after', 'after'],
  ['following', 'after'],
  ['post', 'after'],
  ['before', 'before'],
  ['prior to', 'before'],
  ['ahead of', 'before'],
  ['pre', 'before'],
  ['up to and including', 'until'],
  ['up to', 'until'],
  ['up until', 'until'],
  ['until', 'until'],
  ['through', 'until'],
  ['as of', 'until', 'time', true],
  ['as at', 'until', 'time', true],
  ['by', 'until', 'time', true],
  ['between', 'between'],
  ['from', 'from'],
  ['to', 'to', 'weak'],
  ['and', 'to', 'weak'],
];

const byFirstWord = new Map<string, { words: readonly string[]; row: Row }[]>();
for (const row of ROWS) {
  const words = row[0].split(' ');
  const first = words[0] ?? '';
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { words, row }]);
}
for (const rows of byFirstWord.values()) rows.sort((a, b) => b.words.length - a.words.length);

/** The preposition of time that stands at a place. */
export function prepositionAt(context: Context, at: number): Preposition | null {
  const { tokens } = context;
  const rows = byFirstWord.get(tokens[at]?.word ?? '');
  if (rows === undefined) return null;
  for (const { words, row } of rows) {
    const end = after(context, at, words);
    if (end === null || !follows(context, end)) continue;
    // "the following 2021 season" is no period after 2021.
    if (row[0] === 'following' && tokens[at - 1]?.word === 'the') continue;
    const place = hedged(context, end);
    return { relation: row[1], end: place, strength: row[2] ?? 'time', loose: place > end || (row[3] ?? false) };
  }
  return null;
}

const HEDGES = [
  'at least',
  'as early as',
  'as far back as',
  'as late as',
  'about',
  'around',
  'approximately',
  'roughly',
];
const HEDGE_WORDS = HEDGES.map((hedge) => hedge.split(' '));
const HEDGE_BEGINS: ReadonlySet<string> = new Set(HEDGE_WORDS.flatMap((words) => words.slice(0, 1)));

// "since at least 2014": a preposition's hedge.
function hedged(context: Context, at: number): number {
  if (!HEDGE_BEGINS.has(context.tokens[at]?.word ?? '')) return at;
  for (const words of HEDGE_WORDS) {
    const end = after(context, at, words);
    if (end !== null && follows(context, end)) return end;
  }
  return at;
}

/** Words after a period that open its end or its beginning: 2021 onwards, 2021 or later, 2021 and before. */
export function suffixAt(context: Context, at: number): { relation: 'since' | 'until'; end: number } | null {
  const first = wordAt(context, at);
  if (first === 'onwards') return { relation: 'since', end: at + 1 };
  if (first !== 'or' && first !== 'and') return null;
  const second = wordAt(context, at + 1);
  const next = context.tokens[at + 2];
  const isLast = next === undefined || next.joint === 'start' || next.joint === 'comma';
  if (second === 'onwards' || second === 'later') return { relation: 'since', end: at + 2 };
  if (second === 'earlier') return { relation: 'until', end: at + 2 };
  if (isLast && (second === 'after' || second === 'since')) return { relation: 'since', end: at + 2 };
  return isLast && second === 'before' ? { relation: 'until', end: at + 2 } : null;
}

/**
 * The days that stand in a relation to some days: "after June 2021" begins with July, "before 2010" ends with 2009.
 * Before and after something that happened within those days ("after the 2021 coup") they are counted in, unless they
 * are one day.
 */
export function related(days: Days, relation: Relation, edge: Part['edge'], within: boolean): Period {
  const inclusive = within && days.from !== days.to;
  switch (relation) {
    case 'since':
      return { from: days.from, to: null };
    case 'after':
      return { from: inclusive || edge === 'start' ? days.from : addDays(days.to, 1), to: null };
    case 'before':
      return { from: null, to: inclusive || edge === 'end' ? days.to : addDays(days.from, -1) };
    case 'until':
      return { from: null, to: days.to };
    default:
      return days;
  }
}
