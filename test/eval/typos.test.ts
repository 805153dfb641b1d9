import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom, withTypo } from '../../scripts/eval/typos.ts';
import { editDistance } from '../../src/question/edits.ts';

describe('numbers from a seed', () => {
  it('are the same for the same seed and others for another', () => {
    const take = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(take(1)).toEqual(take(1));
    expect(take(1)).not.toEqual(take(2));
  });

  it('lie from 0 up to but not at 1, evenly', () => {
    const random = seededRandom(3);
    const numbers = Array.from({ length: 2000 }, random);
    for (const number of numbers) expect(number >= 0 && number < 1).toBe(true);
    const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    expect(mean).toBeGreaterThan(0.47);
    expect(mean).toBeLessThan(0.53);
  });
});

describe('a typing error', () => {
  it('changes one word, within two letters, and never its first letter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const words = 'when was the helicopter delivered'.split(' ');
        const typed = withTypo(words.join(' '), seededRandom(seed)).split(' ');
        expect(typed).toHaveLength(words.length);
        const changed = words.filter((word, at) => typed[at] !== word);
        expect(changed.length).toBeLessThanOrEqual(1);
        for (const [at, word] of words.entries()) {
          expect(typed[at]?.[0]).toBe(word[0]);
          expect(editDistance(word, typed[at] ?? '', 3)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('falls on most questions', () => {
    const question = 'how many countries did she visit';
    const changed = Array.from({ length: 100 }, (_, seed) => withTypo(question, seededRandom(seed)) !== question);
    expect(changed.filter(Boolean).length).toBeGreaterThan(90);
  });

  it.each(['', 'so it is', '2021-06-20', 'mi-38 su30', '@everyone <@12345>', 'когда он был', '新加坡'])(
    'leaves alone what has no Latin word of five letters: %j',
    (text) => {
      for (let seed = 0; seed < 20; seed++) expect(withTypo(text, seededRandom(seed))).toBe(text);
    },
  );

  it.each(['/visits', '@benavel', '#general', 'x2021model'])('leaves commands and mentions alone: %j', (text) => {
    for (let seed = 0; seed < 20; seed++) expect(withTypo(text, seededRandom(seed))).toBe(text);
  });
});
