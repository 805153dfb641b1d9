import { isEveryday } from '../../question/everyday.ts';
import { type Meaning, meaningOf } from './meanings.ts';
import type { Indexed, OfferIndex } from './offer-index.ts';

/** How many offers are looked at for one keystroke; those that stand first in the index come first. */
const MOST_LOOKED_AT = 800;
/** And where little is typed yet, so that nearly all would fit. */
const FEW_LOOKED_AT = 300;
/** Among so many meanings of one word these are shared out. */
const MOST_SHARING = 6;
/** Of a longer text only the first words are read. */
const MOST_WORDS = 16;

/** Words that say what is asked: one typed first is what the question should begin with. */
const ASKING = /^(?:when|where|who|whom|why|what|how|did|do|was|which|list|timeline|sources)$/;

/** The offers that typed words may become, best first, not all of one kind. */
export function matching(typed: readonly string[], index: OfferIndex): Indexed[] {
  const words = typed.slice(0, MOST_WORDS);
  if (words.length === 0)
    return mixed(index.offers.slice(0, MOST_MIXED).map((indexed, place) => ({ indexed, score: -place / 400 })));
  const meanings = words.map((word) => meaningOf(word, index));
  const required = meanings.filter(({ isOptional }) => !isOptional);
  if (required.some((meaning) => isUnknown(meaning) && !isDroppable(meaning.typed, words))) return [];
  const wanted = required.filter((meaning) => !isUnknown(meaning));
  const all = scored({ meanings, wanted, least: wanted.length }, index);
  return mixed(all.length > 0 ? all : scored({ meanings, wanted, least: Math.ceil(wanted.length / 2) }, index));
}

function isUnknown({ tokens }: Meaning): boolean {
  return tokens.size === 0;
}

// A word of everyday English beside others colours a question; a name that nobody has makes it another one.
function isDroppable(word: string, words: readonly string[]): boolean {
  return words.length > 2 && word !== words.at(-1) && isEveryday(word);
}

/** What an offer must hold: at least `least` of the words wanted, which are the meanings but for function words. */
type Search = { meanings: readonly Meaning[]; wanted: readonly Meaning[]; least: number };

/** What it counts to stand ten times further back in the index. */
const PLACE = 0.03;

type Scored = { indexed: Indexed; score: number };

function scored(search: Search, index: OfferIndex): Scored[] {
  const scoreOf = fitting(search);
  const found: Scored[] = [];
  for (const number of lookedAt(search, index)) {
    const indexed = index.offers[number];
    const score = indexed === undefined ? null : scoreOf(indexed);
    if (indexed !== undefined && score !== null) found.push({ indexed, score: score - PLACE * Math.log10(1 + number) });
  }
  return found;
}

/** The numbers of offers that may fit: those that hold the rarest word; where not all need be held, one of the rarest. */
function lookedAt({ meanings, wanted, least }: Search, index: OfferIndex): Set<number> {
  const pool = wanted.length > 0 ? wanted : meanings.filter((meaning) => !isUnknown(meaning));
  const rarest = pool.map((meaning) => ({ meaning, size: sizeOf(meaning, index) })).sort((a, b) => a.size - b.size);
  // Who holds k of n words holds one of any n - k + 1.
  const needed = rarest.slice(0, wanted.length > 0 ? wanted.length - least + 1 : 1);
  const most = wanted.some(({ typed }) => typed.length > 2) ? MOST_LOOKED_AT : FEW_LOOKED_AT;
  const numbers = new Set<number>();
  for (const { meaning } of needed) {
    const surest = [...meaning.tokens].sort((a, b) => b[1] - a[1]);
    for (const [token, sureness] of surest) {
      // Half a word may become several: each of them has its turn.
      const share = sureness === 1 ? most : Math.ceil(most / Math.min(surest.length, MOST_SHARING));
      for (const number of (index.holding[token] ?? []).slice(0, share)) {
        if (numbers.size >= most) return numbers;
        numbers.add(number);
      }
    }
  }
  return numbers;
}

function sizeOf({ tokens }: Meaning, index: OfferIndex): number {
  let size = 0;
  for (const token of tokens.keys()) size += index.holding[token]?.length ?? 0;
  return size;
}

/** What a function word counts beside any other. */
const OPTIONAL_WEIGHT = 0.25;
/** What a name counts that the question says in another way ("he", another spelling). */
const OTHERWISE = 0.9;
/** What the order of the typed words counts, and each letter of the question: of two that fit the shorter is meant. */
const ORDER = 0.1;
const LETTER = 0.0001;

/** How well an offer fits a search: about 1 when all typed words are in it; `null` when it holds too few of them. */
function fitting({ meanings, least }: Search): (indexed: Indexed) => number | null {
  const placesOf = new Map<number, [place: number, sureness: number][]>();
  for (const [place, { tokens }] of meanings.entries()) {
    for (const [token, sureness] of tokens) {
      const places = placesOf.get(token);
      if (places === undefined) placesOf.set(token, [[place, sureness]]);
      else places.push([place, sureness]);
    }
  }
  // What is asked is typed first: "when rom" should become a question that begins with when.
  const asks = ASKING.test(meanings[0]?.typed ?? '');
  const weights = meanings.map(({ isOptional }, place) => (isOptional && !(asks && place === 0) ? OPTIONAL_WEIGHT : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const best = new Float64Array(meanings.length);
  const at = new Int32Array(meanings.length);
  return ({ offer, words, names }) => {
    best.fill(0);
    at.fill(-1);
    for (let position = 0; position < words.length; position += 1) {
      for (const [place, sureness] of placesOf.get(words[position] ?? -1) ?? []) {
        if (sureness <= (best[place] ?? 1)) continue;
        best[place] = sureness;
        at[place] = position;
      }
    }
    for (const token of names) {
      for (const [place, sureness] of placesOf.get(token) ?? []) {
        best[place] = Math.max(best[place] ?? 0, OTHERWISE * sureness);
      }
    }
    let held = 0;
    let got = 0;
    let inOrder = 0;
    let before = -1;
    for (let place = 0; place < meanings.length; place += 1) {
      const sureness = best[place] ?? 0;
      const position = at[place] ?? -1;
      if (sureness === 0) continue;
      if (!meanings[place]?.isOptional) held += 1;
      if (position > before) inOrder += 1;
      if (position >= 0) before = position;
      if (!(asks && place === 0 && position !== 0)) got += (weights[place] ?? 0) * sureness;
    }
    if (held < least) return null;
    return got / total + (ORDER * inOrder) / meanings.length - LETTER * offer.text.length;
  };
}

/** What each further question of one kind, and on the same names, counts less, so that others are seen beside it. */
const SAME_KIND = 0.025;
const SAME_NAMES = 0.01;
/** Of so many of the best the order is made; no list is longer. */
const MOST_MIXED = 300;

function mixed(found: Scored[]): Indexed[] {
  found.sort((a, b) => b.score - a.score);
  const seen = new Map<string, number>();
  const before = (key: string): number => {
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return count;
  };
  const weighed = found.slice(0, MOST_MIXED).map(({ indexed, score }) => {
    const { family, entities } = indexed.offer;
    return { indexed, score: score - SAME_KIND * before(family) - SAME_NAMES * before(`#${entities.join()}`) };
  });
  return weighed.sort((a, b) => b.score - a.score).map(({ indexed }) => indexed);
}
