import type { Command } from './command.ts';
import { questionOption, wordFirst } from './phrases.ts';

export default {
  name: 'which',
  summary: 'Which countries, weapons, meetings or organisations',
  options: [questionOption('Which: countries did he visit in a year, weapons did a supplier deliver')],
  examples: (names) => [
    `countries did ${names.pronoun} visit in ${names.year}`,
    `weapons did ${names.supplier} deliver`,
  ],
  request: ({ question }) => ({ ask: wordFirst('which', question) }),
} satisfies Command;
