import pino, { type Logger } from 'pino';
import type { Command } from '../../commands/command.ts';
import type { Answer, Line } from '../../src/answer/answer.ts';
import type { Desk } from '../../src/desk.ts';

/** An answer with everything that is not given left plain. */
export function answerOf(given: Partial<Answer> = {}): Answer {
  const question = given.question ?? 'when did he visit Lhasa';
  return {
    status: 'answered',
    question,
    trail: [question],
    headline: line('He visited Lhasa once, on 3 May 2020.', ['s1']),
    lines: [],
    qualifications: [],
    nearest: [],
    choices: [],
    suggestions: [],
    reading: [],
    readingMatters: false,
    facts: ['visit-1'],
    sources: [
      { id: 's1', publisher: 'The Paper', title: 'A visit', published: '2020-05-03', url: 'https://paper.example/1' },
    ],
    keptUpTo: '2026-05-31',
    ...given,
  };
}

export function line(text: string, sources: string[] = []): Line {
  return { text, facts: [], sources };
}

export type FakeDesk = Desk & { asked: { question: string; alone: boolean; conversation?: string; now?: string }[] };

/** A desk that answers by a table of questions; what is not in it is out of scope. */
export function fakeDesk(table: Record<string, Partial<Answer> | (() => Answer)>): FakeDesk {
  const asked: FakeDesk['asked'] = [];
  const find = (question: string, trail: string[]): Answer => {
    const given = table[question];
    if (typeof given === 'function') return given();
    if (given !== undefined) return answerOf({ question, trail, ...given });
    return answerOf({
      question,
      trail,
      status: 'out-of-scope',
      headline: line('I cannot answer that.'),
      sources: [],
      facts: [],
    });
  };
  return {
    asked,
    ask: (question, options) => {
      asked.push({ question, alone: false, ...options });
      return find(question, [question]);
    },
    replay: (trail, options) => {
      const question = trail.at(-1) ?? '';
      asked.push({ question: trail.join(' + '), alone: true, ...options });
      return find(question, [...trail]);
    },
    complete: (partial, limit) =>
      Object.keys(table)
        .filter((question) => question.startsWith(partial.toLowerCase()))
        .slice(0, limit),
    names: (_, partial, limit) => ['Lhasa', 'Lima'].filter((name) => name.startsWith(partial)).slice(0, limit),
    about: () => ({
      title: 'Visits of someone',
      made: 'Compiled by hand.',
      keptUpTo: '2026-05-31',
      subject: 'Someone',
      home: 'Nowhere',
      counts: { visits: 1, events: 0, figures: 0, deliveries: 0, rankings: 0, measures: 0, entities: 1, sources: 1 },
      names: {
        subject: 'Someone',
        pronoun: 'he',
        home: 'Nowhere',
        place: 'Lhasa',
        country: 'China',
        person: 'Somebody',
        guest: 'A guest',
        supplier: 'China',
        otherSupplier: 'Peru',
        item: 'a boat',
        voter: 'Peru',
        organisation: 'a union',
        year: '2020',
      },
      questions: ['when did he visit Lhasa'],
      newest: [],
    }),
  };
}

const question = { name: 'question', description: 'Your question', kind: 'question', required: true } as const;

/** A command of questions, one of options, and the page of help. */
export const fakeCommands: readonly Command[] = [
  {
    name: 'when',
    summary: 'When something happened',
    options: [question],
    examples: (names) => [`did ${names.pronoun} visit ${names.place}`],
    request: (values) => {
      const words = values.question ?? '';
      return { ask: words.startsWith('when') ? words : `when ${words}`.trim() };
    },
  },
  {
    name: 'visits',
    summary: 'Visits on record',
    options: [{ name: 'place', description: 'Where', kind: 'place', required: false }],
    examples: () => ['place: Lhasa'],
    request: (values) => ({
      ask: values.place === undefined ? 'list the visits' : `list the visits to ${values.place}`,
    }),
  },
  {
    name: 'sources',
    summary: 'Who says so',
    options: [{ ...question, required: false }],
    examples: () => [],
    request: (values) => ({ ask: values.question === undefined ? 'sources?' : `sources: ${values.question}` }),
  },
  { name: 'help', summary: 'What can be asked', options: [], examples: () => [], request: () => ({ page: 'help' }) },
];

/** A logger that keeps what it is given. */
export function recordingLogger(): {
  logger: Logger;
  entries: { level: number; msg: string; [key: string]: unknown }[];
} {
  const entries: { level: number; msg: string }[] = [];
  const logger = pino({ level: 'info' }, { write: (text: string) => void entries.push(JSON.parse(text)) });
  return { logger, entries };
}
