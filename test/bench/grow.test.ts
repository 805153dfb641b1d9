import { describe, expect, it } from 'vitest';
import { growRecord } from '../../scripts/bench/grow.ts';
import { compileRecord } from '../../src/record/compile.ts';
import { loadRecord } from '../../src/record/load.ts';
import type { RecordData } from '../../src/record/schema.ts';
import { SMALL, seedFiles } from '../record/small-record.ts';

/** The record as files: JSON is YAML. */
function filesOf({ meta, visits, events, entities, sources, ...arms }: RecordData): Record<string, string> {
  const parts = { record: meta, visits, events, entities, sources, arms };
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [`${name}.yaml`, JSON.stringify(part)]));
}

const small = compileRecord('seeds', seedFiles(SMALL)).record;

describe('a grown record', () => {
  it('holds, and is as many times as large', () => {
    const grown = growRecord(small, 5, { aliases: true });
    expect(compileRecord('grown', seedFiles(filesOf(grown))).record).toEqual(grown);
    expect(grown.visits).toHaveLength(10);
    expect(grown.sources).toHaveLength(10);
    expect(grown.entities.length).toBeGreaterThan(4 * small.entities.length);
    expect(grown.visits.slice(0, 2)).toEqual(small.visits);
  });

  it('has other names, in its texts too, and earlier dates, each as it stood in the record', () => {
    const [, second] = growRecord({ ...small, visits: small.visits.slice(0, 1) }, 2).visits;
    expect(second?.arrived).toBe('2019-06-20');
    expect(JSON.stringify(second)).not.toMatch(/Southland|Norland|"bo-lund"/);
    const events = small.events.map((event) => ({ ...event, text: 'Ada Orr of Norland, 2020.' }));
    const told = growRecord({ ...small, events }, 2);
    const text = told.events[1]?.text ?? '';
    expect(text).toMatch(/^\p{Lu}\p{Ll}{2} \p{Lu}\p{Ll}{2} of \p{Lu}\p{Ll}{6}, 2018\.$/u);
    const name = told.entities.find(({ id }) => id === 'ada-orr-n1')?.name ?? '';
    expect(text.startsWith(name)).toBe(true);
  });

  it('is the same each time', () => {
    expect(growRecord(small, 3)).toEqual(growRecord(small, 3));
  });

  it('can be made of the shipped record', { timeout: 60_000 }, async () => {
    const { record } = await loadRecord('seeds');
    const grown = growRecord(record, 2, { aliases: true });
    const keys = grown.entities.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    expect(grown.entities.length).toBeGreaterThan(1.8 * record.entities.length);
    expect(keys.length).toBeGreaterThan(1.8 * record.entities.flatMap(({ aliases = [] }) => ['', ...aliases]).length);
    expect(compileRecord('grown', seedFiles(filesOf(grown))).record.visits).toHaveLength(2 * record.visits.length);
  });
});
