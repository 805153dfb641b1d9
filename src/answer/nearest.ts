import { type Hit, nearestFacts } from '../find/evidence.ts';
import type { Query } from '../question/query.ts';
import type { FactKind } from '../record/facts.ts';
import type { Context } from './draft.ts';

/** A refusal tells three, some of which it may have told already. */
const MOST = 6;

const known = new WeakMap<Query, Map<FactKind | 'any', readonly Hit[]>>();

/**
 * The few facts (of one kind, where one is wanted) that are nearest to a question, best first: looked for once, though both
 * what it is about and a refusal go by them.
 */
export function nearestTo({ query, store, ambient }: Context, kind?: FactKind): readonly Hit[] {
  const found = known.get(query) ?? new Map<FactKind | 'any', readonly Hit[]>();
  known.set(query, found);
  const hits = found.get(kind ?? 'any') ?? nearestFacts(query, store, ambient, MOST, kind);
  found.set(kind ?? 'any', hits);
  return hits;
}
