import { exactCandidates, typedText } from './exact-names.ts';
import type { Candidate, NameMention } from './mention.ts';
import { misspeltCandidates } from './misspelt-names.ts';
import type { NameIndex } from './name-index.ts';
import { isUnspaced } from './scripts.ts';
import { isTitle } from './titles.ts';
import { unspacedCandidates } from './unspaced-names.ts';
import type { Word } from './words.ts';

export { completeName } from './complete-names.ts';
export type { NameMention } from './mention.ts';
export { indexNames, type NameIndex } from './name-index.ts';
export { indexSpelling, nearestWord } from './spelling.ts';

/**
 * The names in a question: spelt right first, then misspelt ones (Fuse.js over the spellings that share letter pairs,
 * each then checked whole: see nameEdits), of overlapping ones those that explain most letters. They do not overlap
 * and are in order, except that several names inside one word of a script without spaces share its place. What cannot
 * be told apart is given with all its entities, never guessed. `blocked` words (dates, grammar) are in no misspelt
 * name. Never throws.
 */
export function findNames(
  words: readonly Word[],
  index: NameIndex,
  options: { blocked?: (wordIndex: number) => boolean } = {},
): NameMention[] {
  const blocked = options.blocked ?? (() => false);
  const within = unspacedCandidates(words, index);
  const taken = new Set<number>();
  for (const { start, end } of within) for (let place = start; place < end; place += 1) taken.add(place);

  const exact = exactCandidates(words, index).filter(
    (one) => !isAnyTaken(one, taken) && !isUnspaced(words[one.start]?.norm ?? ''),
  );
  const misspelt = misspeltCandidates(words, index, exact, (place) => blocked(place) || taken.has(place));
  const chosen = withTitles(choose([...exact, ...misspelt], words.length), words);
  return [...chosen, ...within].sort((a, b) => a.start - b.start).map(mentionOf);
}

/** The names that are spelt right, however many words they have; those that overlap are all given. */
export function spelledNames(words: readonly Word[], index: NameIndex): NameMention[] {
  return exactCandidates(words, index).map(mentionOf);
}

function isAnyTaken({ start, end }: Candidate, taken: ReadonlySet<number>): boolean {
  for (let place = start; place < end; place += 1) if (taken.has(place)) return true;
  return false;
}

/** The candidates without overlap that together explain most letters. */
function choose(candidates: readonly Candidate[], length: number): Candidate[] {
  const endingAt = new Map<number, Candidate[]>();
  for (const one of candidates) {
    const others = endingAt.get(one.end);
    if (others === undefined) endingAt.set(one.end, [one]);
    else others.push(one);
  }
  // best[n]: the most that the first n words yield, and the candidate that ends there in that choice.
  const best: { explained: number; last: Candidate | null }[] = [{ explained: 0, last: null }];
  for (let end = 1; end <= length; end += 1) {
    let most: { explained: number; last: Candidate | null } = { explained: best[end - 1]?.explained ?? 0, last: null };
    for (const one of endingAt.get(end) ?? []) {
      const explained = (best[one.start]?.explained ?? 0) + one.explained;
      if (explained > most.explained) most = { explained, last: one };
    }
    best.push(most);
  }
  const chosen: Candidate[] = [];
  for (let end = length; end > 0; ) {
    const last = best[end]?.last ?? null;
    if (last === null) {
      end -= 1;
      continue;
    }
    chosen.push(last);
    end = last.start;
  }
  return chosen.reverse();
}

/** Takes the titles before a person's name into the mention; a title that is a name itself (an office) gives way. */
function withTitles(mentions: readonly Candidate[], words: readonly Word[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const mention of mentions) {
    if (!mention.person) {
      kept.push(mention);
      continue;
    }
    let start = mention.start;
    while (start > 0 && isTitle(words[start - 1]?.norm ?? '') && /^[\s.\-–]*$/.test(words[start]?.gap ?? ''))
      start -= 1;
    for (let before = kept.at(-1); before !== undefined && before.end > start; before = kept.at(-1)) {
      if (before.start < start) start = before.end;
      else kept.pop();
    }
    kept.push({ ...mention, start, text: typedText(words, start, mention.end) });
  }
  return kept;
}

function mentionOf({ start, end, text, entities, matched, edits, weak, adjective }: Candidate): NameMention {
  // "Norland's admiral", "norlands admiral": whose, not where.
  const possessive = /['’ʼ`]s$/.test(text) || (/s$/i.test(text) && !/s$/i.test(matched));
  return { start, end, text, entities, matched, edits, weak, adjective: adjective || possessive };
}
