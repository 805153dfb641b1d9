import type { Command, OptionKind } from '../../commands/command.ts';
import type { Desk } from '../desk.ts';

/** What Tab offers for a line: replacements for its last part `typed`, in the form `node:readline` takes. */
export type Completion = [offers: string[], typed: string];

const MOST_OFFERS = 12;
const NAME_KINDS: readonly OptionKind[] = ['place', 'person', 'supplier', 'item'];

/**
 * Completes what was typed: a command's name after a slash, the value of an option (`place: Ro`), else a name of the record
 * at the end of the line, else a whole question that the record answers.
 */
export function completeLine(desk: Desk, commands: readonly Command[], line: string): Completion {
  const [, word = '', rest] = /^\/(\S*)(\s[\s\S]*)?$/.exec(line) ?? [];
  if (line.startsWith('/') && rest === undefined) {
    const offers = [...commands.map(({ name }) => `/${name} `), '/quit'];
    return [offers.filter((offer) => offer.startsWith(`/${word}`)), line];
  }
  const command = commands.find(({ name }) => name === word.toLowerCase());
  const option = command === undefined ? undefined : completeOption(desk, command, rest ?? '');
  if (option !== undefined) return option;
  const name = completeName(desk, line);
  return name[0].length > 0 ? name : completeQuestion(desk, command, line);
}

function completeOption(desk: Desk, command: Command, text: string): Completion | undefined {
  const named = command.options.filter((option) => option.kind !== 'question');
  if (named.length === 0) return undefined;
  const [, key, gap = '', value = ''] = /(?:^|\s)(\w+):(\s*)([^:]*)$/.exec(text) ?? [];
  const option = named.find(({ name }) => name === key?.toLowerCase());
  if (option !== undefined) {
    const offers = desk.names(option.kind, value, MOST_OFFERS).filter((offer) => begins(offer, value));
    if (offers.length > 0) return [offers.map((offer) => `${gap}${offer} `), `${gap}${value}`];
  }
  const typed = /\S*$/.exec(text)?.[0] ?? '';
  const left = named.filter(({ name }) => !new RegExp(`(^|\\s)${name}:`, 'i').test(text));
  const offers = left.map(({ name }) => `${name}: `).filter((offer) => begins(offer, typed));
  return offers.length > 0 ? [offers, typed] : undefined;
}

// The longest stretch at the end of the line that begins a name: "when did he visit Nova Ca" → "Nova Ca".
function completeName(desk: Desk, line: string): Completion {
  const starts = [...line.matchAll(/(?<=^|\s)\S/g)].map((match) => match.index).slice(-3);
  for (const start of starts) {
    const typed = line.slice(start);
    // A letter or two begin too many names to be of help.
    if (typed.length < 3) continue;
    const found = NAME_KINDS.flatMap((kind) => desk.names(kind, typed, MOST_OFFERS));
    const offers = [...new Set(found)].filter((offer) => begins(offer, typed) && offer.length > typed.length);
    if (offers.length > 0) return [offers.slice(0, MOST_OFFERS), typed];
  }
  return [[], ''];
}

function completeQuestion(desk: Desk, command: Command | undefined, line: string): Completion {
  const slash = command !== undefined && command.name !== 'ask' ? '/' : '';
  const typed = command?.name === 'ask' ? line.replace(/^\S+\s+/, '') : line.slice(slash.length);
  const offers = desk.complete(typed, MOST_OFFERS).filter((offer) => begins(offer, typed));
  return [offers.map((offer) => `${slash}${offer}`), `${slash}${typed}`];
}

function begins(offer: string, typed: string): boolean {
  return offer.toLowerCase().startsWith(typed.toLowerCase());
}
