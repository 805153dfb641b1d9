import type { Command } from './command.ts';
import { questionOption, wordFirst } from './phrases.ts';

export default {
  name: 'who',
  summary: 'Who met, invited, hosted, supplied or voted',
  options: [questionOption('What they did: did he meet in a place, sells the most arms, visited in a year')],
  examples: (names) => [`did ${names.pronoun} meet in ${names.place}`, `visited ${names.home}`, `sold the most arms`],
  request: ({ question }) => ({ ask: wordFirst('who', question) }),
} satisfies Command;
