import type { Store } from '../record/store.ts';
import { about } from './follow-up/about.ts';
import { asksOwnRole, blank, type Carried, focusDoc, usesPerson, withPerson } from './follow-up/carried.ts';
import { kindOf } from './follow-up/kind.ts';
import { withParts } from './follow-up/parts.ts';
import type { PeriodUnit, Query } from './query.ts';

/**
 * A question with what earlier turns said put in where it leaves something out: "and in 2022?" is the last question with
 * another period, "who did he meet there?" asks about the facts last stated. A question that is whole drops the old one.
 */
export function readFollowUp(query: Query, carried: Carried, store: Store): FollowUp {
  const last = carried.query;
  const alone = { query, fallbacks: [], isFollowUp: false };
  if (!last || (query.text.length === 0 && query.lead.length === 0)) return alone;
  const kind = kindOf(query);
  if (kind === 'whole') {
    const whole = withPerson(query, last, store);
    // "and what was added in 2018": of what the question before named, else of all.
    const continued = query.names.length === 0 && /^and\b/.test([...query.lead, ...query.text].join(' '));
    return continued
      ? { query: { ...whole, names: [...whole.names, ...last.names] }, fallbacks: [whole], isFollowUp: true }
      : { ...alone, query: whole, isFollowUp: usesPerson(query, last, store) };
  }
  if (kind === 'parts') return { query: withParts(query, last, carried, store), fallbacks: [], isFollowUp: true };
  const first = about(query, last, carried, store);
  // What the facts last stated do not tell may be told of the same person or place at another time.
  const wider = {
    ...withPerson(query, last, store),
    only: [],
    periods: query.periods.length > 0 ? query.periods : thenPeriods(query, carried, store),
  };
  const widest = {
    ...wider,
    names: [
      ...wider.names,
      ...last.names.filter((name) => !wider.names.some((other) => other.ids.some((id) => name.ids.includes(id)))),
    ],
    periods: query.periods.length > 0 ? query.periods : last.periods,
    words: [...query.words, ...last.words.filter((word) => !query.words.some((other) => other.norm === word.norm))],
  };
  // "and what was the price", "what is its name": of what was asked about before, rather than of all.
  const goesOn = query.names.length === 0 && /^and\b|\b(?:its?|back)\b/.test([...query.lead, ...query.text].join(' '));
  const inTurn = goesOn ? [widest, wider] : [wider, widest];
  return {
    query: first,
    fallbacks: first.only.length > 0 && query.words.some((word) => !word.optional) ? inTurn : [],
    isFollowUp: true,
  };
}

/**
 * The question that a conversation goes on from after a turn on what was last said: the one before it with what the turn asks
 * ("when did she visit Osk", "why?": "and in 2024?" asks why she visited Osk then).
 */
export function goneOn(before: Query, turn: Query): Query {
  return {
    ...before,
    ask: asksOwnRole(turn, before),
    words: [...before.words, ...turn.words.filter((word) => !before.words.some(({ norm }) => norm === word.norm))],
    concepts: new Set([...before.concepts, ...turn.concepts]),
    text: [...before.text, ...turn.text],
    only: [],
    besides: [],
  };
}

/** The reading of a turn, and what to try when the record has nothing on it. */
export type FollowUp = { query: Query; fallbacks: Query[]; isFollowUp: boolean };

function thenPeriods(query: Query, carried: Carried, store: Store): PeriodUnit[] {
  const span = query.text.includes('then') ? focusDoc(carried, store)?.span : undefined;
  return span ? [{ ...blank, from: span.from, to: span.to, text: 'then' }] : [];
}
