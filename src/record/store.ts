import { normsOf } from '../text.ts';
import { memo } from './collections.ts';
import { type Doc, openDocs } from './doc.ts';
import type { EntryKind } from './entries.ts';
import type { FactKind } from './facts.ts';
import { containersOf, HOWS, indexRecord, nameFinder, nameStemsOf, type RecordIndex, WITHIN } from './index-record.ts';
import {
  ENTRIES_OF,
  type KeptEntries,
  placesOf,
  readEntity,
  readEntries,
  readSource,
  recordOf,
} from './kept-entries.ts';
import { listAt } from './lists.ts';
import type { Entity, RecordData, Source } from './schema.ts';

export type { Doc, IndexedStatement } from './doc.ts';

/** Values by key, that may be made only when asked for. */
type Lookup<V> = { get: (key: string) => V | undefined; has: (key: string) => boolean };

/** The record, indexed. Built once; nothing in it changes afterwards. */
export type Store = {
  /** The record; its lists are read when they are first asked for, so that of a large one they had better not be. */
  record: RecordData;
  index: RecordIndex;
  docs: Doc[];
  /** The documents that are facts, entities left out; they come first among all documents. */
  facts: Doc[];
  /** Those of one kind, in the order of the record. */
  ofKind: (kind: FactKind) => Doc[];
  /** For each of the sorts of `index.sorts` the first fact of that sort. */
  exemplars: Doc[];
  /** What the entries of one kind say, read one after the other and not kept. */
  read: <Kind extends EntryKind>(kind: Kind) => Iterable<RecordData[Kind][number]>;
  byId: Lookup<Doc>;
  /** Each read when it is first asked for. */
  entities: Lookup<Entity>;
  sources: Lookup<Source>;
  /** The places in `index.stems` of stems that statements or names use, and in `index.named` of ids. */
  stemNumber: (stem: string) => number | undefined;
  namedNumber: (id: string) => number | undefined;
  /** For each stem the documents whose statements use it. */
  byStem: Lookup<number[]>;
  /** For each entity the documents that name it in a field, hold it by containment, or mention it in a text. */
  byEntity: Lookup<number[]>;
  /** The facts of one kind that name an entity in a field, hold it by containment, or mention it, in the order of the record. */
  naming: (id: string, kind: FactKind) => Doc[];
  /** Those of one kind whose statements use one of the stems, in the order of the record. */
  saying: (stems: Iterable<string>, kind: FactKind) => Doc[];
  /** How rare a stem is: 0 (in every fact) to 1 (in one). */
  rarity: (stem: string) => number;
  /** The entities that contain an entity, nearest first, itself left out. */
  containers: (id: string) => string[];
  /** The entities that it contains, at any depth. */
  contents: (id: string) => string[];
  nameOf: (id: string) => string;
  /** The words of the facts' statements, folded, and how often each occurs. */
  vocabulary: ReadonlyMap<string, number>;
  /** The folded words of a name; known already for those of the entities. */
  wordsOfName: (name: string) => readonly string[];
  /** Stems of an entity's name and one-word aliases. */
  nameStems: (id: string) => readonly string[];
  /** The state or body that a place stands for in news language ("Sudport" for Southland), from what its gloss says. */
  standsFor: (id: string) => string | null;
};

/** Builds the store over a checked record; `index` is what its texts yield, where that was worked out before. */
export function buildStore(record: RecordData, index: RecordIndex = indexRecord(record)): Store {
  const { entries } = index;
  const kept = recordOf(entries);
  const byId = numbersOf(entries.ids);
  const entities = openEntities(entries, byId);
  const containers = memo((id: string) => containersOf(id, entities));
  const wordsOfName = memo((name: string): readonly string[] => normsOf(name));
  const nameOf = nameFinder(entities);
  const standing = new Map(index.standing);
  const [firstSource] = placesOf(entries, 'sources');
  const named = numbersOf(index.named);
  const stems = numbersOf(index.stems);
  const namedNumber = (id: string) => named.get(id);
  const stemNumber = (stem: string) => stems.get(stem);
  const docs = openDocs({ index, nameOf, namedNumber, stemNumber }, firstSource);
  const facts = docs.slice(0, index.sorts.length);
  const usesOf = (stem: string): number => {
    const number = stems.get(stem);
    return number === undefined ? 0 : listAt(index.stemFacts, number).length;
  };
  const most = Math.log(docs.length + 1);
  return {
    record: kept,
    index,
    docs,
    facts,
    ofKind: (kind) => docs.slice(...placesOf(entries, ENTRIES_OF[kind])),
    exemplars: exemplarsOf(facts, index.sorts),
    read: (kind) => readEntries(entries, kind),
    byId: { get: (id) => docs[byId.get(id) ?? -1], has: (id) => byId.has(id) },
    entities,
    sources: {
      get: (id) => {
        const at = (byId.get(id) ?? -1) - firstSource;
        return at < 0 ? undefined : readSource(entries, at);
      },
      has: (id) => (byId.get(id) ?? -1) >= firstSource,
    },
    stemNumber,
    namedNumber,
    byStem: {
      get: (stem) =>
        usesOf(stem) === 0 ? undefined : Array.from(listAt(index.stemFacts, stems.get(stem) ?? -1), (at) => at >>> 1),
      has: (stem) => usesOf(stem) > 0,
    },
    byEntity: {
      get: (id) => (named.has(id) ? Array.from(listAt(index.naming, named.get(id) ?? -1)) : undefined),
      has: (id) => named.has(id),
    },
    naming: (id, kind) =>
      Array.from(listAt(index.naming, named.get(id) ?? -1)).flatMap((at) => {
        const doc = docs[at];
        return doc?.kind === kind ? [doc] : [];
      }),
    saying: (wanted, kind) => {
      const found = new Set<number>();
      for (const stem of wanted)
        for (const place of listAt(index.stemFacts, stems.get(stem) ?? -1))
          if (docs[place >>> 1]?.kind === kind) found.add(place >>> 1);
      return [...found].sort((a, b) => a - b).flatMap((at) => docs[at] ?? []);
    },
    rarity: (stem) => 1 - Math.log(usesOf(stem) + 1) / most,
    containers,
    contents: memo((id: string) => contentsOf(named.get(id) ?? -1, index)),
    nameOf,
    vocabulary: new Map(index.vocabulary.words.map((word, at) => [word, index.vocabulary.counts[at] ?? 0])),
    wordsOfName,
    nameStems: memo((id: string) => nameStemsOf(entities.get(id), wordsOfName)),
    standsFor: (id) => standing.get(id) ?? null,
  };
}

function openEntities(entries: KeptEntries, byId: ReadonlyMap<string, number>): Lookup<Entity> {
  const [first, end] = placesOf(entries, 'entities');
  const read = new Map<number, Entity>();
  const placeOf = (id: string) => {
    const place = byId.get(id) ?? -1;
    return place >= first && place < end ? place : -1;
  };
  return {
    get: (id) => {
      const place = placeOf(id);
      if (place < 0) return undefined;
      const entity = read.get(place) ?? readEntity(entries, place);
      read.set(place, entity);
      return entity;
    },
    has: (id) => placeOf(id) >= 0,
  };
}

// What an entity lies in is among what is kept of it as of a fact, so that none is read.
function contentsOf(number: number, { naming, relations, entries }: RecordIndex): string[] {
  const [first, end] = placesOf(entries, 'entities');
  return Array.from(listAt(naming, number)).flatMap((place) =>
    place >= first && place < end && listAt(relations, place).includes(number * HOWS + WITHIN)
      ? [entries.ids[place] ?? '']
      : [],
  );
}

function numbersOf(texts: readonly string[]): Map<string, number> {
  return new Map(texts.map((text, at) => [text, at]));
}

function exemplarsOf(facts: readonly Doc[], sorts: Uint16Array): Doc[] {
  const exemplars: Doc[] = [];
  for (const fact of facts) exemplars[sorts[fact.index] ?? 0] ??= fact;
  return exemplars;
}
