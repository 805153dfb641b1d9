import { describe, expect, it } from 'vitest';
import { affinity } from '../../src/find/affinity.ts';
import { conceptsOf, conceptWords } from '../../src/question/lexicon.ts';
import { factsOf } from '../../src/record/facts.ts';
import { loadRecord } from '../../src/record/load.ts';
import { sortOf } from '../../src/record/sorts.ts';

describe('how well a kind of fact suits a notion', () => {
  it('is the same for all facts of one sort', async () => {
    const concepts = new Set([...conceptWords()].flatMap((word) => conceptsOf(word)));
    expect(concepts.size).toBeGreaterThan(30);
    const bySort = new Map<string, number[]>();
    for (const fact of factsOf((await loadRecord('seeds')).record)) {
      const suits = [...concepts].map((concept) => affinity(concept, fact));
      expect(suits).toEqual(bySort.get(sortOf(fact)) ?? suits);
      bySort.set(sortOf(fact), suits);
    }
  });
});
