import { editDistance, isCommonSlip } from './edits.ts';
import { isEveryday } from './everyday.ts';
import { isFunctionWord } from './lexicon.ts';
import { nearKeys } from './pairs.ts';
import { indexSpelling, type SpellingIndex } from './spelling.ts';
import { isWeakWord } from './thesaurus.ts';
import { worldwideNames } from './worldwide.ts';

/** What a misspelt word of a question most likely stands for. */
export type Mender = { index: SpellingIndex; likelihood: ReadonlyMap<string, number> };

/** How much likelier a word of the question grammar is meant than a name, and a name than any word of the record. */
const GRAMMAR = 3;
const NAME = 2.2;
const MOST_FOR_RECORD = 1.8;
const SHORTEST = 4;
/** From so many letters on two slips do. */
const TWO_SLIPS = 6;
/** From so many letters on three slips still leave a word to be known by. */
const LONG = 11;

/** Builds a mender from the words of the grammar, of the record's names and of its texts (with how often they occur). */
export function makeMender(
  grammar: Iterable<string>,
  names: Iterable<string>,
  texts: ReadonlyMap<string, number>,
): Mender {
  const likelihood = new Map<string, number>();
  for (const [word, count] of texts)
    if (isPlain(word)) likelihood.set(word, Math.min(MOST_FOR_RECORD, Math.log10(1 + count)));
  for (const word of names) if (isPlain(word)) likelihood.set(word, NAME);
  for (const word of grammar) if (isPlain(word)) likelihood.set(word, GRAMMAR);
  return { index: indexSpelling(likelihood.keys()), likelihood };
}

function isPlain(word: string): boolean {
  return word.length >= SHORTEST && /^[a-z]+$/.test(word);
}

/**
 * The word that a folded word stands for when neither English nor the record knows it; `null` when it is known or nothing
 * is near. `bold` also mends words that are English but that neither the grammar nor the record uses ("stat" for "start"):
 * worth a second try when the question as typed finds nothing. Of several near words that with the fewest and commonest
 * slips wins, then the likelier one (shares of slips: see UNDERSTANDING in the tests' typo model, scripts/eval/typos.ts).
 */
export function mendWord(norm: string, mender: Mender, bold: boolean): string | null {
  if (!isPlain(norm) || mender.likelihood.has(norm)) return null;
  if (!bold && isEveryday(norm)) return null;
  let best: string | null = null;
  let bestValue = Number.POSITIVE_INFINITY;
  if (worldwideNames().has(norm)) return null;
  const most = norm.length < TWO_SLIPS || bold ? 1 : norm.length >= LONG ? 3 : 2;
  for (const word of nearKeys(mender.index, norm, 80, most)) {
    if (word[0] !== norm[0] || word.length <= SHORTEST) continue;
    const edits = editDistance(norm, word, most);
    if (edits > most) continue;
    // Two slips that change a word's length by two, or end in a word without content, are more likely another word.
    if (
      edits > 1 &&
      norm.length < 7 &&
      (Math.abs(word.length - norm.length) > 1 || isFunctionWord(word) || isWeakWord(word))
    )
      continue;
    const likely = mender.likelihood.get(word) ?? 0;
    // Four letters are too few to tell a rare word by.
    if ((norm.length === SHORTEST || bold) && likely < NAME) continue;
    const value = edits * 10 - likely * 1.2 - slipBonus(norm, word);
    if (value < bestValue) {
      best = word;
      bestValue = value;
    }
  }
  return best;
}

function slipBonus(typed: string, word: string): number {
  if (isCommonSlip(typed, word)) return 2.5;
  return typed.length === word.length - 1 ? 2 : 0;
}
