import { describe, expect, it } from 'vitest';
import { answerText } from '../../src/answer/text.ts';
import { askTiny, eventOf, type Facts, visitOf } from '../tiny-record.ts';

const stop = (city: string, from?: string, to?: string) => ({
  city,
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  sources: ['post-1'],
});
const COUP = eventOf({
  id: 'coup',
  date: '2021-02-01',
  kind: 'coup',
  actors: ['ada-orr'],
  text: 'The fleet under Ada Orr seized power.',
});
const OSK_2019 = visitOf({
  id: 'osk-2019',
  arrived: '2019-05-03',
  departed: '2019-05-05',
  places: [stop('osk', '2019-05-03', '2019-05-05')],
  met: [{ who: 'bo-lund', role: 'president', date: '2019-05-04', status: 'held', sources: ['post-1'] }],
});
const CALA_2021 = visitOf({
  id: 'cala-2021',
  arrived: '2021-04-10',
  departed: '2021-04-12',
  country: 'calmar',
  places: [stop('cala', '2021-04-10', '2021-04-12')],
  met: [{ who: 'cy-marr', role: 'foreign minister', status: 'expected', sources: ['post-1'] }],
  purpose: 'Opening of a lighthouse.',
});
const TORVIA_2022 = visitOf({ id: 'torvia-2022', arrived: '2022-07', kind: 'private', purpose: 'A regatta.' });
const LUND_2023 = visitOf({
  id: 'lund-2023',
  arrived: '2023-02-01',
  departed: '2023-02-03',
  visitor: 'bo-lund',
  visitor_role: 'president of Torvia',
  country: 'norland',
  places: [stop('noran')],
});

const FACTS: Facts = { visits: [OSK_2019, CALA_2021, TORVIA_2022, LUND_2023], events: [COUP] };
const ask = (question: string) => askTiny(FACTS, question);
const said = (question: string) => answerText(ask(question));

describe('visits', () => {
  it.each<[string, string[], RegExp]>([
    ['when was she in Cala', ['cala-2021'], /from 10 to 12 April 2021/],
    ['when did she visit Torvia in 2022', ['torvia-2022'], /in July 2022/],
    ['how long was she in Cala', ['cala-2021'], /three days/],
    ['why did she go to Cala', ['cala-2021'], /lighthouse/],
    ['who did she meet in Osk', ['osk-2019'], /Bo Lund/],
    ['when did Lund come to Norland', ['lund-2023'], /from 1 to 3 February 2023/],
    ['who visited Norland', ['lund-2023'], /Bo Lund/],
    ['trips before the coup', ['osk-2019'], /May 2019/],
    ['was she in Torvia in 2022', ['torvia-2022'], /July 2022/],
    ['what was her last trip abroad', ['torvia-2022'], /July 2022/],
    ['where did she go first', ['osk-2019'], /Torvia/],
  ])('%s', (question, facts, text) => {
    const answer = ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.facts).toEqual(facts);
    expect(answerText(answer)).toMatch(text);
  });

  it('are counted as many as are on record, and listed', () => {
    expect(ask('how many times has she been abroad')).toMatchObject({
      value: 3,
      unit: 'visits',
      facts: ['osk-2019', 'cala-2021', 'torvia-2022'],
    });
    expect(ask('how many times has she been abroad since the coup')).toMatchObject({
      value: 2,
      facts: ['cala-2021', 'torvia-2022'],
    });
    expect(said('how many times has she been abroad')).toMatch(/^Three visits .*on record/);
  });

  it('dated to a month are not given a day', () => {
    expect(said('when did she visit Torvia in 2022')).not.toMatch(/\d{1,2} July|July \d{1,2}\b/);
  });

  it('to a country are mentioned beside one of its cities only as what they are', () => {
    const answer = ask('when was she in Osk');
    expect(answer.facts[0]).toBe('osk-2019');
    expect(answerText(answer)).not.toMatch(/Osk[^.\n]*July 2022/);
  });

  it('that were not: absence is no "no"', () => {
    for (const question of [
      'did she visit Delmora',
      'was she in Cala in 2023',
      'did Marr come to Norland',
      'did she meet Lund in Cala',
    ]) {
      const answer = ask(question);
      expect(answer.status, question).toBe('not-on-record');
      expect(answer.verdict, question).toBeUndefined();
      expect(answer.facts, question).toEqual([]);
    }
  });
});

describe('a meeting', () => {
  it('that was held is told with its day', () => {
    expect(ask('did she meet Lund in Osk').verdict).toBe('yes');
    expect(said('when did she meet Lund')).toMatch(/4 May 2019/);
  });

  it('that was expected is never said to have been', () => {
    const answer = ask('did she meet Marr');
    expect(answer.verdict).toBeUndefined();
    expect(answerText(answer)).toMatch(/expected/i);
    for (const question of ['did she meet Marr', 'who did she meet in Cala', 'when was she in Cala'])
      expect(said(question), question).not.toMatch(/\bmet Cy Marr/i);
  });
});

it('what kind of visit it was, the record settles', () => {
  expect(ask('was her visit to Torvia in 2022 private').verdict).toBe('yes');
  expect(ask('was her visit to Torvia in 2022 official').verdict).toBe('no');
});
