/** How far two spellings lie apart, and how far they may. */

// Three rows of the distance table, kept between calls: the tables of a question are small and many.
let row = new Int32Array(96);
let above = new Int32Array(96);
let twoAbove = new Int32Array(96);

/**
 * The edits between two texts in UTF-16 units: insertions, deletions, substitutions and swaps of neighbours, one each
 * (Damerau–Levenshtein, each stretch edited once). Gives `limit + 1` as soon as more than `limit` are certain, so the
 * cost grows with `limit` times the length, not with the square of it.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return beyond;
  if (b.length + 1 > row.length) {
    const size = 2 * (b.length + 1);
    row = new Int32Array(size);
    above = new Int32Array(size);
    twoAbove = new Int32Array(size);
  }
  for (let j = 0; j <= b.length; j += 1) above[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? i : beyond;
    let least = row[from - 1] ?? beyond;
    for (let j = from; j <= to; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = (above[j - 1] ?? beyond) + (same ? 0 : 1);
      const insertion = (row[j - 1] ?? beyond) + 1;
      if (insertion < cost) cost = insertion;
      // Beyond the band of the row above nothing is known but that it is too far.
      const deletion = j === i + limit ? beyond : (above[j] ?? beyond) + 1;
      if (deletion < cost) cost = deletion;
      if (
        i > 1 &&
        j > 1 &&
        !same &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        const swap = (twoAbove[j - 2] ?? beyond) + 1;
        if (swap < cost) cost = swap;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return beyond;
    const oldest = twoAbove;
    twoAbove = above;
    above = row;
    row = oldest;
  }
  return Math.min(above[b.length] ?? beyond, beyond);
}

/** The edits that the longest names may be away. */
export const MOST_EDITS = 3;

/**
 * The edits that a name of so many letters may be away and still be that name: none under 4 letters, 1 for 4–7, 2 for
 * 8–12, 3 from 13. Measured: four in five misspellings are one edit away, and short names have near neighbours.
 */
export function allowedEdits(letters: number): number {
  if (letters < 4) return 0;
  if (letters < 8) return 1;
  if (letters < 13) return 2;
  return MOST_EDITS;
}

/** How many characters of a folded text are not ASCII digits: a model number adds nothing that may be misspelt. */
export function letterCount(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if (!isDigit(text.charCodeAt(i))) count += 1;
  return count;
}

/** Whether a UTF-16 unit is an ASCII digit. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/**
 * The edits between a typed text and a whole name, both folded and without spaces; null when they are too far apart to
 * be the same: more edits than the letters of the shorter one allow, other digits, or another first letter (unless
 * that is the only slip and both have six letters or more: only 2 in 100 misspellings begin wrong).
 */
export function nameEdits(typed: string, name: string): number | null {
  if (typed === name) return 0;
  const letters = Math.min(letterCount(typed), letterCount(name));
  const allowed = allowedEdits(letters);
  if (allowed === 0 || !sameDigits(typed, name)) return null;
  const sameStart = typed.charCodeAt(0) === name.charCodeAt(0);
  if (!sameStart && letters < 6) return null;
  const limit = sameStart ? allowed : 1;
  const edits = editDistance(typed, name, limit);
  return edits <= limit ? edits : null;
}

function sameDigits(a: string, b: string): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    while (i < a.length && !isDigit(a.charCodeAt(i))) i += 1;
    while (j < b.length && !isDigit(b.charCodeAt(j))) j += 1;
    if (i === a.length || j === b.length) return i === a.length && j === b.length;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) return false;
    i += 1;
    j += 1;
  }
}

const VOWELS = 'aeiouy';

/**
 * Whether a text one edit from a word is one of the commonest slips: two neighbours swapped, one vowel for another, or
 * a letter doubled or undoubled. Together these are most misspellings that keep all the sounds of a word.
 */
export function isCommonSlip(typed: string, word: string): boolean {
  let i = 0;
  while (i < typed.length && i < word.length && typed[i] === word[i]) i += 1;
  const rest = typed.slice(i);
  const wanted = word.slice(i);
  if (typed.length === word.length) {
    const [a = '', b = ''] = rest;
    const [c = '', d = ''] = wanted;
    if (a === d && b === c && rest.slice(2) === wanted.slice(2)) return true;
    return VOWELS.includes(a) && VOWELS.includes(c) && rest.slice(1) === wanted.slice(1);
  }
  const [longer, shorter] = typed.length > word.length ? [typed, word] : [word, typed];
  if (longer.length !== shorter.length + 1 || longer.slice(i + 1) !== shorter.slice(i)) return false;
  return longer[i] === longer[i - 1] || longer[i] === longer[i + 1];
}
