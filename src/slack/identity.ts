import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { described, isRefusedToken, tokenAdvice } from './faults.ts';

/** Who the bot is in Slack: needed to tell its own messages and mentions from others. */
export type Identity = {
  known(): { userId: string; botId?: string } | null;
  /** Asks Slack once. True when it is known; false when Slack cannot be reached. Throws, with advice, for a refused token. */
  learn(): Promise<boolean>;
  /** Waits before the next attempt, longer each time. Throws when the adapter is ended meanwhile. */
  pause(): Promise<void>;
  end(): void;
  ended(): boolean;
};

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** Finds out who the token of this client belongs to. https://docs.slack.dev/reference/methods/auth.test */
export function identify(client: webApi.WebClient, logger: Logger): Identity {
  const over = new AbortController();
  let me: { userId: string; botId?: string } | null = null;
  let pauses = 0;
  return {
    known: () => me,
    learn: async () => {
      try {
        const { user_id: userId, bot_id: botId } = await client.auth.test();
        if (userId === undefined) throw new Error('auth.test names no user');
        me = { userId, botId };
        return true;
      } catch (error) {
        if (isRefusedToken(error)) throw new Error(tokenAdvice('bot', error), { cause: error });
        logger.warn(described(error), 'Slack cannot be reached');
        return false;
      }
    },
    pause: async () => {
      const length = Math.min(FIRST_PAUSE_MS * 2 ** pauses, LONGEST_PAUSE_MS);
      pauses += 1;
      await sleep(length, undefined, { signal: over.signal });
    },
    end: () => over.abort(),
    ended: () => over.signal.aborted,
  };
}
