import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../commands/command.ts';
import { LIMITS } from './limits.ts';

/** The option that every command gets beside its own: whether the answer is for the asker alone. */
export const PRIVATE_OPTION = 'private';

/** A question is read up to this length; Discord's own bound is 6,000. */
const QUESTION_LENGTH = 300;

export type CommandPayload = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Where commands are registered: for the whole application, or in one server for trying them out. */
export type Scope = { kind: 'global' } | { kind: 'guild'; guildId: string };

/**
 * The commands as Discord registers them. Those of the whole application can be installed to servers and to users and used
 * in servers, direct messages and group messages; a server's own take no such settings
 * (interactions/application-commands#contexts). Throws when a command breaks a limit of Discord.
 */
export function commandPayloads(commands: readonly Command[], scope: Scope['kind'] = 'global'): CommandPayload[] {
  const payloads = commands.map((command) => commandPayload(command, scope));
  const broken = overCommandLimits(payloads);
  if (broken.length > 0) throw new Error(`Discord would refuse these commands:\n${broken.join('\n')}`);
  return payloads;
}

function commandPayload(command: Command, scope: Scope['kind']): CommandPayload {
  const options = command.options.map(
    (option): APIApplicationCommandBasicOption => ({
      type: ApplicationCommandOptionType.String,
      name: option.name,
      description: option.description,
      required: option.required,
      autocomplete: true,
      max_length: option.kind === 'question' ? QUESTION_LENGTH : LIMITS.choice,
    }),
  );
  options.push({
    type: ApplicationCommandOptionType.Boolean,
    name: PRIVATE_OPTION,
    description: 'Show the answer to you alone',
    required: false,
  });
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.summary,
    options,
    ...(scope === 'global'
      ? {
          contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
          integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
        }
      : {}),
  };
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Every rule for commands that these break, each as one line (interactions/application-commands). */
export function overCommandLimits(payloads: readonly CommandPayload[]): string[] {
  const broken: string[] = [];
  if (payloads.length > LIMITS.commands) broken.push(`${payloads.length} commands, allowed ${LIMITS.commands}`);
  const names = new Set<string>();
  for (const { name, description, options = [] } of payloads) {
    const called = (what: string, given: { name: string; description: string }) => {
      if (!NAME.test(given.name) || given.name !== given.name.toLowerCase()) broken.push(`${what}: not a name`);
      if (given.description.length < 1 || given.description.length > LIMITS.commandDescription)
        broken.push(`${what}: description of ${given.description.length} characters`);
    };
    called(`/${name}`, { name, description });
    if (names.has(name)) broken.push(`/${name} twice`);
    names.add(name);
    if (options.length > LIMITS.commandOptions) broken.push(`/${name}: ${options.length} options`);
    for (const option of options) called(`/${name} ${option.name}`, option);
    if (new Set(options.map((option) => option.name)).size < options.length) broken.push(`/${name}: an option twice`);
    const required = options.map((option) => option.required === true);
    if (required.lastIndexOf(true) > required.indexOf(false) && required.includes(false))
      broken.push(`/${name}: required options come first`);
    const together = [{ name, description }, ...options]
      .map((part) => part.name.length + part.description.length)
      .reduce((a, b) => a + b, 0);
    if (together > LIMITS.commandTogether) broken.push(`/${name}: ${together} characters together`);
  }
  return broken;
}
