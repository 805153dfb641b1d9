import type { Memory } from '../answer/respond.ts';
import type { Store } from '../record/store.ts';
import type { Query } from './query.ts';

/** A question with what earlier turns said put in where it leaves something out. */
export function readFollowUp(query: Query, memory: Memory, store: Store): { query: Query; isFollowUp: boolean } {
  void memory;
  void store;
  return { query, isFollowUp: false };
}
