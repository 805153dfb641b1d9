import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Status } from '../../src/answer/answer.ts';
import { answerText } from '../../src/answer/text.ts';
import { openDesk } from '../../src/desk.ts';
import { TODAY, tinyRecord, visitOf } from '../tiny-record.ts';

const desk = openDesk(
  tinyRecord({
    visits: [
      visitOf({ id: 'osk-2019', arrived: '2019-05-03', places: [{ city: 'osk', sources: ['post-1'] }] }),
      visitOf({ id: 'torvia-2022', arrived: '2022-07', purpose: 'A regatta.' }),
    ],
  }),
);
const ask = (question: string) => desk.ask(question, { now: TODAY });

describe('a refusal', () => {
  it.each<[Status, readonly string[]]>([
    [
      'not-on-record',
      [
        'when did she visit Cala',
        'when did she resign',
        'why did she cancel her trip to Osk',
        'when did Zorblatt visit Osk',
        'trips in 2015',
      ],
    ],
    [
      'out-of-scope',
      [
        'hello',
        'thanks',
        'who are you',
        'will she visit Osk next year',
        'is she a good leader',
        'what is 17 times 23',
        'write me a poem',
        '',
        '???',
      ],
    ],
    ['ambiguous', ['how long did she stay?']],
  ])('%s', (status, questions) => {
    expect(questions.filter((question) => ask(question).status !== status)).toEqual([]);
  });

  it('states no fact, gives no verdict and no value', () => {
    for (const question of ['did she visit Cala', 'how many trips in 2015', 'when did she resign', 'hello']) {
      expect(ask(question), question).toMatchObject({ facts: [] });
      expect(ask(question).verdict, question).toBeUndefined();
      expect(ask(question).value, question).toBeUndefined();
    }
  });

  it('offers what is nearest, marked as such', () => {
    const answer = ask('when was she in Osk in 2021');
    expect(answer.nearest.flatMap((line) => line.facts)).toContain('osk-2019');
    expect(answerText(answer)).toMatch(/Nearest on record:/);
  });

  it('says where the record ends when the question reaches past it', () => {
    expect(answerText(ask('when was she in Osk in August 2024'))).toMatch(/kept up to 30 June 2024/);
    expect(answerText(ask('when was she in Osk in 2021'))).not.toMatch(/kept up to/);
  });

  it('says that a name is unknown', () => {
    expect(answerText(ask('when did Zorblatt visit Osk'))).toMatch(/does not know one of the names/);
  });

  it('has an example to go on from', () => {
    expect(answerText(ask('hello'))).toMatch(/Try “.+”/);
  });

  it('is given to whatever is no question, and nothing of it comes back live', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(answerText(ask(`${text} @everyone <@1> <script>`))).not.toMatch(/@everyone|<@|<script>/);
      }),
      { numRuns: 40 },
    );
  });
});
