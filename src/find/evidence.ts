import type { Query } from '../question/query.ts';
import type { FactKind } from '../record/facts.ts';
import type { Doc, Store } from '../record/store.ts';
import { candidates } from './candidates.ts';
import { type Hit, planOf, score } from './score.ts';

export type { Hit } from './score.ts';

/** The facts that settle a question, best first, of the kinds wanted. */
export function findFacts(
  query: Query,
  store: Store,
  ambient: ReadonlySet<string>,
  kinds?: readonly FactKind[],
): Hit[] {
  let hits = settled.get(query);
  if (hits === undefined) {
    hits = scoreAll(query, store, ambient, false);
    settled.set(query, hits);
  }
  return kinds === undefined ? hits : hits.filter((hit) => kinds.includes(hit.doc.fact.kind));
}

/** The facts that come nearest to a question, best first, though they do not settle it: those that account for a third of it. */
export function nearestFacts(query: Query, store: Store, ambient: ReadonlySet<string>): Hit[] {
  return scoreAll(query, store, ambient, true);
}

// Several frames look at the same question: it is put to the record once.
const settled = new WeakMap<Query, Hit[]>();

function scoreAll(query: Query, store: Store, ambient: ReadonlySet<string>, lenient: boolean): Hit[] {
  const plan = planOf(query, store, ambient);
  const names = query.names.filter((name) => !name.excluded);
  const pool: Iterable<Doc> =
    query.only.length > 0
      ? query.only.flatMap((id) => store.byId.get(id) ?? [])
      : candidates(query, names, store, ambient);
  const hits: Hit[] = [];
  for (const doc of pool) {
    if (doc.fact.kind === 'entity' || query.besides.includes(doc.fact.id)) continue;
    const hit = score(doc, plan, lenient);
    if (hit) hits.push(hit);
  }
  return hits.sort((a, b) => b.score - a.score || a.doc.index - b.doc.index);
}
