import { setTimeout as wait } from 'node:timers/promises';
import { type Prepared, prepare } from '../prepare.ts';
import { cacheFolders, cacheKey, readCache, writeCache } from './cache.ts';
import type { EntryKind } from './entries.ts';
import { RecordFaults } from './faults.ts';
import { contentHash, readSeedFiles, type SeedFile } from './files.ts';
import { recordOf } from './kept-entries.ts';
import { pack, unpack } from './pack.ts';
import type { RecordData } from './schema.ts';

/** A record that holds. */
export type LoadedRecord = {
  record: RecordData;
  /** What opening it needs; kept with it. */
  prepared: Prepared;
  /** Names exactly these files: the first 12 hexadecimal digits of their hash. Changes with any byte of them. */
  version: string;
  /** How many entries of each kind. */
  counts: Record<EntryKind, number>;
  /** One line each, for the log: nothing that keeps the record from being used. */
  warnings: string[];
  /** True when the record had been checked before and was taken from the cache. */
  fromCache: boolean;
};

export type LoadOptions = {
  /** Folders for checked records, in order of preference; none: always check. Left out: {@link cacheFolders}. */
  cache?: readonly string[];
  /** How long to wait, in milliseconds, before looking whether a file that does not hold is still being written. */
  settle?: number;
};

/** How often a record that does not hold is looked at again, and how often a record that changes is read anew. */
const LOOKS = 3;
const SETTLE_MS = 50;

/**
 * Reads a record folder, checks it and gives its data. What was once checked is kept, so that reading the same bytes again
 * needs neither the YAML parser nor the schemas. When files change while they are read, they are read again; when they do
 * not hold, that may be because an editor is still writing them, so that they are looked at again a few times first.
 *
 * @throws RecordFaults with everything that is wrong; a record is never half-loaded.
 */
export async function loadRecord(folder: string, options: LoadOptions = {}): Promise<LoadedRecord> {
  const cache = options.cache ?? cacheFolders();
  const settle = options.settle ?? SETTLE_MS;
  for (let round = 1; ; round++) {
    const snapshot = takeSnapshot(folder);
    const result = snapshot.faults ?? (await fromCacheOrFiles(folder, snapshot, cache));
    const held = !(result instanceof RecordFaults);
    if (held && result.fromCache) return result;
    if (round <= LOOKS && (await changed(folder, snapshot.hash, held ? [0] : Array(LOOKS).fill(settle)))) continue;
    if (held) return result;
    throw result;
  }
}

type Snapshot = { hash: string; files: SeedFile[]; faults?: RecordFaults };

function takeSnapshot(folder: string): Snapshot {
  const files = orFaults(() => readSeedFiles(folder));
  if (files instanceof RecordFaults) return { hash: files.message, files: [], faults: files };
  return { hash: contentHash(files), files };
}

async function changed(folder: string, hash: string, waits: readonly number[]): Promise<boolean> {
  for (const milliseconds of waits) {
    await wait(milliseconds);
    if (takeSnapshot(folder).hash !== hash) return true;
  }
  return false;
}

async function fromCacheOrFiles(
  folder: string,
  { hash, files }: Snapshot,
  cache: readonly string[],
): Promise<LoadedRecord | RecordFaults> {
  const version = hash.slice(0, 12);
  const key = cacheKey(hash);
  const kept = readCache(cache, key);
  if (kept !== undefined) return loaded(unpack(kept) as Kept, version, true);
  // Only here, as the YAML parser and the schemas cost more than all the rest of a start.
  const { compileRecord } = await import('./compile.ts');
  const compiled = orFaults(() => compileRecord(folder, files));
  if (compiled instanceof RecordFaults) return compiled;
  const { record, warnings } = compiled;
  const made: Kept = { prepared: prepare(record), warnings };
  writeCache(cache, key, pack(made));
  return { ...loaded(made, version, false), record };
}

/** What is kept of a record that was checked, packed. */
export type Kept = Pick<LoadedRecord, 'prepared' | 'warnings'>;

function loaded({ prepared, warnings }: Kept, version: string, fromCache: boolean): LoadedRecord {
  const { entries } = prepared.index;
  return { record: recordOf(entries), prepared, version, counts: entries.counts, warnings, fromCache };
}

function orFaults<T>(read: () => T): T | RecordFaults {
  try {
    return read();
  } catch (error) {
    if (error instanceof RecordFaults) return error;
    throw error;
  }
}
