import type { Command } from './command.ts';
import { questionOption, wordFirst } from './phrases.ts';

export default {
  name: 'when',
  summary: 'When something happened, and for how long',
  options: [questionOption('What happened: did he visit a place, was a meeting held, did an embargo begin')],
  examples: (names) => [`did ${names.pronoun} visit ${names.place}`, `did ${names.guest} come to ${names.home}`],
  request: ({ question }) => ({ ask: wordFirst('when', question) }),
} satisfies Command;
