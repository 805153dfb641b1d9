import type { Ask, Query } from '../question/query.ts';
import type { FactKind } from '../record/facts.ts';
import type { Store } from '../record/store.ts';
import { candidates } from './candidates.ts';
import { planOf } from './plan.ts';
import { type Hit, isNeeded, isTelling, score } from './score.ts';
import { nearnessSieve, settlingSieve } from './sieve.ts';

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
    hits = settling(query, store, ambient);
    if (hits.length === 0) hits = allButOneWord(query, store, ambient);
    settled.set(query, hits);
  }
  return kinds === undefined ? hits : hits.filter((hit) => kinds.includes(hit.doc.kind));
}

/**
 * At most `most` facts (of one kind, where one is wanted) that come nearest to a question, best first, though they do not
 * settle it: of those that account for a third of it.
 */
export function nearestFacts(
  query: Query,
  store: Store,
  ambient: ReadonlySet<string>,
  most: number,
  kind?: FactKind,
): Hit[] {
  const plan = planOf(query, store, ambient);
  const best: Hit[] = [];
  const mayBeNear = nearnessSieve(plan);
  const isMeant = meant(query, store);
  for (const fact of poolOf(query, store, ambient)) {
    if (kind !== undefined && store.docs[fact]?.kind !== kind) continue;
    const hit = isMeant(fact) && mayBeNear(fact) ? score(fact, plan, true) : null;
    const last = best[most - 1];
    if (hit === null || (last !== undefined && inOrder(last, hit) < 0)) continue;
    let place = Math.min(best.length, most - 1);
    for (let before = best[place - 1]; before !== undefined && inOrder(hit, before) < 0; before = best[place - 1]) {
      best[place] = before;
      place -= 1;
    }
    best[place] = hit;
  }
  return best;
}

/** A refusal tells three, some of which it may have told already. */
const MOST_NEAR = 6;

const near = new WeakMap<Query, Map<FactKind | 'any', readonly Hit[]>>();

/**
 * The few facts (of one kind, where one is wanted) that are nearest to a question, best first: looked for once, though what
 * lacks one word only, what a question is about and a refusal all go by them.
 */
export function nearestTo(query: Query, store: Store, ambient: ReadonlySet<string>, kind?: FactKind): readonly Hit[] {
  const found = near.get(query) ?? new Map<FactKind | 'any', readonly Hit[]>();
  near.set(query, found);
  const hits = found.get(kind ?? 'any') ?? nearestFacts(query, store, ambient, MOST_NEAR, kind);
  found.set(kind ?? 'any', hits);
  return hits;
}

const ASKS_FOR_MORE: ReadonlySet<Ask> = new Set([
  'who',
  'what',
  'list',
  'source',
  'outcome',
  'where',
  'how-many',
  'how-much',
  'which-of',
  'conflict',
  'how-long',
]);
/** By how much the one fact that has nearly all of a question must lead the next. */
const CLEAR_LEAD = 0.3;

/**
 * The one fact that has all names, dates and words of a question but one, when no other comes near it. Measured over 1,900
 * questions: of those that nothing else answered seven more are answered rightly and none wrongly; without the lead, or with
 * when, why and whether, which stand or fall with their verb, as many wrongly as rightly.
 */
function allButOneWord(query: Query, store: Store, ambient: ReadonlySet<string>): Hit[] {
  if (!ASKS_FOR_MORE.has(query.ask) || query.only.length > 0 || query.order !== null) return [];
  const [first, second] = nearestTo(query, store, ambient);
  const named = query.names.filter(
    (name) => !name.implied && !name.excluded && !name.ids.some((id) => ambient.has(id)),
  );
  if (first === undefined || first.score - (second?.score ?? 0) < CLEAR_LEAD || first.missing.length > 1) return [];
  const [word] = first.missing;
  if (word === undefined || word.unknown || word.concepts.length > 0 || isNeeded(word, query) || isTelling(word, query))
    return [];
  const anchored = first.anchors > 0 && first.anchors >= named.length + query.periods.length;
  return anchored && first.matched > 0 && first.coverage >= ENOUGH ? [first] : [];
}

const ENOUGH = 0.66;

// Several frames look at the same question: it is put to the record once.
const settled = new WeakMap<Query, Hit[]>();

function settling(query: Query, store: Store, ambient: ReadonlySet<string>): Hit[] {
  const plan = planOf(query, store, ambient);
  const hits: Hit[] = [];
  const maySettle = settlingSieve(plan);
  const isMeant = meant(query, store);
  for (const fact of poolOf(query, store, ambient)) {
    const hit = isMeant(fact) && maySettle(fact) ? score(fact, plan, false) : null;
    if (hit) hits.push(hit);
  }
  return hits.sort(inOrder);
}

function inOrder(a: Hit, b: Hit): number {
  return b.score - a.score || a.doc.index - b.doc.index;
}

/** The facts (by index) that a question may be put to, entities among them. */
function poolOf(query: Query, store: Store, ambient: ReadonlySet<string>): readonly number[] | Uint32Array {
  if (query.only.length > 0) return query.only.flatMap((id) => store.byId.get(id)?.index ?? []);
  const names = query.names.filter((name) => !name.excluded);
  return candidates(query, names, store, ambient);
}

/** Tells which of them are facts, and not those of the turn before that are not meant again. */
function meant({ besides }: Query, store: Store): (fact: number) => boolean {
  const left = besides.flatMap((id) => store.byId.get(id)?.index ?? []);
  return (fact) => fact < store.facts.length && !left.includes(fact);
}
