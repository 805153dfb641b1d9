import { describe, expect, it } from 'vitest';
import { answerText } from '../../src/answer/text.ts';
import { askTiny, deliveryOf, type Facts } from '../tiny-record.ts';

const FACTS: Facts = {
  deliveries: [
    deliveryOf({ id: 'petrel', quantity_ordered: 16 }),
    deliveryOf({ id: 'petrel-herald', quantity: 8, sources: ['herald-1'], conflicts_with: ['petrel'] }),
    deliveryOf({
      id: 'heron',
      supplier: 'calmar',
      item: 'heron',
      item_name: 'Heron-2',
      quantity: null,
      ordered: null,
      delivered: { from: '2020-03', to: '2020-03' },
      value: { amount: 8_500_000, currency: 'USD', note: 'per aircraft' },
    }),
    deliveryOf({
      id: 'heron-planned',
      supplier: 'delmora',
      item: 'heron',
      item_name: 'Heron-2',
      quantity: 12,
      status: 'planned',
      delivered: null,
      ordered: '2023',
    }),
  ],
};
const ask = (question: string) => askTiny(FACTS, question);

describe('deliveries', () => {
  it.each<[string, string, RegExp]>([
    ['how many Petrel-7 did Torvia deliver', 'petrel', /6 Petrel-7/],
    ['when was the Heron-2 from Calmar delivered', 'heron', /in March 2020/],
    ['what did the Heron-2 cost', 'heron', /8\.5 million US dollars \(per aircraft\)/],
    ['when did Norland order the Petrel-7', 'petrel', /2015/],
    ['who supplied the Petrel-7', 'petrel', /Torvia/],
  ])('%s', (question, first, text) => {
    const answer = ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.facts[0]).toBe(first);
    expect(answerText(answer)).toMatch(text);
  });

  it('of one thing by several accounts are all told', () => {
    expect(ask('how many Petrel-7 did Torvia deliver').facts).toEqual(
      expect.arrayContaining(['petrel', 'petrel-herald']),
    );
    expect(answerText(ask('how many Petrel-7 did Torvia deliver'))).toMatch(/8 Petrel-7/);
  });

  it('of a kind of thing are those of everything of that kind', () => {
    expect(ask('which jets did Norland get').facts).toEqual(expect.arrayContaining(['petrel', 'heron']));
  });

  it('that fall short of the order settle whether all has come', () => {
    expect(ask('were all Petrel-7 delivered').verdict).toBe('no');
  });

  it('that are only planned are not said to have come', () => {
    for (const question of ['did Delmora deliver Heron-2', 'has the Heron-2 from Delmora arrived']) {
      expect(ask(question).verdict, question).not.toBe('yes');
      expect(answerText(ask(question)), question).toMatch(/not reported as delivered/);
    }
  });

  it.each([
    'how many Petrel-7 did Calmar deliver',
    'when did Torvia deliver Heron-2',
    'how many F-16 were delivered',
    'Petrel-9 deliveries',
    'how many submarines did Torvia deliver',
  ])('%s: not on record', (question) => {
    expect(ask(question).status).not.toBe('answered');
    expect(ask(question).facts).toEqual([]);
  });
});
