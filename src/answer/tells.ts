import type { Hit } from '../find/evidence.ts';
import type { Travel } from '../find/traveller.ts';
import type { Concept } from '../question/lexicon.ts';
import type { Query } from '../question/query.ts';
import type { Delivery } from '../record/schema.ts';
import type { Doc, Store } from '../record/store.ts';
import { ITEM, namesKind } from './names-kind.ts';

/** Whether a fact tells how one of the states voted: the tally does not tell how a state voted that is not named in it. */
export function votedIn(doc: Doc, voters: readonly string[]): boolean {
  return voters.some((id) => doc.fields.has(id) || doc.mentions.has(id));
}

const TRANSFER: readonly Concept[] = ['supply', 'buy', 'order'];

/** "did Torvia send a submarine", "how many submarines has it from there": a transfer of a thing, not talk of it. */
export function asksTransfer(query: Query, store: Store): boolean {
  const item = namesKind(query, store, ITEM);
  return (
    item &&
    ((query.ask === 'how-many' && !namesKind(query, store, ['person'])) ||
      query.words.some((word) => TRANSFER.some((one) => word.concepts.includes(one))))
  );
}

/** A visit tells of a transfer where it says so in the question's own words. */
export function tellsTransfer(doc: Doc, query: Query): boolean {
  const verbs = query.words.filter((word) => TRANSFER.some((one) => word.concepts.includes(one)));
  const stems = verbs.flatMap((word) => [...word.stems.keys()]);
  return stems.some((stem) => doc.stemPlaces.has(stem));
}

/** A share is told by a share: neither a sum nor a list of deliveries is one. */
export function tellsShare(doc: Doc): boolean {
  if (doc.kind === 'figure' && doc.fact.kind === 'figure') return /^percent/.test(doc.fact.data.unit);
  return doc.statements.some(({ text }) => /\bper ?cent\b|%|\bshare\b/.test(text));
}

const GOING_STEMS = [
  'visit',
  'trip',
  'travel',
  'journei',
  'tour',
  'go',
  'went',
  'flew',
  'fly',
  'arriv',
  'came',
  'come',
  'left',
  'return',
];

const TRAVEL_STEMS = [...GOING_STEMS, 'attend', 'receiv', 'summit', 'invit', 'meet', 'met'];

/** An event answers on travel only when it tells of travel, of the traveller asked about, to the place asked about. */
export function tellsTravel(doc: Doc, travel: Travel, store: Store, asksWhere: boolean): boolean {
  if (doc.kind !== 'event' || doc.fact.kind !== 'event') return false;
  const { actors, place } = doc.fact.data;
  if (!travel.travellers.every((id) => actors.includes(id))) return false;
  const where = place === undefined ? [] : [place, ...store.containers(place)];
  if (travel.direction === 'abroad' && where.includes(store.record.meta.home)) return false;
  const reached = (ids: readonly string[]) =>
    ids.some((id) => where.includes(id) || (place === undefined && doc.mentions.has(id)));
  if (
    travel.destinations.length > 0 &&
    !(travel.anyDestination ? travel.destinations.some(reached) : travel.destinations.every(reached))
  )
    return false;
  return doc.statements.some(
    (statement) =>
      !(asksWhere && statement.part !== 'text') &&
      (asksWhere ? GOING_STEMS : TRAVEL_STEMS).some((stem) => statement.stems.has(stem)),
  );
}

/** When and why need to know of what: a person or a state alone, without a word of what was done, is no such question. */
export function says(hit: Hit, query: Query, store: Store): boolean {
  if (
    hit.matched === 0 &&
    (query.ask === 'what' || (query.ask === 'who' && ['figure', 'delivery', 'ranking'].includes(hit.doc.kind))) &&
    query.words.length > 0 &&
    query.words.every(
      (word) =>
        word.concepts.length > 0 && word.concepts.every((concept) => concept === 'country' || concept === 'person'),
    )
  )
    return false;
  if (
    hit.matched > 0 ||
    query.only.length > 0 ||
    !['when', 'why', 'how-many', 'how-much', 'whether'].includes(query.ask)
  )
    return true;
  if (query.words.some((word) => word.concepts.length > 0) || hit.anchors >= 3) return true;
  return query.names.some(
    (name) =>
      !name.implied &&
      name.ids.some((id) => ['occasion', 'weapon', 'weapon-category'].includes(store.entities.get(id)?.kind ?? '')),
  );
}

/** A transfer is told of a state only if that state was in it, and not the other way round. */
export function suppliedBy(doc: Doc, suppliers: readonly string[], query: Query): boolean {
  if (suppliers.length === 0 || (doc.kind !== 'figure' && doc.kind !== 'delivery')) return true;
  if (!suppliers.some((id) => doc.concerns(id))) return false;
  const { fact } = doc;
  if (fact.kind !== 'figure' && fact.kind !== 'delivery') return true;
  if (isReversed(fact.data, query)) return false;
  return suppliers.some((id) => id === fact.data.supplier || id === fact.data.recipient);
}

/** "sold to Norland": what Norland sold is something else. */
export function isReversed({ supplier, recipient }: Pick<Delivery, 'supplier' | 'recipient'>, query: Query): boolean {
  const behind = (preposition: RegExp) =>
    query.names.some((name) => name.ids.includes(supplier) && preposition.test(query.text[name.start - 1] ?? ''));
  return (
    supplier !== recipient &&
    query.words.some(({ concepts }) => concepts.includes('supply')) &&
    behind(/^to$/) &&
    !behind(/^(?:by|from)$/)
  );
}
