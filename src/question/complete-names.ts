import type { Named } from './aliases.ts';
import { beginningEdits } from './beginning-edits.ts';
import { allowedEdits, letterCount } from './edits.ts';
import type { NameIndex } from './name-index.ts';
import { wordsOf } from './words.ts';

/** The places at which typing a name may begin, any of its words, sorted by what is typed from there. */
type Beginnings = {
  /** The name from that word on, folded and without spaces. */
  keys: readonly string[];
  /** How many letters each shares with the one before it, as far as that matters. */
  shared: Uint8Array;
  /** Number of the entity in the index. */
  entities: Uint32Array;
  /** 0: its name from the first word; 1: an alias from the first word; 2: from a later word. */
  ranks: Uint8Array;
};

// Made at the first completion, since a program that never completes has no use for it.
const beginnings = new WeakMap<NameIndex, Beginnings>();

function beginningsOf(index: NameIndex): Beginnings {
  const made = beginnings.get(index);
  if (made !== undefined) return made;
  const all: { key: string; entity: number; rank: number }[] = [];
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
  const keys = all.map(({ key }) => key);
  const sorted = {
    keys,
    shared: Uint8Array.from(keys, (key, place) => sharedLetters(keys[place - 1] ?? '', key)),
    entities: Uint32Array.from(all, ({ entity }) => entity),
    ranks: Uint8Array.from(all, ({ rank }) => rank),
  };
  beginnings.set(index, sorted);
  return sorted;
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

  let offered = accepted(ranks, index, accept, limit);
  if (offered.length < limit && typed !== '') {
    nearlyPrefixed(typed, beginningsOf(index), ranks);
    offered = accepted(ranks, index, accept, limit);
  }
  return offered.map(({ id, name }) => ({ id, name }));
}

/** Names longer than this are as long as each other. */
const LONGEST = 4096;

// One number stands for rank, length and place in the record, as sorting ten thousand numbers takes a tenth of sorting objects.
function accepted(
  ranks: ReadonlyMap<number, number>,
  { entities }: NameIndex,
  accept: (id: string) => boolean,
  limit: number,
): Named[] {
  const weights: number[] = [];
  let typedNothing = ranks.size === entities.length;
  for (const [entity, rank] of ranks) {
    const named = entities[entity];
    if (named === undefined || !accept(named.id)) typedNothing = false;
    else weights.push(((rank + 1) * LONGEST + Math.min(named.name.length, LONGEST - 1)) * entities.length + entity);
    if (rank !== 0) typedNothing = false;
  }
  if (typedNothing) return entities.slice(0, limit);
  const sorted = Float64Array.from(weights).sort().subarray(0, limit);
  return Array.from(sorted).flatMap((weight) => entities[weight % entities.length] ?? []);
}

function offer(ranks: Map<number, number>, entity: number, rank: number): void {
  if (rank < (ranks.get(entity) ?? Number.POSITIVE_INFINITY)) ranks.set(entity, rank);
}

function prefixed(typed: string, { keys, entities, ranks: own }: Beginnings, ranks: Map<number, number>): void {
  for (let place = firstFrom(keys, typed); place < keys.length; place += 1) {
    const key = keys[place] ?? '';
    if (!key.startsWith(typed)) return;
    const rank = own[place] ?? 0;
    // A name or alias that is complete comes before one that goes on.
    const isWhole = key.length === typed.length && rank < 2;
    offer(ranks, entities[place] ?? 0, isWhole ? -1 : rank);
  }
}

/** Names with the typed first letter of which some beginning lies within the allowed edits. */
function nearlyPrefixed(
  typed: string,
  { keys, shared, entities, ranks: own }: Beginnings,
  ranks: Map<number, number>,
): void {
  const allowed = allowedEdits(letterCount(typed));
  if (allowed === 0) return;
  const first = typed.charAt(0);
  const end = firstFrom(keys, `${first}\uffff`);
  const edits = beginningEdits(typed, allowed);
  let inCommon = 0;
  for (let place = firstFrom(keys, first); place < end; ) {
    const { fewest, deadAt } = edits(keys[place] ?? '', inCommon);
    if (fewest <= allowed) offer(ranks, entities[place] ?? 0, 10 * fewest + (own[place] ?? 0));
    place += 1;
    inCommon = shared[place] ?? 0;
    // What goes on from letters that are too far off already is too far off as well.
    if (deadAt === null || fewest <= allowed) continue;
    while (place < end && inCommon >= deadAt) {
      place += 1;
      inCommon = Math.min(inCommon, shared[place] ?? 0);
    }
  }
}

const MOST_SHARED = 255;

function sharedLetters(before: string, key: string): number {
  const most = Math.min(before.length, key.length, MOST_SHARED);
  let count = 0;
  while (count < most && key.charCodeAt(count) === before.charCodeAt(count)) count += 1;
  return count;
}

function firstFrom(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
