import type { Store } from '../record/store.ts';
import type { Query } from './query.ts';

/**
 * What `of` gives for a question on a record, worked out once: several frames look at the same question and ask the same of
 * it. What it gives must not be changed.
 */
export function perQuery<T>(of: (query: Query, store: Store) => T): (query: Query, store: Store) => T {
  const known = new WeakMap<Query, { store: Store; value: T }>();
  return (query, store) => {
    const before = known.get(query);
    if (before?.store === store) return before.value;
    const value = of(query, store);
    known.set(query, { store, value });
    return value;
  };
}
