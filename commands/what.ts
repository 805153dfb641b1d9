import type { Command } from './command.ts';
import { questionOption, wordFirst } from './phrases.ts';

export default {
  name: 'what',
  summary: 'What came of a visit, what happened, what something is',
  options: [questionOption('What about: came of a visit, happened in a year, is an organisation')],
  examples: (names) => [`came of the visits to ${names.country}`, `is ${names.item}`, `happened in ${names.year}`],
  request: ({ question }) => ({ ask: wordFirst('what', question) }),
} satisfies Command;
