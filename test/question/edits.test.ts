import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedEdits, editDistance, isCommonSlip, letterCount, nameEdits } from '../../src/question/edits.ts';

/** The same distance, written down as its definition says, for comparison. */
function plainDistance(a: string, b: string): number {
  const table: number[][] = [];
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i += 1) {
    table.push([]);
    for (let j = 0; j <= b.length; j += 1) {
      let cost = i === 0 ? j : j === 0 ? i : Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1);
      if (i > 0 && j > 0) cost = Math.min(cost, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(i - 2, j - 2) + 1);
      table[i]?.push(cost);
    }
  }
  return at(a.length, b.length);
}

describe('the distance between two spellings', () => {
  it('counts a missing, a needless, a wrong letter and a swap of two as one each', () => {
    expect(editDistance('zend', 'zenda', 3)).toBe(1);
    expect(editDistance('zennda', 'zenda', 3)).toBe(1);
    expect(editDistance('zonda', 'zenda', 3)).toBe(1);
    expect(editDistance('zedna', 'zenda', 3)).toBe(1);
  });

  it('is the textbook distance wherever that is within the limit, and the limit and one beyond it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 14 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 5 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      }),
      { numRuns: 1500 },
    );
  });

  it('copes with texts longer than any it has seen', () => {
    expect(editDistance('a'.repeat(500), `${'a'.repeat(499)}b`, 2)).toBe(1);
    expect(editDistance('a'.repeat(500), 'b'.repeat(500), 2)).toBe(3);
  });
});

describe('whether a spelling may be a name', () => {
  it('allows more slips the longer the name is', () => {
    expect([3, 4, 7, 8, 12, 13, 40].map(allowedEdits)).toEqual([0, 1, 1, 2, 2, 3, 3]);
  });

  it('counts only letters towards the length, since a model number cannot be misspelt', () => {
    expect(letterCount('jf17')).toBe(2);
    expect(nameEdits('jg17', 'jf17')).toBeNull();
  });

  it('counts the slips of a name that is near enough', () => {
    expect(nameEdits('mocsow', 'moscow')).toBe(1);
    expect(nameEdits('stpetersberg', 'stpetersburg')).toBe(1);
    expect(nameEdits('novosibrisk', 'novosibirsk')).toBe(1);
    expect(nameEdits('novosbrisk', 'novosibirsk')).toBe(2);
  });

  it('is strict with short names', () => {
    expect(nameEdits('irn', 'iran')).toBeNull();
    expect(nameEdits('inar', 'iran')).toBeNull();
    expect(nameEdits('nigerai', 'niger')).toBeNull();
  });

  it('never takes one number for another', () => {
    expect(nameEdits('resolution2668', 'resolution2669')).toBeNull();
    expect(nameEdits('orlan1', 'orlan10')).toBeNull();
    expect(nameEdits('orlen10', 'orlan10')).toBe(1);
  });

  it('believes another first letter only as the single slip in a name of six letters', () => {
    expect(nameEdits('oscow', 'moscow')).toBeNull();
    expect(nameEdits('koscow', 'moscow')).toBe(1);
    expect(nameEdits('kinsk', 'minsk')).toBeNull();
    expect(nameEdits('kovosibrisk', 'novosibirsk')).toBeNull();
  });
});

describe('the commonest slips', () => {
  it('are swaps of neighbours, one vowel for another, and doubled letters', () => {
    expect(isCommonSlip('mocsow', 'moscow')).toBe(true);
    expect(isCommonSlip('mascow', 'moscow')).toBe(true);
    expect(isCommonSlip('mosscow', 'moscow')).toBe(true);
    expect(isCommonSlip('brusels', 'brussels')).toBe(true);
  });

  it('are not other letters, nor letters left out', () => {
    expect(isCommonSlip('moskow', 'moscow')).toBe(false);
    expect(isCommonSlip('mosow', 'moscow')).toBe(false);
    expect(isCommonSlip('moscowa', 'moscow')).toBe(false);
  });
});
