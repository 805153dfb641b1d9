import type { Command } from './command.ts';
import { phrase, yearWords } from './phrases.ts';

export default {
  name: 'visits',
  summary: 'Visits on record, by visitor, place, year and kind',
  options: [
    { name: 'person', description: 'Who travelled', kind: 'person', required: false },
    { name: 'place', description: 'The country or city visited', kind: 'place', required: false },
    {
      name: 'year',
      description: 'The year, such as 2020, or words such as "since 2020"',
      kind: 'year',
      required: false,
    },
    {
      name: 'kind',
      description: 'The kind of visit: official, state, working, private',
      kind: 'visit-kind',
      required: false,
    },
  ],
  examples: (names) => [
    `place: ${names.country}`,
    `person: ${names.subject} year: ${names.year}`,
    `person: ${names.guest} place: ${names.home}`,
  ],
  request: ({ person, place, year, kind }) => ({
    ask: phrase(
      kind === undefined ? 'list the visits' : `list the ${kind} visits`,
      person && `of ${person}`,
      place && `to ${place}`,
      yearWords(year),
    ),
  }),
} satisfies Command;
