import { LRUCache } from 'lru-cache';
import type { NameUnit } from '../question/query.ts';
import { listAt } from '../record/lists.ts';
import type { Store } from '../record/store.ts';

/** How well the words of facts say a name: for each fact (by index) whether it is in its names, and whether in its texts. */
type Said = Uint8Array;

const IN_NAMES = 1;
const IN_TEXTS = 2;

/** Of so many names what facts say of them is kept: most questions on a record name the same few. */
const MOST_KEPT = 40;

const kept = new WeakMap<Store, LRUCache<string, Said>>();

/** Gives how well the words of a fact say a name that no field holds ("helicopter plant"): 0.75, 0.7 or 0. */
export function wordsFitter(name: NameUnit, store: Store): (fact: number) => number {
  if (name.stems.length === 0) return () => 0;
  const known = kept.get(store) ?? new LRUCache<string, Said>({ max: MOST_KEPT });
  kept.set(store, known);
  const key = name.stems.map((group) => group.join(' ')).join(',');
  const said = known.get(key) ?? saidOf(name, store);
  known.set(key, said);
  return (fact) => (((said[fact] ?? 0) & IN_NAMES) !== 0 ? 0.75 : ((said[fact] ?? 0) & IN_TEXTS) !== 0 ? 0.7 : 0);
}

function saidOf({ stems }: NameUnit, store: Store): Said {
  const { index, facts } = store;
  const said = new Uint8Array(facts.length);
  const groups = stems.map((group) => group.flatMap((stem) => store.stemNumber(stem) ?? []));
  const inAll = (lists: (stem: number) => Iterable<number>) => {
    const [first = [], ...others] = groups.map((group) => new Set(group.flatMap((stem) => [...lists(stem)])));
    return [...first].filter((fact) => others.every((other) => other.has(fact)));
  };
  for (const fact of inAll((stem) => listAt(index.nameStemFacts, stem))) said[fact] = IN_NAMES;
  // Entities come after the facts, and are not kept.
  for (const fact of inAll((stem) => listAt(index.stemFacts, stem).map((place) => place >>> 1)))
    if (groups.length < 2 || inOneStatement(fact, groups, store)) said[fact] = (said[fact] ?? 0) | IN_TEXTS;
  return said;
}

function inOneStatement(fact: number, groups: readonly (readonly number[])[], { index }: Store): boolean {
  for (let at = index.statements[fact] ?? 0; at < (index.statements[fact + 1] ?? 0); at += 1) {
    const stems = listAt(index.statementStems, at);
    if (groups.every((group) => group.some((stem) => stems.includes(stem)))) return true;
  }
  return false;
}
