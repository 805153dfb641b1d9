import { describe, expect, it } from 'vitest';
import { askTiny, eventOf, type Facts, figureOf, measureOf, visitOf } from '../tiny-record.ts';

const met = (date: string) => [
  { who: 'bo-lund', role: 'president', date, status: 'held' as const, sources: ['post-1'] },
];
const in_ = (city: string) => [{ city, sources: ['post-1'] }];

const FACTS: Facts = {
  visits: [
    visitOf({
      id: 'osk-2019',
      arrived: '2019-05-03',
      departed: '2019-05-05',
      places: in_('osk'),
      met: met('2019-05-04'),
    }),
    visitOf({
      id: 'cala-2021',
      arrived: '2021-04-10',
      departed: '2021-04-12',
      country: 'calmar',
      places: in_('cala'),
      purpose: 'Opening of a lighthouse.',
    }),
    visitOf({
      id: 'osk-2022',
      arrived: '2022-07-25',
      departed: '2022-07-29',
      places: in_('osk'),
      met: met('2022-07-26'),
      purpose: 'A regatta.',
    }),
    visitOf({
      id: 'lund-2023',
      arrived: '2023-02-01',
      departed: '2023-02-03',
      visitor: 'bo-lund',
      country: 'norland',
      places: in_('noran'),
    }),
  ],
  events: [
    eventOf({
      id: 'coup',
      date: '2021-02-01',
      kind: 'coup',
      actors: ['ada-orr'],
      text: 'The fleet under Ada Orr seized power.',
    }),
  ],
  figures: [
    figureOf({ id: 'sold-torvia', value: 1_500_000_000 }),
    figureOf({ id: 'sold-calmar', value: 500_000_000, supplier: 'calmar' }),
  ],
  measures: [measureOf({ id: 'vote', votes: { for: 119, notable: { torvia: 'abstain', calmar: 'against' } } })],
};

const reply = (...turns: string[]) => askTiny(FACTS, ...turns);

describe('a turn of a conversation', () => {
  it.each<[string, string[], string[]]>([
    ['puts another place into the question', ['when was she in Osk', 'and in Cala?'], ['cala-2021']],
    ['puts another year into the question', ['how many trips in 2022', 'and in 2021?'], ['cala-2021']],
    ['puts another supplier into the question', ['how much did Torvia sell', 'and Calmar?'], ['sold-calmar']],
    ['puts another state into the question', ['how did Torvia vote', 'and Calmar?'], ['vote']],
    ['picks one of what was listed', ['when was she in Osk', 'the first one'], ['osk-2019']],
    ['picks one and asks on', ['when was she in Osk', 'the second one, why did she go'], ['osk-2022']],
    ['asks on about what was said', ['when was she in Cala', 'why?'], ['cala-2021']],
    ['asks who was met "there"', ['when was she in Osk in 2022', 'who did she meet there?'], ['osk-2022']],
    ['asks how long "it" was', ['when was she in Cala', 'how long did she stay?'], ['cala-2021']],
    ['asks for the source', ['when was she in Cala', 'source?'], ['cala-2021']],
    ['goes on after thanks', ['when was she in Cala', 'thanks', 'why did she go there?'], ['cala-2021']],
    [
      'takes "he" for the last man named',
      ['when was she in Cala', 'when did Lund come to Norland', 'how long did he stay'],
      ['lund-2023'],
    ],
  ])('%s', (_, turns, facts) => {
    const answer = reply(...turns);
    expect(answer.status).toBe('answered');
    expect(answer.facts).toEqual(facts);
  });

  it('says of the new state how it voted', () => {
    expect(reply('how did Torvia vote', 'and Calmar?').headline.text).toMatch(/Calmar voted against/);
  });

  it('drops the old subject when it names its own', () => {
    expect(reply('when was she in Osk', 'how did Calmar vote on resolution 7').facts).toEqual(['vote']);
  });

  it('counts anew', () => {
    expect(reply('how many trips in 2022', 'and in 2019?')).toMatchObject({ value: 1, facts: ['osk-2019'] });
    expect(reply('how many trips in 2022', 'and in 2020?').status).toBe('not-on-record');
  });
});

describe('without a turn before it', () => {
  it.each(['who did she meet?', 'how long did she stay there?'])(
    '%s is asked back, with whole questions to pick',
    (question) => {
      const answer = reply(question);
      expect(answer.status).toBe('ambiguous');
      expect(answer.choices.length).toBeGreaterThan(1);
      for (const choice of answer.choices) expect(reply(choice.question).status, choice.question).toBe('answered');
    },
  );

  it.each(['the second one', 'and then?', 'source?'])('%s is not answered', (question) => {
    expect(reply(question).status).not.toBe('answered');
  });
});

it('a choice that was asked back is answered by what tells it apart', () => {
  expect(reply('how long did she stay?', 'in Cala in 2021').facts).toEqual(['cala-2021']);
});
