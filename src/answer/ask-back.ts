import type { Query } from '../question/query.ts';
import type { Store } from '../record/store.ts';
import type { Choice } from './answer.ts';
import { formatDate } from './dates.ts';
import type { Context, Draft } from './draft.ts';
import { ambiguousAnswer } from './refuse.ts';

const MOST_CHOICES = 5;
const OPEN = /^(it|its|they|them|their|there|that|this|these|those|one|ones)$/;

/** Asks back when a question leaves open what it is about ("how long did he stay?"); `null` when it does not. */
export function askBack(context: Context, isFollowUp: boolean): Draft | null {
  const { query, store } = context;
  if (isFollowUp && query.only.length > 0) return null;
  // "he": whatever of him.
  const alone =
    !isFollowUp && query.text.length === 1 && query.names.length > 0 && query.names.every(({ implied }) => implied);
  if (alone) return ambiguousAnswer('What do you want to know?', choicesFor(query, store));
  const given =
    query.names.some((name) => !name.implied || name.start === -1) ||
    query.periods.length > 0 ||
    query.order !== null ||
    (query.ask !== 'whether' &&
      ['official', 'private', 'working', 'state', 'multilateral'].some((kind) => query.text.includes(kind))) ||
    query.numbers.length > 0;
  const content = query.words.some((word) => !word.optional && word.concepts.length === 0);
  // "which country is the biggest supplier" is whole as it stands.
  if (given || content || query.concepts.has('rank') || query.concepts.has('more')) return null;
  const open = query.text.some((norm) => OPEN.test(norm));
  const bare = query.words.length === 0 || query.words.every((word) => word.optional);
  const specific =
    (query.ask === 'who' && (query.concepts.has('meet') || query.concepts.has('invite'))) ||
    ['when', 'how-long', 'why', 'where', 'whether', 'which-of', 'outcome'].includes(query.ask);
  if (!open && !specific) return null;
  if (bare && !open && !query.names.some((name) => name.implied) && query.concepts.size === 0) return null;
  // All of them are wanted: "which countries has she visited", "who has she met".
  if (!open && /^(which|what) \w+s\b|^whom? (has|have|had) /.test(query.text.join(' '))) return null;
  if (!open && query.ask === 'where' && /\b(been|travelled|traveled|gone)\b/.test(query.text.join(' '))) return null;
  const choices = choicesFor(query, store);
  if (choices.length < 2) return null;
  return ambiguousAnswer('Which do you mean?', choices);
}

function choicesFor(query: Query, store: Store): Choice[] {
  const text = query.text
    .join(' ')
    .replace(/\b(it|there|that|this|they|them)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const has = (...concepts: string[]) =>
    query.words.some((word) => word.concepts.some((concept) => concepts.includes(concept)));
  if (has('vote', 'abstain', 'against', 'veto')) return voteChoices(store);
  if (has('supply', 'buy', 'order', 'arms', 'price')) return itemChoices(text, store);
  return visitChoices(text, store);
}

function visitChoices(text: string, store: Store): Choice[] {
  const { subject } = store.record.meta;
  const own = store
    .naming(subject, 'visit')
    .filter(({ fact }) => fact.kind === 'visit' && fact.data.visitor === subject);
  return own
    .sort((a, b) => b.orderDay.localeCompare(a.orderDay))
    .slice(0, MOST_CHOICES)
    .flatMap((doc) => {
      if (doc.fact.kind !== 'visit') return [];
      const place = store.nameOf(doc.fact.data.country);
      const when = formatDate(doc.fact.data.arrived.slice(0, 7));
      return [{ label: `${place}, ${when}`, question: `${text} in ${place} in ${when}` }];
    });
}

function itemChoices(text: string, store: Store): Choice[] {
  const chosen = new Map<string, Choice>();
  for (const { fact } of store.ofKind('delivery')) {
    if (chosen.size === MOST_CHOICES) break;
    if (fact.kind !== 'delivery' || chosen.has(fact.data.item)) continue;
    const { item, quantity, supplier } = fact.data;
    if (quantity === null || !store.entities.has(supplier)) continue;
    chosen.set(item, {
      label: `${store.nameOf(item)} from ${store.nameOf(supplier)}`,
      question: `${text} ${store.nameOf(item)} ${store.nameOf(supplier)}`,
    });
  }
  return [...chosen.values()];
}

function voteChoices(store: Store): Choice[] {
  const chosen: Choice[] = [];
  for (const { fact } of store.ofKind('measure')) {
    if (chosen.length === MOST_CHOICES) break;
    if (fact.kind !== 'measure' || fact.data.votes?.for === undefined || fact.data.date === null) continue;
    const { body, date } = fact.data;
    chosen.push({
      label: `${body}, ${formatDate(date)}`,
      question: `how did states vote in the ${body} in ${formatDate(date.slice(0, 7))}`,
    });
  }
  return chosen;
}
