import type { NameUnit, Query } from '../question/query.ts';
import { listAt } from '../record/lists.ts';
import type { Store } from '../record/store.ts';

/** The facts (by index) that share a name or a rare word with a question; all of them when it has neither. */
export function candidates(
  query: Query,
  names: readonly NameUnit[],
  store: Store,
  ambient: ReadonlySet<string>,
): readonly number[] | Uint32Array {
  const telling = names.filter(
    (name) =>
      !name.attributed &&
      name.stems.length < 4 &&
      !name.generic &&
      !name.ids.some((id) => ambient.has(id) || ofHome(id, store)),
  );
  const lists = telling.map((name) => factsFor(name, store));
  if (lists.length > 0 && !query.alternatives)
    return lists.reduce((least, list) => (list.length < least.length ? list : least));
  if (lists.length > 0) return [...new Set(lists.flat())];
  if (query.words.length === 0 || query.words.some((word) => word.concepts.length > 0)) return allFacts(store);
  const found = union(
    query.words.flatMap((word) => [...word.stems.keys()].map((stem) => factsSaying(stem, store))),
    store,
  );
  return found.length > 0 ? found : allFacts(store);
}

// A body of the home country: what was sold to the country was sold to its navy as well.
function ofHome(id: string, store: Store): boolean {
  return store.entities.get(id)?.kind === 'organisation' && store.containers(id).includes(store.record.meta.home);
}

// The facts that name something or, for a name that is words ("helicopter plant"), have the rarest of its words.
function factsFor(name: NameUnit, store: Store): number[] {
  let rarest: readonly string[] = [];
  for (const stems of name.stems) if (rarest.length === 0 || uses(stems, store) < uses(rarest, store)) rarest = stems;
  return union(
    [...name.ids.flatMap((id) => listsNaming(id, store)), ...rarest.map((stem) => factsSaying(stem, store))],
    store,
  );
}

function uses(stems: readonly string[], store: Store): number {
  return stems.reduce((sum, stem) => sum + factsSaying(stem, store).length, 0);
}

/** A posting list: facts by index, or twice that and one or nothing more. */
type Postings = { items: Uint32Array; doubled: boolean; length: number };

function factsSaying(stem: string, { index, stemNumber }: Store): Postings {
  const items = listAt(index.stemFacts, stemNumber(stem) ?? -1);
  return { items, doubled: true, length: items.length };
}

function listsNaming(id: string, store: Store): Postings[] {
  const stand =
    store.standsFor(id) ?? (store.entities.get(id)?.kind === 'organisation' ? (store.containers(id)[0] ?? null) : null);
  return [id, ...(stand === null ? [] : [stand])].map((each) => {
    const items = listAt(store.index.naming, store.namedNumber(each) ?? -1);
    return { items, doubled: false, length: items.length };
  });
}

// Kept between calls, and all nought between them.
let marked = new Uint8Array(0);

// Each fact once.
function union(lists: readonly Postings[], store: Store): number[] {
  if (marked.length < store.docs.length) marked = new Uint8Array(store.docs.length);
  const found: number[] = [];
  for (const { items, doubled } of lists) {
    for (const item of items) {
      const fact = doubled ? item >>> 1 : item;
      if (marked[fact] === 1) continue;
      marked[fact] = 1;
      found.push(fact);
    }
  }
  for (const fact of found) marked[fact] = 0;
  return found;
}

const all = new WeakMap<Store, Uint32Array>();

function allFacts(store: Store): Uint32Array {
  const known = all.get(store) ?? Uint32Array.from(store.facts.keys());
  all.set(store, known);
  return known;
}
