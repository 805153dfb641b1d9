/** Scripts that are written without spaces between words, where a name stands inside a longer run of letters. */

const UNSPACED =
  /[\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
// One character carries a syllable or a word: another one makes another name, never a misspelling of the same.
const SYLLABIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** All these scripts lie from Thai upwards. */
const FIRST_UNSPACED = 0x0e00;

/** Whether a folded text holds letters of a script without spaces. */
export function isUnspaced(norm: string): boolean {
  return reaches(norm) && UNSPACED.test(norm);
}

/** Whether a folded text holds characters that stand for whole syllables or words. */
export function isSyllabic(norm: string): boolean {
  return reaches(norm) && SYLLABIC.test(norm);
}

function reaches(norm: string): boolean {
  for (let i = 0; i < norm.length; i += 1) if (norm.charCodeAt(i) >= FIRST_UNSPACED) return true;
  return false;
}

/** The first two UTF-16 units of a key. */
export function startOf(key: string): string {
  return key.slice(0, 2);
}

const MARK = /^\p{M}/u;
// A consonant under an asat or a virama (Burmese, Khmer) closes the syllable before it.
const CLOSING = /^.[\u1037\u1038]*[\u1039\u103a\u17d2]/u;

/** Whether a syllable may end before a place in a text: no vowel sign, tone or final consonant follows. */
export function endsSyllable(text: string, place: number): boolean {
  const rest = text.slice(place, place + 6);
  return !MARK.test(rest) && !CLOSING.test(rest);
}
