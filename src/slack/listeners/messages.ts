import type { App, types } from '@slack/bolt';
import { type Bot, guarded } from '../bot.ts';
import { isDirect, type Place, placeConversation } from '../conversation.ts';
import { post, whisper } from '../deliver.ts';
import { helpPage } from '../help.ts';
import { addressesAnother, mentions, readText } from '../incoming.ts';
import { note, patienceNote } from '../notes.ts';
import { renderAnswer } from '../render.ts';

/** Mentions, direct messages and, where the operator wants it, follow-ups in threads that began with a mention. */

/** What of an event matters here; `app_mention` and `message` both carry it. */
type Written = {
  type: 'app_mention' | 'message';
  channel: string;
  user: string;
  text: string;
  ts: string;
  thread?: string;
};

// Subtypes in which a person wrote something new; edits, joins, deletions and bots' messages have other ones.
const WRITTEN_SUBTYPES: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

/** Registers the listeners for what people write. */
export function registerMessages(app: App, bot: Bot): void {
  app.event('app_mention', async ({ event, body }) => {
    await onWritten(bot, writtenOf(event), body.team_id, body.event_id);
  });
  app.event('message', async ({ event, body }) => {
    await onWritten(bot, writtenOf(event), body.team_id, body.event_id);
  });
}

async function onWritten(bot: Bot, written: Written | null, team: string, eventId: string): Promise<void> {
  if (written === null || written.user === bot.user() || written.user === 'USLACKBOT') return;
  const { channel, ts, user } = written;
  const direct = isDirect(channel);
  const place: Place = { team, channel, thread: written.thread ?? (direct ? undefined : ts) };
  const tell = (message: Parameters<typeof whisper>[3]) => whisper(bot, place, user, message);
  await guarded(
    bot,
    written.type,
    async () => {
      const mentioned = written.type === 'app_mention' || mentions(written.text, bot.user());
      if (!direct && !mentioned && !(await isFollowUp(bot, written))) return;
      if (!bot.once(`event:${eventId}`, `message:${channel}:${ts}`)) return;
      if (mentioned && written.thread === undefined) bot.threads.began(channel, ts);
      await answer(bot, written, place, !direct && !mentioned);
    },
    tell,
  );
}

async function answer(
  bot: Bot,
  { channel, user, text, thread }: Written,
  place: Place,
  followed: boolean,
): Promise<void> {
  const question = readText(text, bot.user());
  if (followed && thread !== undefined && /^stop[.!]?$/i.test(question)) {
    bot.threads.leave(channel, thread);
    return post(bot, place, note(['I leave this thread now. Mention me to ask again.']));
  }
  const { wait, first } = await bot.throttle.answer(user);
  if (first) await whisper(bot, place, user, patienceNote(wait));
  if (wait > 0) return;
  if (question === '' || /^(help|\?)$/i.test(question))
    return post(bot, place, helpPage(bot.commands, bot.desk().about(), bot.followThreads));
  return post(bot, place, renderAnswer(bot.desk().ask(question, { conversation: placeConversation(place) })));
}

async function isFollowUp(bot: Bot, { channel, thread, text }: Written): Promise<boolean> {
  if (!bot.followThreads || thread === undefined || text === '') return false;
  return !addressesAnother(text, bot.user()) && (await bot.threads.follows(channel, thread));
}

// `null` for edits, for what bots wrote, and for events that carry nothing written.
function writtenOf(event: types.SlackEvent): Written | null {
  if (event.type !== 'app_mention' && event.type !== 'message') return null;
  if (!WRITTEN_SUBTYPES.has(event.subtype) || ('bot_id' in event && event.bot_id) || 'edited' in event) return null;
  if (!('user' in event) || !event.user || !('text' in event)) return null;
  const thread = 'thread_ts' in event ? event.thread_ts : undefined;
  return { type: event.type, channel: event.channel, user: event.user, text: event.text ?? '', ts: event.ts, thread };
}
