import type { Command, CommandRequest } from '../../commands/command.ts';

/**
 * What was typed after a slash command, as the command's request: `place: X year: 2022` fills the options of those names;
 * free words are the question of a command that takes one, and a question with the command's name in front for the others.
 * `null` when nothing useful was typed: then the command's help is the answer.
 */
export function typedRequest(command: Command, typed: string): CommandRequest | null {
  const text = typed.replace(/\s+/gu, ' ').trim();
  if (/^(help|\?)$/i.test(text)) return null;
  const question = command.options.find((option) => option.kind === 'question');
  const values = question ? asQuestion(question.name, text) : asOptions(command, text);
  if (values === null) return { ask: `${command.name} ${text}` };
  const missing = command.options.some((option) => option.required && values[option.name] === undefined);
  return missing ? null : command.request(values);
}

type Values = Partial<Record<string, string>>;

function asQuestion(option: string, text: string): Values {
  const words = text.replace(new RegExp(`^${option}:\\s*`, 'i'), '');
  return words === '' ? {} : { [option]: words };
}

// `null` for free words: what stands before the first option's name belongs to no option.
function asOptions(command: Command, text: string): Values | null {
  if (text === '' || command.options.length === 0) return {};
  const names = command.options.map((option) => option.name).join('|');
  const parts = text.split(new RegExp(`(?:^|\\s)(${names}):\\s*`, 'i'));
  if (parts.length === 1 || parts[0]?.trim() !== '') return null;
  const values: Values = {};
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index]?.toLowerCase();
    const value = parts[index + 1]?.trim();
    if (name && value) values[name] = value;
  }
  return values;
}
