import { findFacts } from '../find/evidence.ts';
import type { Query } from '../question/query.ts';
import type { Doc } from '../record/store.ts';
import { type Context, type Draft, line } from './draft.ts';
import { factLine } from './lines.ts';

/** The share of a side's words and names that a fact must account for. */
const ENOUGH = 0.8;
const ASKED = /^(which|what|who|whos|whose|whichever)$/;

/**
 * Which of two things happened first ("what came first, the fall of Osk or the vote", "who banned it first, Norland or Torvia");
 * `null` when the question is no such one or the record does not date both.
 */
export function answerWhichFirst(context: Context): Draft | null {
  const { query } = context;
  const sides = sidesOf(query);
  if (sides === null) return null;
  const [one, two] = sides.map((side) => earliest({ ...context, query: side }));
  if (!one || !two || one === two || one.orderDay === two.orderDay) return null;
  const [first, then] = one.orderDay < two.orderDay ? [one, two] : [two, one];
  const told = factLine(first, context.store);
  return {
    status: 'answered',
    headline: { ...told, text: `First: ${told.text}` },
    lines: [
      line(`Later: ${factLine(then, context.store).text}`, [then.fact.id], factLine(then, context.store).sources),
    ],
    qualifications: [],
    confidence: 1,
    focus: [first.fact.id, then.fact.id],
  };
}

/** The question put once for each side of the "or": what stands before both belongs to both. */
function sidesOf(query: Query): Query[] | null {
  const { text } = query;
  const or = text.lastIndexOf('or');
  const asked = text.findIndex((norm) => /^(first|earlier|sooner|earliest)$/.test(norm));
  if (or < 0 || asked < 0 || !text.some((norm) => ASKED.test(norm))) return null;
  if (asked > or) return sidesBefore(query, or, asked);
  if (!ASKED.test(text[0] ?? '')) return null;
  const first = (at: number) => at > asked && at < or;
  const second = (at: number) => at > or;
  const sides = [second, first].map((other) => ({
    ...query,
    alternatives: false,
    order: null,
    names: query.names.filter((name) => !other(name.start)),
    words: query.words.filter(
      (word) => !other(word.at) && !(word.at < asked && word.concepts.includes('visit')) && word.at !== asked,
    ),
  }));
  const says = (side: Query, own: (at: number) => boolean) =>
    side.names.some((name) => own(name.start)) || side.words.some((word) => own(word.at));
  const [one, two] = sides;
  return one && two && says(one, first) && says(two, second) ? [one, two] : null;
}

// "the vote or the drill: what was earlier": the sides stand before what is asked of them.
function sidesBefore(query: Query, or: number, asked: number): Query[] | null {
  const question = query.text.findIndex((norm, at) => at > or && ASKED.test(norm));
  if (question < 0 || question > asked) return null;
  const sides = [
    { from: 0, to: or },
    { from: or + 1, to: question },
  ].map(({ from, to }) => ({
    ...query,
    alternatives: false,
    order: null,
    names: query.names.filter((name) => name.start >= from && name.start < to),
    words: query.words.filter((word) => word.at >= from && word.at < to),
  }));
  return sides.every((side) => side.names.length + side.words.length > 0) ? sides : null;
}

function earliest({ query, store, ambient }: Context): Doc | undefined {
  return findFacts(query, store, ambient, ['event', 'measure', 'visit'])
    .filter((hit) => hit.coverage >= ENOUGH && hit.doc.span !== null)
    .sort((a, b) => a.doc.orderDay.localeCompare(b.doc.orderDay))[0]?.doc;
}
