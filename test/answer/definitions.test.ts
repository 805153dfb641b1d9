import { describe, expect, it } from 'vitest';
import { answerText } from '../../src/answer/text.ts';
import { askTiny, type Facts, figureOf } from '../tiny-record.ts';

const FACTS: Facts = { figures: [figureOf({ id: 'figure', value: 12 })] };
const ask = (question: string) => askTiny(FACTS, question);

describe('who or what something is', () => {
  it.each<[string, string, RegExp]>([
    ['who is Ada Orr', 'ada-orr', /Leader of Norland/],
    ['who is Orr', 'ada-orr', /^Ada Orr/],
    ['what is Count House', 'count-house', /Institute that counts transfers of arms/],
    ['what does Count House mean', 'count-house', /Institute/],
  ])('%s', (question, id, text) => {
    const answer = ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.facts[0]).toBe(id);
    expect(answerText(answer)).toMatch(text);
  });

  it.each(['who is Zorblatt', 'what is the Grey Council', 'what is a lighthouse'])('%s: not known', (question) => {
    expect(ask(question).status).not.toBe('answered');
  });
});

describe('what somebody was', () => {
  it.each<[string, RegExp, RegExp]>([
    ['what was Ada Orr in 2015', /admiral of the fleet/, /president/],
    ['what was Ada Orr in 2022', /president of Norland/, /admiral/],
    ["what was Ada Orr's title in 2015", /admiral of the fleet/, /president/],
  ])('%s', (question, office, other) => {
    const { headline } = ask(question);
    expect(headline.text).toMatch(office);
    expect(headline.text).not.toMatch(other);
  });

  it('is not known of a time from which no office is on record', () => {
    expect(ask('what was Ada Orr in 2005').status).not.toBe('answered');
  });
});

describe('who holds an office', () => {
  it('is who holds it on the day of the question', () => {
    expect(ask('who is president of Norland')).toMatchObject({ status: 'answered', facts: ['ada-orr'] });
    expect(ask('who was president of Norland in 2022')).toMatchObject({ status: 'answered', facts: ['ada-orr'] });
  });

  it.each(['who is king of Norland', 'who is president of Calmar'])('%s: not on record', (question) => {
    expect(ask(question).status).not.toBe('answered');
  });
});

describe('whether somebody is or was in an office', () => {
  it.each<[string, 'yes' | 'no', RegExp]>([
    ['is she president now', 'yes', /president of Norland/],
    ['is she still the admiral', 'no', /until|to 1 February 2021|2021/],
    ['was Ada Orr president in 2022', 'yes', /president of Norland/],
    ['was Ada Orr president in 2015', 'no', /since 1 February 2021/],
  ])('%s: %s', (question, verdict, text) => {
    const answer = ask(question);
    expect([answer.status, answer.verdict]).toEqual(['answered', verdict]);
    expect(answerText(answer)).toMatch(text);
  });

  it.each(['was Cy Marr foreign minister in 2010', 'is Cy Marr foreign minister now'])(
    '%s: an office known only as of some days is no "no"',
    (question) => {
      expect(ask(question).verdict).toBeUndefined();
    },
  );

  it('says to when the record is kept, where it is asked of today', () => {
    expect(ask('is she president now').qualifications.join(' ')).toMatch(/kept up to/);
  });

  it('is not told of an office that the record does not give them', () => {
    expect(ask('is Bo Lund king').verdict).toBeUndefined();
  });
});

describe('until when somebody was in an office', () => {
  it('is told where the record says so, and refused where they hold it still', () => {
    expect(answerText(ask('when did Ada Orr resign as admiral'))).toMatch(/1 February 2021/);
    expect(ask('when did Ada Orr resign as president').status).toBe('not-on-record');
  });
});

describe('who is meant', () => {
  it('is asked where "he" can be nobody that the record is about', () => {
    expect(ask('where did he go').status).toBe('ambiguous');
  });

  it('is not asked where a man is named', () => {
    expect(ask('who is Bo Lund and what does he do').status).not.toBe('ambiguous');
  });
});

describe('a day that no calendar has', () => {
  it.each(['where was she on 30 February 2022', 'who did she meet on 31 June 2021', 'visits on 2021-13-45'])(
    'is refused: %s',
    (question) => {
      const answer = ask(question);
      expect(answer.status).toBe('not-on-record');
      expect(answerText(answer)).toMatch(/no calendar/);
    },
  );
});
