import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Command } from '../../commands/command.ts';
import type { Desk } from '../desk.ts';
import type { SlackMessage } from './blocks.ts';
import { described, faultId } from './faults.ts';
import { failureNote } from './notes.ts';
import type { Threads } from './threads.ts';
import type { Throttle } from './throttle.ts';

/** What every listener works with. Listeners hold no state of their own. */
export type Bot = {
  desk: () => Desk;
  commands: readonly Command[];
  logger: Logger;
  client: webApi.WebClient;
  /** The bot's own user id. */
  user: () => string;
  followThreads: boolean;
  threads: Threads;
  once: (...names: (string | undefined)[]) => boolean;
  throttle: Throttle;
  /** What is being worked on; `stop` waits for it. */
  inFlight: Set<Promise<void>>;
};

/**
 * Does one piece of work to its end. A failure is logged with an id, and the asker is told the same id through `tell`;
 * if that fails as well, the log says so. Never rejects.
 */
export function guarded(
  bot: Bot,
  what: string,
  work: () => Promise<void>,
  tell: (message: SlackMessage) => Promise<void>,
): Promise<void> {
  const done = attempt(bot, what, work, tell).finally(() => bot.inFlight.delete(done));
  bot.inFlight.add(done);
  return done;
}

async function attempt(
  bot: Bot,
  what: string,
  work: () => Promise<void>,
  tell: (message: SlackMessage) => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const id = faultId();
    bot.logger.error({ id, what, ...described(error) }, 'could not answer');
    try {
      await tell(failureNote(id));
    } catch (second) {
      bot.logger.error({ id, what, ...described(second) }, 'could not tell the asker either');
    }
  }
}
