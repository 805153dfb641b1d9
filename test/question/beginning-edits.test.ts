import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningEdits } from '../../src/question/beginning-edits.ts';
import { editDistance } from '../../src/question/edits.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });

function fewestOf(typed: string, name: string): number {
  return Math.min(...Array.from({ length: name.length + 1 }, (_, end) => editDistance(typed, name.slice(0, end), 9)));
}

describe('edits to the beginning of a name', () => {
  it('are the fewest to any beginning, name after name', () => {
    fc.assert(
      fc.property(word, fc.integer({ min: 1, max: 3 }), fc.array(word, { maxLength: 20 }), (typed, limit, names) => {
        const edits = beginningEdits(typed, limit);
        let before = '';
        for (const name of names.sort()) {
          const shared = [...name].findIndex((letter, at) => letter !== before[at]);
          const { fewest } = edits(name, shared < 0 ? name.length : shared);
          before = name;
          expect(Math.min(fewest, limit + 1)).toBe(Math.min(fewestOf(typed, name), limit + 1));
        }
      }),
    );
  });

  it('are too many for all names that go on from where one is dead', () => {
    const edits = beginningEdits('norland', 2);
    expect(edits('sudport', 0)).toEqual({ fewest: 6, deadAt: 3 });
    expect(edits('noxland', 0).deadAt).toBeNull();
  });
});
