import { type Message, MessageType } from 'discord.js';
import type { Logger } from 'pino';
import { type Context, conversationOf, dayOf, withoutPing } from './context.ts';
import type { DiscordMessage } from './message.ts';
import { closing, tooFast } from './notes.ts';
import { trailOf } from './on-button.ts';
import { renderHelp } from './pages.ts';
import { renderAnswer } from './render.ts';

/**
 * Answers a message that was addressed to the bot: a direct message, or one that mentions it, which a reply to it does unless
 * the writer switched the mention off. Discord gives the content of no other message, and none is asked for.
 */
export async function onMessage(context: Context, message: Message): Promise<void> {
  const me = message.client.user.id;
  if (!isAddressed(message, me)) return;
  const reply = (note: DiscordMessage) => message.reply(withoutPing(note));
  if (context.closing()) return void (await reply(closing()));
  const { waitSeconds, first } = await context.throttle.answer(message.author.id);
  if (waitSeconds > 0) {
    // A reply cannot be private in a server, so the note goes to the person directly, and only once.
    if (first)
      await (message.inGuild() ? message.author.send(withoutPing(tooFast(waitSeconds))) : reply(tooFast(waitSeconds)));
    return;
  }
  const question = questionIn(message, me);
  if (question === '') return void (await reply(renderHelp(context.commands, context.desk().about())));
  const options = {
    conversation: conversationOf(message.channelId, message.author.id),
    now: dayOf(context.now()),
  };
  const before = await trailBefore(message, me, context.logger);
  await context.turns.take();
  const answer =
    before === undefined
      ? context.desk().ask(question, options)
      : context.desk().replay([...before, question], options);
  await reply(renderAnswer(answer, { private: false, shareable: false, asker: message.author.id }));
}

/** Whether a person wrote this to the bot: not another bot, a webhook or Discord itself, and not to all. */
function isAddressed(
  message: Pick<Message, 'author' | 'webhookId' | 'type' | 'guildId'> & {
    mentions: { users: { has(id: string): boolean } };
  },
  me: string,
): boolean {
  if (message.author.bot || message.author.system || message.webhookId !== null) return false;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return false;
  return message.guildId === null || message.mentions.users.has(me);
}

/** What was asked: the text without the mention of the bot, other people's mentions as their names. */
function questionIn(message: Pick<Message, 'content' | 'mentions'>, me: string): string {
  return message.content
    .replace(/<@!?(\d+)>/g, (_, id: string) => (id === me ? ' ' : (message.mentions.users.get(id)?.displayName ?? ' ')))
    .replace(/\s+/g, ' ')
    .trim();
}

// The questions behind the answer that this message replies to; `undefined` when it replies to none.
async function trailBefore(message: Message, me: string, logger: Logger): Promise<string[] | undefined> {
  const id = message.reference?.messageId;
  if (id === undefined) return undefined;
  const known = message.channel.messages.cache.get(id);
  const repliedTo =
    known ??
    (await message.fetchReference().catch((error: unknown) => {
      logger.info({ err: error }, 'the message replied to could not be read');
      return undefined;
    }));
  return repliedTo?.author.id === me ? trailOf(repliedTo) : undefined;
}
