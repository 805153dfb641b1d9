import { describe, expect, it } from 'vitest';
import { perQuery } from '../../src/question/per-query.ts';
import type { Query } from '../../src/question/query.ts';
import type { Store } from '../../src/record/store.ts';

// Only which they are matters, not what is in them.
const query = () => ({}) as Query;
const store = () => ({}) as Store;

describe('what is worked out for a question on a record', () => {
  it('is worked out once, and again for another question or another record', () => {
    let times = 0;
    const count = perQuery(() => ++times);
    const [asked, held] = [query(), store()];
    expect([count(asked, held), count(asked, held)]).toEqual([1, 1]);
    expect(count(query(), held)).toBe(2);
    expect(count(asked, store())).toBe(3);
  });
});
