import { isCommonSlip, nameEdits } from './edits.ts';
import { indexPairs, nearKeys, type PairIndex } from './pairs.ts';

/** Correcting the spelling of single words against a set of words. */

export type SpellingIndex = PairIndex;

/** Indexes folded words for `nearestWord`; built once for a vocabulary. */
export function indexSpelling(words: () => Iterable<string>): SpellingIndex {
  return indexPairs(words);
}

/**
 * The word of a vocabulary that a folded word stands for, and the edits between them (0: it is in the vocabulary). The
 * edits allowed are those of names (see nameEdits). Null when no word is near enough, or when several are equally near
 * and none of them, or more than one, is a swap, a vowel for a vowel or a doubled letter away.
 */
export function nearestWord(norm: string, vocabulary: SpellingIndex): { word: string; edits: number } | null {
  if (vocabulary().numberOf.has(norm)) return { word: norm, edits: 0 };
  let nearest: string[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of nearKeys(vocabulary, norm, 40)) {
    const edits = nameEdits(norm, word);
    if (edits === null || edits > fewest) continue;
    if (edits < fewest) nearest = [];
    fewest = edits;
    if (!nearest.includes(word)) nearest.push(word);
  }
  if (nearest.length > 1 && fewest === 1) nearest = nearest.filter((word) => isCommonSlip(norm, word));
  const [word] = nearest;
  return word !== undefined && nearest.length === 1 ? { word, edits: fewest } : null;
}
