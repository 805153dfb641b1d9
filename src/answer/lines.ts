import type { Delivery, Figure, Measure, Ranking, Visit } from '../record/schema.ts';
import type { Doc, Store } from '../record/store.ts';
import type { Line } from './answer.ts';
import { formatDate } from './dates.ts';
import {
  capital,
  counterText,
  countWord,
  deliveryItems,
  destination,
  eventTime,
  figureAmount,
  listOf,
  onDate,
  periodText,
  plainNumber,
  sentence,
  stretch,
  visitTime,
  voteText,
} from './phrases.ts';

/** One fact as one sentence, with its sources. The same everywhere a fact is stated whole. */
export function factLine(doc: Doc, store: Store): Line {
  const { fact } = doc;
  const line = (text: string, sources: string[]): Line => ({ text: sentence(text), facts: [fact.id], sources });
  switch (fact.kind) {
    case 'visit':
      return line(visitSentence(fact.data, store), fact.data.sources);
    case 'event':
      return line(`${capital(eventTime(fact.data))}: ${fact.data.text}`, fact.data.sources);
    case 'figure':
      return line(figureSentence(fact.data, store), fact.data.sources);
    case 'delivery':
      return line(deliverySentence(fact.data, store), fact.data.sources);
    case 'ranking':
      return line(rankingSentence(fact.data, store), fact.data.sources);
    case 'measure':
      return line(measureSentence(fact.data), fact.data.sources);
    case 'entity':
      return { text: sentence(`${fact.data.name}: ${fact.data.gloss ?? ''}`), facts: [fact.id], sources: [] };
  }
}

/** `Ada Orr, foreign minister of Norland, was in Southland (Sudport) on 20 June 2021.` */
export function visitSentence(visit: Visit, store: Store): string {
  const kind =
    visit.kind === 'unknown' || visit.kind === 'multilateral' ? '' : ` on ${article(visit.kind)} ${visit.kind} visit`;
  return `${store.nameOf(visit.visitor)} was in ${destination(visit, store)}${kind} ${visitTime(visit)}, as ${visit.visitor_role}`;
}

function article(word: string): string {
  return /^[aeiou]/i.test(word) ? 'an' : 'a';
}

/** `Southland, 1999 to June 2021: 1.5 billion US dollars (weapons sold to Norland), counted by Count House.` */
export function figureSentence(figure: Figure, store: Store): string {
  const supplier = figure.supplier === 'all' ? 'All suppliers' : store.nameOf(figure.supplier);
  const period = periodText(figure.period.from, figure.period.to);
  const counter = counterText(figure, store);
  const to = figure.recipient === store.record.meta.home ? '' : ` to ${store.nameOf(figure.recipient)}`;
  return `${supplier}${to}${period ? `, ${period}` : ''}: ${figureAmount(figure)}, ${figure.measures_what}${counter ? `, ${counter}` : ''}${
    figure.as_of ? ` (as of ${formatDate(figure.as_of)})` : ''
  }`;
}

/** `Southland delivered 2 river boats to Norland in March 2019 (ordered in 2018).` */
export function deliverySentence(delivery: Delivery, store: Store): string {
  const supplier = delivery.supplier === 'unknown' ? 'An unnamed supplier' : store.nameOf(delivery.supplier);
  const recipient = store.nameOf(delivery.recipient);
  const items = deliveryItems(delivery);
  const ordered = delivery.ordered ? `ordered ${onDate(delivery.ordered)}` : '';
  const total =
    delivery.quantity_ordered && delivery.quantity_ordered !== delivery.quantity
      ? `${delivery.quantity_ordered} ordered`
      : '';
  const asides = listOf([total || '', ordered].filter(Boolean), 'and').replace(' ordered and ordered', ' ordered');
  const aside = asides ? ` (${asides})` : '';
  const when = delivery.delivered ? ` ${stretch(delivery.delivered.from, delivery.delivered.to)}`.trimEnd() : '';
  const value = delivery.value ? `; price ${valueText(delivery)}` : '';
  const note = delivery.note ? ` – ${delivery.note.replace(/\.$/, '')}` : '';
  switch (delivery.status) {
    case 'delivered':
      return `${supplier} delivered ${items} to ${recipient}${when}${aside}${value}${note}`;
    case 'ordered':
      return `${recipient} ordered ${items} from ${supplier}${delivery.ordered ? ` ${onDate(delivery.ordered)}` : ''}${value}${note}`;
    case 'planned':
      return `${items} from ${supplier} for ${recipient} planned, not reported as delivered${delivery.ordered ? ` (${ordered})` : ''}${value}${note}`;
    case 'reported':
      return `${items} from ${supplier} to ${recipient} reported${when}${aside}${value}${note}`;
  }
}

/** A price with its currency and what the source adds. */
export function valueText(delivery: Delivery): string {
  const value = delivery.value;
  if (!value) return '';
  const currency: Readonly<Partial<Record<string, string>>> = { USD: 'US dollars', EUR: 'euros' };
  const million = value.amount >= 1e6 ? `${plainNumber(value.amount / 1e6)} million` : plainNumber(value.amount);
  return `${million} ${currency[value.currency] ?? value.currency}${value.note ? ` (${value.note})` : ''}`;
}

/** `Arms suppliers to Norland, 2010 to 2019: first Southland, then Westland and Eastland (counted by Count House).` */
export function rankingSentence(ranking: Ranking, store: Store): string {
  const period = periodText(ranking.period.from, ranking.period.to);
  const names = ranking.order.map((id) => store.nameOf(id));
  const order = names.length > 1 ? `first ${names[0]}, then ${listOf(names.slice(1))}` : `${names[0]}`;
  const counter = counterText(ranking, store);
  const note = ranking.note ? ` – ${ranking.note.replace(/\.$/, '')}` : '';
  return `${capital(ranking.metric)}${period ? `, ${period}` : ''}: ${order}${counter ? ` (${counter})` : ''}${note}`;
}

/** `3 February 2021, the Upper House: Resolution … (119 for, 1 against and 36 abstentions).` */
export function measureSentence(measure: Measure): string {
  const votes = voteText(measure);
  return `${measure.date ? `${formatDate(measure.date)}, ` : ''}${measure.body}: ${measure.text.replace(/\.$/, '')}${votes ? ` (${votes})` : ''}`;
}

/** How states voted, grouped: `Abstained: Southland, Westland and Eastland. Against: Norland.` */
export function statesByVote(measure: Measure, store: Store): string[] {
  const groups = new Map<string, string[]>();
  for (const [state, vote] of Object.entries(measure.votes?.notable ?? {})) {
    groups.set(vote, [...(groups.get(vote) ?? []), store.nameOf(state)]);
  }
  return [...groups].map(([vote, states]) => `${capital(vote)}: ${listOf(states)}.`);
}

export function visitCount(count: number): string {
  return `${countWord(count)} ${count === 1 ? 'visit' : 'visits'}`;
}
