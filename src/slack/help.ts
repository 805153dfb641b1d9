import type { Command } from '../../commands/command.ts';
import { formatDate } from '../answer/dates.ts';
import type { About } from '../desk.ts';
import { contexts, type SlackMessage, sections } from './blocks.ts';
import { askButton } from './buttons.ts';
import { cost, escapeText, escapeWithin } from './escape.ts';
import { keptBySlack } from './kept.ts';
import { plainText } from './render.ts';

/** Help as Slack shows it, made from the commands and the record in use. */

const EXAMPLE_BUTTONS = 3;
const LONGEST_PIECE = 500;

/** What can be asked, command by command, and how to reach the bot. */
export function helpPage(commands: readonly Command[], about: About, followThreads: boolean): SlackMessage {
  const lead = `I answer questions from a record of dated, sourced facts: ${escapeWithin(about.title, LONGEST_PIECE, cost)}.`;
  const list = commands.map((command) => {
    const example = command.examples(about.names)[0] ?? '';
    return `• ${code(typed(command, example))} ${escapeText(command.summary)}`;
  });
  const ways = [
    'Mention me in a channel and I answer in a thread; write to me directly and I answer there. A short follow-up such as “and in 2020?” is understood.',
    followThreads
      ? 'In a thread that began with a mention of me I also answer what is asked without one, for a day. Say “stop” there and I stop.'
      : 'In a thread, mention me again for each further question.',
  ];
  const kept = `Record kept to ${escapeText(formatDate(about.keptUpTo))}`;
  const examples = about.questions
    .slice(0, EXAMPLE_BUTTONS)
    .flatMap((question, index) => askButton(`help-${index}`, question) ?? []);
  return {
    text: plainText([lead, ...list, ...ways, kept]),
    blocks: [
      ...sections([lead]),
      ...sections(list),
      ...contexts([...ways, kept]),
      ...(examples.length > 0 ? [{ type: 'actions' as const, elements: examples }] : []),
    ],
  };
}

/** One command: what it is for, what it takes, and two or three examples of it. */
export function commandHelp(command: Command, about: About): SlackMessage {
  const options = command.options.map(
    (option) => `• ${option.kind === 'question' ? '' : `${code(`${option.name}:`)} `}${escapeText(option.description)}`,
  );
  const examples = command.examples(about.names).map((example) => `• ${code(typed(command, example))}`);
  const pieces = [
    `${code(slash(command))} ${escapeText(command.summary)}.`,
    ...options,
    ...(examples.length > 0 ? ['For example:', ...examples] : []),
  ];
  return { text: plainText(pieces), blocks: sections(pieces) };
}

/** The command as it is typed in Slack: its own name, or `/ask` and its word where Slack keeps the name for itself. */
function slash(command: Command): string {
  return keptBySlack(command.name) ? `/ask ${command.name}` : `/${command.name}`;
}

function typed(command: Command, example: string): string {
  return `${slash(command)} ${example}`.trim();
}

function code(text: string): string {
  return `\`${escapeWithin(text.replace(/`/g, "'"), LONGEST_PIECE, cost)}\``;
}
