import { describe, expect, it } from 'vitest';
import { resolveEventTimes } from '../../src/find/event-times.ts';
import { makeReader, readQuestion } from '../../src/question/read.ts';
import { eventOf, storeOf, TODAY } from '../tiny-record.ts';

const store = storeOf({
  events: [
    eventOf({
      id: 'coup',
      date: '2021-02-01',
      kind: 'coup',
      actors: ['ada-orr'],
      text: 'The fleet under Ada Orr seized power.',
    }),
    eventOf({ id: 'wreck', date: '2022-03-04', kind: 'accident', text: 'The ferry Sola sank off Noran.' }),
  ],
  entities: [{ id: 'fair', kind: 'occasion', name: 'Harbour Fair 2020', gloss: 'Fair of 3 to 5 May 2020.' }],
});
const reader = makeReader(store);
const ambient = new Set([store.record.meta.home, store.record.meta.subject]);

function bounds(question: string): string[] {
  const { query } = readQuestion(question, TODAY, reader);
  return resolveEventTimes(query, TODAY, store, ambient).periods.map(({ from, to }) => `${from ?? ''}/${to ?? ''}`);
}

describe('an event in place of a date', () => {
  it.each<[string, string[]]>([
    ['trips since the coup', ['2021-02-01/']],
    ['trips since she took power', ['2021-02-01/']],
    ['trips before the coup', ['/2021-01-31']],
    ['trips before the takeover', ['/2021-01-31']],
    ['where was she before she became president', ['/2021-01-31']],
    ['trips since the Harbour Fair 2020', ['2020-05-03/']],
    ['trips since the ferry Sola sank', ['2022-03-04/']],
  ])('%s', (question, expected) => {
    expect(bounds(question)).toEqual(expected);
  });

  it.each(['trips to Osk', 'trips after Osk', 'trips before the zorblatt', 'trips since she became king'])(
    '%s names none',
    (question) => {
      expect(bounds(question)).toEqual([]);
    },
  );

  it('stands beside a date', () => {
    expect(bounds('trips in 2022 since the coup').sort()).toEqual(['2021-02-01/', '2022-01-01/2022-12-31']);
  });

  it('is no longer looked for in facts', () => {
    const { query } = readQuestion('trips since the coup', TODAY, reader);
    const resolved = resolveEventTimes(query, TODAY, store, ambient);
    expect(resolved.words.map(({ norm }) => norm)).toEqual(['trips']);
    expect(resolved.periods[0]).toMatchObject({ event: 'coup', relation: 'since' });
  });
});
