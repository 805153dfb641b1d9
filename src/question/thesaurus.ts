import { stemOf } from '../text.ts';
import { DIPLOMACY } from './thesaurus/diplomacy.ts';
import { FORCE } from './thesaurus/force.ts';
import { PHRASES } from './thesaurus/phrases.ts';
import { SOCIETY } from './thesaurus/society.ts';
import { TRADE } from './thesaurus/trade.ts';
import { WEAK_WORDS } from './thesaurus/weak.ts';

/**
 * What English words say the same, or nearly, in news on visits, arms, trade, votes, courts and conflict.
 *
 * Being related does not carry over from one group to the next: `stance` stands with `back` in one group and with
 * `condemn` in another, and still `back` and `condemn` are strangers.
 */

export { PHRASES };

/**
 * Words that may stand for each other in this field, folded, one group an entry. A word may be in several groups.
 * Inflected forms are listed only where the stemmer does not bring them together.
 */
export const GROUPS: readonly (readonly string[])[] = [...DIPLOMACY, ...FORCE, ...TRADE, ...SOCIETY];

/**
 * Folded words that carry no content of their own in a question. To be looked up as typed and folded, never by stem:
 * `generally` is weak and `general` is not, though both have one stem.
 */
export const WEAK: ReadonlySet<string> = new Set(WEAK_WORDS);

/** Whether a folded word carries no content of its own in a question. */
export function isWeakWord(norm: string): boolean {
  return WEAK.has(norm);
}

let related: ReadonlyMap<string, readonly string[]> | undefined;

function relatedByStem(): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, Set<string>>();
  for (const group of GROUPS) {
    const stems = group.map(stemOf);
    for (const stem of stems) {
      const others = sets.get(stem) ?? new Set<string>();
      for (const other of stems) if (other !== stem) others.add(other);
      sets.set(stem, others);
    }
  }
  return new Map([...sets].map(([stem, others]) => [stem, [...others]]));
}

const NONE: readonly string[] = [];

/** The stems of the words that share a group with a word of this stem, without itself; empty when it is in no group. */
export function relatedStems(stem: string): readonly string[] {
  related ??= relatedByStem();
  return related.get(stem) ?? NONE;
}

type Branch = { readonly next: Map<string, Branch>; word: string | undefined };

let phrases: Branch | undefined;

function phraseTree(): Branch {
  const root: Branch = { next: new Map(), word: undefined };
  for (const [phrase, word] of PHRASES) {
    let branch = root;
    for (const stem of phrase.split(' ').map(stemOf)) {
      const next = branch.next.get(stem) ?? { next: new Map<string, Branch>(), word: undefined };
      branch.next.set(stem, next);
      branch = next;
    }
    branch.word = word;
  }
  return root;
}

/** A stretch of words that says what one word says: `words.slice(start, end)` stands for `word`. */
export type Replacement = { start: number; end: number; word: string };

/**
 * The expressions among these folded words, from left to right and without overlap, at each place the longest one.
 * Words are compared by stem, so that `price tags` is found as `price tag` is. The time grows with the number of words.
 */
export function replacePhrases(words: readonly string[]): Replacement[] {
  phrases ??= phraseTree();
  const stems = words.map(stemOf);
  const found: Replacement[] = [];
  let start = 0;
  while (start < stems.length) {
    const longest = longestFrom(phrases, stems, start);
    if (longest !== undefined) found.push(longest);
    start = longest?.end ?? start + 1;
  }
  return found;
}

function longestFrom(root: Branch, stems: readonly string[], start: number): Replacement | undefined {
  let longest: Replacement | undefined;
  let branch: Branch | undefined = root;
  for (let at = start; at < stems.length; at += 1) {
    branch = branch.next.get(stems[at] ?? '');
    if (branch === undefined) break;
    if (branch.word !== undefined) longest = { start, end: at + 1, word: branch.word };
  }
  return longest;
}
