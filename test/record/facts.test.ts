import { describe, expect, it } from 'vitest';
import { type Fact, referencesOf, statementsOf } from '../../src/record/facts.ts';
import { deliveryOf, eventOf, measureOf, rankingOf, visitOf } from '../tiny-record.ts';

const nameOf = (id: string) => (id === 'bo-lund' ? 'Bo Lund' : id);
const fact = (kind: Fact['kind'], data: { id: string }) => ({ kind, id: data.id, data }) as Fact;
const said = (of: Fact) => statementsOf(of, nameOf).map(({ part, text }) => [part, text]);
const named = (of: Fact) => referencesOf(of).map(({ id, field }) => `${field} ${id}`);

const visit = fact(
  'visit',
  visitOf({
    id: 'visit',
    arrived: '2022-07',
    places: [{ city: 'osk', sources: ['post-1'] }],
    host: 'bo-lund',
    met: [{ who: 'bo-lund', role: 'president', status: 'held', sources: ['herald-1'] }],
    outcomes: [{ text: 'A treaty.', sources: ['herald-1'] }],
    counted_as: [{ text: 'second visit', sources: ['post-1'] }],
    date_note: 'The day is not given.',
    disputed: [{ field: 'places', value: 'tarnby', source: 'herald-1' }],
  }),
);

describe('what a fact says', () => {
  it('of a visit begins with why it was', () => {
    expect(said(visit)).toEqual([
      ['purpose', 'Talks on fish.'],
      ['outcome', 'A treaty.'],
      ['met', 'Bo Lund, president'],
      ['counted', 'second visit'],
      ['role', 'president'],
      ['date', 'The day is not given.'],
      ['disputed', 'places: tarnby'],
    ]);
  });

  it('has for each statement the sources that make it, not all of the fact', () => {
    const sources = new Map(statementsOf(visit, nameOf).map(({ part, sources }) => [part, sources]));
    expect(sources.get('outcome')).toEqual(['herald-1']);
    expect(sources.get('disputed')).toEqual(['herald-1']);
    expect(sources.get('purpose')).toEqual(['post-1']);
  });

  it('leaves out what is not there', () => {
    expect(said(fact('event', eventOf({ id: 'event', date: '2021', text: 'It was so.' })))).toEqual([
      ['text', 'It was so.'],
    ]);
    expect(said(fact('delivery', deliveryOf({ id: 'delivery' })))).toEqual([['item', 'Petrel-7']]);
  });
});

describe('whom a fact names', () => {
  it('of a visit: visitor, country, stops, host, those met', () => {
    expect(named(visit)).toEqual(['visitor ada-orr', 'country torvia', 'place osk', 'host bo-lund', 'met bo-lund']);
  });

  it('of other facts', () => {
    expect(named(fact('delivery', deliveryOf({ id: 'delivery' })))).toEqual([
      'supplier torvia',
      'recipient norland',
      'item petrel',
      'category aircraft',
    ]);
    expect(named(fact('ranking', rankingOf({ id: 'ranking' })))).toEqual([
      'ranked calmar',
      'ranked torvia',
      'ranked delmora',
      'counter count-house',
    ]);
    expect(named(fact('measure', measureOf({ id: 'measure', votes: { notable: { torvia: 'for' } } })))).toEqual([
      'voter torvia',
    ]);
  });
});
