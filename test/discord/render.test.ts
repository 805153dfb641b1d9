import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Citation, Line } from '../../src/answer/answer.ts';
import { overLimits } from '../../src/discord/limits.ts';
import type { DiscordMessage } from '../../src/discord/message.ts';
import { renderHelp, renderReading, renderSources } from '../../src/discord/pages.ts';
import { pagesOf, renderAnswer } from '../../src/discord/render.ts';
import { schemaErrors } from '../loopback/discord/schema.ts';
import { answerOf, fakeCommands, fakeDesk, line } from './fakes.ts';

const view = { private: false, shareable: true, asker: '12345678901234567890' };
const description = (message: DiscordMessage) => message.embeds?.[0]?.description ?? '';
const labels = (message: DiscordMessage) =>
  message.components?.flatMap((row) => row.components.map((b) => b.label)) ?? [];

const text = fc.oneof(
  fc.string({ maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('', ' ', '@everyone', '→', 'a → b', '…', '*'.repeat(900), 'word '.repeat(1_500), '\u200b', '|', '||'),
);
const sourceId = fc.integer({ min: 1, max: 60 }).map((number) => `s${number}`);
const lineArb: fc.Arbitrary<Line> = fc.record({
  text,
  facts: fc.constant([]),
  sources: fc.array(sourceId, { maxLength: 6 }),
});
const citation = (id: string): fc.Arbitrary<Citation> =>
  fc.record({
    id: fc.constant(id),
    publisher: text,
    agency: fc.option(text, { nil: undefined }),
    title: fc.option(text),
    published: fc.option(fc.constantFrom('2021', '2021-06', '2021-06-20', 'soon')),
    url: fc.option(
      fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.constant(`https://x.example/${'y'.repeat(900)}`), text),
    ),
  });
const many = <T>(of: fc.Arbitrary<T>, most: number) =>
  fc.oneof({ depthSize: 'small' }, fc.array(of, { maxLength: 4 }), fc.array(of, { maxLength: most }));
const answerArb: fc.Arbitrary<Answer> = fc.integer({ min: 0, max: 60 }).chain((sources) =>
  fc.record({
    status: fc.constantFrom(
      'answered' as const,
      'not-on-record' as const,
      'ambiguous' as const,
      'out-of-scope' as const,
    ),
    question: text,
    trail: many(text, 12),
    headline: lineArb,
    lines: many(lineArb, 120),
    qualifications: many(text, 20),
    nearest: many(lineArb, 20),
    choices: many(fc.record({ label: text, question: text }), 30),
    suggestions: many(text, 20),
    reading: many(text, 10),
    readingMatters: fc.boolean(),
    facts: many(text, 200),
    sources: fc.tuple(...Array.from({ length: sources }, (_, index) => citation(`s${index + 1}`))),
    keptUpTo: fc.constantFrom('2026-05-31', '2026', 'always'),
  }),
);

/** What is wrong with a message in the eyes of the limits and of Discord's own schema. */
function faults(message: DiscordMessage): string[] {
  return [...overLimits(message), ...schemaErrors('POST', '/channels/1/messages', message)];
}

describe('any answer', () => {
  it('fits into a message, on every page', () => {
    fc.assert(
      fc.property(answerArb, fc.boolean(), fc.nat(20), (answer, isPrivate, page) => {
        const message = renderAnswer(answer, { ...view, private: isPrivate, page });
        expect(faults(message)).toEqual([]);
        expect(faults(renderSources(answer, page))).toEqual([]);
        expect(faults(renderReading(answer))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('fits when everything in it is as long as can be', () => {
    const long = '*long* '.repeat(1_000);
    const full = { text: long, facts: [], sources: Array.from({ length: 90 }, (_, index) => `s${index}`) };
    const address = `https://x.example/${'y'.repeat(380)}`;
    const everything = answerOf({
      headline: full,
      trail: Array(9).fill(long),
      lines: Array(90).fill(full),
      nearest: Array(90).fill(full),
      qualifications: Array(90).fill(long),
      reading: Array(90).fill(long),
      readingMatters: true,
      choices: Array(90).fill({ label: long, question: long }),
      suggestions: Array.from({ length: 90 }, (_, index) => `what happened in ${index}`),
      facts: Array(900).fill(long),
      sources: full.sources.map((id) => ({
        id,
        publisher: long,
        agency: long,
        title: long,
        published: '2020',
        url: address,
      })),
    });
    for (const answer of [everything, { ...everything, lines: [] }]) {
      expect(faults(renderAnswer(answer, view))).toEqual([]);
      expect(faults(renderSources(answer, 3))).toEqual([]);
      expect(faults(renderReading(answer))).toEqual([]);
      expect(description(renderAnswer(answer, view))).toMatch(/ more under “Sources”$/);
    }
  });

  it('shows every line on exactly one page, and never half a citation', () => {
    fc.assert(
      fc.property(answerArb, (answer) => {
        expect(pagesOf(answer).flat()).toEqual(answer.lines);
        for (const page of pagesOf(answer).keys()) {
          const [, list] = description(renderAnswer(answer, { ...view, page })).split(/\*\*Sources?\*\*\n/);
          expect(list !== undefined).toBe(answer.sources.length > 0);
          for (const row of list?.split('\n') ?? []) {
            expect(row).toMatch(
              /, (?:undated|soon|2021|June 2021|20 June 2021)$|more under “Sources”$|^\d+ under “Sources”$/,
            );
            expect((row.match(/(?<!\\)\[/g) ?? []).length).toBe((row.match(/\]\(https?:\/\/[^\s()]+\)/g) ?? []).length);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('lists every source behind the button, each once', () => {
    fc.assert(
      fc.property(answerArb, (answer) => {
        let seen = 0;
        for (let page = 0; page < 60; page += 1) {
          const message = renderSources(answer, page);
          if (answer.sources.length > 0) seen += description(message).split('\n').length;
          if (!labels(message).includes('Next ▶')) break;
        }
        expect(seen).toBe(answer.sources.length);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what was asked within help, too', () => {
    expect(faults(renderHelp(fakeCommands, fakeDesk({}).about()))).toEqual([]);
  });
});

describe('an answer', () => {
  const sources = ['One', 'Two', 'Three'].map((publisher, index) => ({
    id: `s${index + 1}`,
    publisher,
    ...(index === 1 ? { agency: 'Wire' } : {}),
    title: null,
    published: index === 2 ? null : '2021-06-20',
    url: `https://${publisher.toLowerCase()}.example/story`,
  }));

  it('says the sentence first, then lines, what qualifies them, and the sources with their marks', () => {
    const answer = answerOf({
      headline: line('Twice.', ['s2']),
      lines: [line('First in May.', ['s1']), line('Then in June.', ['s2', 's3'])],
      qualifications: ['Sources disagree on the day.'],
      sources,
    });
    const embed = renderAnswer(answer, view).embeds?.[0];
    expect(embed?.description?.split('\n')).toEqual([
      '**Twice.**\u00a0¹',
      '',
      '- First in May.\u00a0²',
      '- Then in June.\u00a0¹',
      '',
      '-# *Sources disagree on the day.*',
      '',
      '**Sources**',
      '¹ [Two (Wire)](https://two.example/story), 20 June 2021',
      '² [One](https://one.example/story), 20 June 2021',
      'and 1 more under “Sources”',
    ]);
    expect(embed?.footer?.text).toBe('Record kept to 31 May 2026');
  });

  it('marks nothing when there is one source', () => {
    expect(description(renderAnswer(answerOf(), view))).toBe(
      '**He visited Lhasa once, on 3 May 2020.**\n\n**Source**\n[The Paper](https://paper.example/1), 3 May 2020',
    );
  });

  it('says how it read the question only where that was not plain', () => {
    const reading = ['Read “lassa” as Lhasa.'];
    expect(description(renderAnswer(answerOf({ reading }), view))).not.toContain('Read');
    expect(description(renderAnswer(answerOf({ reading, readingMatters: true }), view))).toContain(
      '-# *Read “lassa” as Lhasa.*',
    );
  });

  it('has a colour for each status', () => {
    const statuses = ['answered', 'not-on-record', 'ambiguous', 'out-of-scope'] as const;
    const colours = statuses.map((status) => renderAnswer(answerOf({ status }), view).embeds?.[0]?.color);
    expect(new Set(colours).size).toBe(4);
  });

  it('offers the nearest things beside a refusal', () => {
    const answer = answerOf({
      status: 'not-on-record',
      headline: line('No visit to Lima is on record.'),
      nearest: [line('Lhasa, 3 May 2020.', ['s1'])],
    });
    expect(description(renderAnswer(answer, view))).toContain('Nearest on record:\n- Lhasa, 3 May 2020.');
  });

  it('has no sources to show for small talk', () => {
    const answer = answerOf({ status: 'out-of-scope', headline: line('Hello.'), sources: [], facts: [] });
    const message = renderAnswer(answer, view);
    expect(description(message)).toBe('**Hello.**');
    expect(labels(message)).toEqual(['Remove']);
  });

  it('writes out choices whose labels a button would cut', () => {
    const label = `The visit ${'of many words '.repeat(7)}end`;
    const answer = answerOf({
      status: 'ambiguous',
      choices: [
        { label, question: 'a' },
        { label: 'B', question: 'b' },
      ],
    });
    expect(description(renderAnswer(answer, view))).toContain(`1. ${label}\n2. B`);
  });
});
