import { LRUCache } from 'lru-cache';
import type { NameUnit } from '../question/query.ts';
import { listAt } from '../record/lists.ts';
import type { Store } from '../record/store.ts';

/** How the words of facts say a name: for each fact (by index) whether what it names is so called, or its texts say it, or neither. */
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
  return (fact) => (said[fact] === IN_NAMES ? 0.75 : said[fact] === IN_TEXTS ? 0.7 : 0);
}

function saidOf({ stems }: NameUnit, store: Store): Said {
  const { index, facts } = store;
  const said = new Uint8Array(facts.length);
  const groups = stems.map((group) => group.flatMap((stem) => store.stemNumber(stem) ?? []));
  // A fact that has been found for all groups before one counts for it.
  const inNames = new Uint8Array(facts.length);
  const inTexts = new Uint8Array(facts.length);
  for (const [at, group] of groups.entries()) {
    for (const stem of group) {
      for (const fact of listAt(index.nameStemFacts, stem)) if (inNames[fact] === at) inNames[fact] = at + 1;
      for (const place of listAt(index.stemFacts, stem)) if (inTexts[place >>> 1] === at) inTexts[place >>> 1] = at + 1;
    }
  }
  for (let fact = 0; fact < facts.length; fact += 1) {
    if (inNames[fact] === groups.length) said[fact] = IN_NAMES;
    else if (inTexts[fact] === groups.length && (groups.length < 2 || inOneStatement(fact, groups, store)))
      said[fact] = IN_TEXTS;
  }
  return said;
}

function inOneStatement(fact: number, groups: readonly (readonly number[])[], { index }: Store): boolean {
  for (let at = index.statements[fact] ?? 0; at < (index.statements[fact + 1] ?? 0); at += 1) {
    const stems = listAt(index.statementStems, at);
    if (groups.every((group) => group.some((stem) => stems.includes(stem)))) return true;
  }
  return false;
}
