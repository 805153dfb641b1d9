import { isEveryday } from './everyday.ts';
import type { Word } from './words.ts';

/** What the capitals of a word tell: that it is written as a name, or nothing. */
export type Writing = 'plain' | 'capitalised' | 'capitals';

/**
 * Tells of a word of a question how it is written, as far as that means something: in a text all in small or all in
 * capital letters, or with a capital on every word, nothing does; at the beginning of a sentence one capital does not.
 */
export function writtenAs(words: readonly Word[]): (place: number) => Writing {
  let upper = 0;
  let lower = 0;
  let plain = 0;
  let raised = 0;
  for (const [place, word] of words.entries()) {
    if (isCapitals(word.text)) upper += 1;
    if (/^\p{Ll}/u.test(word.text)) lower += 1;
    if (place === 0 || word.norm.length < 2 || !isEveryday(word.norm)) continue;
    if (/^\p{Lu}/u.test(word.text)) raised += 1;
    else plain += 1;
  }
  const isTelling = lower > 0 && raised <= plain;
  const capitalsTell = lower > 0 || upper < words.length;
  return (place) => {
    const word = words[place];
    if (word === undefined) return 'plain';
    if (capitalsTell && isCapitals(word.text)) return 'capitals';
    const begins = place === 0 || beginsAfter(word.gap);
    return isTelling && !begins && /^\p{Lu}/u.test(word.text) ? 'capitalised' : 'plain';
  };
}

// Not with `\s*$` in one expression: its time grows with the square of a run of blanks.
function beginsAfter(gap: string): boolean {
  const signs = gap.trimEnd();
  return /[.!?“"]$/.test(signs) || gap.includes('\n', signs.length);
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && (text.match(/\p{Lu}/gu)?.length ?? 0) > 1;
}
