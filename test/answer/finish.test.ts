import { describe, expect, it } from 'vitest';
import { openDesk } from '../../src/desk.ts';
import { figureOf, TODAY, tinyRecord, visitOf } from '../tiny-record.ts';

const desk = openDesk(
  tinyRecord({
    visits: [
      visitOf({
        id: 'osk-2019',
        arrived: '2019-05-03',
        places: [{ city: 'osk', sources: ['herald-1'] }],
        sources: ['herald-1'],
      }),
      visitOf({ id: 'torvia-2022', arrived: '2022-07', sources: ['post-1'] }),
    ],
    figures: [
      figureOf({
        id: 'figure',
        value: 12,
        derivation: 'Added up from the rows of the register.',
        note: 'Without spare parts.',
      }),
    ],
  }),
);
const ask = (question: string) => desk.ask(question, { now: TODAY });

describe('a finished answer', () => {
  it('has the sources of its facts, and no others', () => {
    expect(ask('when was she in Osk').sources.map(({ id }) => id)).toEqual(['herald-1']);
    expect(
      ask('how many times has she been to Torvia')
        .sources.map(({ id }) => id)
        .sort(),
    ).toEqual(['herald-1', 'post-1']);
  });

  it('shows a source as far as it is known', () => {
    expect(ask('when was she in Osk').sources).toEqual([
      { id: 'herald-1', publisher: 'The Herald', title: null, published: null, url: null },
    ]);
  });

  it('has no sources when it refuses and offers nothing', () => {
    expect(ask('hello').sources).toEqual([]);
  });

  it('names each fact once, in the order in which it is stated', () => {
    const { facts, headline, lines } = ask('how many times has she been to Torvia');
    const stated = [...headline.facts, ...lines.flatMap((line) => line.facts)];
    expect(facts).toEqual([...new Set(stated)]);
    expect(facts).toEqual(['osk-2019', 'torvia-2022']);
  });

  it('says how a number was come by', () => {
    const { qualifications } = ask('how much did Torvia sell');
    expect(qualifications.join(' ')).toMatch(/Added up from the rows/);
    expect(qualifications.join(' ')).toMatch(/Without spare parts/);
  });

  it('tells how it was read, and whether that matters', () => {
    expect(ask('when was she in Osk in 2019').reading.join(' ')).toMatch(/Osk.*2019/);
    expect(ask('when was she in Osk').readingMatters).toBe(false);
    const mended = ask('when did she visit Trovia');
    expect(mended.readingMatters).toBe(true);
    expect(mended.reading.join(' ')).toMatch(/Read “Trovia” as torvia/i);
  });

  it('carries the question, the trail to it and the end of the record', () => {
    expect(ask('when was she in Osk')).toMatchObject({
      question: 'when was she in Osk',
      trail: ['when was she in Osk'],
      keptUpTo: '2024-06-30',
    });
  });
});
