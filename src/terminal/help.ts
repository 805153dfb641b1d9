import type { Command } from '../../commands/command.ts';
import { formatDate } from '../answer/dates.ts';
import type { About } from '../desk.ts';

/** The help page of the terminal: what the record is, every command with an example from it, and what else is understood. */
export function helpText(commands: readonly Command[], about: About): string {
  const width = Math.max(...commands.map((command) => command.name.length)) + 3;
  const indent = ' '.repeat(width + 2);
  const entries = commands.flatMap((command) => {
    const example = command.examples(about.names)[0];
    const head = `  ${`/${command.name}`.padEnd(width)}${command.summary}`;
    return example === undefined ? [head] : [head, `${indent}/${command.name} ${example}`];
  });
  return [
    `${about.title}. Kept up to ${formatDate(about.keptUpTo)}.`,
    'Ask in your own words, or begin with a command:',
    '',
    ...entries,
    '',
    'Follow up with “and in the year before?”, “who did he meet there?” or “source?”. In the chat /quit leaves.',
  ].join('\n');
}
