import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

/** How long a call may be put off by Slack altogether before its asker is told that it failed. */
const LONGEST_WAIT_MS = 60_000;
/** Calls that were refused together do not come back together. */
const SPREAD_MS = 400;

/**
 * Makes a call, and again each time after the pause that Slack asks for with a 429. A call so refused was not carried out, so
 * nothing appears twice. The client must be made with `rejectRateLimitedCalls`: its own waiting counts such a pause as one of
 * its few attempts and holds up every other call. https://docs.slack.dev/apis/web-api/rate-limits
 *
 * @throws what the call throws; the refusal itself when the pauses add up to more than a minute.
 */
export async function unhurried<T>(call: () => Promise<T>): Promise<T> {
  for (let waited = 0; ; ) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof webApi.WebAPIRateLimitedError)) throw error;
      const pause = error.retryAfter * 1000 + Math.random() * SPREAD_MS;
      waited += pause;
      if (waited > LONGEST_WAIT_MS) throw error;
      // Not a reason for the process to stay alive.
      await sleep(pause, undefined, { ref: false });
    }
  }
}
