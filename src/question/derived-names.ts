import type { Named } from './aliases.ts';
import { letterCount } from './edits.ts';
import { isEveryday } from './everyday.ts';
import { isTitle } from './titles.ts';
import type { Word } from './words.ts';

/** Names that follow from those a record lists, so that it need not list them too. */

/** Gives the words of a text; may remember them. */
export type Reader = (text: string) => readonly Word[];

/** Kinds whose names are common nouns: their capital is that of a heading and says nothing. */
export const COMMON_NOUNS: ReadonlySet<string | undefined> = new Set(['weapon-category', 'role', 'measure']);

/**
 * What else one listed name of an entity may be called: itself without a parenthesis; without its year and place if it
 * is an occasion; in the singular if it is a common noun; without its model number if it is a weapon's main name; and the people or
 * adjective that adds an n to a place in -a.
 */
export function* shorterNames(entity: Named, text: string, read: Reader): Iterable<string> {
  const bare = text.replace(/\s*\([^)]*\)\s*$/, '');
  const texts = [bare];
  if (entity.kind === 'occasion') {
    const yearless = bare.replace(LAST_YEAR, '').replace(FIRST_YEAR, '');
    texts.push(yearless, yearless.replace(/,.*$/, ''));
  }
  if (entity.kind === 'weapon' && text === entity.name) texts.push(bare.replace(MODEL_NUMBER, ''));
  for (const shorter of texts) if (shorter !== text && isStillName(read(shorter))) yield shorter;
  if ((entity.kind === 'country' || entity.kind === 'region') && /^[A-Za-z]+a$/.test(text) && text === entity.name) {
    yield `${text}n`;
  }
  const singular = singularOf(text, COMMON_NOUNS.has(entity.kind));
  if (singular !== null) yield singular;
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const LAST_YEAR = new RegExp(`[,\\s-]+(?:(?:${MONTHS})\\s+)?(?:19|20)\\d\\d(?:-(?:\\d\\d){1,2})?$`);
const FIRST_YEAR = /^(?:19|20)\d\d(?:-(?:\d\d){1,2})?\s+/;
const MODEL_NUMBER = /(?<=^[A-Za-z]{5,})[- ][A-Za-z]?-?\d[\dA-Za-z]*$|(?<=^[A-Za-z]{5,})[- ][A-Z]\d*$/;

/** Not one everyday word, nor a number or two letters. */
function isStillName(words: readonly Word[]): boolean {
  return words.length > 1 || words.some(({ norm }) => letterCount(norm) > 2 && !isEveryday(norm));
}

function singularOf(text: string, isCommonNoun: boolean): string | null {
  if (!/^[A-Za-z]+s$/.test(text) || /(?:ss|us|is)$/.test(text) || text === text.toUpperCase()) return null;
  if (text !== text.toLowerCase() && !isCommonNoun) return null;
  if (/ies$/.test(text)) return text.replace(/ies$/, 'y');
  return /(?:sh|ch|x|ss|oe)es$/.test(text) ? text.slice(0, -2) : text.slice(0, -1);
}

/** Whose names hold a word, among persons. */
export function personWordOwners(entities: readonly Named[], read: Reader): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const entity of entities) {
    if (entity.kind !== 'person') continue;
    for (const text of [entity.name, ...(entity.aliases ?? [])]) {
      for (const { norm } of read(text)) {
        const known = owners.get(norm);
        if (known === undefined) owners.set(norm, new Set([entity.id]));
        else known.add(entity.id);
      }
    }
  }
  return owners;
}

/**
 * The last word of a person's name, if it is five letters or more, not everyday and at most two people's, and the first with it; the
 * one word that a listed name has beside titles.
 */
export function* surnames(
  text: string,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  read: Reader,
): Iterable<string> {
  const typed = read(text.replace(/\s*\([^)]*\)\s*$/, ''));
  const words = properWords(typed);
  const [called] = words;
  // "President Xy" is listed, so that "Xy" alone is a name as well, however short.
  if (
    words.length === 1 &&
    typed.length > 1 &&
    called &&
    !isEveryday(called.norm) &&
    (owners.get(called.norm)?.size ?? 0) <= 1
  )
    yield called.text;
  const [first] = words;
  const last = words.at(-1);
  if (last === undefined || first === undefined || words.length < 2) return;
  const bearers = owners.get(last.norm)?.size ?? 0;
  if (letterCount(last.norm) < 5 || isEveryday(last.norm) || bearers > MOST_BEARERS) return;
  yield last.text;
  if (words.length > 2) yield `${first.text} ${last.text}`;
}

/** Of a surname that more people bear nobody can say who is meant. */
const MOST_BEARERS = 2;

/** The words without titles; none when they are not written as a personal name, each with a capital. */
function properWords(words: readonly Word[]): readonly Word[] {
  if (words.length < 2 || words.length > 5) return [];
  if (!words.every((word) => word.text.charAt(0) !== word.text.charAt(0).toLowerCase())) return [];
  const begin = words.findIndex((word) => !isTitle(word.norm));
  return words.slice(Math.max(begin, 0)).filter((word) => !/^(?:jr|sr|i{1,3}|iv)$/.test(word.norm));
}
