import { describe, expect, it } from 'vitest';
import { findPeriods } from '../../../src/question/periods.ts';
import { wordsOf } from '../../../src/question/words.ts';

type Kind = 'exact' | 'loose' | 'ambiguous' | 'none';

// Phrases on which ready-made parsers of dates were compared; no wrong interval is allowed.
const PHRASES: readonly [text: string, from: string | null, to: string | null, kind: Kind][] = [
  ['did he go to China in 2023?', '2023-01-01', '2023-12-31', 'exact'],
  ['how much did Russia sell since 1999', '1999-01-01', null, 'exact'],
  ['how much was sold before 2010', null, '2009-12-31', 'exact'],
  ['sales between 2001 and 2020', '2001-01-01', '2020-12-31', 'exact'],
  ['arms deliveries from 2015 to 2019', '2015-01-01', '2019-12-31', 'exact'],
  ['deliveries 2015-2019', '2015-01-01', '2019-12-31', 'exact'],
  ['where was he in June 2021', '2021-06-01', '2021-06-30', 'exact'],
  ['visit of 20 June 2021', '2021-06-20', '2021-06-20', 'exact'],
  ['visit on June 20, 2021', '2021-06-20', '2021-06-20', 'exact'],
  ['on 5/9/2022 he was in', null, null, 'ambiguous'],
  ['on 2022-09-05', '2022-09-05', '2022-09-05', 'exact'],
  ['in early 2021', '2021-01-01', '2021-04-30', 'loose'],
  ['at the end of 2022', '2022-09-01', '2022-12-31', 'loose'],
  ['in the first half of 2022', '2022-01-01', '2022-06-30', 'exact'],
  ['in the second quarter of 2022', '2022-04-01', '2022-06-30', 'exact'],
  ['Q3 2022', '2022-07-01', '2022-09-30', 'exact'],
  ['in the 1990s', '1990-01-01', '1999-12-31', 'exact'],
  ['in summer 2022', '2022-06-01', '2022-08-31', 'exact'],
  ['last year', '2023-01-01', '2023-12-31', 'exact'],
  ['this year', '2024-01-01', '2024-12-31', 'exact'],
  ['in the last three years', '2021-06-15', '2024-06-15', 'loose'],
  ['two years ago', '2022-01-01', '2022-12-31', 'loose'],
  ['last month', '2024-05-01', '2024-05-31', 'exact'],
  ['in September', '2023-09-01', '2023-09-30', 'loose'],
  ['after March 2021', '2021-04-01', null, 'exact'],
  ['since the coup of 1 February 2021', '2021-02-01', null, 'exact'],
  ['until 2020', null, '2020-12-31', 'exact'],
  ['from June to September 2022', '2022-06-01', '2022-09-30', 'exact'],
  ['between 20 and 27 June 2021', '2021-06-20', '2021-06-27', 'exact'],
  ['20-27 June 2021', '2021-06-20', '2021-06-27', 'exact'],
  ['in septmber 2022', '2022-09-01', '2022-09-30', 'exact'],
  ['in febuary 2018', '2018-02-01', '2018-02-28', 'exact'],
  ['Sept. 2022', '2022-09-01', '2022-09-30', 'exact'],
  ['on the 20th of June 2021', '2021-06-20', '2021-06-20', 'exact'],
  ['in 2021-06', '2021-06-01', '2021-06-30', 'exact'],
  ["in '99", '1999-01-01', '1999-12-31', 'exact'],
  ['what did Russia sell in 2014 and 2015', '2014-01-01', '2015-12-31', 'exact'],
  ['Army-2022 forum', null, null, 'none'],
  ['who may visit', null, null, 'none'],
  ['the march in Yangon', null, null, 'none'],
  ['1.5 billion since 1999', '1999-01-01', null, 'exact'],
  ['how many Su-30 in total', null, null, 'none'],
];

describe('the phrases of the comparison of date parsers, asked on 15 June 2024', () => {
  it.each(PHRASES)('%s', (text, from, to, kind) => {
    const { periods, ambiguous } = findPeriods(wordsOf(text), '2024-06-15');
    if (kind === 'none') {
      expect({ periods, ambiguous }).toEqual({ periods: [], ambiguous: [] });
    } else if (kind === 'ambiguous') {
      expect(periods).toEqual([]);
      expect(ambiguous).toHaveLength(1);
      expect(new Set(ambiguous[0]?.readings.map((reading) => reading.from)).size).toBe(2);
    } else {
      const starts = periods.map(({ period }) => period.from);
      const ends = periods.map(({ period }) => period.to);
      expect(ambiguous).toEqual([]);
      expect(starts.includes(null) ? null : starts.sort()[0]).toBe(from);
      expect(ends.includes(null) ? null : ends.sort().at(-1)).toBe(to);
      expect(periods.every(({ loose }) => loose === (kind === 'loose'))).toBe(true);
    }
  });
});
