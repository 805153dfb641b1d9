import { appendFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Status } from '../answer/answer.ts';

/** A refused question as an editor needs it: what was asked and how it was read, not who asked. */
export type Unanswered = {
  /** The day it was asked, `2026-11-21`. */
  day: string;
  platform: string;
  status: Exclude<Status, 'answered'>;
  q: string;
  /** The questions before it that it follows up, oldest first; left out where it stands alone. */
  after?: string[];
  /** How it was read, in sentences. */
  reading: string[];
};

export type UnansweredLog = {
  /** Takes a question down; never waits and never throws. */
  add(entry: Unanswered): void;
  /** Settles when what was added so far is written, or is known to be lost. */
  written(): Promise<void>;
};

/** More than this waiting to be written, a few megabytes, and the disk will not catch up: what comes then is lost. */
const MOST_WAITING = 10_000;
const COMPLAIN_EVERY_MS = 60_000;

export type UnansweredOptions = {
  file: string;
  logger: Logger;
  /** The time, in milliseconds since 1970. */
  now?: () => number;
  append?: (file: string, text: string) => Promise<void>;
};

/**
 * Appends refused questions to a file, one JSON object a line, in the order in which they were asked. What cannot be
 * written, as on a full disk, is dropped, and the log says how many questions were, at most once a minute.
 */
export function openUnanswered({
  file,
  logger,
  now = Date.now,
  append = appendFile,
}: UnansweredOptions): UnansweredLog {
  let waiting: string[] = [];
  let writing: Promise<void> | undefined;
  // A write that fails may have left half a line behind, which the next one must not go on.
  let torn = false;
  let lost = 0;
  let complained = Number.NEGATIVE_INFINITY;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const lines = waiting;
      waiting = [];
      try {
        await append(file, `${torn ? '\n' : ''}${lines.join('')}`);
        torn = false;
      } catch (error) {
        torn = true;
        lost += lines.length;
        complain(error);
      }
    }
    writing = undefined;
  }

  function complain(error: unknown): void {
    if (now() - complained < COMPLAIN_EVERY_MS) return;
    complained = now();
    logger.error({ err: error, file, lost }, 'refused questions could not be written down');
    lost = 0;
  }

  return {
    add(entry) {
      if (waiting.length >= MOST_WAITING) {
        lost += 1;
        return complain(new Error(`${MOST_WAITING} refused questions are waiting to be written`));
      }
      waiting.push(`${JSON.stringify(entry)}\n`);
      writing ??= write();
    },
    written: async () => {
      await writing;
    },
  };
}
