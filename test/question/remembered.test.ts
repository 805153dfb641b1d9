import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/question/remembered.ts';

describe('what is remembered of words', () => {
  it('is worked out once for each word, whatever it is', () => {
    const asked: string[] = [];
    const lengthOf = remembered((word) => {
      asked.push(word);
      return word === '' ? null : word.length;
    });
    expect([lengthOf('osk'), lengthOf(''), lengthOf('osk'), lengthOf('')]).toEqual([3, null, 3, null]);
    expect(asked).toEqual(['osk', '']);
  });

  it('is neither of words longer than anybody types nor of ever more words', () => {
    let times = 0;
    const count = remembered(() => ++times);
    const long = 'a'.repeat(65);
    expect(count(long)).not.toBe(count(long));
    const first = count('first');
    for (let n = 0; n < 5000; n += 1) count(`word ${n}`);
    expect(count('first')).not.toBe(first);
  });
});
