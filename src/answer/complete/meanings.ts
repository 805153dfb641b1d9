import { allowedEdits, editDistance, letterCount } from '../../question/edits.ts';
import { isFunctionWord } from '../../question/everyday.ts';
import { conceptsOf } from '../../question/lexicon.ts';
import { stemOf } from '../../text.ts';
import type { OfferIndex } from './offer-index.ts';

/** What a typed word may stand for: tokens of the index, each with how surely it is meant, 0 to 1. */
export type Meaning = {
  typed: string;
  tokens: ReadonlyMap<number, number>;
  /** A function word: it adds when it is found and may be missing. */
  isOptional: boolean;
};

/** How surely a word is meant that … */
const FORM = 0.85; // … is another form of the typed one,
const BEGUN = 0.7; // … begins so, more the more of it is typed,
const MISSPELT = 0.6; // … is one slip away,
const RELATED = 0.4; // … says the same in the field.
/** Fewer letters say nothing of how much is still to be typed. */
const LONG_ENOUGH = 3;
/** A wrong first letter is only believed in words of so many letters, as in names. */
const SURE_TAIL = 6;
/** What each slip beyond the first takes away. */
const SLIP = 0.12;

/** The meanings of a typed word, whole or half: itself, words that begin so, its other forms, words misspelt so, words of its sense. */
export function meaningOf(typed: string, index: OfferIndex): Meaning {
  const tokens = new Map<number, number>();
  const offer = (token: number, sureness: number) => {
    if (sureness > (tokens.get(token) ?? 0)) tokens.set(token, sureness);
  };
  const standing = index.keys.get(typed);
  // One letter is more often the first of a word than a word.
  for (const token of standing ?? []) offer(token, typed.length > 1 ? 1 : BEGUN);
  for (const key of keysBeginning(typed, index)) {
    const share = typed.length < LONG_ENOUGH ? 0 : typed.length / key.length;
    for (const token of index.keys.get(key) ?? []) offer(token, BEGUN + (1 - BEGUN) * share * share);
  }
  const isNumber = /^\d/.test(typed);
  if (!isNumber) {
    for (const token of index.stems.get(stemOf(typed)) ?? []) offer(token, FORM);
    if (standing === undefined)
      for (const [key, slips] of misspelt(typed, index)) {
        for (const token of index.keys.get(key) ?? []) offer(token, MISSPELT - SLIP * (slips - 1));
      }
    for (const concept of conceptsOf(typed))
      for (const token of index.concepts.get(concept) ?? []) offer(token, RELATED);
  }
  if (tokens.size === 0 && typed.length >= SURE_TAIL && !isNumber) {
    for (const key of wronglyBegun(typed, index)) for (const token of index.keys.get(key) ?? []) offer(token, MISSPELT);
  }
  return { typed, tokens, isOptional: isFunctionWord(typed) };
}

/** Of the keys with the same two letters in front so many are offered for one letter, or for two; the first are the likeliest. */
const FOR_ONE_LETTER = 30;
const FOR_TWO_LETTERS = 400;

/** The keys longer than a text that begin with it; of very many the likeliest. */
function* keysBeginning(typed: string, index: OfferIndex): Generator<string> {
  if (typed.length === 1) {
    for (const keys of listsUnder(typed, index)) yield* keys.slice(0, FOR_ONE_LETTER).filter((key) => key !== typed);
    return;
  }
  const keys = index.beginnings.get(typed.slice(0, 2)) ?? [];
  if (typed.length === 2) yield* keys.slice(0, FOR_TWO_LETTERS).filter((key) => key !== typed);
  else for (const key of keys) if (key.length > typed.length && key.startsWith(typed)) yield key;
}

function* listsUnder(letter: string, index: OfferIndex): Generator<readonly string[]> {
  for (const [beginning, keys] of index.beginnings) if (beginning.startsWith(letter)) yield keys;
}

/** How many keys are compared letter by letter with one typed word; ordinary records have fewer under one letter. */
const MOST_COMPARED = 600;

/**
 * Keys that are misspelt so, or begin so misspelt, with the slips: as many as names are allowed (see allowedEdits), the
 * first letter right.
 */
function* misspelt(typed: string, index: OfferIndex): Generator<[key: string, slips: number]> {
  const allowed = allowedEdits(letterCount(typed));
  if (allowed === 0) return;
  let compared = 0;
  for (const keys of listsUnder(typed.charAt(0), index)) {
    for (const key of keys) {
      if (key.length < typed.length - allowed || !sharesLetters(typed, key) || /\d/.test(key)) continue;
      const slips = slipsTo(typed, key, allowed);
      if (slips <= allowed && slips > 0) yield [key, slips];
      compared += 1;
      if (compared === MOST_COMPARED) return;
    }
  }
}

/** Keys that begin so but for the first letter; looked for when nothing else is meant, since all keys are read. */
function* wronglyBegun(typed: string, index: OfferIndex): Generator<string> {
  const tail = typed.slice(1);
  for (const key of index.keys.keys()) if (key.startsWith(tail, 1)) yield key;
}

// Of the second and third letters one stands where it should or beside: that tells most keys apart at no cost.
function sharesLetters(typed: string, key: string): boolean {
  const [a, b] = [typed.charAt(1), typed.charAt(2)];
  const [c, d] = [key.charAt(1), key.charAt(2)];
  return a === c || b === d || a === d || b === c;
}

/** The fewest slips between a text and a key or any beginning of it; `allowed + 1` when there are more. */
function slipsTo(typed: string, key: string, allowed: number): number {
  let fewest = allowed + 1;
  const longest = Math.min(key.length, typed.length + allowed);
  for (let length = typed.length - allowed; length <= longest && fewest > 1; length += 1) {
    fewest = Math.min(fewest, editDistance(typed, key.slice(0, length), fewest - 1));
  }
  return fewest;
}
