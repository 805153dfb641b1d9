import { editDistance, isCommonSlip } from './edits.ts';
import { isEveryday } from './everyday.ts';
import { isFunctionWord } from './lexicon.ts';
import { nearKeys } from './pairs.ts';
import { remembered } from './remembered.ts';
import { indexSpelling, type SpellingIndex } from './spelling.ts';
import { isWeakWord } from './thesaurus.ts';
import { worldwideNames } from './worldwide.ts';

/**
 * The word that a folded word stands for when neither English nor the record knows it; `null` when it is known or nothing
 * is near. `bold` also mends words that are English but that neither the grammar nor the record uses ("stat" for "start"):
 * worth a second try when the question as typed finds nothing. Of several near words that with the fewest and commonest
 * slips wins, then the likelier one (shares of slips: see UNDERSTANDING in the tests' typo model, scripts/eval/typos.ts).
 */
export type Mender = (norm: string, bold: boolean) => string | null;

/** How much likelier a word of the question grammar is meant than a name, and a name than any word of the record. */
const GRAMMAR = 3;
const NAME = 2.2;
const MOST_FOR_RECORD = 1.8;
const SHORTEST = 4;
/** From so many letters on two slips do. */
const TWO_SLIPS = 6;
/** From so many letters on three slips still leave a word to be known by. */
const LONG = 11;

/** The words that may be meant: of the grammar, of the record's names and of its texts (with how often they occur). */
type MenderWords = { grammar: Iterable<string>; names: Iterable<string>; texts: ReadonlyMap<string, number> };

/** Makes a mender. `knows` tells a word that is one of `words` without looking at all of these, which is done for the first that is none. */
export function makeMender(knows: (norm: string) => boolean, words: () => MenderWords): Mender {
  let made: Likely | undefined;
  const mending = (bold: boolean) =>
    remembered((norm) => {
      if (!isPlain(norm) || knows(norm) || (!bold && isEveryday(norm))) return null;
      made ??= likely(words());
      return nearest(norm, made, bold);
    });
  const boldly = mending(true);
  const plainly = mending(false);
  return (norm, bold) => (bold ? boldly(norm) : plainly(norm));
}

/** The words with what speaks for each. */
type Likely = { index: SpellingIndex; likelihood: ReadonlyMap<string, number> };

function likely({ grammar, names, texts }: MenderWords): Likely {
  const likelihood = new Map<string, number>();
  for (const [word, count] of texts)
    if (isPlain(word)) likelihood.set(word, Math.min(MOST_FOR_RECORD, Math.log10(1 + count)));
  for (const word of names) if (isPlain(word)) likelihood.set(word, NAME);
  for (const word of grammar) if (isPlain(word)) likelihood.set(word, GRAMMAR);
  return { index: indexSpelling(() => likelihood.keys()), likelihood };
}

function isPlain(word: string): boolean {
  return word.length >= SHORTEST && /^[a-z]+$/.test(word);
}

function nearest(norm: string, { index, likelihood }: Likely, bold: boolean): string | null {
  let best: string | null = null;
  let bestValue = Number.POSITIVE_INFINITY;
  if (worldwideNames().has(norm)) return null;
  const most = norm.length < TWO_SLIPS || bold ? 1 : norm.length >= LONG ? 3 : 2;
  for (const word of nearKeys(index, norm, 80, most)) {
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
    const worth = likelihood.get(word) ?? 0;
    // Four letters are too few to tell a rare word by.
    if ((norm.length === SHORTEST || bold) && worth < NAME) continue;
    const value = edits * 10 - worth * 1.2 - slipBonus(norm, word);
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
