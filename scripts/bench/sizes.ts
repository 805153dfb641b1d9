import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from '../../src/prepare.ts';
import { cacheKey, writeCache } from '../../src/record/cache.ts';
import { contentHash, readSeedFiles } from '../../src/record/files.ts';
import type { Kept } from '../../src/record/load.ts';
import { pack } from '../../src/record/pack.ts';
import type { RecordData } from '../../src/record/schema.ts';

/**
 * Writes a record into a folder, and keeps its compiled form in a cache as if it had been checked: a grown record holds
 * by how it is made (a test compiles one), and the YAML parser would need minutes for a hundredfold one.
 */
export function writeCompiled(record: RecordData, folder: string, cache: string): void {
  mkdirSync(folder, { recursive: true });
  const { meta, visits, events, entities, sources, ...arms } = record;
  const files = { record: meta, visits, events, entities, sources, arms };
  // JSON is YAML.
  for (const [name, part] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), JSON.stringify(part));
  const key = cacheKey(contentHash(readSeedFiles(folder)));
  const kept: Kept = { prepared: prepare(record), warnings: [] };
  if (writeCache([cache], key, pack(kept)) === undefined) {
    throw new Error(`the compiled record could not be kept in ${cache}`);
  }
}

export function sizeOf({ visits, events, figures, deliveries, rankings, measures, entities }: RecordData) {
  return {
    facts: [visits, events, figures, deliveries, rankings, measures].reduce((sum, { length }) => sum + length, 0),
    names: entities.reduce(
      (sum, { aliases = [], ambiguous_aliases = [] }) => sum + 1 + aliases.length + ambiguous_aliases.length,
      0,
    ),
  };
}
