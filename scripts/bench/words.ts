/** Made-up words in the shape of others: as many letters, in the same writing, capitals and digits where they were. */

export type Random = () => number;

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const CYRILLIC = ['бвгдзклмнпрст', 'аеиоу'] as const;

/** A word like `word`. What is neither Latin nor Cyrillic is made of `others`, letters of the same writing. */
export function wordLike(word: string, random: Random, others: (letter: string) => readonly string[]): string {
  const letters = [...word];
  if (letters.length > 1 && /^\p{Lu}+$/u.test(word)) return letters.map(() => pick(ACRONYM, random)).join('');
  let vowel = random() < 0.4;
  return letters
    .map((letter, at) => {
      if (/\p{M}/u.test(letter)) return letter;
      if (/\p{N}/u.test(letter)) return String(Math.floor(random() * 9) + 1);
      const [consonants, vowels] = /\p{sc=Cyrl}/u.test(letter) ? CYRILLIC : [CONSONANTS, VOWELS];
      if (!/[\p{sc=Latn}\p{sc=Cyrl}]/u.test(letter)) return pick(others(letter), random);
      vowel = !vowel;
      const made = pick([...(vowel ? vowels : consonants)], random);
      return /\p{Lu}/u.test(letter) || (at === 0 && /\p{Lu}/u.test(word)) ? made.toUpperCase() : made;
    })
    .join('');
}

const ACRONYM = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function pick<T>(from: readonly T[], random: Random): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}
