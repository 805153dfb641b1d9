import { describe, expect, it } from 'vitest';
import { deliveryOf, docOf, eventOf, figureOf, measureOf, storeOf, visitOf } from '../tiny-record.ts';

describe('the store', () => {
  const store = storeOf({
    visits: [visitOf({ id: 'visit', arrived: '2022-07', places: [{ city: 'osk', sources: ['post-1'] }] })],
    events: [
      eventOf({
        id: 'event',
        date: '2021-02-01',
        text: 'Bo Lund spoke of Osk in March 2020 and of 1.5 billion dollars.',
      }),
    ],
    figures: [figureOf({ id: 'figure', value: 807_000_000 })],
    deliveries: [deliveryOf({ id: 'delivery', ordered: '2015', delivered: { from: '2018', to: '2019' } })],
    measures: [measureOf({ id: 'measure', date: null, votes: { for: 119 } })],
  });

  it('knows each fact by its id, and entities apart from facts', () => {
    expect(docOf(store, 'visit').fact.kind).toBe('visit');
    expect(docOf(store, 'ada-orr').fact.kind).toBe('entity');
    expect(store.facts.map(({ fact }) => fact.id).sort()).toEqual(['delivery', 'event', 'figure', 'measure', 'visit']);
  });

  it('tells what contains a place and what it contains, at any depth', () => {
    expect(store.containers('osk')).toEqual(['torvia', 'north-sea']);
    expect(store.contents('north-sea')).toEqual(expect.arrayContaining(['norland', 'torvia', 'osk', 'ada-orr']));
    expect(store.contents('osk')).toEqual([]);
  });

  it('does not run round a loop of containment', () => {
    const looped = storeOf({
      entities: [
        { id: 'here', kind: 'region', name: 'Here', part_of: 'there' },
        { id: 'there', kind: 'region', name: 'There', part_of: 'here' },
      ],
    });
    expect(looped.containers('here')).toEqual(['there']);
  });

  it('has a fact under what its fields name, what holds that, and what its texts mention', () => {
    expect([...docOf(store, 'visit').fields]).toEqual(
      expect.arrayContaining([
        ['osk', 'place'],
        ['torvia', 'country'],
      ]),
    );
    expect(docOf(store, 'visit').within.has('north-sea')).toBe(true);
    expect([...docOf(store, 'event').mentions]).toEqual(expect.arrayContaining(['bo-lund', 'osk']));
  });

  it('reads the numbers, years and months of texts', () => {
    const { numbers, years, months } = docOf(store, 'event');
    expect(numbers.has(1_500_000_000)).toBe(true);
    expect([...years]).toEqual(['2020']);
    expect([...months]).toEqual(['2020-03']);
    expect(docOf(store, 'measure').numbers.has(119)).toBe(true);
    expect(docOf(store, 'figure').numbers.has(807_000_000)).toBe(true);
  });

  it('gives a delivery the days of its order as well as its own', () => {
    expect(docOf(store, 'delivery').spans).toEqual([
      { from: '2018-01-01', to: '2019-12-31' },
      { from: '2015-01-01', to: '2015-12-31' },
    ]);
  });

  it('takes the day on which its source came out for a fact without a date', () => {
    expect(docOf(store, 'measure').asOf).toBe('2024-02-03');
    expect(docOf(store, 'event').asOf).toBeNull();
  });

  it('lets a capital stand for its state, and no other city', () => {
    expect(store.standsFor('osk')).toBe('torvia');
    expect(store.standsFor('tarnby')).toBeNull();
  });

  it('finds words by stem, the rarer the surer', () => {
    const byStem = (stem: string) => (store.byStem.get(stem) ?? []).map((index) => store.docs[index]?.fact.id);
    expect(byStem('fish')).toEqual(['visit']);
    expect(store.rarity('fish')).toBeGreaterThan(store.rarity('arm'));
    expect(store.rarity('arm')).toBeGreaterThanOrEqual(0);
  });

  it('names what it does not know after its id', () => {
    expect(store.nameOf('ada-orr')).toBe('Ada Orr');
    expect(store.nameOf('not-an-entity')).toBe('not an entity');
  });
});
