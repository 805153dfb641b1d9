import { candidate } from './exact-names.ts';
import type { Candidate } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import { endsSyllable, isUnspaced, startOf } from './scripts.ts';
import type { Word } from './words.ts';

/** What may stand inside a name of these scripts: spaces, the dot in foreign names, brackets, the genitive sign U+104F. */
const GAP = /^[\s\u00b7\u30fb()（）\u104f]*$/;
/** The number of a model, behind its name. */
const MODEL = /^[a-z]?\d+[a-z]*$/;
const MODEL_GAP = /^[-‐–]?$/;

/**
 * Names inside the runs of letters of scripts without spaces, the longest at each place. Several may lie in one word:
 * then they have the same `start` and `end`, and are in the order of the text.
 */
export function unspacedCandidates(words: readonly Word[], index: NameIndex): Candidate[] {
  const found: Candidate[] = [];
  let place = 0;
  while (place < words.length) {
    let text = '';
    const owners: number[] = [];
    const begin = place;
    for (; place < words.length; place += 1) {
      const word = words[place];
      if (word === undefined || !(place === begin ? isUnspaced(word.norm) : continues(word))) break;
      text += word.norm;
      for (let unit = 0; unit < word.norm.length; unit += 1) owners.push(place);
    }
    found.push(...within(text, owners, words, index));
    if (place === begin) place += 1;
  }
  return found;
}

function continues({ norm, gap }: Word): boolean {
  return isUnspaced(norm) ? GAP.test(gap) : MODEL.test(norm) && MODEL_GAP.test(gap);
}

function within(text: string, owners: readonly number[], words: readonly Word[], index: NameIndex): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < text.length; ) {
    const keys = index.unspaced.get(startOf(text.slice(at, at + 2))) ?? [];
    const key = keys.find((name) => text.startsWith(name, at) && endsSyllable(text, at + name.length));
    const alias = key === undefined ? undefined : index.exact.get(key);
    if (key === undefined || alias === undefined) {
      at += 1;
      continue;
    }
    const start = owners[at] ?? 0;
    const end = (owners[at + key.length - 1] ?? start) + 1;
    found.push({ ...candidate(words, start, end, alias, false), text: key });
    at += key.length;
  }
  return found;
}
