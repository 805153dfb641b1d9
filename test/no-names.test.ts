import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isEveryday } from '../src/question/everyday.ts';
import { loadRecord } from '../src/record/load.ts';
import type { Entity } from '../src/record/schema.ts';

const ROOT = join(import.meta.dirname, '..');
const RECORDS = ['seeds', 'test/records/second'].map((folder) => join(ROOT, folder));
/** The other kinds are terms of the field: "president", "helicopters", "arms embargo". */
const NAMED: readonly Entity['kind'][] = ['person', 'region', 'country', 'city', 'organisation', 'occasion', 'weapon'];
const SHORTEST = 4;

/** Names that stand for something else where they stand. */
const ALLOWED: readonly { file: string; names: readonly string[]; why: string }[] = [
  { file: 'src/discord/payloads.ts', names: ['Thai'], why: "a script, in Discord's own pattern for names of commands" },
  {
    file: 'src/question/scripts.ts',
    names: ['South-East Asia', 'East Asia', 'Asia'],
    why: 'where scripts without spaces are used',
  },
  { file: 'src/question/periods/names.ts', names: ['Britain', 'Asia'], why: 'who begins a fiscal year in April' },
  { file: 'src/text.ts', names: ['Burmese', 'American', 'British', 'american'], why: 'languages and their spelling' },
];
/** Words of English, whatever the record calls by them. */
const TERMS = new Set(['putsch', 'covid', 'coronavirus', 'kerosene']);
const records = await Promise.all(RECORDS.map(async (folder) => (await loadRecord(folder)).record));
const files = ['src', 'commands'].flatMap((folder) => filesOf(folder));

describe('the program', () => {
  it('names nobody and nothing of a record', () => {
    const names = namesOf(records.flatMap(({ entities }) => entities));
    expect(names.length).toBeGreaterThan(2000);
    expect(found(names)).toEqual([]);
  });

  it('names nobody of a record in lower case either, as questions are read', () => {
    const names = namesOf(records.flatMap(({ entities }) => entities)).map((name) => name.toLowerCase());
    expect(found(names.filter((name) => !isEnglish(name)))).toEqual([]);
  });

  it('knows no fact, entity or source of a record by its id', () => {
    const ids = records.flatMap(({ meta: _, ...entries }) =>
      Object.values(entries).flatMap((list) => list.map(({ id }) => id)),
    );
    // One word alone may be any word.
    expect(found(ids.filter((id) => id.includes('-') && !isEnglish(id)))).toEqual([]);
  });

  it('would be found out', () => {
    const name = records[0]?.entities.find(({ kind }) => kind === 'country')?.name ?? '';
    expect(isWholeIn(`// as in ${name}.`, name)).toBe(true);
    expect(isWholeIn(`// as in ${name}s.`, name)).toBe(false);
  });
});

function namesOf(entities: readonly Entity[]): string[] {
  const names = entities
    .filter(({ kind }) => NAMED.includes(kind))
    .flatMap(({ name, aliases = [], ambiguous_aliases = [] }) => [name, ...aliases, ...ambiguous_aliases])
    .filter((name) => name.length >= SHORTEST && /\p{Lu}|[^\p{Script=Latin}\P{L}]/u.test(name));
  return [...new Set(names)];
}

function isEnglish(name: string): boolean {
  return name.split(/[^\p{L}\p{N}]+/u).every((word) => word.length < SHORTEST || isEveryday(word) || TERMS.has(word));
}

/** Where names stand, as `file:line name`. */
function found(names: readonly string[]): string[] {
  return files.flatMap(({ file, text }) => {
    const allowed = ALLOWED.find((entry) => entry.file === file)?.names ?? [];
    const near = names.filter((name) => text.includes(name) && !allowed.includes(name));
    return text
      .split('\n')
      .flatMap((line, at) => near.filter((name) => isWholeIn(line, name)).map((name) => `${file}:${at + 1} ${name}`));
  });
}

function isWholeIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/[\p{L}\p{N}_]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}_]/u.test(text.slice(at + name.length)))
      return true;
  }
  return false;
}

function filesOf(folder: string): { file: string; text: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      file: join(folder, name).split(sep).join('/'),
      text: readFileSync(join(ROOT, folder, name), 'utf8'),
    }));
}
