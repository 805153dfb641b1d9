import { phraseKey } from '../text.ts';
import { type Entry, type Found, faultAt, idOf, placesAt } from './entries.ts';
import type { Fault } from './faults.ts';

const AMBIGUOUS = 'ambiguous_aliases.*';
const NAME_FIELDS = ['name', 'aliases.*', AMBIGUOUS];

type Bearer = { entry: Entry; id: string; places: Found[]; saysAmbiguous: boolean };

/**
 * Names and aliases that more than one entity bears although not every one of them lists it in `ambiguous_aliases`: a
 * question would then get whichever comes first. Names are compared as questions are looked up, so that case, accents,
 * dots and hyphens make no difference.
 */
export function nameFaults(entries: readonly Entry[]): Fault[] {
  const faults: Fault[] = [];
  const bearers = new Map<string, Map<string, Bearer>>();
  for (const entry of entries) {
    const id = idOf(entry);
    if (entry.kind !== 'entities' || id === undefined) continue;
    for (const pattern of NAME_FIELDS) {
      for (const place of placesAt(entry.value, pattern)) {
        const name = typeof place.value === 'number' ? String(place.value) : place.value;
        if (typeof name !== 'string' || name.trim() === '') continue;
        const key = nameKey(name);
        if (key === '') {
          faults.push(
            faultAt(entry, place.path, `no question can name "${name}": it has neither a letter nor a digit`),
          );
          continue;
        }
        const sharing = bearers.get(key) ?? new Map<string, Bearer>();
        bearers.set(key, sharing);
        const bearer = sharing.get(id) ?? { entry, id, places: [], saysAmbiguous: false };
        sharing.set(id, bearer);
        bearer.places.push(place);
        if (pattern === AMBIGUOUS) bearer.saysAmbiguous = true;
      }
    }
  }
  for (const sharing of bearers.values()) {
    if (sharing.size > 1) faults.push(...[...sharing.values()].flatMap((bearer) => clash(bearer, [...sharing.keys()])));
  }
  return faults;
}

function clash(bearer: Bearer, ids: readonly string[]): Fault[] {
  const [place] = bearer.places;
  if (bearer.saysAmbiguous || place === undefined) return [];
  const others = ids.filter((id) => id !== bearer.id).join(' and ');
  return [
    faultAt(
      bearer.entry,
      place.path,
      `"${place.value}" is also a name of ${others}: list it in ambiguous_aliases of each`,
    ),
  ];
}

// Signs fall out of the words of a question, except that a sign of money makes another name: US$ is not the US.
function nameKey(name: string): string {
  const words = phraseKey(name);
  const money = name.match(/\p{Sc}/gu) ?? [];
  return words === '' ? '' : [words, ...money].join(' ');
}
