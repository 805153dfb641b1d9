import { describe, expect, it } from 'vitest';
import { readAsk, withoutPrelude } from '../../src/question/ask.ts';
import type { Ask } from '../../src/question/query.ts';
import { wordsOf } from '../../src/text.ts';

const words = (text: string) => wordsOf(text).map(({ norm }) => norm);
const asked = (text: string) => readAsk(words(text), / or /.test(text)).ask;

describe('what a question wants to be told', () => {
  it.each<[Ask, readonly string[]]>([
    [
      'when',
      [
        'when did she arrive',
        'on what date did she land',
        'which year was that',
        'osk 2014, when exactly',
        'since when is it so',
      ],
    ],
    ['where', ['where was she in may', 'which city did she see', 'to what country did he go']],
    ['who', ['who met her', 'which minister received him', 'whom did she see', 'any foreign leaders at the parade']],
    ['why', ['why did she go', 'what was the reason for the trip', 'what brought him to osk', 'how come he left']],
    ['how-long', ['how long did she stay', 'how many days was he away', 'for how long was she there']],
    ['how-many', ['how many times was she there', 'how often does he go', 'number of trips in 2022']],
    ['how-much', ['how much did they sell', 'what was the price of the jets', 'value of arms sold']],
    ['outcome', ['what came of it', 'what was the result of the talks', 'what was signed']],
    ['source', ['who says so', 'what is your source', 'according to whom', 'where is that from', 'source?']],
    ['conflict', ['do sources agree on the date', 'is the number disputed', 'do accounts differ on when she left']],
    ['whether', ['did she meet him', 'has he ever been there', 'she was in osk, right', 'is it true that she left']],
    ['which-of', ['did she meet lund or marr', 'lund or marr']],
    ['list', ['list the visits', 'all trips to osk', 'moscow visits']],
  ])('%s', (ask, questions) => {
    expect(questions.filter((question) => asked(question) !== ask)).toEqual([]);
  });

  it('marks the words that said so, which no fact need hold', () => {
    expect(readAsk(words('when did she arrive'), false).used).toEqual([0]);
    expect(readAsk(words('how many times was she there'), false).used).toEqual([0, 1]);
    expect(readAsk(words('did she arrive'), false).used).toEqual([]);
  });
});

describe('what is said before a question', () => {
  it.each<[string, string]>([
    ['hi there, when did she arrive', 'when did she arrive'],
    ['could you please tell me when she arrived', 'when she arrived'],
    ['so, I would like to know who met her', 'who met her'],
    ['and in may?', 'in may'],
    ['do you happen to know where he was', 'where he was'],
    ['when did she arrive', 'when did she arrive'],
  ])('%s', (text, question) => {
    expect(words(text).slice(withoutPrelude(words(text)))).toEqual(words(question));
  });

  it('is all that there is in a greeting, and is left whole', () => {
    for (const text of ['hello', 'ok', 'please', '']) expect(withoutPrelude(words(text))).toBe(0);
  });
});
