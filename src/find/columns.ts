import { LRUCache } from 'lru-cache';
import type { Query, WordUnit } from '../question/query.ts';
import { listAt } from '../record/lists.ts';
import type { Doc, Store } from '../record/store.ts';

/** For each fact (by index) a code, and for each code how well a fact has a word, 0 to 1; code 0 is 0. */
export type Column = { codes: Uint8Array; values: number[] };

/** How well a fact has the word of a column. */
export function valueIn(column: Column | undefined, fact: number): number {
  return column?.values[column.codes[fact] ?? 0] ?? 0;
}

/** Of all words asked lately the columns are kept, as far as they take no more than so many bytes: people ask in few words. */
const MOST_BYTES = 4_000_000;
/** What keeping a column takes beside it. */
const KEPT_BYTES = 200;

const kept = new WeakMap<Store, LRUCache<string, Column>>();

/** The words of a question against all facts of a record, a column for each word. */
export function columnsOf(query: Query, store: Store): Column[] {
  let known = kept.get(store);
  if (known === undefined) {
    known = new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: ({ codes }) => codes.byteLength + KEPT_BYTES });
    kept.set(store, known);
  }
  const columns = known;
  return query.words.map((word) => {
    // What a column holds follows from the stems alone.
    let key = '';
    for (const [stem, fit] of word.stems) key += `${stem} ${fit} `;
    const before = columns.get(key);
    if (before !== undefined) return before;
    const column = columnOf(word, store);
    columns.set(key, column);
    return column;
  });
}

function columnOf(word: WordUnit, { facts, index, stemNumber }: Store): Column {
  const column: Column = { codes: new Uint8Array(facts.length), values: [0] };
  for (const [stem, fit] of word.stems) {
    const number = stemNumber(stem);
    if (number === undefined) continue;
    const own = codeOf(fit, column);
    const aside = codeOf(fit * (fit === 1 ? 0.75 : 0.5), column);
    for (const place of listAt(index.stemFacts, number)) {
      // Entities come after the facts.
      if (place >>> 1 >= facts.length) break;
      raise(column, place >>> 1, (place & 1) === 1 ? own : aside);
    }
    const named = codeOf(fit === 1 ? 0.8 : 0.5, column);
    for (const fact of listAt(index.nameStemFacts, number)) raise(column, fact, named);
  }
  return column;
}

function codeOf(value: number, { values }: Column): number {
  const single = Math.fround(value);
  const known = values.indexOf(single);
  return known >= 0 ? known : values.push(single) - 1;
}

function raise({ codes, values }: Column, fact: number, code: number): void {
  if ((values[code] ?? 0) > (values[codes[fact] ?? 0] ?? 0)) codes[fact] = code;
}

/** The weight of a question's words in each statement of a fact. */
export function saidIn(doc: Doc, query: Query): number[] {
  const weights = doc.statements.map(() => 0);
  for (const word of query.words) {
    for (const [stem, fit] of word.stems) {
      for (const at of doc.stemPlaces.get(stem) ?? []) weights[at] = (weights[at] ?? 0) + word.weight * fit;
    }
  }
  return weights;
}

/** Gives for a fact the most that one of its statements has in `saidIn`, without reading the fact. */
export function mostSaid(query: Query, { index, stemNumber }: Store): (fact: number) => number {
  const { statements, statementStems } = index;
  const weights: number[] = [];
  const uses = new Map<number, number[]>();
  for (const word of query.words) {
    for (const [stem, fit] of word.stems) {
      const number = stemNumber(stem);
      if (number === undefined) continue;
      const places = uses.get(number) ?? [];
      places.push(weights.push(word.weight * fit) - 1);
      uses.set(number, places);
    }
  }
  // Most stems are told not to be asked for by their last eight bits.
  const asked = new Uint8Array(256);
  for (const number of uses.keys()) asked[number & 255] = 1;
  const { starts, items } = statementStems;
  // Used for one statement after the other.
  const found: number[] = [];
  return (fact) => {
    let most = 0;
    for (let statement = statements[fact] ?? 0; statement < (statements[fact + 1] ?? 0); statement += 1) {
      found.length = 0;
      for (let place = starts[statement] ?? 0; place < (starts[statement + 1] ?? 0); place += 1) {
        const stem = items[place] ?? 0;
        if (asked[stem & 255] === 1) found.push(...(uses.get(stem) ?? []));
      }
      // Summed up in the order of the question, so that equal statements are equal to the last bit.
      if (found.length > 1) found.sort((a, b) => a - b);
      let sum = 0;
      for (const at of found) sum += weights[at] ?? 0;
      if (sum > most) most = sum;
    }
    return most;
  };
}
