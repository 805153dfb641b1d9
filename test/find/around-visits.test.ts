import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../src/desk.ts';
import { loadRecord } from '../../src/record/load.ts';

const { record } = await loadRecord(join(import.meta.dirname, '..', 'records', 'fifth'));
const desk = openDesk(record);
const journeys = record.visits
  .filter(({ visitor }) => visitor === record.meta.subject)
  .sort((a, b) => a.arrived.localeCompare(b.arrived));
const toBonn = journeys.findIndex(({ places }) => places?.some(({ city }) => city === 'bonn'));

describe('one journey beside a place', () => {
  it.each([
    ['which trip came right before bonn', toBonn - 1],
    ['first trip after bonn', toBonn + 1],
    ['what was the journey after bonn in 1996', toBonn + 1],
  ])('is the one next to that there: %s', (question, at) => {
    const answer = desk.ask(question, { now: '2026-11-21' });
    expect(answer.status).toBe('answered');
    expect(answer.facts[0]).toBe(journeys[at]?.id);
  });

  it('is none where the record has no journey there', () => {
    expect(desk.ask('first trip after reykjavik', { now: '2026-11-21' }).status).not.toBe('answered');
  });
});
