import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileRecord } from '../../src/record/compile.ts';
import { ENTRY_KINDS } from '../../src/record/entries.ts';
import { readSeedFiles } from '../../src/record/files.ts';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');
const DOSSIER = join(import.meta.dirname, '..', '..', '..', 'shared', 'dossier');

describe('the shipped record', () => {
  const { record, warnings } = compileRecord(SEEDS, readSeedFiles(SEEDS));

  it('holds', () => {
    expect(warnings).toEqual([]);
    for (const kind of ENTRY_KINDS) expect(record[kind].length, kind).toBeGreaterThan(0);
  });

  it('says whom and what it is about', () => {
    expect(record.meta).toMatchObject({
      subject: 'min-aung-hlaing',
      home: 'myanmar',
      kept_up_to: '2026-05-31',
      since: 'event-2021-02-01-coup',
    });
  });

  it('keeps each visit in the file of the year in which it began, and each source in the year of its publication', () => {
    for (const { path, bytes } of readSeedFiles(SEEDS)) {
      const [folder, year] = path.replace('.yaml', '').split('/');
      if (folder !== 'visits' && folder !== 'sources') continue;
      const field = folder === 'visits' ? 'arrived' : 'published';
      for (const entry of parse(new TextDecoder().decode(bytes)) as Record<string, string | null>[]) {
        expect(entry[field]?.slice(0, 4) ?? 'undated', String(entry.id)).toBe(year);
      }
    }
  });

  it.skipIf(!existsSync(DOSSIER))('says exactly what the dossier says that it was split from', () => {
    type Entries = { id: string; seed?: string }[];
    const read = (name: string) => parse(readFileSync(join(DOSSIER, `${name}.yaml`), 'utf8')) as Entries;
    const arms = parse(readFileSync(join(DOSSIER, 'arms.yaml'), 'utf8')) as Record<string, Entries>;
    for (const kind of ENTRY_KINDS) {
      const before = arms[kind] ?? read(kind);
      const after = new Map<string, unknown>(record[kind].map((entry) => [entry.id, entry]));
      // Capitals that stand for their governments were added.
      if (kind === 'entities') expect(after.size).toBeGreaterThanOrEqual(before.length);
      else expect(after.size, kind).toBe(before.length);
      // `seed` named files of the dossier's making.
      for (const { seed: _, ...entry } of before) expect(after.get(entry.id), entry.id).toEqual(entry);
    }
  });
});
