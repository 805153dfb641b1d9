import type { Command } from './command.ts';
import { questionOption } from './phrases.ts';

export default {
  name: 'sources',
  summary: 'Who says so: the publications behind an answer',
  options: [questionOption('The question whose sources you want; left out: those of the last answer', false)],
  examples: (names) => [`when did ${names.pronoun} visit ${names.place}`, `how much did ${names.supplier} sell`],
  request: ({ question }) => ({ ask: question === undefined ? 'sources?' : `sources: ${question}` }),
} satisfies Command;
