import { findFacts, type Hit } from '../find/evidence.ts';
import type { Query } from '../question/query.ts';
import type { Delivery } from '../record/schema.ts';
import type { Store } from '../record/store.ts';
import { type Context, type Draft, line } from './draft.ts';
import { deliverySentence, factLine, valueText } from './lines.ts';
import { capital, countWord, listOf, sentence } from './phrases.ts';
import { isReversed } from './tells.ts';

type DeliveryHit = Hit & { delivery: Delivery };

/** Answers on what was ordered and delivered, by whom, when, how many and at what price; `null` when nothing fits. */
export function answerDeliveries(context: Context): Draft | null {
  const { query, store, ambient } = context;
  const text = query.text.join(' ');
  const fitness = fitnessFor(query, text);
  const returning = /\bback\b|\breturn/.test(text);
  const hits: DeliveryHit[] = [];
  for (const hit of findFacts(query, store, ambient, ['delivery'])) {
    const { fact } = hit.doc;
    if (fact.kind !== 'delivery' || isReversed(fact.data, query)) continue;
    if (fact.data.supplier === store.record.meta.home && !returning) continue;
    hits.push({ ...hit, delivery: fact.data, score: hit.score + fitness(fact.data) + batchFit(hit, query) });
  }
  hits.sort((a, b) => b.score - a.score || order(a, b));
  const { order: wanted } = query;
  // A third batch that no source speaks of is not the second one over again.
  if (wanted?.kind === 'nth' && !hits.some((hit) => batchFit(hit, query) > 0)) return null;
  const priced = asksPrice(query, text);
  const best = priced
    ? hits.find((hit) => hit.delivery.value !== undefined && hit.score > (hits[0]?.score ?? 0) - 2)
    : hits[0];
  if (!best) return null;
  const open =
    /\b(on order|still (on order|outstanding|owed|to come|awaited|pending|missing)|outstanding|not (yet )?(been )?delivered|undelivered|pending|awaiting|backlog)\b/.test(
      text,
    );
  let chosen = hits.filter((hit) => hit.coverage >= best.coverage - 0.12 && hit.score > best.score - 2.5);
  if (open) {
    const waiting = chosen.filter((hit) => isOpen(hit.delivery, store));
    if (waiting.length > 0) chosen = waiting;
  }
  const top = priced ? best : chosen[0];
  if (!top) return null;
  const most = query.ask === 'list' || /\b(which|what|list|all)\b/.test(text) ? 12 : 6;
  const rest = chosen.filter((hit) => hit !== top).slice(0, most - 1);
  const facts = [top, ...rest];
  const suppliers = [...new Set(facts.map((hit) => hit.delivery.supplier))].filter((id) => store.entities.has(id));
  const lead = leadSentence(query, top, facts, suppliers, store, text);
  return {
    status: 'answered',
    headline: lead ?? factLine(top.doc, store),
    lines: [...(lead ? [factLine(top.doc, store)] : []), ...rest.map((hit) => factLine(hit.doc, store))],
    qualifications: conflictNote(top, store),
    confidence: best.coverage,
    verdict: query.ask === 'whether' ? verdict(query, top, text) : undefined,
    ...quantity(query, top, text),
    focus: [top.delivery.id],
  };
}

// "the second batch": a delivery that its source calls so goes first.
function batchFit(hit: Hit, query: Query): number {
  const { order } = query;
  const n = order?.kind === 'first' ? 1 : order?.kind === 'nth' ? order.n : 0;
  const word = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'][n];
  if (!word) return 0;
  return hit.doc.uses(word) ? 1.5 : 0;
}

// A price that no source gives is not on record, whatever else is known of the delivery.
function asksPrice(query: Query, text: string): boolean {
  return (
    query.concepts.has('price') ||
    (query.ask === 'how-much' && /\b(cost|costs|pay|paid|price|worth|spend|spent|value|dollars|usd|euros)\b/.test(text))
  );
}

function order(a: DeliveryHit, b: DeliveryHit): number {
  return a.doc.orderDay.localeCompare(b.doc.orderDay);
}

function isOpen(delivery: Delivery, store: Store): boolean {
  if (delivery.status === 'planned') return true;
  if (delivery.status === 'ordered')
    return !store
      .naming(delivery.item, 'delivery')
      .some(
        ({ fact }) =>
          fact.kind === 'delivery' &&
          fact.data.item === delivery.item &&
          fact.data.status === 'delivered' &&
          (fact.data.quantity ?? 0) >= (delivery.quantity ?? 1),
      );
  return (delivery.quantity_ordered ?? 0) > (delivery.quantity ?? 0);
}

function fitnessFor(query: Query, text: string): (delivery: Delivery) => number {
  const priced = query.ask === 'how-much' || query.concepts.has('price');
  const ordering = /\b(order|ordered|orders|contract|contracts|contracted|agreement|deal|signed|agreed)\b/.test(text);
  const delivering = /\b(delivered|deliver|received|receive|arrived|handed|got|delivery)\b/.test(text);
  return (delivery) => {
    let value = 0;
    if (delivery.same_event_as === undefined) value += 0.25;
    if (priced) value += delivery.value ? 1 : -0.8;
    if (ordering) value += delivery.ordered ? 0.4 : -0.3;
    if (ordering && delivery.status === 'ordered') value += 0.2;
    if (delivering) value += delivery.status === 'delivered' ? 0.4 : delivery.status === 'reported' ? 0.1 : -0.2;
    if (query.ask === 'how-many') value += delivery.quantity !== null ? 0.4 : -0.5;
    if (query.ask === 'when') value += delivery.delivered || delivery.ordered ? 0.3 : -0.5;
    return value;
  };
}

function leadSentence(
  query: Query,
  top: DeliveryHit,
  facts: readonly DeliveryHit[],
  suppliers: readonly string[],
  store: Store,
  text: string,
): ReturnType<typeof line> | null {
  const ids = facts.map((hit) => hit.delivery.id);
  const sources = [...new Set(facts.flatMap((hit) => hit.delivery.sources))];
  const asksSupplier =
    query.ask === 'who' ||
    /\b(supplier|who (sold|supplied|delivered|made|built|gave|provided)|which (country|state|countries)|where .* (from|come))\b/.test(
      text,
    );
  if (asksSupplier && suppliers.length > 0 && query.ask !== 'whether') {
    return line(
      sentence(
        `${listOf(suppliers.map(store.nameOf))} ${suppliers.length === 1 ? 'is' : 'are'} named as supplier of ${top.delivery.item_name}`,
      ),
      ids,
      sources,
    );
  }
  if (query.concepts.has('price') && top.delivery.value) {
    return line(
      sentence(
        `${capital(top.delivery.item_name)} from ${store.nameOf(top.delivery.supplier)}: ${valueText(top.delivery)}`,
      ),
      [top.delivery.id],
      top.delivery.sources,
    );
  }
  if (facts.length > 3) {
    const items = [...new Set(facts.map((hit) => hit.delivery.item_name))];
    return line(sentence(`${capital(countWord(facts.length))} entries on record fit: ${listOf(items)}`), ids, sources);
  }
  return null;
}

function verdict(query: Query, top: DeliveryHit, text: string): 'yes' | 'no' | undefined {
  const { delivery } = top;
  if (
    /\b(all|every|complete|completely|fully|whole)\b/.test(text) &&
    delivery.quantity_ordered &&
    delivery.quantity !== null
  ) {
    return delivery.quantity >= delivery.quantity_ordered ? 'yes' : 'no';
  }
  if (/\b(delivered|deliver|received|receive|arrived|got|handed)\b/.test(text)) {
    if (delivery.status === 'delivered' && delivery.quantity !== 0) return query.negated ? 'no' : 'yes';
    if (delivery.quantity === 0) return 'no';
    return delivery.status === 'reported' ? 'yes' : undefined;
  }
  return query.negated ? 'no' : 'yes';
}

function quantity(query: Query, top: DeliveryHit, text: string): { value?: number; unit?: string } {
  const { delivery } = top;
  // What is only planned or ordered was not delivered.
  if (
    delivery.status !== 'delivered' &&
    delivery.status !== 'reported' &&
    /\b(delivered|received|arrived|handed)\b/.test(text)
  )
    return {};
  if (query.ask === 'how-many') {
    const ordered = /\border(ed|s)?\b/.test(text) && !/\bdeliver/.test(text);
    const value = ordered ? (delivery.quantity_ordered ?? delivery.quantity) : delivery.quantity;
    return value === null || value === undefined ? {} : { value, unit: delivery.item_name };
  }
  if ((query.ask === 'how-much' || query.concepts.has('price')) && delivery.value)
    return { value: delivery.value.amount, unit: delivery.value.currency };
  return {};
}

function conflictNote(top: DeliveryHit, store: Store): string[] {
  const others = (top.delivery.conflicts_with ?? []).flatMap((id) => {
    const doc = store.byId.get(id);
    return doc?.fact.kind === 'delivery' ? [deliverySentence(doc.fact.data, store)] : [];
  });
  return others.length === 0 ? [] : [`Other sources differ: ${sentence(others.slice(0, 2).join('; '))}`];
}
