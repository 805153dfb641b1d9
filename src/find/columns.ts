import { LRUCache } from 'lru-cache';
import type { Query, WordUnit } from '../question/query.ts';
import type { Doc, Store } from '../record/store.ts';

/** For each document (by index) how well it has a word, 0 to 1. */
export type Column = Float32Array;

// Remarks on dates, kinds and counts mention much in passing ("the day of return is not given").
const ASIDES: ReadonlySet<string> = new Set(['note', 'date', 'kind', 'disputed', 'counted']);

/** Of all words asked lately the columns are kept, as far as they take no more than so many bytes: people ask in few words. */
const MOST_BYTES = 4_000_000;
/** What keeping a column takes beside it. */
const KEPT_BYTES = 200;

const kept = new WeakMap<Store, LRUCache<string, Column>>();

/** The words of a question against all documents of a record, a column for each word. */
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

function columnOf(word: WordUnit, store: Store): Column {
  const column = new Float32Array(store.docs.length);
  for (const [stem, fit] of word.stems) {
    for (const index of store.byStem.get(stem) ?? []) {
      const doc = store.docs[index];
      const places = doc?.stemPlaces.get(stem);
      if (!doc || !places || doc.fact.kind === 'entity') continue;
      const own = places.some((at) => !ASIDES.has(doc.statements[at]?.part ?? 'note'));
      raise(column, index, fit * (own ? 1 : fit === 1 ? 0.75 : 0.5));
    }
    for (const index of store.byNameStem.get(stem) ?? []) raise(column, index, fit === 1 ? 0.8 : 0.5);
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
