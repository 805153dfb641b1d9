import type { App, RespondFn, SlashCommand } from '@slack/bolt';
import type { SlackMessage } from '../blocks.ts';
import { type Bot, guarded } from '../bot.ts';
import { privateConversation } from '../conversation.ts';
import { respondWith } from '../deliver.ts';
import { described } from '../faults.ts';
import { commandHelp, helpPage } from '../help.ts';
import { keptBySlack } from '../kept.ts';
import { note, patienceNote } from '../notes.ts';
import { renderAnswer } from '../render.ts';
import { typedRequest } from '../typed.ts';

/** Slash commands: the asker alone sees the answer, and may share it with the channel. */

/** Registers one listener for all slash commands of the app. */
export function registerCommands(app: App, bot: Bot): void {
  app.command(/.*/, async ({ command, ack, respond }) => {
    // A lost acknowledgement only leaves Slack's own warning with the asker; the answer can still reach them.
    await ack().catch((error: unknown) =>
      bot.logger.warn(described(error), 'a slash command could not be acknowledged'),
    );
    await guarded(
      bot,
      command.command,
      () => answerPrivately(bot, command, respond),
      (message) => respondWith(respond, { ...message, response_type: 'ephemeral' }),
    );
  });
}

async function answerPrivately(bot: Bot, command: SlashCommand, respond: RespondFn): Promise<void> {
  if (!bot.once(`command:${command.trigger_id}`)) return;
  const { wait } = await bot.throttle.answer(command.user_id);
  const message = wait > 0 ? patienceNote(wait) : reply(bot, command);
  await respondWith(respond, { ...message, response_type: 'ephemeral' });
}

function reply(bot: Bot, { command: name, text, team_id, channel_id, user_id }: SlashCommand): SlackMessage {
  const command = bot.commands.find((one) => `/${one.name}` === name);
  const about = bot.desk().about();
  if (command === undefined || keptBySlack(command.name))
    return note(['I do not know this command any more. Type `/help` for those that I do.']);
  const request = typedRequest(command, text);
  if (request === null) return commandHelp(command, about);
  if ('page' in request) return helpPage(bot.commands, about, bot.followThreads);
  const conversation = privateConversation(team_id, channel_id, user_id);
  return renderAnswer(bot.desk().ask(request.ask, { conversation }), { share: true, by: 'You' });
}
