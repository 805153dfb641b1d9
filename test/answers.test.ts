import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTurns } from '../scripts/eval/questions.ts';
import { openDesk } from '../src/desk.ts';
import { loadRecord } from '../src/record/load.ts';
import { type Score, scoreOf } from './eval/scores.ts';

const QUESTIONS = join(import.meta.dirname, 'questions');
const LONG = 180_000;

const shipped = await loadRecord(join(import.meta.dirname, '..', 'seeds'));

/** A little under what was reached when last measured: more may be right, less is a step back. */
type Floor = { right: number; invented: number };

const AS_WRITTEN: Readonly<Record<string, Floor>> = {
  'arms.jsonl': { right: 125, invented: 0 },
  'dialogues.jsonl': { right: 138, invented: 0 },
  'events.jsonl': { right: 93, invented: 0 },
  'mixed.jsonl': { right: 231, invented: 2 },
  'near-misses.jsonl': { right: 253, invented: 19 },
  'refusals.jsonl': { right: 156, invented: 12 },
  'seeds.jsonl': { right: 58, invented: 0 },
  'visits.jsonl': { right: 144, invented: 0 },
};
/** Other records, by their folders: invented ones, about other people, states and arms. */
const OTHER_RECORDS: Readonly<Record<string, Floor>> = {
  second: { right: 145, invented: 2 },
  third: { right: 134, invented: 2 },
  fourth: { right: 139, invented: 2 },
  fifth: { right: 113, invented: 2 },
};
const ONE_TYPO: Floor = { right: 1165, invented: 34 };
const TWO_TYPOS: Floor = { right: 1055, invented: 33 };

function questionFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
}

function expectAtLeast(score: Score, floor: Floor): void {
  expect(score.right, score.table).toBeGreaterThanOrEqual(floor.right);
  expect(score.invented, score.table).toBeLessThanOrEqual(floor.invented);
}

describe('the answers to the questions of this project', () => {
  it('are held to a floor, file by file', () => {
    expect(questionFiles(QUESTIONS)).toEqual(Object.keys(AS_WRITTEN));
  });

  it.each(Object.entries(AS_WRITTEN))('%s, as written', { timeout: LONG }, (file, floor) => {
    expectAtLeast(scoreOf(openDesk(shipped.record), readTurns([join(QUESTIONS, file)])), floor);
  });

  it.each(Object.entries(OTHER_RECORDS))('another record, as written: %s', { timeout: LONG }, async (name, floor) => {
    const { record } = await loadRecord(join(import.meta.dirname, 'records', name));
    const folder = join(QUESTIONS, name);
    const turns = readTurns(questionFiles(folder).map((file) => join(folder, file)));
    expectAtLeast(scoreOf(openDesk(record), turns), floor);
  });

  it.each([
    [1, ONE_TYPO],
    [2, TWO_TYPOS],
  ] as const)('all of them, with typing errors: %i a question', { timeout: LONG }, (noise, floor) => {
    const turns = readTurns(Object.keys(AS_WRITTEN).map((file) => join(QUESTIONS, file)));
    expectAtLeast(scoreOf(openDesk(shipped.record), turns, noise), floor);
  });
});
