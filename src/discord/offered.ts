import { LRUCache } from 'lru-cache';

/** What was last offered to whom while they typed, so that a question that was picked is known from one that was typed. */
export type Offered = {
  remember(user: string, offers: readonly string[]): void;
  /** Whether this was among what this person was offered last, for this command or another. */
  has(user: string, value: string): boolean;
};

const MOST_USERS = 1_000;
/** Picking takes seconds; after this long the same words are a question of their own. */
const KEPT_MS = 5 * 60_000;
/** Clients ask anew at each letter, and what was picked may be from the list before the last. */
const LISTS_KEPT = 3;

export function createOffered(): Offered {
  const lists = new LRUCache<string, (readonly string[])[]>({ max: MOST_USERS, ttl: KEPT_MS });
  return {
    remember: (user, offers) => void lists.set(user, [offers, ...(lists.get(user) ?? [])].slice(0, LISTS_KEPT)),
    has: (user, value) => lists.get(user)?.some((offers) => offers.includes(value)) ?? false,
  };
}
