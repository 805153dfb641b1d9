import { type Alias, aliasesOf, type Named } from './aliases.ts';
import { isFunctionWord } from './everyday.ts';
import { indexPairs, type PairIndex } from './pairs.ts';
import { isUnspaced, startOf } from './scripts.ts';
import { worldwideNames } from './worldwide.ts';

/** All ways of writing the names of a record, arranged for finding them in questions. Built once per record. */
export type NameIndex = {
  entities: readonly Named[];
  /** By folded words without spaces. */
  exact: ReadonlyMap<string, Alias>;
  /** Names of several words by the same, each word without an s at its end: “armed force” for “armed forces”. */
  numberless: ReadonlyMap<string, Alias>;
  /** The first letters of the keys of both, as many as `STARTS` says: a stretch of words that begins otherwise is no name. */
  starts: ReadonlySet<string>;
  /** Keys of scripts that are written without spaces, by their first two characters, longest first. */
  unspaced: ReadonlyMap<string, readonly string[]>;
  /** The words of all names; those that names begin with; those that they end with. */
  words: ReadonlySet<string>;
  firstWords: ReadonlySet<string>;
  lastWords: ReadonlySet<string>;
  /** The keys that may be misspelt, and the names of the wide world that compete with them. */
  near: PairIndex;
};

/** How many letters tell that no name begins so: the fewer tell it of most words of English, the more of two together. */
const STARTS = [3, 5] as const;

/** Whether a name may begin with these letters, or be all of them. */
export function mayBegin(letters: string, { starts }: NameIndex): boolean {
  const [fewer, more] = STARTS;
  if (letters.length < fewer) return true;
  return starts.has(letters.slice(0, fewer)) && (letters.length <= more || starts.has(letters.slice(0, more)));
}

/** Longest name, in words, that is looked for. */
export const LONGEST_NAME = 7;
/** Longest misspelt name in letters. */
export const LONGEST_SPAN = 64;

/**
 * Indexes the names and aliases of entities, and of whatever else has an id and a name; given by a function, they are read
 * when they are needed. `aliases` is what `aliasesOf` gives
 * for them, where that was worked out before: it takes most of the time.
 */
export function indexNames(
  entities: readonly Named[] | (() => readonly Named[]),
  aliases: readonly Alias[] = aliasesOf(listed(entities)),
): NameIndex {
  const exact = new Map(aliases.map((alias) => [alias.key, alias]));
  const numberless = new Map<string, Alias>();
  const unspaced = new Map<string, string[]>();
  const starts = new Set<string>();
  const words = new Set<string>();
  const firstWords = new Set<string>();
  const lastWords = new Set<string>();
  for (const alias of aliases) {
    if (isUnspaced(alias.key)) {
      const start = startOf(alias.key);
      const keys = unspaced.get(start);
      if (keys !== undefined) keys.push(alias.key);
      else if (start.length === 2) unspaced.set(start, [alias.key]);
    }
    if (alias.words.filter((word) => !isFunctionWord(word)).length > 1) {
      const key = numberlessKey(alias.words);
      if (!numberless.has(key)) numberless.set(key, alias);
      for (const length of STARTS) starts.add(key.slice(0, length));
    }
    for (const length of STARTS) starts.add(alias.key.slice(0, length));
    for (const word of alias.words) words.add(word);
    firstWords.add(alias.words[0] ?? '');
    lastWords.add(alias.words.at(-1) ?? '');
  }
  for (const keys of unspaced.values()) keys.sort((a, b) => b.length - a.length);
  const near = indexPairs(() => [...aliases.filter(mayBeMisspelt).map((alias) => alias.key), ...worldwideNames()]);
  return {
    get entities() {
      return listed(entities);
    },
    exact,
    numberless,
    starts,
    unspaced,
    words,
    firstWords,
    lastWords,
    near,
  };
}

function listed(entities: readonly Named[] | (() => readonly Named[])): readonly Named[] {
  return typeof entities === 'function' ? entities() : entities;
}

/**
 * Whether a name is recognised when misspelt. Not so: names too long to be typed, abbreviations of four letters (any
 * four letters are near one), foreign spellings as short, and what merely follows from a listed name, unless one long word.
 */
function mayBeMisspelt(alias: Alias): boolean {
  const { key, text, words } = alias;
  if (words.length > LONGEST_NAME || key.length > LONGEST_SPAN) return false;
  if (alias.follows) return words.length === 1 ? key.length > 5 : !alias.person;
  if (key.length > 5 || !/\p{Script=Latin}/u.test(text)) return true;
  return key.length === 5 ? /^[\x20-\x7e]+$/.test(text) : /^[\x20-\x7e]*[a-z][\x20-\x7e]*$/.test(text);
}

/** The key of words that differ only in number. */
function numberlessKey(words: readonly string[]): string {
  let key = '';
  for (const word of words) key += withoutNumber(word);
  return key;
}

/** A word without the s of the plural. */
export function withoutNumber(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
