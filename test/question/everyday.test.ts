import { describe, expect, it } from 'vitest';
import { isEveryday, isFunctionWord } from '../../src/question/everyday.ts';

describe('everyday words', () => {
  it('are the words of common English', () => {
    const words =
      'mosque chain when mail visit march may man turkey mug mine lance laws organ crime brick cast male us';
    expect(words.split(' ').filter((word) => !isEveryday(word))).toEqual([]);
  });

  it('are known in all their forms', () => {
    const words =
      'visits visited visiting tried stopped stopping carries biggest happier nicely leaders making kindness';
    expect(words.split(' ').filter((word) => !isEveryday(word))).toEqual([]);
  });

  it('are not names of places or persons, nor misspelt words', () => {
    const words = 'china japan moscow putin lavrov minsk whne recieved zenda';
    expect(words.split(' ').filter(isEveryday)).toEqual([]);
  });

  it('hold the function words apart, which are few', () => {
    expect(['the', 'of', 'whom', 'didnt', 'between'].every(isFunctionWord)).toBe(true);
    expect(['visit', 'country', 'general'].some(isFunctionWord)).toBe(false);
  });
});
