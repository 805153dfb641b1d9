import Fuse from 'fuse.js';
import type { Alias } from './aliases.ts';
import { allowedEdits, letterCount, MOST_EDITS, nameEdits } from './edits.ts';
import { isEveryday, isFunctionWord } from './everyday.ts';
import { everydayRival } from './everyday-rivals.ts';
import { candidate } from './exact-names.ts';
import type { Candidate } from './mention.ts';
import { LONGEST_NAME, LONGEST_SPAN, type NameIndex } from './name-index.ts';
import { nearKeys } from './pairs.ts';
import { remembered } from './remembered.ts';
import { isSyllabic } from './scripts.ts';
import type { Word } from './words.ts';

/** How many of the nearest spellings Fuse is asked about. */
const CANDIDATES = 30;
// Both sides come folded; edits are counted against the pattern wherever it lies, and the check after it decides. A
// swap of neighbours is two edits to Fuse, half of a four-letter name.
const FUSE = {
  includeScore: true,
  threshold: 0.5,
  ignoreLocation: true,
  ignoreFieldNorm: true,
  isCaseSensitive: true,
  ignoreDiacritics: false,
  useExtendedSearch: false,
  minMatchCharLength: 1,
} as const;
/** What may stand between the words of one name. */
const GAP = /^[\s.'’\-–—]*$/;

/**
 * Stretches of words that are a name misspelt. None holds a blocked word, is made of everyday words and names that are
 * spelt right, or begins or ends in a function word that the name does not begin or end in.
 */
export function misspeltCandidates(
  words: readonly Word[],
  index: NameIndex,
  exact: readonly Candidate[],
  blocked: (wordIndex: number) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  const known = (start: number, end: number) => exact.some((one) => one.start === start && one.end === end);
  const kinds = words.map((word, place) => kindOf(word, index, blocked(place), known(place, place + 1)));
  for (let start = 0; start < words.length; start += 1) {
    if (!mayEdge(words[start], kinds[start], index.firstWords)) continue;
    let joined = '';
    let unknown = 0;
    let strange = 0;
    for (let end = start + 1; end <= words.length && end - start <= LONGEST_NAME; end += 1) {
      const word = words[end - 1];
      const kind = kinds[end - 1];
      if (word === undefined || kind === 'barred' || (end - 1 > start && !GAP.test(word.gap))) break;
      joined += word.norm;
      if (joined.length > LONGEST_SPAN) break;
      if (kind === 'unknown') unknown += 1;
      // Every word that no name holds takes one edit at least.
      if (!index.words.has(word.norm)) strange += 1;
      if (strange > MOST_EDITS) break;
      if (strange > allowedEdits(letterCount(joined))) continue;
      if (unknown === 0 || letterCount(joined) < 4 || known(start, end)) continue;
      if (!mayEdge(word, kind, index.lastWords)) continue;
      const match = nearestNames(joined, index);
      if (match === null) continue;
      const typed = words.slice(start, end);
      const fitting = match.aliases.filter(
        (alias) => keepsEdges(typed, alias) && !changesWords(typed, alias) && !absorbs(exact, start, end, alias),
      );
      const name = asOne(fitting);
      if (name === null) continue;
      const rival = typed.length === 1 ? everydayRival(joined, name.key, match.edits) : 'none';
      if (rival === 'nearer') continue;
      found.push(candidate(words, start, end, name, match.rivalled || rival === 'likelier', match.edits));
    }
  }
  return found;
}

type Kind = 'barred' | 'function' | 'everyday' | 'name' | 'unknown';

function kindOf(word: Word, index: NameIndex, isBlocked: boolean, isName: boolean): Kind {
  if (isBlocked || isSyllabic(word.norm)) return 'barred';
  if (isSlight(word.norm)) return index.words.has(word.norm) ? 'function' : 'barred';
  if (isName) return 'name';
  return isEveryday(word.norm) || /^\d+$/.test(word.norm) ? 'everyday' : 'unknown';
}

/** Whether a name may begin (or end) with a word: any but a function word that none begins (or ends) with. */
function mayEdge(word: Word | undefined, kind: Kind | undefined, edges: ReadonlySet<string>): boolean {
  return word !== undefined && kind !== 'barred' && (kind !== 'function' || edges.has(word.norm));
}

/** Whether function words and single letters at the edges are the name's own. */
function keepsEdges(typed: readonly Word[], alias: Alias): boolean {
  const first = typed[0]?.norm ?? '';
  const last = typed.at(-1)?.norm ?? '';
  return (!isSlight(first) || first === alias.words[0]) && (!isSlight(last) || last === alias.words.at(-1));
}

/** A function word or a single letter. */
function isSlight(norm: string): boolean {
  return norm.length < 2 || isFunctionWord(norm);
}

type Nearest = { aliases: readonly Alias[]; edits: number; rivalled: boolean };

const nearestByIndex = new WeakMap<NameIndex, (joined: string) => Nearest | null>();

/** The names nearest to a misspelling; null when none is near, or a name of the wide world is nearer. */
function nearestNames(joined: string, index: NameIndex): Nearest | null {
  let nearest = nearestByIndex.get(index);
  if (nearest === undefined) {
    nearest = remembered((letters) => nearestAmong(letters, index));
    nearestByIndex.set(index, nearest);
  }
  return nearest(joined);
}

function nearestAmong(joined: string, index: NameIndex): Nearest | null {
  let aliases: Alias[] = [];
  let rivalled = false;
  let fewest = Number.POSITIVE_INFINITY;
  for (const key of nearKeys(index.near, joined, CANDIDATES)) {
    const edits = nameEdits(joined, key);
    // Fuse last: of those that are near enough it is asked about, which is many times the work.
    if (edits === null || edits > fewest || !Fuse.match(joined, key, FUSE).isMatch) continue;
    if (edits < fewest) {
      aliases = [];
      rivalled = false;
      fewest = edits;
    }
    const alias = index.exact.get(key);
    if (alias === undefined) rivalled = true;
    else if (!aliases.includes(alias)) aliases.push(alias);
  }
  return aliases.length === 0 ? null : { aliases, edits: fewest, rivalled };
}

/** Whether a typed everyday word stands where the name has another everyday word: "cooperation" is not "corporation". */
function changesWords(typed: readonly Word[], alias: Alias): boolean {
  if (typed.length !== alias.words.length || typed.length === 1) return false;
  return typed.some(({ norm }, place) => {
    const word = alias.words[place] ?? '';
    return norm !== word && isEveryday(norm) && isEveryday(word);
  });
}

/** Whether a name of fewer words would swallow the neighbour of a name that is spelt right. */
function absorbs(exact: readonly Candidate[], start: number, end: number, alias: Alias): boolean {
  if (end - start <= alias.words.length) return false;
  return exact.some((other) => !other.weak && other.start >= start && other.end <= end);
}

/** Equally near names as one: ambiguous when they name different things. */
function asOne(aliases: readonly Alias[]): Alias | null {
  const sorted = aliases.toSorted((a, b) => a.order - b.order);
  const [first] = sorted;
  if (first === undefined) return null;
  const entities = [...new Set(sorted.flatMap((alias) => alias.entities))];
  return { ...first, entities, person: aliases.every((alias) => alias.person) };
}
