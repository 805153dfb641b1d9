import { ENTRY_KINDS, type EntryKind } from './entries.ts';
import type { Fact, FactKind } from './facts.ts';
import type { Entity, RecordData, RecordMeta, Source } from './schema.ts';
import { type Texts, textsOf, valueAt, valuesOf } from './texts.ts';

/**
 * The entries of a checked record as they are kept, to be read one by one: of a large record a question needs a few. Facts
 * come first and then entities, numbered as in `factsOf`; sources come last.
 */
export type KeptEntries = { meta: RecordMeta; counts: Record<EntryKind, number>; ids: string[]; texts: Texts };

/** The kinds of fact, in the order in which their entries are kept, and what their entries are called. */
export const FACT_KINDS: readonly FactKind[] = ['visit', 'event', 'figure', 'delivery', 'ranking', 'measure', 'entity'];
export const ENTRIES_OF: Readonly<Record<FactKind, EntryKind>> = {
  visit: 'visits',
  event: 'events',
  figure: 'figures',
  delivery: 'deliveries',
  ranking: 'rankings',
  measure: 'measures',
  entity: 'entities',
};

/** Writes the entries of a record down. */
export function keepEntries(record: RecordData): KeptEntries {
  const entries = ENTRY_KINDS.flatMap((kind): { id: string }[] => record[kind]);
  const counts = Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, record[kind].length]));
  return {
    meta: record.meta,
    counts: counts as Record<EntryKind, number>,
    ids: entries.map(({ id }) => id),
    texts: textsOf(entries),
  };
}

/** The record that was kept; each of its lists is read when it is first asked for. */
export function recordOf(kept: KeptEntries): RecordData {
  const record = { meta: kept.meta };
  for (const kind of ENTRY_KINDS) {
    let list: unknown[] | undefined;
    const get = () => {
      list ??= valuesOf(kept.texts, ...placesOf(kept, kind));
      return list;
    };
    Object.defineProperty(record, kind, { enumerable: true, get });
  }
  return record as RecordData;
}

/** From which entry to before which those of a kind are. */
export function placesOf({ counts }: KeptEntries, wanted: EntryKind): [from: number, to: number] {
  let from = 0;
  for (const kind of ENTRY_KINDS) {
    if (kind === wanted) break;
    from += counts[kind];
  }
  return [from, from + counts[wanted]];
}

/** Reads the fact or entity of a number, of which the kind is known. Throws a RangeError when there is none. */
export function readFact(kept: KeptEntries, kind: FactKind, at: number): Fact {
  return { kind, id: kept.ids[at] ?? '', data: valueAt(kept.texts, at) } as Fact;
}

/** Reads an entity by its number among all entries. */
export function readEntity(kept: KeptEntries, at: number): Entity {
  return valueAt(kept.texts, at);
}

/** Reads a source by its place among the sources. */
export function readSource(kept: KeptEntries, at: number): Source {
  return valueAt(kept.texts, placesOf(kept, 'sources')[0] + at);
}

/** Reads the entries of a kind one after the other. */
export function* readEntries<Kind extends EntryKind>(
  kept: KeptEntries,
  kind: Kind,
): Generator<RecordData[Kind][number]> {
  const [from, to] = placesOf(kept, kind);
  for (let at = from; at < to; at += 1) yield valueAt(kept.texts, at);
}
