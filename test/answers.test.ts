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
const second = await loadRecord(join(import.meta.dirname, 'records', 'second'));

/** A little under what was reached when last measured: more may be right, less is a step back. */
type Floor = { right: number; invented: number };

const AS_WRITTEN: Readonly<Record<string, Floor>> = {
  'arms.jsonl': { right: 119, invented: 0 },
  'dialogues.jsonl': { right: 124, invented: 1 },
  'events.jsonl': { right: 87, invented: 0 },
  'refusals.jsonl': { right: 152, invented: 16 },
  'seeds.jsonl': { right: 56, invented: 0 },
  'visits.jsonl': { right: 141, invented: 1 },
};
const SECOND: Floor = { right: 141, invented: 3 };
const ONE_TYPO: Floor = { right: 662, invented: 17 };
const TWO_TYPOS: Floor = { right: 598, invented: 17 };

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

  it('another record, as written', { timeout: LONG }, () => {
    const folder = join(QUESTIONS, 'second');
    const turns = readTurns(questionFiles(folder).map((file) => join(folder, file)));
    expectAtLeast(scoreOf(openDesk(second.record), turns), SECOND);
  });

  it.each([
    [1, ONE_TYPO],
    [2, TWO_TYPOS],
  ] as const)('all of them, with typing errors: %i a question', { timeout: LONG }, (noise, floor) => {
    const turns = readTurns(Object.keys(AS_WRITTEN).map((file) => join(QUESTIONS, file)));
    expectAtLeast(scoreOf(openDesk(shipped.record), turns, noise), floor);
  });
});
