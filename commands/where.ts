import type { Command } from './command.ts';
import { questionOption, wordFirst } from './phrases.ts';

export default {
  name: 'where',
  summary: 'Where someone went, met or was received',
  options: [questionOption('Whose journey or meeting: did he go in a year, did they meet')],
  examples: (names) => [`did ${names.pronoun} go in ${names.year}`, `did ${names.pronoun} meet ${names.person}`],
  request: ({ question }) => ({ ask: wordFirst('where', question) }),
} satisfies Command;
