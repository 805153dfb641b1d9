import type { Command } from './command.ts';
import { questionOption } from './phrases.ts';

export default {
  name: 'ask',
  summary: 'Ask anything about the visits and the arms trade on record',
  options: [questionOption('Your question, in your own words')],
  examples: (names) => [
    `when was ${names.pronoun} last in ${names.country}`,
    `who sold more, ${names.supplier} or ${names.otherSupplier}`,
  ],
  request: ({ question }) => ({ ask: question ?? '' }),
} satisfies Command;
