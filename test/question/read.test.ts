import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order, Query } from '../../src/question/query.ts';
import { makeReader, readQuestion } from '../../src/question/read.ts';
import { eventOf, storeOf, TODAY } from '../tiny-record.ts';

const reader = makeReader(
  storeOf({
    events: [eventOf({ id: 'event', date: '2021', text: 'The government signed a memorandum on helicopters.' })],
  }),
);
const read = (question: string): Query => readQuestion(question, TODAY, reader).query;
const ids = (question: string) => read(question).names.flatMap((name) => name.ids);
const bounds = (question: string) => read(question).periods.map(({ from, to }) => `${from ?? ''}/${to ?? ''}`);

describe('the names of a question', () => {
  it.each<[string, string[]]>([
    ['when was Ada Orr in Osk', ['ada-orr', 'osk']],
    ['did ada orr meet LUND in tarnby', ['ada-orr', 'bo-lund', 'tarnby']],
    ['when was she in Tranby', ['tarnby']],
    ['petrel 7 from calmar', ['petrel', 'calmar']],
    ['what is the meaning of life', []],
    ['Petrel-9 deliveries', []],
  ])('%s', (question, expected) => {
    expect(ids(question)).toEqual(expected);
  });

  it('are marked when only an adjective of theirs was used', () => {
    expect(read('which Torvian minister came').names[0]).toMatchObject({ ids: ['torvia'], text: 'Torvian' });
  });

  it('are marked when they are named to be left out', () => {
    expect(read('who did she meet besides Lund').names).toMatchObject([{ ids: ['bo-lund'], excluded: true }]);
    expect(read('trips to places other than Torvia').names).toMatchObject([{ ids: ['torvia'], excluded: true }]);
    expect(read('did she meet Lund').names).toMatchObject([{ excluded: false }]);
  });

  it('are marked when the question only follows them', () => {
    expect(read('how much did Torvia sell according to Count House').names).toMatchObject([
      { ids: ['torvia'], attributed: false },
      { ids: ['count-house'], attributed: true },
    ]);
  });

  it('are alternatives when they are joined by "or"', () => {
    expect(read('did she meet Lund or Marr').alternatives).toBe(true);
    expect(read('did she meet Lund and Marr').alternatives).toBe(false);
  });
});

describe('the dates of a question', () => {
  it.each<[string, string[]]>([
    ['trips in 2022', ['2022-01-01/2022-12-31']],
    ['where was she last year', ['2023-01-01/2023-12-31']],
    ['visits since March 2021', ['2021-03-01/']],
    ['visits between 3 May 2021 and 4 June 2022', ['2021-05-03/2022-06-04']],
    ['who came on 20 june 2021', ['2021-06-20/2021-06-20']],
    ['who came', []],
  ])('%s', (question, expected) => {
    expect(bounds(question)).toEqual(expected);
  });
});

describe('the order that is asked for', () => {
  it.each<[string, Order | null]>([
    ['when was her first trip to Osk', { kind: 'first' }],
    ['the latest visit', { kind: 'last' }],
    ['who came second', { kind: 'nth', n: 2, fromEnd: false }],
    ['the 3rd visit', { kind: 'nth', n: 3, fromEnd: false }],
    ['when was she in Osk', null],
  ])('%s', (question, order) => {
    expect(read(question).order).toEqual(order);
  });

  it('is a claim in a yes/no question', () => {
    expect(read('was it her third visit').claimedOrdinal).toBe(3);
    expect(read('when was her third visit').claimedOrdinal).toBeNull();
  });
});

describe('the other words of a question', () => {
  it('are to be found in a fact, in whatever form', () => {
    const [word] = read('which memoranda did the government sign').words.filter(({ norm }) => norm === 'government');
    expect([...(word?.stems.keys() ?? [])]).toContain('govern');
  });

  it('are unknown when neither English nor the record has them', () => {
    expect(read('who is Zgrbltz').words).toMatchObject([{ norm: 'zgrbltz', unknown: true }]);
    expect(read('did they sign a memorandum').words.some(({ unknown }) => unknown)).toBe(false);
  });

  it('are mended, and it is said so', () => {
    const query = read('when was the memorendum signed');
    expect(query.words.map(({ norm }) => norm)).toContain('memorandum');
    expect(query.notes).toEqual(['Read “memorendum” as memorandum.']);
    expect(read('when was the memorandum signed').notes).toEqual([]);
  });

  it('may be amounts', () => {
    expect(read('who sold arms for $1.5 billion').numbers).toEqual([1_500_000_000]);
    expect(read('109,604 tonnes of fuel').numbers).toEqual([109_604]);
    expect(read('arms sold in 2019').numbers).toEqual([]);
  });

  it('may deny', () => {
    expect(read('did she not meet Lund').negated).toBe(true);
    expect(read('did she meet Lund').negated).toBe(false);
  });
});

it('whatever is typed can be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      expect(() => read(text)).not.toThrow();
    }),
    { numRuns: 60 },
  );
});
