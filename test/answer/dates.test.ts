import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/answer/dates.ts';

describe('a date of the record in words', () => {
  it.each([
    ['2021-06-20', '20 June 2021'],
    ['2021-06-05', '5 June 2021'],
    ['2021-06', 'June 2021'],
    ['2021', '2021'],
  ])('says %s as %s, no more precisely than it was reported', (date, words) => {
    expect(formatDate(date)).toBe(words);
  });

  it('leaves alone what is no such date', () => {
    expect(formatDate('spring 2021')).toBe('spring 2021');
    expect(formatDate('2021-13')).toBe('2021');
  });
});
