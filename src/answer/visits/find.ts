import { findFacts, type Hit } from '../../find/evidence.ts';
import { fitsTravel, type Travel } from '../../find/traveller.ts';
import { conceptsOf } from '../../question/lexicon.ts';
import type { Query } from '../../question/query.ts';
import type { Visit } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';
import { normsOf, stemOf } from '../../text.ts';
import type { Context } from '../draft.ts';

/** A visit that fits the question, with how well it fits. */
export type VisitHit = Hit & { visit: Visit };

/** The visits that fit the question and the travel read from it, best first. */
export function visitHits(context: Context, travel: Travel): VisitHit[] {
  const { query, store, ambient } = context;
  return findFacts(query, store, ambient, ['visit']).flatMap((hit) => {
    const { fact } = hit.doc;
    return fact.kind === 'visit' && fitsTravel(fact.data, travel, store) ? [{ ...hit, visit: fact.data }] : [];
  });
}

/** "official visits", "a private trip": the visits of the kind the record gives, not one source's word for it. */
export function ofKind(query: Query, hits: VisitHit[]): VisitHit[] {
  if (query.ask === 'whether' || query.ask === 'which-of' || query.ask === 'conflict') return hits;
  const text = query.text.join(' ');
  const kinds = (['official', 'private', 'working', 'state', 'multilateral'] as const).filter(
    (kind) =>
      text.includes(kind) && new RegExp(`\\b${kind}\\b (\\w+ )?(visit|visits|trip|trips|one|ones)\\b`).test(text),
  );
  if (kinds.length === 0) return hits;
  const matching = hits.filter((hit) => kinds.some((kind) => kind === hit.visit.kind));
  return matching.length > 0 ? matching : hits;
}

/** "as president", "as army chief": only the visits made in that capacity; none where the office is another's. */
export function asRole(query: Query, hits: VisitHit[], store: Store): VisitHit[] {
  const asked = capacityAsked(query);
  const [first] = asked;
  if (first === undefined) return hits;
  const inRole = (stems: ReadonlySet<string>) => asked.every((word) => stems.has(stemOf(word)));
  const held = hits.filter(
    (hit) =>
      inRole(new Set(normsOf(hit.visit.visitor_role).map(stemOf))) ||
      (hit.visit.counted_as ?? []).some((count) => new RegExp(`\\bas [^.]*\\b${first}`, 'i').test(count.text)),
  );
  if (held.length > 0) return held;
  const isOffice =
    conceptsOf(asked.at(-1) ?? '').includes('person') &&
    store
      .saying([stemOf(first)], 'entity')
      .some(({ fact }) =>
        (store.entities.get(fact.id)?.roles ?? []).some((role) => inRole(new Set(normsOf(role.title).map(stemOf)))),
      );
  return isOffice ? [] : hits;
}

/** "the Norland defence secretary": of the guests from there those whose office has these words, if any has. */
export function inOffice(query: Query, { guestOf }: Travel, hits: VisitHit[]): VisitHit[] {
  const from = query.names.find((name) => guestOf.some((id) => name.ids.includes(id)));
  if (from === undefined) return hits;
  const words = query.text.slice(from.end, from.end + LONGEST_OFFICE);
  const head = words.findIndex((norm) => OFFICE.test(norm));
  // By itself "commander" is no office, as "president" is.
  if (head < 0 || (head === 0 && !SOLE_OFFICE.test(words[0] ?? ''))) return hits;
  const asked = words.slice(0, head + 1).map(stemOf);
  const held = hits.filter(({ visit }) => {
    const role = visit.visitor_role.split(/, (?:travelling|with|leading)/)[0] ?? '';
    const stems = new Set(normsOf(role).map(stemOf));
    return asked.every((stem) => stems.has(stem)) && (head > 0 || !/\b(?:vice|deputy|former)\b/i.test(role));
  });
  return held.length > 0 ? held : hits;
}

const SOLE_OFFICE = /^(?:president|premier|minister|governor|chairman)s?$/;
const LONGEST_OFFICE = 4;
const OFFICE =
  /^(?:minister|secretary|chief|president|premier|commander|adviser|advisor|governor|director|chairman|speaker)s?$/;

// The one or two words after "as": "as president", "as foreign minister".
function capacityAsked(query: Query): string[] {
  const found = /\bas (?:the |a |an |his |her )?(?:countrys? |countries )?(\w+)(?: (\w+))?/.exec(query.text.join(' '));
  const [, first, second] = found ?? [];
  if (!first || /^(of|far|well|such|it|he|she|they|long|soon|yet|part|to)$/.test(first)) return [];
  const isOffice = second !== undefined && /^(minister|chief|commander|secretary|president|premier|head)$/.test(second);
  return isOffice ? [first, second] : [first];
}

/** The city that was asked about, when one was. */
export function askedCity(query: Query, store: Store): string | null {
  for (const name of query.names) {
    if (name.excluded) continue;
    const id = name.ids.find((candidate) => ['city', 'region'].includes(store.entities.get(candidate)?.kind ?? ''));
    if (id) return id;
  }
  return null;
}

/** The ids of the visits, to cite them. */
export const ids = (hits: readonly VisitHit[]): string[] => hits.map((hit) => hit.doc.fact.id);

/** The sources of the visits, each once. */
export const sourcesOf = (hits: readonly VisitHit[]): string[] => [
  ...new Set(hits.flatMap((hit) => hit.visit.sources)),
];
