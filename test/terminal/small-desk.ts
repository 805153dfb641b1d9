import type { ExampleNames } from '../../commands/command.ts';
import type { Answer } from '../../src/answer/answer.ts';
import type { AskOptions, Desk } from '../../src/desk.ts';

/** A desk that answers a handful of questions about an invented record, and remembers what it was asked. */

export const names: ExampleNames = {
  subject: 'Ada Brenn',
  pronoun: 'she',
  home: 'Lurania',
  place: 'Port Osk',
  country: 'Velmark',
  person: 'Ivo Tarn',
  guest: 'Ivo Tarn',
  supplier: 'Velmark',
  otherSupplier: 'Sorrel',
  item: 'Kestrel-4',
  voter: 'Sorrel',
  organisation: 'Lake Union',
  year: '1971',
};

export function answerOf(parts: Partial<Answer>): Answer {
  return {
    status: 'answered',
    question: 'when',
    trail: ['when'],
    headline: { text: 'She visited Port Osk on 3 May 1971.', facts: ['visit-1'], sources: ['gazette'] },
    lines: [],
    qualifications: [],
    nearest: [],
    choices: [],
    suggestions: [],
    reading: [],
    readingMatters: false,
    facts: ['visit-1'],
    sources: [
      {
        id: 'gazette',
        publisher: 'Gazette',
        title: 'At the port',
        published: '1971-05-04',
        url: 'https://gazette.example/1',
      },
    ],
    keptUpTo: '1975-12-31',
    ...parts,
  };
}

export function refusalOf(parts: Partial<Answer>): Answer {
  const headline = { text: 'Nothing of the kind is on record.', facts: [], sources: [] };
  return answerOf({ status: 'not-on-record', headline, facts: [], sources: [], ...parts });
}

export type AskedQuestion = { question: string; options: AskOptions | undefined };

export function smallDesk(): Desk & { asked: AskedQuestion[] } {
  const asked: AskedQuestion[] = [];
  const ask = (question: string, options?: AskOptions): Answer => {
    asked.push({ question, options });
    if (/port osk|velmark/i.test(question)) return answerOf({ question });
    if (/tarn/i.test(question)) {
      const choices = ['Ivo', 'Una'].map((name) => ({
        label: `${name} Tarn`,
        question: `when did ${name} Tarn visit Velmark`,
      }));
      const headline = { text: 'Which Tarn is meant?', facts: [], sources: [] };
      return refusalOf({ question, status: 'ambiguous', headline, choices });
    }
    return refusalOf({ question, status: question.trim() === '' ? 'out-of-scope' : 'not-on-record' });
  };
  const questions = ['when did she visit Port Osk', 'when did she visit Velmark', 'who came to Lurania'];
  const known = ['Port Osk', 'Port Ansel', 'Velmark', 'Sorrel'];
  const begins = (partial: string) => (text: string) => text.toLowerCase().startsWith(partial.toLowerCase());
  return {
    asked,
    ask,
    replay: (trail, options) => ask(trail.at(-1) ?? '', options),
    complete: (partial, limit) => questions.filter(begins(partial)).slice(0, limit),
    names: (kind, partial, limit) => (kind === 'place' ? known.filter(begins(partial.trim())).slice(0, limit) : []),
    about: () => ({
      title: 'Ada Brenn abroad',
      made: 'Made up.',
      keptUpTo: '1975-12-31',
      subject: 'Ada Brenn',
      home: 'Lurania',
      counts: {
        visits: 1,
        events: 0,
        figures: 0,
        deliveries: 0,
        rankings: 0,
        measures: 0,
        entities: 4,
        sources: 1,
      },
      names,
      questions,
      newest: [],
    }),
  };
}
