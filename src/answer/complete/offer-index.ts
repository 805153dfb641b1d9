import { isFunctionWord } from '../../question/everyday.ts';
import { type Concept, conceptsOf } from '../../question/lexicon.ts';
import type { Store } from '../../record/store.ts';
import { stemOf, wordsOf } from '../../text.ts';
import type { Offer } from './question.ts';

/** An offer with the tokens of its words, in order, and of those that it names. */
export type Indexed = { offer: Offer; words: readonly number[]; names: readonly number[] };

/**
 * Offers by what may be typed for them. A token stands for one word of a question, or for one entity by whatever name; a
 * key is a folded word, or a name without spaces, and stands for tokens.
 */
export type OfferIndex = {
  store: Store;
  offers: Indexed[];
  /** For each token the offers that hold it, ascending: those offered first come first. */
  holding: number[][];
  tokens: Map<string, number>;
  /** The tokens that a key stands for. */
  keys: Map<string, number[]>;
  /** The keys by their first two letters. */
  beginnings: Map<string, string[]>;
  stems: Map<string, number[]>;
  concepts: Map<Concept, number[]>;
};

/** An index without offers. */
export function emptyIndex(store: Store): OfferIndex {
  return {
    store,
    offers: [],
    holding: [],
    tokens: new Map(),
    keys: new Map(),
    beginnings: new Map(),
    stems: new Map(),
    concepts: new Map(),
  };
}

/** Adds an offer behind those that are in the index. */
export function addOffer(offer: Offer, index: OfferIndex): void {
  const words = wordsOf(offer.text).map(({ norm }) => wordToken(norm, index));
  const names = offer.entities.map((id) => nameToken(id, index));
  const number = index.offers.push({ offer, words, names }) - 1;
  for (const token of new Set([...words, ...names])) index.holding[token]?.push(number);
}

function newToken(name: string, index: OfferIndex): number {
  const token = index.holding.push([]) - 1;
  index.tokens.set(name, token);
  return token;
}

function wordToken(norm: string, index: OfferIndex): number {
  const known = index.tokens.get(norm);
  if (known !== undefined) return known;
  const token = newToken(norm, index);
  addKey(norm, token, index);
  append(index.stems, stemOf(norm), token);
  for (const concept of conceptsOf(norm)) append(index.concepts, concept, token);
  return token;
}

// No word holds a "#", so that no entity shares a token with a word.
function nameToken(id: string, index: OfferIndex): number {
  const known = index.tokens.get(`#${id}`);
  if (known !== undefined) return known;
  const token = newToken(`#${id}`, index);
  const entity = index.store.entities.get(id);
  const names = entity ? [entity.name, ...(entity.aliases ?? []), ...(entity.ambiguous_aliases ?? [])] : [];
  for (const name of names) {
    const words = wordsOf(name).map(({ norm }) => norm);
    for (const word of words) if (word.length > 1 && !isFunctionWord(word)) addKey(word, token, index);
    if (words.length > 1) addKey(words.join(''), token, index);
  }
  return token;
}

function addKey(key: string, token: number, index: OfferIndex): void {
  const standing = index.keys.get(key);
  if (standing === undefined) {
    index.keys.set(key, [token]);
    append(index.beginnings, key.slice(0, 2), key);
  } else if (!standing.includes(token)) standing.push(token);
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
