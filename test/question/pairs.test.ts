import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameEdits } from '../../src/question/edits.ts';
import { indexPairs, nearKeys } from '../../src/question/pairs.ts';

const spelling = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'n', 'o', '1'), minLength: 1, maxLength: 16 });

describe('candidates by shared letter pairs', () => {
  it('leave out nothing that the check of a whole name would let through', () => {
    fc.assert(
      fc.property(fc.array(spelling, { maxLength: 60 }), spelling, (keys, typed) => {
        const near = nearKeys(
          indexPairs(() => keys),
          typed,
          1000,
        );
        for (const key of keys) if ((nameEdits(typed, key) ?? 0) > 0) expect(near).toContain(key);
      }),
      { numRuns: 400 },
    );
  });

  it('are few among very many', () => {
    const keys = Array.from(
      { length: 50_000 },
      (_, n) => `name${n.toString(5).replace(/\d/g, (d) => 'kptsz'[Number(d)] ?? '')}`,
    );
    const near = nearKeys(
      indexPairs(() => [...keys, 'pyongyang']),
      'pyonyang',
      30,
    );
    expect(near).toEqual(['pyongyang']);
    expect(
      nearKeys(
        indexPairs(() => keys),
        'namekptszk',
        30,
      ).length,
    ).toBeLessThanOrEqual(30);
  });
});
