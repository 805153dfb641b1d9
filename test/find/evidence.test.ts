import { describe, expect, it } from 'vitest';
import { findFacts, nearestFacts } from '../../src/find/evidence.ts';
import { makeReader, readQuestion } from '../../src/question/read.ts';
import { eventOf, figureOf, measureOf, storeOf, TODAY, visitOf } from '../tiny-record.ts';

const store = storeOf({
  visits: [visitOf({ id: 'visit', arrived: '2022-07', purpose: 'Opening of a lighthouse.' })],
  events: [
    eventOf({
      id: 'treaty',
      date: '2019-05-04',
      actors: ['norland', 'torvia'],
      text: 'Norland and Torvia signed a fishing treaty for 20 years.',
    }),
    eventOf({ id: 'wreck', date: '2022-03-04', text: 'The ferry Sola sank off Noran and 43 people drowned.' }),
    eventOf({
      id: 'strike',
      date: '2022',
      text: 'Dockers stopped work in Noran.',
      also: ['Bo Lund called it a warning.'],
    }),
  ],
  figures: [figureOf({ id: 'figure', value: 12 })],
  measures: [measureOf({ id: 'measure', votes: { notable: { calmar: 'against' } } })],
});
const reader = makeReader(store);
const ambient = new Set([store.record.meta.home, store.record.meta.subject]);
const find = (question: string) => findFacts(readQuestion(question, TODAY, reader).query, store, ambient);
const settled = (question: string) => find(question).map(({ doc }) => doc.fact.id);

describe('the facts that fit a question', () => {
  it.each<[string, string]>([
    ['when was the fishing treaty signed', 'treaty'],
    ['when did Norland sign a treaty with Torvia', 'treaty'],
    ['how many people drowned when the ferry sank', 'wreck'],
    ['what happened to the Sola', 'wreck'],
    ['what did Lund call a warning', 'strike'],
    ['who opened a lighthouse', 'visit'],
  ])('%s', (question, id) => {
    expect(settled(question)[0]).toBe(id);
  });

  it.each([
    'when was the mining treaty signed',
    'when did Calmar sign a fishing treaty',
    'fishing treaty of 2020',
    'how many people drowned in Osk',
    'when did the zorblatt sink',
    'when did 4400 people drown',
    'what did Marr say about the dockers',
  ])('%s: none', (question) => {
    expect(settled(question)).toEqual([]);
  });

  it('are left out when they lie outside the period', () => {
    expect(find('what happened in 2019').map(({ doc }) => doc.fact.id)).toContain('treaty');
    expect(find('what happened in 2019').map(({ doc }) => doc.fact.id)).not.toContain('wreck');
  });

  it('are told apart where they only may lie in it', () => {
    const fits = new Map(
      find('what happened in March 2022').map(({ doc, uncertainDate }) => [doc.fact.id, uncertainDate]),
    );
    expect(fits.get('wreck')).toBe(false);
    expect(fits.get('strike')).toBe(true);
  });

  it('may be limited to kinds', () => {
    const { query } = readQuestion('Norland', TODAY, reader);
    expect(findFacts(query, store, ambient, ['figure']).map(({ doc }) => doc.fact.kind)).toEqual(['figure']);
  });

  it('come best first, and the same every time', () => {
    const scores = find('treaty with Torvia').map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(settled('treaty with Torvia')).toEqual(settled('treaty with Torvia'));
  });

  it('are not to be confused with the nearest, which may lack what was asked', () => {
    const { query } = readQuestion('when was the mining treaty with Torvia signed', TODAY, reader);
    expect(nearestFacts(query, store, ambient, 1)[0]?.doc.fact.id).toBe('treaty');
  });
});
