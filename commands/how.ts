import type { Command } from './command.ts';
import { questionOption, wordFirst } from './phrases.ts';

export default {
  name: 'how',
  summary: 'How many, how much, how long, or how a state voted',
  options: [questionOption('How: many times did he visit a place, much did a supplier sell, did a state vote')],
  examples: (names) => [
    `many times did ${names.pronoun} visit ${names.country}`,
    `much did ${names.supplier} sell`,
    `did ${names.voter} vote`,
  ],
  request: ({ question }) => ({ ask: wordFirst('how', question) }),
} satisfies Command;
