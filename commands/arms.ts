import type { Command } from './command.ts';
import { periodWords, phrase } from './phrases.ts';

export default {
  name: 'arms',
  summary: 'Arms sold and delivered, by supplier, item and years',
  options: [
    { name: 'supplier', description: 'The country or company that sold', kind: 'supplier', required: false },
    { name: 'item', description: 'The weapon or kind of weapon', kind: 'item', required: false },
    { name: 'from', description: 'The first year', kind: 'year', required: false },
    { name: 'to', description: 'The last year', kind: 'year', required: false },
  ],
  examples: (names) => [
    `supplier: ${names.supplier}`,
    `item: ${names.item}`,
    `supplier: ${names.otherSupplier} from: ${names.year}`,
  ],
  request: ({ supplier, item, from, to }) => {
    const years = periodWords(from, to);
    if (item !== undefined)
      return { ask: phrase('list the deliveries of', item, supplier && `from ${supplier}`, years) };
    if (supplier !== undefined) return { ask: phrase('how much did', supplier, 'sell', years) };
    return { ask: phrase('who sold the most arms', years) };
  },
} satisfies Command;
