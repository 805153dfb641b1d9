import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as phrases from '../../src/answer/phrases.ts';
import { deliveryOf, figureOf, measureOf, storeOf, visitOf } from '../tiny-record.ts';

describe('pieces of sentences', () => {
  it('lists', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => phrases.listOf(items))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(phrases.listOf(['a', 'b'], 'or')).toBe('a or b');
  });

  it('numbers as words up to twelve', () => {
    expect([0, 1, 12, 13, 1234].map(phrases.countWord)).toEqual(['no', 'one', 'twelve', '13', '1,234']);
    expect([1, 3, 10, 11, 12, 13, 21, 22, 101, 111].map(phrases.ordinalWord)).toEqual([
      'first',
      'third',
      'tenth',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '101st',
      '111th',
    ]);
  });

  it('closes a sentence once', () => {
    expect(['Done', 'Done.', 'Done?', 'He said “done.”', ' Done '].map(phrases.sentence)).toEqual([
      'Done.',
      'Done.',
      'Done?',
      'He said “done.”',
      'Done.',
    ]);
  });
});

describe('times', () => {
  it.each([
    [phrases.onDate('2021-06-20'), 'on 20 June 2021'],
    [phrases.onDate('2021-06'), 'in June 2021'],
    [phrases.stretch('2025-03-03', '2025-03-09'), 'from 3 to 9 March 2025'],
    [phrases.stretch('2025-03-30', '2025-04-02'), 'from 30 March to 2 April 2025'],
    [phrases.stretch('2024-12-30', '2025-01-02'), 'from 30 December 2024 to 2 January 2025'],
    [phrases.stretch('2025-03-03', '2025-03-03'), 'on 3 March 2025'],
    [phrases.stretch('2025-03-03', null), 'from 3 March 2025'],
    [phrases.stretch('2025-03', null), 'in March 2025'],
    [phrases.stretch(null, '2025-03'), 'until March 2025'],
    [phrases.periodText('1999', '2021-06'), '1999 to June 2021'],
    [phrases.periodText(null, '2019'), 'up to 2019'],
    [phrases.periodText('2019', null), 'since 2019'],
    [phrases.periodText('2019', '2019'), '2019'],
    [phrases.periodText(null, null), ''],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });

  it('never has a day that the record does not give', () => {
    const month = fc.tuple(fc.integer({ min: 1950, max: 2050 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(month, ([year, number]) => {
        const date = `${year}-${String(number).padStart(2, '0')}`;
        for (const text of [
          phrases.onDate(date),
          phrases.stretch(date, null),
          phrases.visitTime(visitOf({ id: 'visit', arrived: date })),
        ]) {
          expect(text).toMatch(/^in [A-Z][a-z]+ \d{4}$/);
        }
      }),
    );
  });

  it('of a stop are its own days where it has some', () => {
    const visit = visitOf({
      id: 'visit',
      arrived: '2022-07-25',
      departed: '2022-07-29',
      places: [
        { city: 'osk', from: '2022-07-26', to: '2022-07-27', sources: ['post-1'] },
        { city: 'tarnby', from: '2022-07-27', sources: ['post-1'] },
      ],
    });
    expect(phrases.stopTime(visit, 'osk')).toBe('from 26 to 27 July 2022');
    expect(phrases.stopTime(visit, 'tarnby')).toBe('from 27 July 2022');
  });
});

describe('amounts', () => {
  it.each<[number, string, string]>([
    [1_500_000_000, 'USD', '1.5 billion US dollars'],
    [807_000_000, 'USD', '807 million US dollars'],
    [14_700_000, 'EUR', '14.7 million euros'],
    [4493.46, 'TIV-million', '4,493.46 million TIV'],
    [43.4, 'percent-share', '43.4 per cent'],
    [109_604, 'tonnes', '109,604 tonnes'],
    [2524, 'items', '2,524'],
  ])('%d %s', (value, unit, text) => {
    expect(phrases.amountText(value, unit)).toBe(text);
  });

  it('keep what the source says of them', () => {
    expect(phrases.figureAmount(figureOf({ id: 'figure', value: 700_000_000, value_note: 'nearly' }))).toBe(
      'nearly 700 million US dollars',
    );
    expect(phrases.figureAmount(figureOf({ id: 'figure', value: 700_000_000, value_note: 'by one account' }))).toBe(
      '700 million US dollars (by one account)',
    );
  });

  it('name who counted, or that nobody is named', () => {
    const store = storeOf({});
    expect(phrases.counterText(figureOf({ id: 'figure', value: 1 }), store)).toBe('counted by Count House');
    expect(phrases.counterText(figureOf({ id: 'figure', value: 1, counted_by: 'unstated' }), store)).toMatch(
      /does not say who counted/,
    );
  });
});

it('things delivered, with their number where it is known', () => {
  const items = (quantity: number | null, note?: string) =>
    phrases.deliveryItems(deliveryOf({ id: 'delivery', quantity, quantity_note: note }));
  expect([items(6), items(1644), items(null), items(null, 'some'), items(67, 'at least')]).toEqual([
    '6 Petrel-7',
    '1,644 Petrel-7',
    'Petrel-7',
    'Petrel-7 (some)',
    'Petrel-7: 67 at least',
  ]);
});

it('a tally has only the counts that are on record', () => {
  const tally = (votes: Parameters<typeof measureOf>[0]['votes']) => phrases.voteText(measureOf({ id: 'vote', votes }));
  expect(tally({ for: 119, against: 1, abstain: 36, not_voting: 37 })).toBe(
    '119 for, 1 against, 36 abstentions and 37 not voting',
  );
  expect(tally({ for: 12, against: 0, abstain: 1 })).toBe('12 for, 0 against and 1 abstention');
  expect(tally({ notable: { torvia: 'for' } })).toBe('');
  expect(tally(undefined)).toBe('');
});

it('where a visit went', () => {
  const store = storeOf({});
  const stop = (city: string) => ({ city, sources: ['post-1'] });
  expect(
    phrases.destination(visitOf({ id: 'visit', arrived: '2022', places: [stop('osk'), stop('tarnby')] }), store),
  ).toBe('Torvia (Osk and Tarnby)');
  expect(phrases.destination(visitOf({ id: 'visit', arrived: '2022' }), store)).toBe('Torvia');
});
