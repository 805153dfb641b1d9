import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTurns, type Turn } from '../../scripts/eval/questions.ts';
import { loadRecord } from '../../src/record/load.ts';
import { buildStore } from '../../src/record/store.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const STATUSES = ['answered', 'not-on-record', 'ambiguous', 'out-of-scope'];

describe.each([
  ['the shipped record', 'seeds', 'test/questions'],
  ['the second record', 'test/records/second', 'test/questions/second'],
])('the questions on %s', async (_, seeds, folder) => {
  const store = buildStore((await loadRecord(join(ROOT, seeds))).record);
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.jsonl'));
  const turns = readTurns(files.map((name) => join(ROOT, folder, name)));
  const each = (find: (turn: Turn) => unknown[]) =>
    turns.flatMap((turn) => find(turn).map((what) => `${turn.id}: ${what}`));

  it('have ids of their own', () => {
    const ids = turns.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('expect only facts that the record holds', () => {
    const expected = ({ expect: { facts_all, facts_any, facts_none, first } }: Turn) =>
      [facts_all, facts_any, facts_none, first].flat().filter((id) => id !== undefined);
    expect(each((turn) => expected(turn).filter((id) => !store.byId.has(id)))).toEqual([]);
  });

  it('expect a known status, and nothing of a refusal that only an answer has', () => {
    expect(each(({ expect: { status } }) => [status].flat().filter((name) => !STATUSES.includes(name ?? '')))).toEqual(
      [],
    );
    const refused = turns.filter(({ expect: { status } }) => ![status].flat().includes('answered'));
    expect(
      refused.filter(({ expect: { facts_all, facts_any, verdict, value } }) =>
        [facts_all, facts_any, verdict, value].some((key) => key !== undefined),
      ),
    ).toEqual([]);
  });

  it('hold patterns that compile', () => {
    for (const {
      expect: { text_all = [], text_none = [] },
    } of turns) {
      for (const pattern of [...text_all, ...text_none]) expect(() => new RegExp(pattern, 'iu')).not.toThrow();
    }
  });
});
