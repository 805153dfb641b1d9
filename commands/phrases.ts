import type { CommandOption } from './command.ts';

/** The one option of a command that takes a question in a person's own words. */
export function questionOption(description: string, required = true): CommandOption {
  return { name: 'question', description, kind: 'question', required };
}

/** A question that begins with its command's word: "did he visit X" after `when` → "when did he visit X"; never doubled. */
export function wordFirst(word: string, question = ''): string {
  const begins = question.toLowerCase().match(/^[\p{L}\p{N}]+/u)?.[0] === word;
  return begins ? question : `${word} ${question}`.trim();
}

/** The words for a period of years: "in 2020", "from 2018 to 2021", "since 2018", "until 2021"; empty without bounds. */
export function periodWords(from?: string, to?: string): string {
  if (from !== undefined && to !== undefined) return from === to ? yearWords(from) : `from ${from} to ${to}`;
  if (from !== undefined) return `since ${from}`;
  return to === undefined ? '' : `until ${to}`;
}

/** A year as a phrase: "in 2020"; another phrase of time ("last year", "since 2020") stays as it was typed. */
export function yearWords(year?: string): string {
  if (year === undefined) return '';
  return /^\d{4}(-\d{2})?$/.test(year) ? `in ${year}` : year;
}

/** Joins what is given to one phrase, empty parts left out. */
export function phrase(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
