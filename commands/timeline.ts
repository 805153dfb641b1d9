import type { Command } from './command.ts';
import { phrase, yearWords } from './phrases.ts';

export default {
  name: 'timeline',
  summary: 'Events in order, on a topic or in a year',
  options: [
    { name: 'topic', description: 'A person, place, organisation or occasion', kind: 'place', required: false },
    {
      name: 'year',
      description: 'The year, such as 2020, or words such as "since 2020"',
      kind: 'year',
      required: false,
    },
  ],
  examples: (names) => [
    `year: ${names.year}`,
    `topic: ${names.country} year: ${names.year}`,
    `topic: ${names.organisation}`,
  ],
  request: ({ topic, year }) => {
    if (topic !== undefined) return { ask: phrase('timeline of', topic, yearWords(year)) };
    return { ask: phrase('list the events', yearWords(year)) };
  },
} satisfies Command;
