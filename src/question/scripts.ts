/** Scripts that are written without spaces between words, where a name stands inside a longer run of letters. */

// U+0E00–0EFF, U+1000–109F, U+1780–17FF, U+A9E0–A9FF and U+AA60–AA7F are the alphabets of South-East Asia of this kind.
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
// One character carries a syllable or a word: another one makes another name, never a misspelling of the same.
const SYLLABIC = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
/** All these scripts lie from here upwards. */
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

// The dot below (U+1037) alone makes a possessive of what stands before it: the name has ended.
const MARK = /^(?!\u1037(?!\u103a))\p{M}/u;
// A consonant under an asat or a virama closes the syllable before it.
const CLOSING = /^.[\u1037\u1038]*[\u1039\u103a\u17d2]/u;

/** Whether a syllable may end before a place in a text: no vowel sign, tone or final consonant follows. */
export function endsSyllable(text: string, place: number): boolean {
  const rest = text.slice(place, place + 6);
  return !MARK.test(rest) && !CLOSING.test(rest);
}
