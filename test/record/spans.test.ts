import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/record/facts.ts';
import type { Visit } from '../../src/record/schema.ts';
import { orderDay, spanOf } from '../../src/record/spans.ts';
import { deliveryOf, eventOf, figureOf, measureOf, visitOf } from '../tiny-record.ts';

const visit = (parts: Partial<Visit> & Pick<Visit, 'arrived'>): Fact => {
  const data = visitOf({ id: 'visit', ...parts });
  return { kind: 'visit', id: data.id, data };
};
const stop = (from: string) => ({ city: 'osk', from, sources: ['post-1'] });
const meeting = (date: string, status: 'held' | 'expected') => ({ who: 'bo-lund', date, status, sources: ['post-1'] });

describe('the days of a visit', () => {
  it.each<[string, Fact, string, string]>([
    ['arrival to departure', visit({ arrived: '2022-07-10', departed: '2022-07-12' }), '2022-07-10', '2022-07-12'],
    ['a month, when only that is known', visit({ arrived: '2024-02' }), '2024-02-01', '2024-02-29'],
    ['a year, when only that is known', visit({ arrived: '2013' }), '2013-01-01', '2013-12-31'],
    [
      'up to the last dated stop',
      visit({ arrived: '2022-07-10', places: [stop('2022-07-14')] }),
      '2022-07-10',
      '2022-07-14',
    ],
    [
      'up to the last meeting held',
      visit({ arrived: '2022-07-10', met: [meeting('2022-07-15', 'held')] }),
      '2022-07-10',
      '2022-07-15',
    ],
    [
      'not up to a meeting only expected',
      visit({ arrived: '2022-07-10', met: [meeting('2022-07-15', 'expected')] }),
      '2022-07-10',
      '2022-07-10',
    ],
  ])('are %s', (_, fact, from, to) => {
    expect(spanOf(fact)).toEqual({ from, to });
  });
});

describe('the days of other facts', () => {
  it('of an event are its date or its stretch', () => {
    const event = (date: Parameters<typeof eventOf>[0]['date']): Fact => ({
      kind: 'event',
      id: 'event',
      data: eventOf({ id: 'event', date, text: 'It was so.' }),
    });
    expect(spanOf(event('2021-02'))).toEqual({ from: '2021-02-01', to: '2021-02-28' });
    expect(spanOf(event({ from: '2021-02', to: null }))).toEqual({ from: '2021-02-01', to: null });
    expect(spanOf(event({ from: null, to: null }))).toBeNull();
  });

  it('of a figure are its period, open where the record leaves it open', () => {
    const data = figureOf({ id: 'figure', value: 1, period: { from: null, to: '2019' } });
    expect(spanOf({ kind: 'figure', id: data.id, data })).toEqual({ from: null, to: '2019-12-31' });
  });

  it('of a delivery are those of the delivery; of the order while nothing has come', () => {
    const come = deliveryOf({ id: 'delivery', ordered: '2015', delivered: { from: '2018', to: '2019-06' } });
    const ordered = deliveryOf({ id: 'delivery', ordered: '2015-03', delivered: null });
    expect(spanOf({ kind: 'delivery', id: come.id, data: come })).toEqual({ from: '2018-01-01', to: '2019-06-30' });
    expect(spanOf({ kind: 'delivery', id: ordered.id, data: ordered })).toEqual({
      from: '2015-03-01',
      to: '2015-03-31',
    });
  });

  it('of an undated measure are none', () => {
    const data = measureOf({ id: 'measure', date: null });
    expect(spanOf({ kind: 'measure', id: data.id, data })).toBeNull();
  });
});

describe('the order of facts', () => {
  it('puts a month in its middle, not on its first day', () => {
    const order = [visit({ arrived: '2022-07-10' }), visit({ arrived: '2022-07' }), visit({ arrived: '2022-07-25' })];
    expect(order.map(orderDay)).toEqual(order.map(orderDay).sort());
    expect(orderDay(visit({ arrived: '2022-07' }))).toBe('2022-07-16');
  });

  it.each<[string, Fact, string]>([
    ['a dated stop', visit({ arrived: '2022-07', places: [stop('2022-07-26'), stop('2022-07-24')] }), '2022-07-24'],
    ['a meeting held', visit({ arrived: '2022-07', met: [meeting('2022-07-28', 'held')] }), '2022-07-28'],
    ['a departure', visit({ arrived: '2022-07', departed: '2022-07-05' }), '2022-07-05'],
  ])('goes by %s of a visit dated to a month', (_, fact, day) => {
    expect(orderDay(fact)).toBe(day);
  });

  it('does not go by a meeting only expected', () => {
    expect(orderDay(visit({ arrived: '2022-07', met: [meeting('2022-07-28', 'expected')] }))).toBe('2022-07-16');
  });

  it('puts what has no date last', () => {
    const data = measureOf({ id: 'measure', date: null });
    expect(orderDay({ kind: 'measure', id: data.id, data }) > '2999').toBe(true);
  });
});
