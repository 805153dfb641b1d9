import { describe, expect, it } from 'vitest';
import { answerText } from '../../src/answer/text.ts';
import { askTiny, type Facts, measureOf } from '../tiny-record.ts';

const FACTS: Facts = {
  measures: [
    measureOf({
      id: 'vote',
      votes: { for: 119, against: 1, abstain: 36, notable: { torvia: 'abstain', calmar: 'against', delmora: 'for' } },
    }),
    measureOf({ id: 'embargo', kind: 'embargo', date: '2021-11-08', text: 'Full arms embargo on Norland.' }),
  ],
};
const ask = (question: string) => askTiny(FACTS, question);

describe('votes', () => {
  it.each<[string, RegExp]>([
    ['how did Torvia vote on resolution 7', /^Torvia abstained/],
    ['how did Calmar vote', /^Calmar voted against/],
    ['how did Osk vote on resolution 7', /^Torvia abstained/],
    ['who abstained on resolution 7', /Torvia/],
    ['when was the vote on resolution 7', /18 June 2021/],
  ])('%s', (question, headline) => {
    const answer = ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.facts).toEqual(['vote']);
    expect(answer.headline.text).toMatch(headline);
  });

  it.each<[string, 'yes' | 'no']>([
    ['did Torvia vote for the resolution', 'no'],
    ['did Torvia abstain', 'yes'],
    ['did Delmora vote against resolution 7', 'no'],
    ['did Calmar vote against resolution 7', 'yes'],
  ])('%s: %s', (question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  it('are counted', () => {
    expect(ask('how many voted for resolution 7').value).toBe(119);
    expect(ask('how many abstained on resolution 7').value).toBe(36);
    expect(ask('how many voted against resolution 7').value).toBe(1);
  });

  it.each(['how did Zorblatt vote on resolution 7', 'how did Torvia vote in 2019'])('%s: not on record', (question) => {
    expect(ask(question).status).not.toBe('answered');
  });

  it('a measure without a vote is no vote', () => {
    expect(ask('did the Grey League impose an embargo on Norland')).toMatchObject({
      status: 'answered',
      facts: ['embargo'],
    });
    expect(answerText(ask('did the Grey League impose an embargo on Norland'))).toMatch(/8 November 2021/);
  });
});
