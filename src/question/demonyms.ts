import type { Named } from './aliases.ts';
import { languageNames } from './worldwide.ts';

// Endings of the English words for peoples that no list of languages gives.
const COUNTRY_ENDING = /(?:[ei]an|[cklmns]an|ese|ish|[^i]sh|ino|iet|.....ine)s?$/;
const REGION_ENDING = /(?:[ei]an|ese)s?$/;
/** What is added to the name of some peoples to name their country. */
const LAND_ENDING = /^(?:i?stan|land|ia)$/;

/**
 * Whether an alias of a country or region is the adjective or the people, not the place: the name of a language, one in
 * `-ian`, `-ese`, `-ish`, …, the name with `-i`, the name without `-stan`, `-land` or `-ia`, or a small-lettered word.
 * `name` gives the folded words of the entity's name, `words` are those of the alias.
 */
export function isDemonym(
  entity: Named,
  name: () => readonly string[],
  text: string,
  words: readonly string[],
): boolean {
  if (entity.kind !== 'country' && entity.kind !== 'region') return false;
  const place = name().join('');
  const key = words.join('');
  if (key === place) return false;
  // Romance languages write their adjectives small and their countries with a capital.
  if (/^\p{Script=Latin}+$/u.test(text) && text === text.toLowerCase()) return true;
  if (!/^[A-Za-z -]+$/.test(text) || text === text.toUpperCase()) return false;
  if (languageNames().has(key) || languageNames().has(key.replace(/s$/, ''))) return true;
  if (
    key === `${place}i` ||
    key === `${place}n` ||
    (place.startsWith(key) && LAND_ENDING.test(place.slice(key.length)))
  )
    return true;
  const ending = entity.kind === 'country' ? COUNTRY_ENDING : REGION_ENDING;
  return words.length <= 2 && ending.test(words.at(-1) ?? '');
}
