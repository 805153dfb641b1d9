import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPeriods, type PeriodMention } from '../../src/question/periods.ts';
import { wordsOf } from '../../src/question/words.ts';

const TODAY = '2024-06-15';

function found(text: string, today = TODAY): PeriodMention[] {
  const { periods, ambiguous } = findPeriods(wordsOf(text), today);
  expect(ambiguous).toEqual([]);
  return periods;
}

/** The one period of a text, as `from..to relation`; open ends are empty. */
function read(text: string, today = TODAY): string {
  return found(text, today)
    .map(({ period, relation }) => `${period.from ?? ''}..${period.to ?? ''} ${relation}`)
    .join(' + ');
}

describe('years', () => {
  it.each([
    ['visits in 2023', '2023-01-01..2023-12-31 in'],
    ['belarus 2014, when exactly', '2014-01-01..2014-12-31 in'],
    ['2022: how many times abroad?', '2022-01-01..2022-12-31 in'],
    ["in '99", '1999-01-01..1999-12-31 in'],
    ["the 2021 coup's leader", '2021-01-01..2021-12-31 in'],
    ["2021's visits", '2021-01-01..2021-12-31 in'],
    ['in the year 2021', '2021-01-01..2021-12-31 in'],
    ['around 2015', '2015-01-01..2015-12-31 in'],
    ['in 2022 or 2023', '2022-01-01..2022-12-31 in + 2023-01-01..2023-12-31 in'],
    ['in 2014, 2015 and 2016', '2014-01-01..2014-12-31 in + 2015-01-01..2015-12-31 in + 2016-01-01..2016-12-31 in'],
    ['imports 2025 against 2024', '2025-01-01..2025-12-31 in + 2024-01-01..2024-12-31 in'],
    ['more in 2021 than 2020', '2021-01-01..2021-12-31 in + 2020-01-01..2020-12-31 in'],
    ['WHO SOLD ARMS TO THE ARMY 2021', '2021-01-01..2021-12-31 in'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('ranges', () => {
  it.each([
    ['2015-2019', '2015-01-01..2019-12-31 between'],
    ['2015–19', '2015-01-01..2019-12-31 between'],
    ['sales 2015-19', '2015-01-01..2019-12-31 between'],
    ['2015 - 2019', '2015-01-01..2019-12-31 between'],
    ['from 2010 until 2019', '2010-01-01..2019-12-31 between'],
    ['from 2010 through 2019', '2010-01-01..2019-12-31 between'],
    ['between the years 2014 and 2016', '2014-01-01..2016-12-31 between'],
    ['in the period 2010-2019', '2010-01-01..2019-12-31 between'],
    ['between 2020 and 2001', '2001-01-01..2020-12-31 between'],
    ['between March and June 2025', '2025-03-01..2025-06-30 between'],
    ['between November and February 2022', '2021-11-01..2022-02-28 between'],
    ['from June 2021 to September 2022', '2021-06-01..2022-09-30 between'],
    ['from June 2021 to September', '2021-06-01..2021-09-30 between'],
    ['from November 2021 to February', '2021-11-01..2022-02-28 between'],
    ['June-September 2022', '2022-06-01..2022-09-30 between'],
    ['20-27 June 2021', '2021-06-20..2021-06-27 between'],
    ['from June 20 to 27, 2021', '2021-06-20..2021-06-27 between'],
    ['June 20-27, 2021', '2021-06-20..2021-06-27 between'],
    ['28 June - 3 July 2021', '2021-06-28..2021-07-03 between'],
    ['the 20th to the 27th of June 2021', '2021-06-20..2021-06-27 between'],
    ['from 13 to 19 June', '2024-06-13..2024-06-19 between'],
    ['2021-06-20/2021-06-27', '2021-06-20..2021-06-27 between'],
    ["between '99 and '03", '1999-01-01..2003-12-31 between'],
    ['from mid-2021 to early 2022', '2021-05-01..2022-04-30 between'],
    ['from 2015 to today', '2015-01-01..2024-06-15 between'],
    ['2021-present', '2021-01-01..2024-06-15 between'],
    ['betwen 2001 and 2020', '2001-01-01..2020-12-31 between'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('open ends', () => {
  it.each([
    ['since 1999', '1999-01-01.. since'],
    ['since at least 2014', '2014-01-01.. since'],
    ['after March 2021', '2021-04-01.. after'],
    ['after 20 June 2021', '2021-06-21.. after'],
    ['post-2021', '2022-01-01.. after'],
    ['before 2010', '..2009-12-31 before'],
    ['prior to 5 May 2022', '..2022-05-04 before'],
    ['until 2020', '..2020-12-31 until'],
    ['till June 2020', '..2020-06-30 until'],
    ['up to 2019', '..2019-12-31 until'],
    ['by the end of 2023', '..2023-12-31 until'],
    ['until the end of June 2022', '..2022-06-30 until'],
    ['before the end of 2022', '..2022-12-31 before'],
    ['since the beginning of 2021', '2021-01-01.. since'],
    ['since the end of the nineties', '1997-01-01.. since'],
    ['from 2015 onwards', '2015-01-01.. since'],
    ['from 2015 on', '2015-01-01.. since'],
    ['2015 or later', '2015-01-01.. since'],
    ['2015 and before', '..2015-12-31 until'],
    ['not before 2020', '2020-01-01.. since'],
    ['in or after 2020', '2020-01-01.. since'],
    ['later than 2000', '2001-01-01.. after'],
    ['as of September 2022', '..2022-09-30 until'],
    ['from the coup to the end of 2022', '..2022-12-31 until'],
    ['from June 2021 to the coup', '2021-06-01.. since'],
    ['between the coup and June 2022', '..2022-06-30 until'],
    ['after March and before June 2021', '2021-04-01.. after + ..2021-05-31 before'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('count in the period of what happened within it', () => {
    expect(read('since the coup of 1 February 2021')).toBe('2021-02-01.. since');
    expect(read('after the coup of 1 February 2021')).toBe('2021-02-02.. after');
    expect(read('after the 2021 coup')).toBe('2021-01-01.. after');
    expect(read('before the October 2024 summit')).toBe('..2024-10-31 before');
    expect(found('after the 2021 coup')[0]?.loose).toBe(true);
    expect(found('since the coup of 1 February 2021')[0]?.loose).toBe(false);
  });

  it('are taken from a lone “from” with a year, and the note says so', () => {
    expect(found('deliveries from 2015')[0]).toMatchObject({
      relation: 'since',
      loose: true,
      note: '“from” read as “since”',
    });
    expect(found('the report from June 2021')[0]).toMatchObject({
      relation: 'in',
      loose: true,
      note: '“from” read as “in”',
    });
  });
});

describe('days and months', () => {
  it.each([
    ['visit of 20 June 2021', '2021-06-20..2021-06-20 on'],
    ['on June 20, 2021', '2021-06-20..2021-06-20 on'],
    ['June 20,2021', '2021-06-20..2021-06-20 on'],
    ['the 20th of June 2021', '2021-06-20..2021-06-20 on'],
    ['June 20th, 2021', '2021-06-20..2021-06-20 on'],
    ['on the first of June 2021', '2021-06-01..2021-06-01 on'],
    ['on Sunday, 20 June 2021', '2021-06-20..2021-06-20 on'],
    ['sat 19 jun 2021', '2021-06-19..2021-06-19 on'],
    ['2021-06-20', '2021-06-20..2021-06-20 on'],
    ['20.06.2021', '2021-06-20..2021-06-20 on'],
    ['20/6/2021', '2021-06-20..2021-06-20 on'],
    ['5/5/2022', '2022-05-05..2022-05-05 on'],
    ['20jun2021', '2021-06-20..2021-06-20 on'],
    ['visit in 2021 on 20 June', '2021-06-20..2021-06-20 on'],
    ['on 20 and 27 June 2021', '2021-06-20..2021-06-20 on + 2021-06-27..2021-06-27 on'],
    ['June 20 and 27, 2021', '2021-06-20..2021-06-20 on + 2021-06-27..2021-06-27 on'],
    ['in June 2021', '2021-06-01..2021-06-30 in'],
    ['June, 2021', '2021-06-01..2021-06-30 in'],
    ["June '21", '2021-06-01..2021-06-30 in'],
    ['Sept. 2022', '2022-09-01..2022-09-30 in'],
    ['2021 June', '2021-06-01..2021-06-30 in'],
    ['06/2021', '2021-06-01..2021-06-30 in'],
    ['in June in 2021', '2021-06-01..2021-06-30 in'],
    [
      'in June, July and August 2021',
      '2021-06-01..2021-06-30 in + 2021-07-01..2021-07-31 in + 2021-08-01..2021-08-31 in',
    ],
    ['June/July 2021', '2021-06-01..2021-06-30 in + 2021-07-01..2021-07-31 in'],
    ['June 2021 and July', '2021-06-01..2021-06-30 in + 2021-07-01..2021-07-31 in'],
    ['march 2021', '2021-03-01..2021-03-31 in'],
    ['may 2025', '2025-05-01..2025-05-31 in'],
    ['who may visit in may 2021', '2021-05-01..2021-05-31 in'],
    ['Su-30 June 2021', '2021-06-01..2021-06-30 in'],
    ['the day after 20 June 2021', '2021-06-21..2021-06-21 on'],
    ['in the week of 20 June 2021', '2021-06-20..2021-06-26 in'],
    ['in the week of 23 June 2021', '2021-06-21..2021-06-27 in'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('without a year are the last that have begun, and name their months', () => {
    expect(found('in September')[0]).toMatchObject({ relative: true, loose: true, months: [9] });
    expect(read('in September')).toBe('2023-09-01..2023-09-30 in');
    expect(read('in june')).toBe('2024-06-01..2024-06-30 in');
    expect(read('20 june')).toBe('2023-06-20..2023-06-20 on');
    expect(read('29 February')).toBe('2024-02-29..2024-02-29 on');
    expect(found('between May and June')[0]?.months).toEqual([5, 6]);
    expect(found('in September 2022')[0]?.months).toBeUndefined();
    expect(read('in may')).toBe('2024-05-01..2024-05-31 in');
    expect(read('on march 5')).toBe('2024-03-05..2024-03-05 on');
  });

  it('say when the weekday is another', () => {
    expect(found('Sunday 21 June 2021')[0]?.note).toBe('2021-06-21 was a Monday');
  });
});

describe('pieces of periods', () => {
  it.each([
    ['in early 2021', '2021-01-01..2021-04-30 in'],
    ['mid-2021', '2021-05-01..2021-08-31 in'],
    ['at the end of 2022', '2022-09-01..2022-12-31 in'],
    ['at the start of April 2025', '2025-04-01..2025-04-10 in'],
    ['in the middle of March 2022', '2022-03-11..2022-03-20 in'],
    ['late February 2024', '2024-02-21..2024-02-29 in'],
    ['late spring 2022', '2022-05-01..2022-05-31 in'],
    ['the late 1990s', '1997-01-01..1999-12-31 in'],
    ['early and late 2021', '2021-01-01..2021-12-31 in'],
    ['in the first half of 2022', '2022-01-01..2022-06-30 in'],
    ['second half of June 2021', '2021-06-16..2021-06-30 in'],
    ['H1 2022', '2022-01-01..2022-06-30 in'],
    ['Q3 2022', '2022-07-01..2022-09-30 in'],
    ['2022-Q3', '2022-07-01..2022-09-30 in'],
    ['third quarter of 2022', '2022-07-01..2022-09-30 in'],
    ['last quarter of 2022', '2022-10-01..2022-12-31 in'],
    ['Q1 and Q2 2022', '2022-01-01..2022-03-31 in + 2022-04-01..2022-06-30 in'],
    ['first three months of 2021', '2021-01-01..2021-03-31 in'],
    ['last day of February 2024', '2024-02-29..2024-02-29 on'],
    ['first week of May 2021', '2021-05-01..2021-05-07 in'],
    ['summer 2022', '2022-06-01..2022-08-31 in'],
    ['the winter of 2021/22', '2021-12-01..2022-02-28 in'],
    ['in the 1990s', '1990-01-01..1999-12-31 in'],
    ['the 90s', '1990-01-01..1999-12-31 in'],
    ['in the nineties', '1990-01-01..1999-12-31 in'],
    ['the second half of last year', '2023-07-01..2023-12-31 in'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('are loose where their bounds are a matter of taste', () => {
    const loose = (text: string) => found(text)[0]?.loose;
    expect(['in early 2021', 'at the end of 2022', 'in summer', 'last decade'].map(loose)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['summer 2022', 'Q3 2022', 'first half of 2022', 'the 1990s'].map(loose)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('of a fiscal year run from April to March and say so', () => {
    const expected = {
      period: { from: '2023-04-01', to: '2024-03-31' },
      note: 'FY2023 read as April 2023 to March 2024',
    };
    for (const text of ['FY2023', 'fy 2023', 'in fiscal year 2023', 'fiscal 2023', 'financial year 2023']) {
      expect(found(text)[0]).toMatchObject(expected);
    }
    expect(read('fy 22/23')).toBe('2022-04-01..2023-03-31 in');
    expect(read('Q1 FY2023')).toBe('2023-04-01..2023-06-30 in');
  });
});

describe('periods that depend on today', () => {
  it.each([
    ['today', '2024-06-15..2024-06-15 on'],
    ['yesterday', '2024-06-14..2024-06-14 on'],
    ['the day before yesterday', '2024-06-13..2024-06-13 on'],
    ['last week', '2024-06-03..2024-06-09 in'],
    ['this month', '2024-06-01..2024-06-30 in'],
    ['last month', '2024-05-01..2024-05-31 in'],
    ['last year', '2023-01-01..2023-12-31 in'],
    ["this year's visits", '2024-01-01..2024-12-31 in'],
    ['next year', '2025-01-01..2025-12-31 in'],
    ['the year before last', '2022-01-01..2022-12-31 in'],
    ['in the past year', '2023-06-15..2024-06-15 in'],
    ['in the last three years', '2021-06-15..2024-06-15 in'],
    ['over the last couple of years', '2022-06-15..2024-06-15 in'],
    ['in the last 18 months', '2022-12-15..2024-06-15 in'],
    ['over the past decade', '2014-06-15..2024-06-15 in'],
    ['this decade', '2020-01-01..2029-12-31 in'],
    ['two years ago', '2022-01-01..2022-12-31 in'],
    ['a month ago', '2024-05-01..2024-05-31 in'],
    ['half a year ago', '2023-12-01..2023-12-31 in'],
    ['three days ago', '2024-06-12..2024-06-12 on'],
    ['so far this year', '2024-01-01..2024-06-15 in'],
    ['this year so far', '2024-01-01..2024-06-15 in'],
    ['in September last year', '2023-09-01..2023-09-30 in'],
    ['June this year', '2024-06-01..2024-06-30 in'],
    ['last September', '2023-09-01..2023-09-30 in'],
    ['last summer', '2023-06-01..2023-08-31 in'],
    ['next spring', '2025-03-01..2025-05-31 in'],
    ['since last year', '2023-01-01.. since'],
    ['before last year', '..2022-12-31 before'],
    ['early last year', '2023-01-01..2023-04-30 in'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(found(text).every(({ relative }) => relative)).toBe(true);
  });

  it('move with today', () => {
    expect(read('in September last year', '2026-11-21')).toBe('2025-09-01..2025-09-30 in');
    expect(read('last June', '2026-11-21')).toBe('2026-06-01..2026-06-30 in');
    expect(read('in the last month', '2024-03-31')).toBe('2024-02-29..2024-03-31 in');
    expect(found('in 2021', '2026-11-21')[0]?.relative).toBe(false);
  });
});

describe('misspelt words of time', () => {
  it.each([
    ['in septmber 2022', '2022-09-01..2022-09-30 in'],
    ['in febuary 2018', '2018-02-01..2018-02-28 in'],
    ['feburary 2018', '2018-02-01..2018-02-28 in'],
    ['untill 2020', '..2020-12-31 until'],
    ['befor 2010', '..2009-12-31 before'],
    ['sicne 1999', '1999-01-01.. since'],
    ['last yaer', '2023-01-01..2023-12-31 in'],
    ['yesteday', '2024-06-14..2024-06-14 on'],
    ['fiscl year 2022', '2022-04-01..2023-03-31 in'],
    ['secnd qurater of 2022', '2022-04-01..2022-06-30 in'],
    ['in the ninties', '1990-01-01..1999-12-31 in'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('leave a range unread rather than guess its other end', () => {
    expect(read('from april to jne 2021')).toBe('2021-01-01..2021-12-31 in');
    expect(read('between march and jule 2025')).toBe('2025-01-01..2025-12-31 in');
  });
});

describe('what is said twice', () => {
  it.each([
    ['5/9/2022', '2022-09-05..2022-09-05', '2022-05-09..2022-05-09'],
    ['5-9-2022', '2022-09-05..2022-09-05', '2022-05-09..2022-05-09'],
    ['before 5/9/2022', '..2022-09-04', '..2022-05-08'],
    ['2010-12', '2010-12-01..2010-12-31', '2010-01-01..2012-12-31'],
    ['from 5/9/2022 to 7/9/2022', '2022-09-05..2022-09-07', '2022-05-09..2022-07-09'],
    ['sep-22', '2023-09-22..2023-09-22', '2022-09-01..2022-09-30'],
  ])('%s is asked back', (text, first, second) => {
    const { periods, ambiguous } = findPeriods(wordsOf(text), TODAY);
    expect(periods).toEqual([]);
    expect(ambiguous[0]?.readings.map(({ from, to }) => `${from ?? ''}..${to ?? ''}`)).toEqual([first, second]);
    expect(ambiguous[0]).toMatchObject({ start: 0, end: wordsOf(text).length, text });
  });

  it('is asked back when a year follows a month in a list', () => {
    const { periods, ambiguous } = findPeriods(wordsOf('in June 2021 and 2022'), TODAY);
    expect(periods.map(({ text }) => text)).toEqual(['in June 2021']);
    expect(ambiguous[0]?.readings).toContainEqual({ from: '2022-06-01', to: '2022-06-30' });
  });
});

describe('a mention', () => {
  it('reaches from its preposition to its last word and keeps the text as typed', () => {
    const words = wordsOf('Where was he between March and  June 2025, please?');
    const [mention] = findPeriods(words, TODAY).periods;
    expect(mention).toMatchObject({ start: 3, end: 8, text: 'between March and  June 2025', grain: 'span' });
    expect(words.slice(8).map(({ norm }) => norm)).toEqual(['please']);
  });

  it('has the grain of what was named', () => {
    const grains = ['20 June 2021', 'June 2021', 'Q3 2022', 'H1 2022', 'summer 2022', '2022', 'the 1990s', '2015-2019'];
    const expected = ['day', 'month', 'quarter', 'half', 'season', 'year', 'decade', 'span'];
    expect(grains.map((text) => found(text)[0]?.grain)).toEqual(expected);
  });
});

describe('any words at all', () => {
  const vocabulary = (
    'in on since after before until between from to and or by the of a last next this year years month week days ago ' +
    'early late mid end start first second half quarter Q3 FY2023 fiscal 2021 2015 1999 99 20 27 3 31 June may march ' +
    'february 29 Sunday summer winter 1990s nineties so far today couple few 999 decades years three before following whole 06 week H1 winter at least 1.2.2021 5/9/2022 2021-06-20 20th Moscow visit'
  ).split(' ');
  const text = fc
    .array(fc.tuple(fc.constantFrom(...vocabulary), fc.constantFrom(' ', ' ', ' ', '-', ', ', '/', ' – ', ". '", '? ')))
    .map((pairs) => pairs.flat().join(''));

  const holds = (question: string, today: string): void => {
    const words = wordsOf(question);
    const { periods, ambiguous } = findPeriods(words, today);
    for (const { period } of periods) if (period.from && period.to) expect(period.from <= period.to).toBe(true);
    for (const { readings } of ambiguous) expect(readings.length).toBeGreaterThan(1);
    const spans = [...periods, ...ambiguous].sort((a, b) => a.start - b.start);
    let end = 0;
    for (const span of spans) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      expect(span.end).toBeGreaterThan(span.start);
      end = span.end;
    }
    expect(end).toBeLessThanOrEqual(words.length);
  };

  it('give periods in order, without overlap, their ends the right way round', () => {
    fc.assert(fc.property(text, fc.constantFrom('2024-06-15', '2024-02-29', '2026-12-31'), holds), { numRuns: 1500 });
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.constant(TODAY), holds));
  });

  it('take no longer than their number asks for', () => {
    const words = wordsOf('20 and june or since 2021 - '.repeat(70));
    const begun = performance.now();
    findPeriods(words, TODAY);
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it('need a day to be asked on', () => {
    expect(() => findPeriods(wordsOf('last year'), 'today')).toThrow(RangeError);
  });
});
