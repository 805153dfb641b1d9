import { nearestTo } from '../find/evidence.ts';
import type { Query } from '../question/query.ts';
import type { Store } from '../record/store.ts';
import { stemOf } from '../text.ts';
import type { Context } from './draft.ts';

/** A question that shares no notion of the field and no name with the record, or only a place beside everyday words. */
export function isOutOfScope(query: Query, context: Context): boolean {
  if (!isForeign(query, context.store)) return false;
  // Unless the record speaks of what is asked, only not of that.
  const near = nearestTo(query, context.store, context.ambient)[0];
  return !near || near.matched < 2 || near.coverage < 0.5;
}

function isForeign(query: Query, store: Store): boolean {
  const names = query.names.filter((name) => !name.excluded);
  const place = (ids: readonly string[]) =>
    ids.every((id) => ['country', 'city', 'region'].includes(store.entities.get(id)?.kind ?? ''));
  if (
    query.only.length > 0 ||
    query.numbers.some((number) => number >= 100) ||
    names.some((name) => !name.implied && !place(name.ids))
  )
    return false;
  // "who was premier in 2015": whom the record may name.
  if (query.periods.length > 0 && query.words.some(({ concepts }) => concepts.includes('person'))) return false;
  if (/\bresolution\b/.test(query.text.join(' '))) return false;
  const field = query.words.some((word) => word.concepts.some((concept) => FIELD.has(concept)));
  if (field)
    return (
      names.length === 0 &&
      query.periods.length === 0 &&
      query.words.some((word) => !word.optional && word.concepts.length === 0)
    );
  // A word that no fact uses is about something else; words that facts use were put together as no fact does.
  const strange = query.words.some(
    (word) => !word.optional && word.concepts.length === 0 && !store.byStem.has(stemOf(word.norm)),
  );
  return (
    names.length === 0 ||
    (strange &&
      !names.some((name) => name.implied) &&
      query.words.every((word) => word.optional || word.concepts.length === 0))
  );
}

/** Notions that questions on visits and the arms trade are made of. */
export const FIELD: ReadonlySet<string> = new Set([
  'visit',
  'meet',
  'receive',
  'supply',
  'buy',
  'order',
  'arms',
  'vote',
  'abstain',
  'veto',
  'sanction',
  'embargo',
  'takeover',
  'abroad',
  'arrive',
  'leave',
  'price',
]);
