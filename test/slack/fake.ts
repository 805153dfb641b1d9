import { pino } from 'pino';
import type { Command } from '../../commands/command.ts';
import type { Answer, Citation, Line } from '../../src/answer/answer.ts';
import type { About, Desk } from '../../src/desk.ts';

/** A desk of an invented country, small enough to see through: what it is asked decides what it answers. */

export const herald: Citation = {
  id: 'herald-2021',
  publisher: 'Larissel Herald',
  title: 'The president returns',
  published: '2021-06-20',
  url: 'https://herald.example/2021/06/20/returns?a=1&b=2',
};
export const courier: Citation = {
  id: 'courier-2021',
  publisher: 'Petrovar Courier',
  agency: 'OTA',
  title: null,
  published: '2021-06',
  url: 'https://courier.example/a|b',
};

export function line(text: string, sources: string[] = ['herald-2021']): Line {
  return { text, facts: [`fact-${text.length}`], sources };
}

/** An answer with everything that is not given left plain. */
export function answer(given: Partial<Answer> = {}): Answer {
  const question = given.question ?? 'when did she visit Petrovar';
  return {
    status: 'answered',
    question,
    trail: [question],
    headline: line('She visited Petrovar from 20 to 22 June 2021.'),
    lines: [],
    qualifications: [],
    nearest: [],
    choices: [],
    suggestions: [],
    reading: ['Asked when: visits of the president to Petrovar.'],
    readingMatters: false,
    facts: ['visit-2021-06'],
    sources: [herald, courier],
    keptUpTo: '2026-05-31',
    ...given,
  };
}

const names = {
  subject: 'Isaura Benavel',
  pronoun: 'she',
  home: 'Nova Cadria',
  place: 'Petrovar',
  country: 'Ordania',
  person: 'Anton Pelsk',
  guest: 'Anton Pelsk',
  supplier: 'Ordania',
  otherSupplier: 'Velmark',
  item: 'Merlin-2',
  voter: 'Kaharu',
  organisation: 'the League',
  year: '2021',
};

export const about: About = {
  title: 'Visits of the president of Nova Cadria',
  made: 'Invented for tests.',
  keptUpTo: '2026-05-31',
  subject: 'Isaura Benavel',
  home: 'Nova Cadria',
  counts: { visits: 12, events: 1234, figures: 0, deliveries: 3, rankings: 1, measures: 2, entities: 40, sources: 25 },
  names,
  questions: [
    'when did she visit Petrovar?',
    'who sold the most arms?',
    'how many times did she visit Ordania?',
    'a',
    'b',
  ],
  newest: [line('Anton Pelsk came to Larissel on 1 May 2026.')],
};

/** What the desk was asked, and in which conversation, newest last. */
export type Asked = { question: string; conversation?: string };

/**
 * Answers by a word of the question: `list` with 25 lines, `moscow` with a choice to make, `nowhere` with a refusal,
 * `many sources` with 80 of them, `fault` not at all; everything else with its own words. A question that begins with "and" goes on with the conversation.
 */
export function fakeDesk(): { desk: Desk; asked: Asked[] } {
  const asked: Asked[] = [];
  const last = new Map<string, string[]>();
  const reply = (question: string, trail: string[]): Answer => {
    const common = { question: question.slice(0, 300), trail };
    if (/fault/.test(question)) throw new Error('the desk fell over');
    if (/list/.test(question))
      return answer({
        ...common,
        headline: line('She made 25 visits.'),
        lines: Array.from({ length: 25 }, (_, index) => line(`Visit number ${index + 1}`, ['courier-2021'])),
      });
    if (/moscow/.test(question))
      return answer({
        ...common,
        status: 'ambiguous',
        headline: line('Which Petrovar do you mean?', []),
        sources: [],
        facts: [],
        choices: [
          { label: 'Petrovar, the city', question: 'when did she visit the city of Petrovar' },
          { label: 'Petrovar, the province', question: 'when did she visit the province of Petrovar' },
        ],
      });
    if (/many sources/.test(question))
      return answer({
        ...common,
        sources: Array.from({ length: 80 }, (_, index) => ({
          ...herald,
          id: `many-${index}`,
          publisher: `Paper ${index}`,
          title: 'A title as long as titles of newspapers are'.padEnd(80, '!'),
          url: `https://many.example/${index}`,
        })),
      });
    if (/nowhere/.test(question))
      return answer({
        ...common,
        status: 'not-on-record',
        headline: line('No visit to Nowhere is on record.', []),
        facts: [],
        nearest: [line('She visited Petrovar in June 2021.')],
        suggestions: ['when did she visit Petrovar?'],
      });
    return answer({
      ...common,
      headline: line(`Answer to: ${trail.join(' > ')}`),
      qualifications: ['The Courier gives the month only.'],
      suggestions: ['how long did she stay in Petrovar?'],
    });
  };
  const desk: Desk = {
    ask: (question, { conversation } = {}) => {
      asked.push({ question, conversation });
      const before = conversation !== undefined && /^and /.test(question) ? (last.get(conversation) ?? []) : [];
      const trail = [...before, question];
      if (conversation !== undefined) last.set(conversation, trail);
      return reply(question, trail);
    },
    replay: (trail) => reply(trail.at(-1) ?? '', [...trail]),
    complete: () => [],
    names: () => [],
    about: () => about,
  };
  return { desk, asked };
}

/** A command that takes a question, one whose name Slack keeps for itself, one with options, and help. */
export const fakeCommands: readonly Command[] = [
  {
    name: 'when',
    summary: 'When something happened',
    options: [{ name: 'question', description: 'What happened', kind: 'question', required: true }],
    examples: ({ pronoun, place }) => [`did ${pronoun} visit ${place}`],
    request: ({ question }) => ({ ask: `when ${question}` }),
  },
  {
    name: 'who',
    summary: 'Who did something',
    options: [{ name: 'question', description: 'What they did', kind: 'question', required: true }],
    examples: () => ['sold the most arms'],
    request: ({ question }) => ({ ask: `who ${question}` }),
  },
  {
    name: 'visits',
    summary: 'Visits on record',
    options: [
      { name: 'place', description: 'The place', kind: 'place', required: false },
      { name: 'year', description: 'The year', kind: 'year', required: false },
    ],
    examples: ({ country, year }) => [`place: ${country} year: ${year}`],
    request: ({ place, year }) => ({ ask: ['list visits', place && `to ${place}`, year].filter(Boolean).join(' ') }),
  },
  {
    name: 'ask',
    summary: 'Ask anything',
    options: [{ name: 'question', description: 'Your question', kind: 'question', required: true }],
    examples: () => ['who sold more'],
    request: ({ question }) => ({ ask: question ?? '' }),
  },
  { name: 'help', summary: 'What can be asked', options: [], examples: () => [], request: () => ({ page: 'help' }) },
];

/** A logger whose lines a test can read. */
export function keptLogger() {
  const lines: Record<string, unknown>[] = [];
  return { logger: pino({ level: 'info' }, { write: (text: string) => void lines.push(JSON.parse(text)) }), lines };
}

/** Waits until something is there; throws when it does not come. */
export async function eventually<T>(look: () => T | undefined | null | false, within = 4000): Promise<T> {
  for (const end = Date.now() + within; ; ) {
    const found = look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`it did not come: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
