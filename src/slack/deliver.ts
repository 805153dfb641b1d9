import { setTimeout as sleep } from 'node:timers/promises';
import { RespondError, type RespondFn } from '@slack/bolt';
import type { SlackMessage } from './blocks.ts';
import type { Bot } from './bot.ts';
import type { Place } from './conversation.ts';
import { slackCode } from './faults.ts';
import { unhurried } from './unhurried.ts';

/** The ways in which a message reaches people. No link becomes a card, and no bare name a mention. */

const QUIET = { unfurl_links: false, unfurl_media: false, link_names: false, parse: 'none' as const };
/** Blocks that Slack does not take although they keep its documented limits: then the plain text goes out instead. */
const BLOCKS_REFUSED = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);
const RESPOND_ATTEMPTS = 3;
const RESPOND_PAUSE_MS = 700;

/** Posts a message where everybody in the place sees it. */
export async function post(bot: Bot, { channel, thread }: Place, message: SlackMessage): Promise<void> {
  const args = { channel, ...QUIET, ...(thread === undefined ? {} : { thread_ts: thread }) };
  try {
    await unhurried(() => bot.client.chat.postMessage({ ...args, ...message }));
  } catch (error) {
    const code = slackCode(error);
    if (code === null || !BLOCKS_REFUSED.has(code)) throw error;
    bot.logger.error({ slack: code, blocks: message.blocks.length }, 'Slack refuses the blocks of an answer');
    await unhurried(() => bot.client.chat.postMessage({ ...args, text: message.text }));
  }
}

/** Shows a message to one person alone: in the place they asked in, or else in a direct message. */
export async function whisper(
  bot: Bot,
  { channel, thread }: Place,
  user: string,
  message: SlackMessage,
): Promise<void> {
  try {
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    const args = { channel, user, ...inThread, ...message, link_names: false, parse: 'none' as const };
    await unhurried(() => bot.client.chat.postEphemeral(args));
  } catch (error) {
    if (slackCode(error) === null) throw error;
    await unhurried(() => bot.client.chat.postMessage({ channel: user, ...QUIET, ...message }));
  }
}

export type Response = SlackMessage & {
  response_type?: 'ephemeral' | 'in_channel';
  replace_original?: boolean;
  thread_ts?: string;
};

/** Answers through a `response_url`, again after a moment when Slack is busy; its address is good for five uses. */
export async function respondWith(respond: RespondFn, response: Response): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await respond({ ...QUIET, ...response });
      return;
    } catch (error) {
      const busy = error instanceof RespondError && (error.statusCode === 429 || error.statusCode >= 500);
      if (!busy || attempt === RESPOND_ATTEMPTS) throw error;
      await sleep(RESPOND_PAUSE_MS * attempt);
    }
  }
}
