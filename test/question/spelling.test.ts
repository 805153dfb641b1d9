import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexSpelling, nearestWord } from '../../src/question/names.ts';

const vocabulary = indexSpelling(() =>
  'visit visited meeting met delivered abstained abstention supplier september february when where weapons'.split(' '),
);

describe('the nearest word of a vocabulary', () => {
  it('is the word itself when it is spelt right', () => {
    expect(nearestWord('visit', vocabulary)).toEqual({ word: 'visit', edits: 0 });
  });

  it('is the one that was misspelt', () => {
    const misspelt = ['visti', 'septmber', 'febuary', 'delivred', 'wepons', 'abstaned', 'suplier', 'wehn'];
    expect(misspelt.map((word) => nearestWord(word, vocabulary)?.word)).toEqual([
      'visit',
      'september',
      'february',
      'delivered',
      'weapons',
      'abstained',
      'supplier',
      'when',
    ]);
  });

  it('is none when nothing is near, or the word is too short to tell', () => {
    expect(nearestWord('banana', vocabulary)).toBeNull();
    expect(nearestWord('mat', vocabulary)).toBeNull();
    expect(nearestWord('', vocabulary)).toBeNull();
  });

  it('is none when two are equally near, unless one of them is a common slip away', () => {
    const close = indexSpelling(() => ['where', 'there', 'sold', 'cold', 'form', 'from']);
    expect(nearestWord('fold', close)).toBeNull();
    const two = indexSpelling(() => ['vote', 'vets']);
    expect(nearestWord('vete', two)).toEqual({ word: 'vote', edits: 1 });
    const swapped = indexSpelling(() => ['host', 'hots']);
    expect(nearestWord('hotss', swapped)).toEqual({ word: 'hots', edits: 1 });
  });

  it('is found for every word of the vocabulary, and is always one of it, whatever is asked', () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'e', 'n', 'r', 's', 't'), minLength: 1, maxLength: 9 }),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(words, fc.string({ maxLength: 12 }), (list, other) => {
        const index = indexSpelling(() => list);
        for (const word of list) expect(nearestWord(word, index)).toEqual({ word, edits: 0 });
        const nearest = nearestWord(other, index);
        if (nearest !== null) expect(list).toContain(nearest.word);
      }),
    );
  });
});
