import type { Command, CommandRequest } from './command.ts';

/** A typed line taken apart: the command it begins with, if there is one of that name, and what follows it. */
export type TypedLine = { command: Command | undefined; text: string };

/** Takes a line apart: `/when did he visit X` → the command `when` and "did he visit X". No slash: no command. */
export function readTypedLine(commands: readonly Command[], line: string): TypedLine {
  const [, slash, name, text] = /^(\/?)(\S*)\s*([\s\S]*)$/.exec(line.trim()) ?? [];
  if (slash !== '/' || name === undefined || text === undefined) return { command: undefined, text: line.trim() };
  const command = commands.find((each) => each.name === name.toLowerCase());
  return command ? { command, text } : { command: undefined, text: `${name} ${text}`.trim() };
}

/**
 * What a typed line asks. Where words are all there is (a terminal, Slack) options are given as Discord shows them,
 * `/visits place: Rome year: 2020`; a command with other options also takes plain words, `/visits Rome 2020`, and then asks
 * for just that. A line without a command, or with one that does not exist, is a question.
 */
export function typedRequest(commands: readonly Command[], line: string): CommandRequest {
  const { command, text } = readTypedLine(commands, line);
  if (command === undefined) return { ask: text };
  const { free, values } = readOptions(command, text);
  const question = command.options.find((option) => option.kind === 'question');
  if (question !== undefined) return command.request(free === '' ? values : { [question.name]: text });
  if (free === '') return command.request(values);
  const request = command.request({});
  return 'page' in request ? request : { ask: `${command.name} ${[free, ...Object.values(values)].join(' ')}` };
}

/** The options named in a typed text, and what stands before the first of them. */
function readOptions(command: Command, text: string): { free: string; values: Partial<Record<string, string>> } {
  const names = command.options.map((option) => option.name);
  const values: Partial<Record<string, string>> = {};
  if (names.length === 0) return { free: text, values };
  const pieces = text.split(new RegExp(`(?:^|\\s)(${names.join('|')}):`, 'i'));
  const [free = '', ...named] = pieces;
  for (let at = 0; at + 1 < named.length; at += 2) {
    const name = named[at]?.toLowerCase();
    const value = named[at + 1]?.trim();
    if (name !== undefined && value !== undefined && value !== '') values[name] = value;
  }
  return { free: free.trim(), values };
}
