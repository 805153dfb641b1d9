import type { Command } from './command.ts';
import { periodWords, phrase } from './phrases.ts';

export default {
  name: 'compare',
  summary: 'Two suppliers side by side, in figures of the same counter and unit',
  options: [
    { name: 'first', description: 'One supplier', kind: 'supplier', required: true },
    { name: 'second', description: 'The other supplier', kind: 'supplier', required: true },
    { name: 'from', description: 'The first year', kind: 'year', required: false },
    { name: 'to', description: 'The last year', kind: 'year', required: false },
  ],
  examples: (names) => [
    `first: ${names.supplier} second: ${names.otherSupplier}`,
    `first: ${names.otherSupplier} second: ${names.supplier} from: ${names.year}`,
  ],
  request: ({ first, second, from, to }) => {
    const sides = [first, second].filter((side) => side !== undefined).join(' or ');
    return { ask: `${phrase('who sold more', periodWords(from, to))}, ${sides}` };
  },
} satisfies Command;
