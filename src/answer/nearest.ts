import { type Hit, nearestFacts } from '../find/evidence.ts';
import type { Query } from '../question/query.ts';
import type { Context } from './draft.ts';

const known = new WeakMap<Query, readonly Hit[]>();

/** What is nearest to a question, best first: looked for once, though both what it is about and a refusal go by it. */
export function nearestTo({ query, store, ambient }: Context): readonly Hit[] {
  const before = known.get(query);
  if (before !== undefined) return before;
  const hits = nearestFacts(query, store, ambient);
  known.set(query, hits);
  return hits;
}
