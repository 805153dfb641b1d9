import { LRUCache } from 'lru-cache';
import type { Query, WordUnit } from '../question/query.ts';
import { listAt } from '../record/lists.ts';
import type { Doc, Store } from '../record/store.ts';

/** For each fact (by index) how well it has a word, 0 to 1. */
export type Column = Float32Array;

/** Of all words asked lately the columns are kept, as far as they take no more than so many bytes: people ask in few words. */
const MOST_BYTES = 4_000_000;
/** What keeping a column takes beside it. */
const KEPT_BYTES = 200;

const kept = new WeakMap<Store, LRUCache<string, Column>>();

/** The words of a question against all facts of a record, a column for each word. */
export function columnsOf(query: Query, store: Store): Column[] {
  let known = kept.get(store);
  if (known === undefined) {
    known = new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: ({ byteLength }) => byteLength + KEPT_BYTES });
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
  const column = new Float32Array(facts.length);
  for (const [stem, fit] of word.stems) {
    const number = stemNumber(stem);
    if (number === undefined) continue;
    const aside = fit * (fit === 1 ? 0.75 : 0.5);
    for (const place of listAt(index.stemFacts, number)) {
      // Entities come after the facts.
      if (place >>> 1 >= facts.length) break;
      raise(column, place >>> 1, (place & 1) === 1 ? fit : aside);
    }
    const named = fit === 1 ? 0.8 : 0.5;
    for (const fact of listAt(index.nameStemFacts, number)) raise(column, fact, named);
  }
  return column;
}

function raise(column: Column, index: number, value: number): void {
  if (value > (column[index] ?? 0)) column[index] = value;
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
  const asked = new Uint8Array(index.stems.length);
  for (const number of uses.keys()) asked[number] = 1;
  const { starts, items } = statementStems;
  return (fact) => {
    let most = 0;
    for (let statement = statements[fact] ?? 0; statement < (statements[fact + 1] ?? 0); statement += 1) {
      const found: number[] = [];
      for (let place = starts[statement] ?? 0; place < (starts[statement + 1] ?? 0); place += 1) {
        const stem = items[place] ?? 0;
        if (asked[stem] === 1) found.push(...(uses.get(stem) ?? []));
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
