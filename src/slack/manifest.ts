import type { Command } from '../../commands/command.ts';
import { formatDate } from '../answer/dates.ts';
import type { About } from '../desk.ts';
import { cut, oneLine } from './escape.ts';
import { keptBySlack } from './kept.ts';
import { LIMITS } from './limits.ts';

/**
 * The app manifest that Slack makes an app from: https://docs.slack.dev/reference/app-manifest. Its commands come from the
 * list of commands alone, its prompts from the record in use, and its scopes are no more than the adapter uses.
 */

export type ManifestOptions = {
  /** Where Slack reaches the bot over HTTP, such as `https://bot.example.org/slack/events`; left out: Socket Mode. */
  url?: string;
  /** Whether threads are followed without a mention: then Slack must send every message of the channels the bot is in. */
  followThreads?: boolean;
};

/** What the adapter needs, and for what. https://docs.slack.dev/reference/scopes */
const SCOPES = [
  'app_mentions:read', // mentions in channels
  'assistant:write', // the agent pane and its suggested prompts
  'chat:write', // answers
  'commands', // slash commands
  'im:history', // direct messages
];
const EVENTS = ['app_home_opened', 'app_mention', 'message.im'];
const FOLLOWING_SCOPES = ['channels:history', 'groups:history'];
const FOLLOWING_EVENTS = ['message.channels', 'message.groups'];

/** The manifest as JSON, indented, ready to be pasted. Throws when the commands could not all be made into slash commands. */
export function manifestText(commands: readonly Command[], about: About, options: ManifestOptions = {}): string {
  return JSON.stringify(manifest(commands, about, options), null, 2);
}

function manifest(commands: readonly Command[], about: About, { url, followThreads = false }: ManifestOptions) {
  const description = 'Answers questions about official visits and the arms trade from a record of sourced facts.';
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Attaché',
      description,
      long_description: longDescription(about),
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      // Letters of ASCII only: the reference allows no others in the name that people mention.
      bot_user: { display_name: 'Attache', always_online: true },
      agent_view: { agent_description: cut(description, LIMITS.agentDescription), suggested_prompts: prompts(about) },
      slash_commands: slashCommands(commands, about).map((command) => ({
        ...command,
        ...(url === undefined ? {} : { url }),
      })),
    },
    oauth_config: { scopes: { bot: followThreads ? [...SCOPES, ...FOLLOWING_SCOPES] : SCOPES } },
    settings: {
      event_subscriptions: {
        ...(url === undefined ? {} : { request_url: url }),
        bot_events: followThreads ? [...EVENTS, ...FOLLOWING_EVENTS] : EVENTS,
      },
      interactivity: { is_enabled: true, ...(url === undefined ? {} : { request_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** Questions to press where a conversation with the bot begins; at most four, as Slack shows no more. */
export function prompts(about: About): { title: string; message: string }[] {
  return about.questions
    .slice(0, LIMITS.suggestedPrompts)
    .map((question) => ({ title: cut(oneLine(question), LIMITS.buttonText), message: oneLine(question) }));
}

function slashCommands(commands: readonly Command[], about: About) {
  const own = commands.filter((command) => !keptBySlack(command.name));
  if (own.length > LIMITS.slashCommands)
    throw new Error(`${own.length} slash commands, Slack takes ${LIMITS.slashCommands}`);
  return own.map((command) => {
    if (!/^[a-z][a-z0-9-]*$/.test(command.name) || command.name.length >= LIMITS.slashCommand)
      throw new Error(`Slack takes no slash command named "/${command.name}"`);
    const hint = oneLine(command.examples(about.names)[0] ?? '');
    return {
      command: `/${command.name}`,
      description: cut(oneLine(command.summary), LIMITS.slashDescription),
      ...(hint === '' ? {} : { usage_hint: cut(hint, LIMITS.slashUsageHint) }),
      should_escape: false,
    };
  });
}

function longDescription(about: About): string {
  const text = [
    'Ask in plain words, in a channel, in a direct message or with a slash command. Every answer rests on a record of dated facts, names its sources, says where they disagree, and says that something is not on record rather than guess.',
    `The record: ${oneLine(about.title)}, kept to ${formatDate(about.keptUpTo)}.`,
    oneLine(about.made),
  ].join('\n\n');
  return cut(text, LIMITS.appLongDescription);
}
