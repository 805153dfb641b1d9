import type { Command } from './command.ts';
import { questionOption, wordFirst } from './phrases.ts';

export default {
  name: 'why',
  summary: 'Why a visit was made, and for which occasion',
  options: [questionOption('What for: did he visit a place, did a guest come')],
  examples: (names) => [`did ${names.pronoun} visit ${names.place}`, `did ${names.guest} come to ${names.home}`],
  request: ({ question }) => ({ ask: wordFirst('why', question) }),
} satisfies Command;
