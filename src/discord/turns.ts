import { setImmediate, setTimeout } from 'node:timers/promises';

/** Lets work that keeps the processor busy take turns, so that what has to be sent in between is sent in time. */
export type Turns = {
  /** Resolves when it is this one's turn, first come first served, and what has to go out first has gone out. */
  take(): Promise<void>;
  /** How many wait. */
  waiting(): number;
  /** Something that has to go out before the next turn; a failure of it is its caller's. */
  first<T>(sending: Promise<T>): Promise<T>;
};

/** While Discord takes longer than this to accept something, the others do not wait for it. */
const PATIENCE_MS = 250;

export function createTurns(): Turns {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  const sendings = new Set<Promise<unknown>>();
  return {
    take() {
      waiting += 1;
      last = last.then(async () => {
        await setImmediate();
        if (sendings.size > 0) await Promise.race([Promise.allSettled([...sendings]), setTimeout(PATIENCE_MS)]);
        waiting -= 1;
      });
      return last;
    },
    waiting: () => waiting,
    async first(sending) {
      sendings.add(sending);
      try {
        return await sending;
      } finally {
        sendings.delete(sending);
      }
    },
  };
}
