import type { Query } from '../question/query.ts';
import type { Store } from '../record/store.ts';

/** How the words of a question are found in the record, worked out word by word so that facts without them cost nothing. */
export type Columns = {
  /** For each word of the question and each document (by index) how well the document has it, 0 to 1. */
  worth: Float64Array[];
  /** For each document that has any of them the weight of the words in each of its statements. */
  said: Map<number, Float64Array>;
};

// Remarks on dates, kinds and counts mention much in passing ("the day of return is not given").
const ASIDES: ReadonlySet<string> = new Set(['note', 'date', 'kind', 'disputed', 'counted', 'role']);

const known = new WeakMap<Query, { store: Store; columns: Columns }>();

/** The words of a question against all documents of a record; worked out once for a question. */
export function columnsOf(query: Query, store: Store): Columns {
  const before = known.get(query);
  if (before?.store === store) return before.columns;
  const columns = makeColumns(query, store);
  known.set(query, { store, columns });
  return columns;
}

function makeColumns(query: Query, store: Store): Columns {
  const said = new Map<number, Float64Array>();
  const worth = query.words.map((word) => {
    const column = new Float64Array(store.docs.length);
    for (const [stem, fit] of word.stems) {
      for (const index of store.byStem.get(stem) ?? []) {
        const doc = store.docs[index];
        const places = doc?.stemPlaces.get(stem);
        if (!doc || !places || doc.fact.kind === 'entity') continue;
        const weights = said.get(index) ?? new Float64Array(doc.statements.length);
        said.set(index, weights);
        let own = false;
        for (const at of places) {
          if (!ASIDES.has(doc.statements[at]?.part ?? 'note')) own = true;
          weights[at] = (weights[at] ?? 0) + word.weight * fit;
        }
        raise(column, index, fit * (own ? 1 : fit === 1 ? 0.75 : 0.5));
      }
      for (const index of store.byNameStem.get(stem) ?? []) raise(column, index, fit === 1 ? 0.8 : 0.5);
    }
    return column;
  });
  return { worth, said };
}

function raise(column: Float64Array, index: number, value: number): void {
  if (value > (column[index] ?? 0)) column[index] = value;
}
