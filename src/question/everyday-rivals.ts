import { isCommonSlip } from './edits.ts';
import { isEveryday } from './everyday.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Whether a single word taken for a misspelt name is rather a misspelt everyday word: `nearer` when that is one edit
 * away and the name more; `likelier` when both are one away but only the everyday word by one of the commonest slips.
 */
export function everydayRival(typed: string, name: string, edits: number): 'nearer' | 'likelier' | 'none' {
  if (!/^[a-z]+$/.test(typed)) return 'none';
  if (edits > 1) return anyOneEditAway(typed, isEveryday) ? 'nearer' : 'none';
  if (isCommonSlip(typed, name)) return 'none';
  return anyOneEditAway(typed, (word) => isCommonSlip(typed, word) && isEveryday(word)) ? 'likelier' : 'none';
}

function anyOneEditAway(typed: string, is: (word: string) => boolean): boolean {
  for (let place = 0; place <= typed.length; place += 1) {
    const before = typed.slice(0, place);
    const after = typed.slice(place);
    if (place < typed.length && is(before + after.slice(1))) return true;
    if (place + 1 < typed.length && is(before + after.charAt(1) + after.charAt(0) + after.slice(2))) return true;
    for (const letter of LETTERS) {
      if (is(before + letter + after)) return true;
      if (place < typed.length && is(before + letter + after.slice(1))) return true;
    }
  }
  return false;
}
