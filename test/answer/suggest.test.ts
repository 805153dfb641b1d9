import { describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../../src/desk.ts';
import { loadRecord } from '../../src/record/load.ts';
import { wordsOf } from '../../src/text.ts';
import { drawing } from './drawing.ts';

const { record: first } = await loadRecord('seeds');
const { record: second } = await loadRecord('test/records/second');
const NOW = '2026-11-21';

/** A hundred questions of all kinds, refused ones among them. */
function hundred(desk: Desk, record: typeof first): string[] {
  const draw = drawing(5);
  const names = record.entities.map(({ name }) => name);
  const offered = Array.from({ length: 85 }, () =>
    draw.one(desk.complete(draw.one(names).slice(0, 5), 25).concat('who sold the most arms')),
  );
  const { pronoun, home } = desk.about().names;
  return [
    ...offered,
    ...desk.about().questions,
    `when did ${pronoun} visit Antarctica`,
    `did ${pronoun} resign`,
    `how many bicycles did ${home} buy`,
    'what is the price of bread',
    'what do you think of it all',
  ];
}

describe.each([
  ['the first record', first],
  ['another record', second],
])('suggestions on %s', (_name, record) => {
  const desk = openDesk(record);
  const answers = hundred(desk, record).map((question) => ({ question, answer: desk.ask(question, { now: NOW }) }));

  it('are all answered', () => {
    const suggestions = new Set(answers.flatMap(({ answer }) => answer.suggestions));
    expect(suggestions.size).toBeGreaterThan(40);
    expect([...suggestions].filter((each) => desk.ask(each, { now: NOW }).status !== 'answered')).toEqual([]);
  });

  it('are at most four, different, short enough for a button and never the question itself', () => {
    const normal = (text: string) =>
      wordsOf(text)
        .map(({ norm }) => norm)
        .join(' ');
    for (const { question, answer } of answers) {
      const { suggestions } = answer;
      expect(suggestions.length).toBeLessThanOrEqual(4);
      expect(new Set(suggestions).size).toBe(suggestions.length);
      for (const each of suggestions) {
        expect(each.length).toBeLessThanOrEqual(80);
        expect(normal(each)).not.toBe(normal(question));
      }
    }
  });

  it('stand beside nearly every answer', () => {
    const answered = answers.filter(({ answer }) => answer.status === 'answered');
    const alone = answered.filter(({ answer }) => answer.suggestions.length === 0);
    expect(alone.length).toBeLessThan(answered.length / 10);
  });

  it('stand alone: they name whom they mean', () => {
    for (const { answer } of answers) {
      for (const each of answer.suggestions) expect(each).not.toMatch(/\b(?:he|she|him|his|her|it|there|they)\b/);
    }
  });
});

describe('after an answer', () => {
  const desk = openDesk(first);
  const suggested = (question: string) => desk.ask(question, { now: NOW }).suggestions;

  it('on a visit asks on about that visit, and not what was just told', () => {
    const suggestions = suggested('who did he meet in Russia in June 2021');
    expect(suggestions).toContain('why did Min Aung Hlaing go to Russia in June 2021');
    expect(suggestions).not.toContain('who did Min Aung Hlaing meet in Russia in June 2021');
  });

  it('on a supplier sets it against another and asks what it delivered', () => {
    const suggestions = suggested('how much did Russia sell to Myanmar');
    expect(suggestions).toContain('which weapons did Russia deliver');
    expect(suggestions.some((each) => /^who sold more, .*Russia/.test(each))).toBe(true);
  });

  it('on a vote asks who else voted how', () => {
    expect(suggested('how did India vote in the UN General Assembly in June 2021').join()).toMatch(
      /who (abstained|voted)|what was the result/,
    );
  });

  it('on a person asks about meetings with that person', () => {
    expect(suggested('who is Vladimir Putin').join()).toMatch(/Min Aung Hlaing .*meet Vladimir Putin/);
  });

  it('does not offer the same two suppliers the other way round', () => {
    expect(suggested('who sold more, Russia or China')).not.toContain('who sold more, China or Russia');
  });

  it('that asks back leaves the choices to speak', () => {
    const answer = desk.ask('how long did he stay', { now: NOW });
    expect(answer.status).toBe('ambiguous');
    expect(answer.suggestions).toEqual([]);
  });

  it('that refuses offers what lies nearest', () => {
    const answer = desk.ask('when did he visit Moscow in 2017', { now: NOW });
    expect(answer.status).toBe('not-on-record');
    expect(answer.suggestions.join()).toMatch(/Moscow|Russia/);
  });
});
