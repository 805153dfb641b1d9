import type { Command } from './command.ts';
import { questionOption, wordFirst } from './phrases.ts';

export default {
  name: 'did',
  summary: 'Whether something happened, as far as the record goes',
  options: [questionOption('What to check: he visit a place in a year, a supplier deliver an item')],
  examples: (names) => [`${names.pronoun} visit ${names.place}`, `${names.supplier} sell ${names.item}`],
  request: ({ question }) => ({ ask: wordFirst('did', question) }),
} satisfies Command;
