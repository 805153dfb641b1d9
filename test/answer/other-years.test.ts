import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../src/desk.ts';
import { loadRecord } from '../../src/record/load.ts';

const { record } = await loadRecord(join(import.meta.dirname, '..', 'records', 'fourth'));
const desk = openDesk(record);
const now = '2026-11-21';

describe('a day without a year', () => {
  it.each([
    ['did he sail from new york on the 14th or the 15th of february', 'visit-1957-02-united-states'],
    ['did eisenhower come on 8 december', 'visit-1959-12-eisenhower-tirazan'],
  ])('is looked for in the years that have it: %s', (question, visit) => {
    const answer = desk.ask(question, { now });
    expect(answer.status).toBe('answered');
    expect(answer.facts).toContain(visit);
  });

  it('is not on record where no year has it', () => {
    expect(desk.ask('did eisenhower come on 9 august', { now }).status).toBe('not-on-record');
  });
});
