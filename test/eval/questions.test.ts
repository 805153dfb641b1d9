import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readTurns } from '../../scripts/eval/questions.ts';

const folder = mkdtempSync(join(tmpdir(), 'attache-questions-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('a question file', () => {
  it('gives a turn for each line, in order, file after file', () => {
    const first = fileOf('a.jsonl', '{"id":"a-1","q":"when"}\n\n{"id":"a-2","q":"where"}\n');
    const second = fileOf('b.jsonl', '{"id":"b-1","q":"who"}');
    expect(readTurns([first, second]).map(({ id }) => id)).toEqual(['a-1', 'a-2', 'b-1']);
  });

  it('fills in what a line leaves out', () => {
    const [turn] = readTurns([fileOf('bare.jsonl', '{"id":"x-1","q":"when"}')]);
    expect(turn).toEqual({ id: 'x-1', category: 'other', now: '2026-11-21', q: 'when', expect: {}, why: undefined });
  });

  it('keeps the day, the category and what is expected', () => {
    const line = { id: 'x-1', q: 'last year?', category: 'count', now: '2022-02-03', expect: { value: 2 }, why: 'two' };
    expect(readTurns([fileOf('full.jsonl', JSON.stringify(line))])).toEqual([{ ...line, conversation: undefined }]);
  });

  it('gives the turns of a dialogue one conversation, the same day and numbered ids', () => {
    const turns = [
      { q: 'when', expect: { status: 'ambiguous' } },
      { q: 'in may', expect: { facts_all: ['visit-1'] } },
    ];
    const read = readTurns([fileOf('talk.jsonl', JSON.stringify({ id: 'd-1', turns, now: '2022-02-03' }))]);
    expect(read).toMatchObject([
      { id: 'd-1/1', conversation: 'd-1', category: 'dialogue', now: '2022-02-03', ...turns[0] },
      { id: 'd-1/2', conversation: 'd-1', category: 'dialogue', now: '2022-02-03', ...turns[1] },
    ]);
  });

  it('says in which line it is broken', () => {
    const broken = fileOf('broken.jsonl', '{"id":"x-1","q":"when"}\n{"id":');
    expect(() => readTurns([broken])).toThrow(/broken\.jsonl:2: /);
  });
});
