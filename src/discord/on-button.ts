import { type ButtonInteraction, type Message, MessageFlags } from 'discord.js';
import type { Answer } from '../answer/answer.ts';
import { type Press, readCustomId } from './buttons.ts';
import { type Context, conversationOf, dayOf, replyOf, withoutPing } from './context.ts';
import type { DiscordMessage } from './message.ts';
import { askAgain, closing, notYours, tooFast, unknownButton } from './notes.ts';
import { isShareable } from './on-command.ts';
import { renderReading, renderSources } from './pages.ts';
import { renderAnswer } from './render.ts';
import { readTrail } from './trail.ts';

/**
 * Does what a button says. All it needs stands in the id of the button or in the message, so that it works after a restart.
 * The asker's presses turn the answer itself; anyone else gets a copy of their own that only they see.
 */
export async function onButton(context: Context, interaction: ButtonInteraction): Promise<void> {
  const tell = async (note: DiscordMessage) => void (await interaction.reply(replyOf(note, true)));
  if (context.closing()) return tell(closing());
  const press = readCustomId(interaction.customId);
  if (press === undefined) return tell(unknownButton());
  if (press.verb === 'remove') return takeAway(interaction, press.argument);
  const asksAnew = press.verb === 'ask' || press.verb === 'choose' || press.verb === 'everyone';
  const { waitSeconds } = await context.throttle[asksAnew ? 'answer' : 'press'](interaction.user.id);
  if (waitSeconds > 0) return tell(tooFast(waitSeconds));
  await context.turns.take();
  if (press.verb === 'ask' || press.verb === 'choose') {
    const question = questionOf(context, interaction, press);
    return question === undefined ? tell(askAgain()) : ask(context, interaction, question, press.verb === 'choose');
  }
  const answer = shownAnswer(context, interaction.message, press.rest);
  if (answer === undefined) return tell(askAgain());
  return show(interaction, answer, press);
}

async function takeAway(interaction: ButtonInteraction, asker: string): Promise<void> {
  if (interaction.user.id !== asker) return void (await interaction.reply(replyOf(notYours(), true)));
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

async function ask(
  context: Context,
  interaction: ButtonInteraction,
  question: string,
  inPlace: boolean,
): Promise<void> {
  // What stands on a button is a whole question: it does not go on from whatever the presser asked before.
  const answer = context.desk().replay([question], {
    conversation: conversationOf(interaction.channelId, interaction.user.id),
    now: dayOf(context.now()),
  });
  const isPrivate = isEphemeral(interaction.message) || !isOwn(interaction);
  const message = renderAnswer(answer, viewOf(interaction, isPrivate));
  if (inPlace && isOwn(interaction)) return void (await interaction.update(withoutPing(message)));
  await interaction.reply(replyOf(message, isPrivate));
}

async function show(interaction: ButtonInteraction, answer: Answer, press: Press): Promise<void> {
  const page = Number(press.argument) || 0;
  const isPrivate = isEphemeral(interaction.message);
  switch (press.verb) {
    case 'page': {
      const message = renderAnswer(answer, { ...viewOf(interaction, isPrivate || !isOwn(interaction)), page });
      if (isOwn(interaction)) await interaction.update(withoutPing(message));
      else await interaction.reply(replyOf(message, true));
      return;
    }
    case 'sources':
      await interaction.reply(replyOf(renderSources(answer, page), true));
      return;
    case 'sourcesPage':
      await interaction.update(withoutPing(renderSources(answer, page)));
      return;
    case 'reading':
      await interaction.reply(replyOf(renderReading(answer), true));
      return;
    case 'everyone': {
      // First the private copy loses its button, so that one answer is not shown twice; then all see it.
      const kept = renderAnswer(answer, { ...viewOf(interaction, true), shareable: false, page });
      await interaction.update(withoutPing(kept));
      await interaction.followUp(replyOf(renderAnswer(answer, { ...viewOf(interaction, false), page }), false));
      return;
    }
  }
}

function viewOf(interaction: ButtonInteraction, isPrivate: boolean) {
  return { private: isPrivate, shareable: isShareable(interaction), asker: interaction.user.id };
}

// The question of a button, or of the meaning that it stands for when the question was too long for an id.
function questionOf(context: Context, interaction: ButtonInteraction, press: Press): string | undefined {
  if (press.rest !== '') return press.rest;
  return shownAnswer(context, interaction.message, '')?.choices[Number(press.argument)]?.question;
}

// The answer that a message shows, found again as on the day on which it was given.
function shownAnswer(context: Context, message: Message, rest: string): Answer | undefined {
  const trail = readTrail(rest) ?? trailOf(message);
  return trail === undefined
    ? undefined
    : context.desk().replay(trail, { now: dayOf(message.createdTimestamp), unasked: true });
}

/** The questions that lead to the answer a message of the bot shows, read from its author line; `undefined` for a note. */
export function trailOf(message: Pick<Message, 'embeds'>): string[] | undefined {
  return readTrail(message.embeds[0]?.author?.name);
}

function isEphemeral(message: Message): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

// A private message is its reader's own; of another the asker stands in the id of the button that takes it away.
function isOwn(interaction: ButtonInteraction): boolean {
  if (isEphemeral(interaction.message)) return true;
  const ids = interaction.message.components.flatMap((row) =>
    'components' in row ? row.components.map((part) => ('customId' in part ? (part.customId ?? '') : '')) : [],
  );
  return ids.some((id) => {
    const press = readCustomId(id);
    return press?.verb === 'remove' && press.argument === interaction.user.id;
  });
}
