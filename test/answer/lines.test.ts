import { describe, expect, it } from 'vitest';
import { factLine, statesByVote, visitCount } from '../../src/answer/lines.ts';
import {
  deliveryOf,
  docOf,
  eventOf,
  type Facts,
  figureOf,
  measureOf,
  rankingOf,
  storeOf,
  visitOf,
} from '../tiny-record.ts';

const text = (facts: Facts, id: string) => {
  const store = storeOf(facts);
  return factLine(docOf(store, id), store).text;
};
const delivery = (parts: Partial<Parameters<typeof deliveryOf>[0]>) =>
  text({ deliveries: [deliveryOf({ id: 'fact', ...parts })] }, 'fact');
const figure = (parts: Partial<Parameters<typeof figureOf>[0]>) =>
  text({ figures: [figureOf({ id: 'fact', value: 12_000_000, ...parts })] }, 'fact');

describe('a fact in one sentence', () => {
  it('a visit', () => {
    const visit = (parts: Partial<Parameters<typeof visitOf>[0]>) =>
      text({ visits: [visitOf({ id: 'fact', arrived: '2022-07', ...parts })] }, 'fact');
    expect(visit({})).toBe('Ada Orr was in Torvia on an official visit in July 2022, as president.');
    expect(visit({ kind: 'unknown' })).toBe('Ada Orr was in Torvia in July 2022, as president.');
    expect(visit({ arrived: '2022-07-10', departed: '2022-07-12', kind: 'private' })).toBe(
      'Ada Orr was in Torvia on a private visit from 10 to 12 July 2022, as president.',
    );
  });

  it('an event', () => {
    const event = (date: Parameters<typeof eventOf>[0]['date']) =>
      text({ events: [eventOf({ id: 'fact', date, text: 'The ferry sank.' })] }, 'fact');
    expect(event('2022-03-04')).toBe('4 March 2022: The ferry sank.');
    expect(event({ from: '2022-03', to: '2022-04' })).toBe('March 2022 to April 2022: The ferry sank.');
  });

  it('a figure, with period, counter and the day of the count', () => {
    expect(figure({})).toBe(
      'Torvia, 2010 to 2019: 12 million US dollars, arms sold to Norland, counted by Count House (as of May 2020).',
    );
    expect(figure({ supplier: 'all', as_of: null })).toMatch(/^All suppliers, 2010 to 2019: 12 million US dollars/);
    expect(figure({ supplier: 'norland', recipient: 'torvia' })).toMatch(/^Norland to Torvia, /);
  });

  it('a delivery says no more than its status', () => {
    expect(delivery({})).toBe('Torvia delivered 6 Petrel-7 to Norland from 2018 to 2019 (ordered in 2015).');
    expect(delivery({ status: 'ordered', delivered: null })).toBe('Norland ordered 6 Petrel-7 from Torvia in 2015.');
    expect(delivery({ status: 'planned', delivered: null })).toMatch(/planned, not reported as delivered/);
    expect(delivery({ status: 'reported' })).toMatch(/^6 Petrel-7 from Torvia to Norland reported/);
    for (const status of ['ordered', 'planned', 'reported'] as const)
      expect(delivery({ status, delivered: null })).not.toMatch(/\bTorvia delivered\b/);
  });

  it('a delivery with its price and what was ordered beyond it', () => {
    expect(
      delivery({
        quantity_ordered: 16,
        ordered: null,
        value: { amount: 8_500_000, currency: 'USD', note: 'per aircraft' },
      }),
    ).toBe(
      'Torvia delivered 6 Petrel-7 to Norland from 2018 to 2019 (16 ordered); price 8.5 million US dollars (per aircraft).',
    );
    expect(delivery({ supplier: 'unknown' })).toMatch(/^An unnamed supplier delivered/);
  });

  it('a ranking', () => {
    expect(text({ rankings: [rankingOf({ id: 'fact' })] }, 'fact')).toBe(
      'Arms suppliers to Norland, 2010 to 2019: first Calmar, then Torvia and Delmora (counted by Count House).',
    );
  });

  it('a vote', () => {
    expect(text({ measures: [measureOf({ id: 'fact', votes: { for: 9, against: 1 } })] }, 'fact')).toBe(
      '18 June 2021, Grey League: Resolution 7 on arms to Norland (9 for and 1 against).',
    );
  });

  it('keeps the sources and the id of the fact', () => {
    const store = storeOf({ events: [eventOf({ id: 'fact', date: '2022', text: 'So.', sources: ['herald-1'] })] });
    expect(factLine(docOf(store, 'fact'), store)).toEqual({
      text: '2022: So.',
      facts: ['fact'],
      sources: ['herald-1'],
    });
  });
});

it('states are grouped by how they voted', () => {
  const measure = measureOf({ id: 'vote', votes: { notable: { torvia: 'for', calmar: 'against', delmora: 'for' } } });
  expect(statesByVote(measure, storeOf({}))).toEqual(['For: Torvia and Delmora.', 'Against: Calmar.']);
});

it('visits are counted in words', () => {
  expect([1, 2, 13].map(visitCount)).toEqual(['one visit', 'two visits', '13 visits']);
});
