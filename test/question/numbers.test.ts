import { describe, expect, it } from 'vitest';
import { numberOf, ordinalOf } from '../../src/question/numbers.ts';

describe('a number', () => {
  it.each([
    ['zero', 0],
    ['one', 1],
    ['nine', 9],
    ['twelve', 12],
    ['twenty', 20],
    ['ninety', 90],
    ['once', 1],
    ['twice', 2],
    ['dozen', 12],
    ['7', 7],
    ['1,000', 1000],
    ['109604', 109604],
  ])('is read from “%s”', (word, value) => {
    expect(numberOf(word)).toBe(value);
  });

  it.each(['1.5', 'first', '1st', 'many', 'a', '', '1,00', 'onе', 'su30'])('is not in “%s”', (word) => {
    expect(numberOf(word)).toBeNull();
  });
});

describe('an ordinal', () => {
  it.each([
    ['first', 1],
    ['1st', 1],
    ['second', 2],
    ['2nd', 2],
    ['third', 3],
    ['eighth', 8],
    ['twelfth', 12],
    ['twentieth', 20],
    ['20th', 20],
    ['43rd', 43],
  ])('is read from “%s”', (word, place) => {
    expect(ordinalOf(word)).toBe(place);
  });

  it.each(['last', 'one', '1', '0th', 'seconds', 'th', ''])('is not in “%s”', (word) => {
    expect(ordinalOf(word)).toBeNull();
  });
});
