import { LRUCache } from 'lru-cache';
import type { Ask } from '../question/query.ts';
import type { Doc, Store } from '../record/store.ts';
import { normsOf } from '../text.ts';
import { agendaOf } from './complete/agenda.ts';
import { nextOn } from './complete/next.ts';
import { byName, type Offer } from './complete/question.ts';
import type { Context, Draft } from './draft.ts';

/** A button holds no more letters than this, on the stricter of the platforms. */
const LONGEST_SUGGESTION = 80;
const MOST_SUGGESTIONS = 4;
/** Of a long answer so many facts are gone on from. */
const MOST_FACTS = 3;

/** The kinds of question that ask for what an answer of this sort has just told. */
const TOLD: Readonly<Partial<Record<Ask, readonly string[]>>> = {
  who: ['visit-who', 'item-who', 'who-is'],
  why: ['visit-why'],
  'how-long': ['visit-length'],
  'how-many': ['visit-count', 'item-count'],
  'how-much': ['sold', 'item-price'],
  when: ['item-when'],
  outcome: ['visit-outcome'],
  source: ['visit-source'],
  conflict: ['visit-conflict'],
  define: ['who-is', 'what-is'],
};

/**
 * Up to four whole questions that may be asked next, each standing alone with its names and dates, none the one just
 * asked: on the same visit, person, supplier or vote, on what came after; beside a refusal, on the nearest that the record
 * holds. They follow from facts, in words that are always answered, so that none needs trying out: this is done for every
 * answer and costs a fraction of it. None beside choices, which are questions themselves.
 */
export function suggestionsFor(draft: Draft, context: Context): string[] {
  if (draft.status === 'ambiguous') return [];
  const { query, store } = context;
  const told = draft.status === 'answered' ? (TOLD[query.ask] ?? []) : [];
  const asked = calledHe(query.text, store);
  const kinds = new Set<string>();
  const firsts: string[] = [];
  const others: string[] = [];
  for (const { text, family, key } of offersAfter(draft, context)) {
    if (firsts.length === MOST_SUGGESTIONS) break;
    if (text.length > LONGEST_SUGGESTION || told.includes(family)) continue;
    if (key.length === asked.length && key === inAnyOrder(asked)) continue;
    // One of each kind before a second of any.
    (kinds.has(family) ? others : firsts).push(text);
    kinds.add(family);
  }
  return [...new Set([...firsts, ...others])].slice(0, MOST_SUGGESTIONS);
}

/** The words of a question as they compare: in any order, the subject the same by name and by pronoun. */
function keyOf(words: readonly string[], store: Store): string {
  return inAnyOrder(calledHe(words, store));
}

function calledHe(words: readonly string[], store: Store): string {
  const name = store.wordsOfName(store.nameOf(store.record.meta.subject));
  return ` ${words.join(' ')} `
    .replaceAll(` ${name.join(' ')} `, ' he ')
    .replaceAll(' she ', ' he ')
    .trim();
}

function inAnyOrder(text: string): string {
  return text.split(' ').sort().join(' ');
}

/** A question to go on with, and what it compares by. */
type KeyedOffer = Offer & { key: string };

/** The facts last gone on from: what may be asked after each stays the same. */
const MOST_KEPT = 1000;
const kept = new WeakMap<Store, LRUCache<string, readonly KeyedOffer[]>>();

function offersOn(doc: Doc, store: Store): readonly KeyedOffer[] {
  let known = kept.get(store);
  if (known === undefined) {
    known = new LRUCache({ max: MOST_KEPT });
    kept.set(store, known);
  }
  const before = known.get(doc.fact.id);
  if (before !== undefined) return before;
  const offers = nextOn(doc, byName(store))
    .slice(0, MOST_LOOKED_AT)
    .map((offer) => ({ ...offer, key: keyOf(normsOf(offer.text), store) }));
  known.set(doc.fact.id, offers);
  return offers;
}

/** How many questions are looked through for four. */
const MOST_LOOKED_AT = 30;

/** The questions on each of the facts in turn, so that a list of several is gone on from in several ways. */
function offersAfter(draft: Draft, context: Context): KeyedOffer[] {
  const lists = startingPoints(draft, context).map((doc) => offersOn(doc, context.store));
  const offers: KeyedOffer[] = [];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let at = 0; at < longest && offers.length < MOST_LOOKED_AT; at += 1) {
    for (const list of lists) {
      const offer = list[at];
      if (offer !== undefined) offers.push(offer);
    }
  }
  return offers;
}

/** The facts to go on from: those stated; beside a refusal what the question names, the nearest, or the record's latest. */
function startingPoints(draft: Draft, { query, store }: Context): Doc[] {
  const docs = (ids: readonly string[]) => [...new Set(ids)].flatMap((id) => store.byId.get(id) ?? []);
  if (draft.status === 'answered') {
    const stated = docs([
      ...(draft.focus ?? []),
      ...draft.headline.facts,
      ...draft.lines.flatMap(({ facts }) => facts),
    ]);
    // Of several visits the latest is gone on from first; elsewhere the first is what was asked for.
    const isList = draft.headline.facts.length > 1 && stated.every(({ fact }) => fact.kind === 'visit');
    return (isList ? stated.reverse() : stated).slice(0, MOST_FACTS);
  }
  const named = query.names.filter(({ excluded, implied }) => !excluded && !implied);
  const nearest = (draft.nearest ?? []).flatMap(({ facts }) => facts);
  const held = docs([...named.flatMap(({ ids }) => ids.slice(0, 1)), ...nearest]);
  if (held.length > 0) return held.slice(0, MOST_FACTS);
  const latest = agendaOf(store).trips.get(store.record.meta.subject)?.at(-1);
  const headline = store
    .ofKind('figure')
    .find(({ fact }) => fact.kind === 'figure' && fact.data.headline && store.entities.has(fact.data.supplier));
  return docs([latest?.id ?? '', headline?.fact.id ?? '']);
}
