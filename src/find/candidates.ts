import type { NameUnit, Query } from '../question/query.ts';
import type { Doc, Store } from '../record/store.ts';

/** The facts that share a name or a rare word with a question; all of them when it has neither. */
export function candidates(
  query: Query,
  names: readonly NameUnit[],
  store: Store,
  ambient: ReadonlySet<string>,
): Iterable<Doc> {
  const telling = names.filter(
    (name) =>
      !name.attributed &&
      name.stems.length < 4 &&
      !name.generic &&
      !name.ids.some((id) => ambient.has(id) || ofHome(id, store)),
  );
  const lists = telling.map((name) => indexesFor(name, store));
  if (lists.length > 0 && !query.alternatives) {
    const shortest = lists.reduce((least, list) => (list.size < least.size ? list : least));
    return docsAt(shortest, store);
  }
  if (lists.length > 0) return docsAt(new Set(lists.flatMap((list) => [...list])), store);
  const found = new Set<number>();
  for (const word of query.words) {
    if (word.concepts.length > 0) return store.facts;
    for (const stem of word.stems.keys()) for (const index of store.byStem.get(stem) ?? []) found.add(index);
  }
  return found.size > 0 && query.words.length > 0 ? docsAt(found, store) : store.facts;
}

// A body of the home country: what was sold to the country was sold to its navy as well.
function ofHome(id: string, store: Store): boolean {
  return store.entities.get(id)?.kind === 'organisation' && store.containers(id).includes(store.record.meta.home);
}

// The facts that name something or, for a name that is words ("helicopter plant"), have the rarest of its words.
function indexesFor(name: NameUnit, store: Store): Set<number> {
  const found = new Set<number>();
  for (const id of name.ids) for (const list of listsNaming(id, store)) for (const index of list) found.add(index);
  let rarest: readonly string[] = [];
  for (const stems of name.stems) if (rarest.length === 0 || uses(stems, store) < uses(rarest, store)) rarest = stems;
  for (const stem of rarest) for (const index of store.byStem.get(stem) ?? []) found.add(index);
  return found;
}

function uses(stems: readonly string[], store: Store): number {
  return stems.reduce((sum, stem) => sum + (store.byStem.get(stem)?.length ?? 0), 0);
}

function docsAt(indexes: ReadonlySet<number>, store: Store): Doc[] {
  const docs: Doc[] = [];
  for (const index of indexes) {
    const doc = store.docs[index];
    if (doc) docs.push(doc);
  }
  return docs;
}

function listsNaming(id: string, store: Store): (readonly number[])[] {
  const stand =
    store.standsFor(id) ?? (store.entities.get(id)?.kind === 'organisation' ? (store.containers(id)[0] ?? null) : null);
  return [id, ...(stand === null ? [] : [stand])].flatMap((each) => {
    const list = store.byEntity.get(each);
    return list === undefined ? [] : [list];
  });
}
