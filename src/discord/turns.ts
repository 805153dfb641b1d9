import { setImmediate } from 'node:timers/promises';

/** Lets work that keeps the processor busy take turns, so that what one has answered is sent before the next one thinks. */
export type Turns = {
  /** Resolves when it is this one's turn, first come first served. */
  take(): Promise<void>;
  /** How many wait. */
  waiting(): number;
};

export function createTurns(): Turns {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    take() {
      waiting += 1;
      last = last.then(async () => {
        await setImmediate();
        waiting -= 1;
      });
      return last;
    },
    waiting: () => waiting,
  };
}
