import type { Named } from './aliases.ts';
import { allowedEdits, editDistance, letterCount } from './edits.ts';
import type { NameIndex } from './name-index.ts';
import { wordsOf } from './words.ts';

/** One place at which typing a name may begin: any of its words. */
type Beginning = {
  /** The name from that word on, folded and without spaces. */
  key: string;
  /** Number of the entity in the index. */
  entity: number;
  /** 0: its name from the first word; 1: an alias from the first word; 2: from a later word. */
  rank: number;
};

// Sorted by key; made at the first completion, since a program that never completes has no use for it.
const beginnings = new WeakMap<NameIndex, readonly Beginning[]>();

function beginningsOf(index: NameIndex): readonly Beginning[] {
  const made = beginnings.get(index);
  if (made !== undefined) return made;
  const all: Beginning[] = [];
  for (const [entity, named] of index.entities.entries()) {
    for (const [place, text] of textsOf(named).entries()) {
      const words = wordsOf(text);
      let key = '';
      for (let start = words.length - 1; start >= 0; start -= 1) {
        key = (words[start]?.norm ?? '') + key;
        all.push({ key, entity, rank: start > 0 ? 2 : Math.min(place, 1) });
      }
    }
  }
  all.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  beginnings.set(index, all);
  return all;
}

function textsOf(named: Named): string[] {
  return [named.name, ...(named.aliases ?? []), ...(named.ambiguous_aliases ?? [])];
}

/**
 * At most `limit` names of the record that a half-typed one may become, best first: those with a word (of the name or
 * an alias) that begins so, the name itself before an alias and the first word before a later one; then those that
 * begin nearly so. `accept` says which ids may be offered. Nothing typed: the first names of the record.
 */
export function completeName(
  partial: string,
  index: NameIndex,
  accept: (id: string) => boolean,
  limit: number,
): { id: string; name: string }[] {
  const typed = wordsOf(partial)
    .map((word) => word.norm)
    .join('');
  const ranks = new Map<number, number>();
  if (typed === '') for (const entity of index.entities.keys()) ranks.set(entity, 0);
  else prefixed(typed, beginningsOf(index), ranks);

  let offered = accepted(ranks, index, accept);
  if (offered.length < limit && typed !== '') {
    nearlyPrefixed(typed, beginningsOf(index), ranks);
    offered = accepted(ranks, index, accept);
  }
  return offered.slice(0, limit).map(({ id, name }) => ({ id, name }));
}

function accepted(ranks: ReadonlyMap<number, number>, index: NameIndex, accept: (id: string) => boolean): Named[] {
  const ranked = [...ranks].flatMap(([entity, rank]) => {
    const named = index.entities[entity];
    return named !== undefined && accept(named.id) ? [{ named, rank, entity }] : [];
  });
  const typedNothing = ranked.every(({ rank }) => rank === 0) && ranked.length === index.entities.length;
  ranked.sort(
    (a, b) => a.rank - b.rank || (typedNothing ? 0 : a.named.name.length - b.named.name.length) || a.entity - b.entity,
  );
  return ranked.map(({ named }) => named);
}

function offer(ranks: Map<number, number>, entity: number, rank: number): void {
  if (rank < (ranks.get(entity) ?? Number.POSITIVE_INFINITY)) ranks.set(entity, rank);
}

function prefixed(typed: string, all: readonly Beginning[], ranks: Map<number, number>): void {
  for (let place = firstFrom(all, typed); place < all.length; place += 1) {
    const beginning = all[place];
    if (beginning === undefined || !beginning.key.startsWith(typed)) return;
    // A name or alias that is complete comes before one that goes on.
    const isWhole = beginning.key.length === typed.length && beginning.rank < 2;
    offer(ranks, beginning.entity, isWhole ? -1 : beginning.rank);
  }
}

/** Names with the typed first letter of which some beginning lies within the allowed edits. */
function nearlyPrefixed(typed: string, all: readonly Beginning[], ranks: Map<number, number>): void {
  const allowed = allowedEdits(letterCount(typed));
  if (allowed === 0) return;
  const first = typed.charAt(0);
  for (let place = firstFrom(all, first); place < all.length; place += 1) {
    const beginning = all[place];
    if (beginning === undefined || !beginning.key.startsWith(first)) return;
    const edits = prefixEdits(typed, beginning.key, allowed);
    if (edits <= allowed) offer(ranks, beginning.entity, 10 * edits + beginning.rank);
  }
}

/** The fewest edits between a text and any beginning of a name. */
function prefixEdits(typed: string, name: string, limit: number): number {
  let fewest = limit + 1;
  for (let length = typed.length - limit; length <= typed.length + limit && length <= name.length; length += 1) {
    fewest = Math.min(fewest, editDistance(typed, name.slice(0, length), fewest - 1));
    if (fewest === 1) break;
  }
  return fewest;
}

function firstFrom(all: readonly Beginning[], key: string): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
