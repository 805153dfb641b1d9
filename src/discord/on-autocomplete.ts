import type { AutocompleteInteraction } from 'discord.js';
import type { Command } from '../../commands/command.ts';
import type { Desk } from '../desk.ts';
import type { Context } from './context.ts';
import { oneLine } from './escape.ts';
import { LIMITS } from './limits.ts';
import { kindOf, valuesOf } from './on-command.ts';

/** Stands for a question to see what a command makes of one. */
const PROBE = 'x';

/** Offers what the option being typed may become. Answered from memory: Discord waits three seconds and allows no deferral. */
export async function onAutocomplete(context: Context, interaction: AutocompleteInteraction): Promise<void> {
  const command = context.commands.find((known) => known.name === interaction.commandName);
  const focused = interaction.options.getFocused(true);
  const others = command === undefined ? {} : valuesOf(command, interaction.options.data);
  const offered = command === undefined ? [] : offers(context.desk(), command, focused.name, focused.value, others);
  context.offered.remember(interaction.user.id, offered);
  await interaction.respond(offered.map((offer) => ({ name: offer, value: offer })));
}

/**
 * Up to 25 different values of at most 100 characters for an option, best first. For a question these are whole questions
 * that the record answers, in the wording of the command where it has one of its own. Name and value of a choice are the
 * same, since a client may send either.
 */
function offers(
  desk: Desk,
  command: Command,
  option: string,
  typed: string,
  others: Partial<Record<string, string>> = {},
): string[] {
  const kind = kindOf(command, option);
  if (kind === undefined) return [];
  const partial = typed.trim();
  if (kind !== 'question') return fitting(desk.names(kind, partial, LIMITS.choices));
  const asks = (question: string) => {
    const request = command.request({ ...others, [option]: question });
    return 'ask' in request ? request.ask : question;
  };
  const worded = partial === '' ? emptyAsk(command) : asks(partial);
  const own = fitting(desk.complete(worded, LIMITS.choices)).filter((question) => asks(question) === question);
  if (own.length > 0) return own;
  // A command that wraps a whole question ("sources: …") takes any; one that puts its own word first takes none but its own.
  const wraps = asks(PROBE) !== PROBE && asks(PROBE) !== `${emptyAsk(command)} ${PROBE}`;
  return wraps ? fitting(desk.complete(partial, LIMITS.choices)) : [];
}

function emptyAsk(command: Command): string {
  const request = command.request({});
  return 'ask' in request ? request.ask : '';
}

function fitting(values: readonly string[]): string[] {
  const lines = values.filter((value) => value === oneLine(value) && value !== '' && value.length <= LIMITS.choice);
  return [...new Set(lines)].slice(0, LIMITS.choices);
}
