import type { Command } from './command.ts';

export default {
  name: 'help',
  summary: 'What can be asked, with examples',
  options: [],
  examples: () => [],
  request: () => ({ page: 'help' }),
} satisfies Command;
