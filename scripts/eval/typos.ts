/**
 * Typing errors as people make them: the shares of dropped, doubled, swapped and replaced letters follow published lists
 * of misspellings (codespell's dictionary, TOEFL-Spell: a third dropped, a quarter added, a sixth swapped, the rest
 * replaced, half of those a vowel by a vowel). Seeded, so that a run can be repeated.
 */

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VOWELS = 'aeiou';

/** The text with one typing error in a word of five or more Latin letters; unchanged when it has none. */
export function withTypo(text: string, random: () => number): string {
  const words = [...text.matchAll(/(?<![\p{L}\p{N}/@<#])[a-zA-Z]{5,}(?![\p{L}\p{N}])/gu)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return text;
  const letters = [...word[0]];
  const at = 1 + Math.floor(random() * (letters.length - 2));
  const kind = random();
  if (kind < 1 / 3) letters.splice(at, 1);
  else if (kind < 7 / 12) letters.splice(at, 0, letters[at] ?? '');
  else if (kind < 3 / 4) letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
  else replaceLetter(letters, at, random);
  return text.slice(0, word.index) + letters.join('') + text.slice(word.index + word[0].length);
}

function replaceLetter(letters: string[], at: number, random: () => number): void {
  const vowels = letters.flatMap((letter, index) => (index > 0 && 'aeiouy'.includes(letter) ? [index] : []));
  if (vowels.length > 0 && random() < 0.5) {
    const spot = vowels[Math.floor(random() * vowels.length)] ?? at;
    const others = [...VOWELS].filter((vowel) => vowel !== letters[spot]);
    letters[spot] = others[Math.floor(random() * others.length)] ?? '';
    return;
  }
  const letter = (letters[at] ?? '').toLowerCase();
  const row = ROWS.find((keys) => keys.includes(letter)) ?? '';
  const near = [row[row.indexOf(letter) - 1], row[row.indexOf(letter) + 1]].filter((key) => key !== undefined);
  letters[at] = near[Math.floor(random() * near.length)] ?? letter;
}
