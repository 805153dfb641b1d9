import { impliedName } from '../question/implied-name.ts';
import type { Query } from '../question/query.ts';
import type { Doc, Store } from '../record/store.ts';
import { periodFit, plannedPeriod } from './fits.ts';
import { isPlace } from './traveller.ts';

const ONE_JOURNEY = /^(?:trip|visit|journey|tour|stop)$/;
const SIDES: ReadonlyMap<string, 'before' | 'after'> = new Map([
  ['before', 'before'],
  ['preceding', 'before'],
  ['after', 'after'],
  ['following', 'after'],
]);

/**
 * "the trip right before Osk in 2026", "first trip after Tarnby": one journey of the record's subject asked for by that next to
 * it. The place named is then no destination but what the journey is put in order by; the question as it is when it says no
 * such thing or the record has no visit there.
 */
export function besideVisit(query: Query, store: Store): Query {
  if (['how-many', 'how-long', 'whether', 'why'].includes(query.ask)) return query;
  const at = query.text.findIndex((norm) => SIDES.has(norm));
  const side = SIDES.get(query.text[at] ?? '');
  const place = query.names.find(
    (name) => name.start === at + 1 && !name.adjective && name.ids.every((id) => isPlace(id, store)),
  );
  const journey = query.text.slice(0, at).some((norm) => ONE_JOURNEY.test(norm));
  const others = query.names.filter((name) => name !== place);
  if (
    side === undefined ||
    place === undefined ||
    !journey ||
    others.some(({ ids }) => ids.every((id) => isPlace(id, store)))
  )
    return query;
  const there = store
    .naming(place.ids[0] ?? '', 'visit')
    .flatMap((doc) => (isJourneyTo(doc, place.ids, store) ? [doc] : []))
    .filter((doc) => query.periods.every((period) => periodFit(plannedPeriod(period), doc.index, store) > 0))
    .sort((a, b) => a.orderDay.localeCompare(b.orderDay));
  const beside = query.order?.kind === 'first' || side === 'before' ? there[0] : there.at(-1);
  if (beside === undefined) return query;
  return {
    ...query,
    names: [...others, impliedName(store.record.meta.subject, store)],
    periods: [],
    order: { kind: side, day: beside.orderDay, besides: [beside.fact.id] },
    besides: [beside.fact.id],
  };
}

function isJourneyTo(doc: Doc, ids: readonly string[], store: Store): boolean {
  if (doc.fact.kind !== 'visit' || doc.fact.data.visitor !== store.record.meta.subject) return false;
  const { country, places = [] } = doc.fact.data;
  return ids.some((id) => id === country || places.some(({ city }) => city === id));
}
