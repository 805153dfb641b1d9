import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../src/desk.ts';
import type { RecordData } from '../../src/record/schema.ts';
import { readTurns } from '../eval/questions.ts';

/** A question as the bench asks it: alone, with the facts of which one should come first, where it is known. */
export type BenchQuestion = { q: string; now: string; kind: string; wanted: string[] };

const DAY = '2026-11-21';

/** The questions of the files that stand alone; of no file, the example questions of the record. */
export function benchQuestions(files: readonly string[], record: RecordData): BenchQuestion[] {
  const turns = readTurns(files).filter(({ conversation }) => conversation === undefined);
  if (turns.length === 0) {
    const { questions } = openDesk(record).about();
    return questions.map((q) => ({ q, now: DAY, kind: 'examples', wanted: [] }));
  }
  return turns.map(({ q, now, category, expect }) => {
    const answerable = [expect.status ?? 'answered'].flat().includes('answered');
    const { first, facts_all: all = [], facts_any: any = [] } = expect;
    const wanted = first === undefined ? [...all, ...any] : [first];
    return { q, now, kind: category, wanted: answerable ? wanted : [] };
  });
}

const TESTS = 'test/questions';

/** The files named, or those that the tests use. */
export function questionFiles(named: readonly string[]): string[] {
  if (named.length > 0 || !existsSync(TESTS)) return [...named];
  const files = readdirSync(TESTS).filter((name) => name.endsWith('.jsonl'));
  return files.sort().map((name) => join(TESTS, name));
}
