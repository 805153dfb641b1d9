import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  MessageFlags,
} from 'discord.js';
import type { Command, OptionKind } from '../../commands/command.ts';
import { type Context, conversationOf, dayOf, replyOf, withoutPing } from './context.ts';
import { closing, tooFast, unknownCommand } from './notes.ts';
import { renderHelp } from './pages.ts';
import { PRIVATE_OPTION } from './payloads.ts';
import { renderAnswer } from './render.ts';

/** Answers that may be waited for before a promise of one is sent: an answer takes some ten milliseconds, at worst a few hundred. */
const MANY = 8;

/** Answers a slash command with one reply: to all, or to the asker alone when `private` says so. */
export async function onCommand(context: Context, interaction: ChatInputCommandInteraction): Promise<void> {
  const { commands, desk, throttle, turns, now } = context;
  if (context.closing()) return void (await interaction.reply(replyOf(closing(), true)));
  const command = commands.find((known) => known.name === interaction.commandName);
  if (command === undefined)
    return void (await interaction.reply(replyOf(unknownCommand(interaction.commandName), true)));
  const { waitSeconds } = await throttle.answer(interaction.user.id);
  if (waitSeconds > 0) return void (await interaction.reply(replyOf(tooFast(waitSeconds), true)));
  const values = valuesOf(command, interaction.options.data);
  const asked = command.request(values);
  if ('page' in asked) {
    const isPrivate = interaction.options.getBoolean(PRIVATE_OPTION) ?? true;
    return void (await interaction.reply(replyOf(renderHelp(commands, desk().about()), isPrivate)));
  }
  const isPrivate = interaction.options.getBoolean(PRIVATE_OPTION) ?? false;
  // Where many wait, this one says at once that an answer is coming: Discord waits three seconds for the first word.
  if (turns.waiting() >= MANY) {
    await turns.first(interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
  }
  await turns.take();
  const options = { conversation: conversationOf(interaction.channelId, interaction.user.id), now: dayOf(now()) };
  const answer = standsAlone(command, values, (value) => context.offered.has(interaction.user.id, value))
    ? desk().replay([asked.ask], options)
    : desk().ask(asked.ask, options);
  const view = { private: isPrivate, shareable: isShareable(interaction), asker: interaction.user.id };
  const message = renderAnswer(answer, view);
  await (interaction.deferred
    ? interaction.editReply(withoutPing(message))
    : interaction.reply(replyOf(message, isPrivate)));
}

/**
 * Whether what is asked says all there is to say and does not go on from the question before: options, of which one left out
 * means any, and a question picked from those that were offered whole.
 */
function standsAlone(
  command: Command,
  values: Partial<Record<string, string>>,
  offered: (value: string) => boolean,
): boolean {
  const option = command.options.find((known) => known.kind === 'question');
  if (option === undefined) return true;
  const question = values[option.name];
  return question !== undefined && offered(question);
}

/** The options of a command that were given, trimmed; what is empty is left out. */
export function valuesOf(
  command: Command,
  given: readonly { name: string; type: ApplicationCommandOptionType; value?: unknown }[],
): Partial<Record<string, string>> {
  const values: Partial<Record<string, string>> = {};
  for (const { name, type, value } of given) {
    if (type !== ApplicationCommandOptionType.String || typeof value !== 'string' || value.trim() === '') continue;
    if (kindOf(command, name) !== undefined) values[name] = value.trim();
  }
  return values;
}

/** What an option of a command takes; `undefined` for an option that the command does not have. */
export function kindOf(command: Command, option: string): OptionKind | undefined {
  return command.options.find((known) => known.name === option)?.kind;
}

/** Whether others are present to whom an answer could be shown: everywhere but in a direct message with the bot. */
export function isShareable(interaction: { context: InteractionContextType | null }): boolean {
  return interaction.context !== InteractionContextType.BotDM;
}
