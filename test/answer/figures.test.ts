import { describe, expect, it } from 'vitest';
import { answerText } from '../../src/answer/text.ts';
import { askTiny, type Facts, figureOf, rankingOf } from '../tiny-record.ts';

const FACTS: Facts = {
  figures: [
    figureOf({ id: 'torvia', value: 1_500_000_000, headline: true }),
    figureOf({ id: 'torvia-ledger', value: 900_000_000, counted_by: 'ledger', conflicts_with: ['torvia'] }),
    figureOf({ id: 'torvia-2015-2024', value: 400_000_000, period: { from: '2015', to: '2024' } }),
    figureOf({ id: 'calmar', value: 500_000_000, supplier: 'calmar' }),
    figureOf({ id: 'calmar-tiv', value: 120.5, unit: 'TIV-million', supplier: 'calmar' }),
    figureOf({ id: 'delmora-euros', value: 700_000_000, unit: 'EUR', supplier: 'delmora', value_note: 'nearly' }),
    figureOf({
      id: 'torvia-share',
      value: 43.4,
      unit: 'percent-share',
      measures_what: "share of Norland's arms imports",
    }),
  ],
  rankings: [rankingOf({ id: 'ranking' })],
};
const ask = (question: string) => askTiny(FACTS, question);

describe('an amount', () => {
  it.each<[string, string, number, string]>([
    ['how much did Torvia sell to Norland', 'torvia', 1_500_000_000, 'USD'],
    ['how much did Calmar sell in dollars', 'calmar', 500_000_000, 'USD'],
    ['how much did Torvia sell according to the Ledger Institute', 'torvia-ledger', 900_000_000, 'USD'],
    ['value of arms from Delmora', 'delmora-euros', 700_000_000, 'EUR'],
    ["what share of Norland's arms imports came from Torvia", 'torvia-share', 43.4, 'percent-share'],
    ['arms from Calmar in TIV', 'calmar-tiv', 120.5, 'TIV-million'],
  ])('%s', (question, first, value, unit) => {
    const answer = ask(question);
    expect(answer).toMatchObject({ status: 'answered', value, unit });
    expect(answer.facts[0]).toBe(first);
  });

  it('keeps its unit, what the source says of it, who counted and when', () => {
    expect(ask('value of arms from Delmora').headline.text).toMatch(/nearly 700 million euros.*Count House.*May 2020/);
  });

  it('stands beside others of the same supplier, and is never added to them', () => {
    const answer = ask('how much did Torvia sell to Norland');
    expect(answer.facts).toEqual(expect.arrayContaining(['torvia', 'torvia-ledger', 'torvia-2015-2024']));
    expect(answerText(answer)).toMatch(/not to be added up/);
  });

  it.each([
    'how much did Torvia and Calmar sell together',
    'add up what Torvia sold',
    'what do all figures for Torvia come to',
  ])('%s: no sum is made', (question) => {
    const answer = ask(question);
    expect([2_000_000_000, 2_400_000_000, 2_800_000_000, 1_900_000_000]).not.toContain(answer.value);
    expect(answerText(answer)).not.toMatch(/\b(2|2\.4|2\.8|1\.9) billion/);
  });

  it.each(['how much did Torvia sell in 1999', 'how much did Fogland sell', 'how much did Torvia sell to Calmar'])(
    '%s: not on record',
    (question) => {
      const answer = ask(question);
      expect(answer.status).not.toBe('answered');
      expect(answer.facts).toEqual([]);
    },
  );
});

describe('a comparison', () => {
  it('is made between figures of one counter, unit and period', () => {
    const answer = ask('how many times more did Torvia sell than Calmar');
    expect(answer).toMatchObject({ status: 'answered', value: 3, unit: 'times', facts: ['torvia', 'calmar'] });
    expect(answerText(answer)).toMatch(/1\.5 billion US dollars and Calmar 500 million US dollars/);
  });

  it('is not made between dollars and euros', () => {
    const answer = ask('how many times more did Torvia sell than Delmora');
    expect(answer.unit).not.toBe('times');
    expect(answerText(answer)).not.toMatch(/times as much|The difference is/);
  });
});

describe('a ranking', () => {
  it.each<[string, RegExp]>([
    ['who was the biggest supplier of Norland', /Calmar/],
    ['which supplier came third', /Delmora/],
  ])('%s', (question, text) => {
    const answer = ask(question);
    expect(answer.facts).toEqual(['ranking']);
    expect(answer.headline.text).toMatch(text);
  });

  it('settles whether somebody was first', () => {
    expect(ask('is Torvia the biggest supplier').verdict).toBe('no');
    expect(ask('is Calmar the biggest supplier').verdict).toBe('yes');
  });
});
