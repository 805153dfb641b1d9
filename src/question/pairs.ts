import { allowedEdits, letterCount } from './edits.ts';

/**
 * Which of many spellings share most of their letter pairs with a typed one: the few that are worth comparing letter
 * by letter. Holds for tens of thousands: the lists of the rarest pairs alone decide whom to look at.
 */
export type PairIndex = () => Pairs;

type Pairs = {
  /** The spellings, by first letter and then by length. */
  keys: readonly string[];
  /** By first letter: where the spellings of at least so many letters begin in `keys`; last, where the next letter does. */
  ranges: ReadonlyMap<number, readonly number[]>;
  /** Numbers of the spellings that hold a pair of neighbouring letters, ascending: so those of one range lie together. */
  holding: ReadonlyMap<number, readonly number[]>;
  /** Spellings by all but their first letter, for a slip in the first. */
  tails: ReadonlyMap<string, readonly number[]>;
  numberOf: ReadonlyMap<string, number>;
};

// Stands for the beginning and the end of a spelling, so that these count as pairs too.
const EDGE = 0;
/** A wrong first letter is only believed in names of six letters and more (see nameEdits). */
const TAIL_FROM = 6;

/** Two neighbours as one small integer; that two rare pairs may share one costs a needless comparison, no more. */
function pairOf(before: number, unit: number): number {
  return ((before << 14) ^ unit) & 0x3fffffff;
}

function pairsOf(text: string): Set<number> {
  const pairs = new Set<number>();
  let before = EDGE;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    pairs.add(pairOf(before, unit));
    before = unit;
  }
  pairs.add(pairOf(before, EDGE));
  return pairs;
}

/**
 * Indexes spellings (folded, without spaces; each counts once) for `nearKeys`. Done when something misspelt is first looked
 * for (10 ms for 4,000 spellings): a question without a slip has no use for it.
 */
export function indexPairs(spellings: () => Iterable<string>): PairIndex {
  let pairs: Pairs | undefined;
  return () => {
    pairs ??= makePairs(spellings());
    return pairs;
  };
}

function makePairs(spellings: Iterable<string>): Pairs {
  const keys = [...new Set(spellings)].filter((key) => key !== '');
  keys.sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0) || a.length - b.length);
  const ranges = new Map<number, number[]>();
  const holding = new Map<number, number[]>();
  const tails = new Map<string, number[]>();
  const numberOf = new Map<string, number>();
  for (const [number, key] of keys.entries()) {
    numberOf.set(key, number);
    const range = ranges.get(key.charCodeAt(0)) ?? [];
    if (range.length === 0) ranges.set(key.charCodeAt(0), range);
    else range.pop();
    while (range.length <= key.length) range.push(number);
    range.push(number + 1);
    // A name too short to be misspelt is only ever found exactly.
    if (allowedEdits(letterCount(key)) === 0) continue;
    for (const pair of pairsOf(key)) append(holding, pair, number);
    if (key.length >= TAIL_FROM) append(tails, key.slice(1), number);
  }
  return { keys, ranges, holding, tails, numberOf };
}

function append<K>(lists: Map<K, number[]>, key: K, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}

/** The first place in an ascending list whose number is not below `number`. */
function placeOf(list: readonly number[], number: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * At most `most` spellings that may be the typed one misspelt, those that share most pairs first: of nearly its length,
 * with its first letter, and sharing all but three pairs for every edit allowed (a swap of neighbours touches three);
 * and those that differ from it in nothing but the first letter.
 */
export function nearKeys(
  near: PairIndex,
  typed: string,
  most: number,
  allowed = allowedEdits(letterCount(typed)),
): string[] {
  if (allowed === 0) return [];
  const index = near();
  const found: string[] = [];
  for (const number of firstLetterSlips(index, typed)) found.push(index.keys[number] ?? '');

  const range = index.ranges.get(typed.charCodeAt(0)) ?? [];
  const low = range[typed.length - allowed];
  const high = range[typed.length + allowed + 1] ?? range.at(-1);
  if (low === undefined || high === undefined || low >= high) return found;
  const pairs = pairsOf(typed);
  const wanted = Math.max(1, pairs.size - 3 * allowed);
  const spans: { list: readonly number[]; from: number; to: number }[] = [];
  for (const pair of pairs) {
    const list = index.holding.get(pair);
    if (list === undefined) continue;
    const from = placeOf(list, low);
    const to = placeOf(list, high);
    if (to > from) spans.push({ list, from, to });
  }
  if (spans.length < wanted) return found;
  // Whoever shares `wanted` of the pairs is in one of any (pairs - wanted + 1) lists: read the shortest.
  spans.sort((a, b) => a.to - a.from - (b.to - b.from));
  const shared = new Map<number, number>();
  for (const { list, from, to } of spans.slice(0, spans.length - wanted + 1)) {
    for (let place = from; place < to; place += 1) {
      const number = list[place] ?? 0;
      if (!shared.has(number)) shared.set(number, sharedPairs(index.keys[number] ?? '', pairs));
    }
  }
  const ranked = [...shared].filter(([, count]) => count >= wanted).sort((a, b) => b[1] - a[1]);
  for (const [number] of ranked.slice(0, most)) found.push(index.keys[number] ?? '');
  return found;
}

function sharedPairs(key: string, pairs: ReadonlySet<number>): number {
  let count = 0;
  let before = EDGE;
  for (let i = 0; i < key.length; i += 1) {
    const unit = key.charCodeAt(i);
    if (pairs.has(pairOf(before, unit))) count += 1;
    before = unit;
  }
  return pairs.has(pairOf(before, EDGE)) ? count + 1 : count;
}

function firstLetterSlips(index: Pairs, typed: string): Set<number> {
  const found = new Set<number>();
  if (typed.length < TAIL_FROM) return found;
  const tail = typed.slice(1);
  // Another first letter; the first letter left out.
  for (const number of index.tails.get(tail) ?? []) found.add(number);
  for (const number of index.tails.get(typed) ?? []) found.add(number);
  // A letter too many in front; the first two swapped.
  for (const spelling of [tail, tail.charAt(0) + typed.charAt(0) + typed.slice(2)]) {
    const number = index.numberOf.get(spelling);
    if (number !== undefined) found.add(number);
  }
  return found;
}
