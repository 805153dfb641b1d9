import { normsOf } from '../text.ts';
import { functionWords } from './everyday.ts';

/**
 * Names that anyone may mean although a record holds nothing of them: countries, languages and the cities of the time
 * zones, as the runtime's own CLDR and tz data spell them in English. They compete with the names of a record, so that
 * a country that is not on record is not taken for the misspelt neighbour that is.
 */

let names: ReadonlySet<string> | null = null;
let tongues: ReadonlySet<string> | null = null;

/** The competing names, folded and without spaces, with the function words of English. Made at the first call (about 20 ms). */
export function worldwideNames(): ReadonlySet<string> {
  names ??= new Set([...regions(), ...languages(), ...zoneCities(), ...functionWords()].map(joined));
  return names;
}

/** The English names of languages, folded and without spaces: nearly all of them also say where someone is from. */
export function languageNames(): ReadonlySet<string> {
  tongues ??= new Set([...languages()].map(joined));
  return tongues;
}

function joined(text: string): string {
  return normsOf(text).join('');
}

function* codes(): Iterable<string> {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const a of letters) for (const b of letters) yield a + b;
}

function* regions(): Iterable<string> {
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const code of codes()) {
    const name = display.of(code.toUpperCase());
    if (name === undefined) continue;
    yield name;
    // “A & B” and “A (B)” name two.
    const parts = name.split(/ & |[()]/).map((part) => part.trim());
    if (parts.length > 1) yield* parts.filter((part) => part !== '');
  }
}

function* languages(): Iterable<string> {
  const display = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  for (const code of codes()) {
    const name = display.of(code);
    if (name !== undefined) yield name;
  }
}

function* zoneCities(): Iterable<string> {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const city = zone.split('/').at(-1);
    if (city !== undefined) yield city.replaceAll('_', ' ');
  }
}
