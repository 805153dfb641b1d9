import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { standingOf } from '../../src/slack/buttons.ts';
import { messageFaults, viewFaults } from '../../src/slack/check.ts';
import { citation } from '../../src/slack/citations.ts';
import { commandHelp, helpPage } from '../../src/slack/help.ts';
import { homeView } from '../../src/slack/home.ts';
import { readingNote, sourcesNote } from '../../src/slack/notes.ts';
import { pagesOf } from '../../src/slack/pages.ts';
import { renderAnswer } from '../../src/slack/render.ts';
import { blockFaults } from '../loopback/slack/block-kit.ts';
import { about, answer, courier, fakeCommands, herald, line } from './fake.ts';
import { type Block, buttons, words } from './harness.ts';

describe('an answer in Slack', () => {
  it('is the sentence, the lines, what qualifies it, the sources and the day the record is kept up to', () => {
    const { blocks, text } = renderAnswer(
      answer({
        headline: line('She visited Ordania twice.', ['herald-2021', 'courier-2021']),
        lines: [line('In June 2021: Petrovar.'), line('In 2020: city not stated.', ['courier-2021'])],
        qualifications: ['The Courier gives the month only.'],
      }),
    );
    expect(blocks.map((block) => block.type)).toEqual([
      'section',
      'section',
      'context',
      'context',
      'context',
      'actions',
    ]);
    expect(text).toBe(
      [
        'She visited Ordania twice. [1] [2]',
        '• In June 2021: Petrovar. [1]',
        '• In 2020: city not stated. [2]',
        'The Courier gives the month only.',
        '[1] <https://herald.example/2021/06/20/returns?a=1&amp;b=2|Larissel Herald>, 20 June 2021',
        '[2] <https://courier.example/a%7Cb|Petrovar Courier (OTA)>, June 2021',
        'Record kept to 31 May 2026',
      ].join('\n'),
    );
  });

  it('numbers nothing when there is one source only', () => {
    const shown = words(renderAnswer(answer({ sources: [herald] })) as { blocks: Block[] });
    expect(shown).toContain('Source: <https://herald.example');
    expect(shown).not.toContain('[1]');
  });

  it('shows how it was read only where that was not plain', () => {
    const reading = ['Read “moskow” as Moscow.'];
    expect(renderAnswer(answer({ reading })).text).not.toContain('moskow');
    expect(renderAnswer(answer({ reading, readingMatters: true })).text).toContain('Read “moskow” as Moscow.');
  });

  it('names the facts on a button although there is nothing to say of how it was read', () => {
    const given = answer({ reading: [], facts: Array.from({ length: 300 }, (_, index) => `visit-${index}`) });
    expect(JSON.stringify(renderAnswer(given).blocks)).toContain('"reading:all"');
    const shown = words(readingNote(given) as { blocks: Block[] });
    expect(shown).toMatch(/• Word for word\.\n/);
    const [, first, last, more] = /Facts stated: `visit-(\d+)` .*`visit-(\d+)` and (\d+) more$/.exec(shown) ?? [];
    expect([first, Number(last) + 1 + Number(more)]).toEqual(['0', 300]);
    const none = answer({ reading: [], facts: [] });
    expect(JSON.stringify(renderAnswer(none).blocks)).not.toContain('"reading:all"');
  });

  it('offers the nearest beside a refusal, and its buttons ask whole questions', () => {
    const refusal = answer({
      status: 'not-on-record',
      headline: line('No visit to Nowhere is on record.', []),
      nearest: [line('She visited Petrovar in June 2021.')],
      suggestions: ['when did she visit Petrovar?'],
      sources: [herald],
      facts: [],
    });
    const message = renderAnswer(refusal) as { blocks: Block[] };
    expect(words(message)).toContain('Nearest on record:\n• She visited Petrovar in June 2021.');
    expect(buttons(message)[0]).toMatchObject({
      action_id: 'ask:next-0',
      value: '{"q":"when did she visit Petrovar?"}',
    });
  });

  it('has a title instead of a link where a source has no address, and says when it is undated', () => {
    expect(citation({ ...courier, url: null, title: 'A & B', published: null })).toBe(
      'Petrovar Courier (OTA), “A &amp; B”, undated',
    );
  });

  it('links nothing but web addresses', () => {
    expect(citation({ ...herald, url: 'javascript:alert(1)' })).toBe('Larissel Herald, 20 June 2021');
  });

  it('leaves buttons out that would not lead back to the same answer, rather than to another one', () => {
    const trail = Array.from({ length: 9 }, (_, index) => `${index}`.padEnd(300, 'x'));
    expect(buttons(renderAnswer(answer({ trail })) as { blocks: Block[] })).toEqual([]);
  });

  it('a button holds the whole trail and who asked', () => {
    const message = renderAnswer(answer({ trail: ['first', 'and then'] }), { by: 'Ann' }) as { blocks: Block[] };
    const sources = buttons(message).find((one) => one.action_id === 'sources:all');
    expect(standingOf(sources?.value)).toEqual({ trail: ['first', 'and then'], page: 0, by: 'Ann' });
  });
});

// Whatever an answer holds: hostile words, any script, far too much of everything.
const hostile = fc.constantFrom(
  '<!channel>',
  '<@U1>',
  '&amp;',
  '<https://x|y>',
  '|',
  '*b*',
  '\u202e',
  '```',
  'မြန်မာ',
  '𝕳',
  '\ud800',
  '\n\n',
);
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(hostile, fc.string()), { maxLength: 300 }).map((parts) => parts.join(' ')),
  },
);
const someFact = fc.constant('f').map((fact) => [fact]);
const ids = fc.subarray(Array.from({ length: 30 }, (_, index) => `s${index}`));
const lines = (most: number) => fc.array(fc.record({ text, facts: someFact, sources: ids }), { maxLength: most });
const date = fc.option(fc.constantFrom('2021', '2021-06', '2021-06-20'), { nil: null });
const url = fc.option(
  fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    text.map((words) => `https://x.example/${words}`),
  ),
  { nil: null },
);
const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom<Answer['status']>('answered', 'not-on-record', 'ambiguous', 'out-of-scope'),
  question: text.map((words) => words.slice(0, 300)),
  trail: fc.array(
    text.map((words) => words.slice(0, 300)),
    { minLength: 1, maxLength: 6 },
  ),
  headline: fc.record({ text, facts: someFact, sources: ids }),
  lines: lines(40),
  qualifications: fc.array(text, { maxLength: 12 }),
  nearest: lines(6),
  choices: fc.array(fc.record({ label: text, question: text }), { maxLength: 12 }),
  suggestions: fc.array(text, { maxLength: 8 }),
  reading: fc.array(text, { maxLength: 4 }),
  readingMatters: fc.boolean(),
  facts: fc.array(text, { maxLength: 40 }),
  sources: fc
    .array(
      fc.record({
        publisher: text,
        agency: fc.option(text, { nil: undefined }),
        title: fc.option(text, { nil: null }),
        published: date,
        url,
      }),
      { maxLength: 30 },
    )
    .map((sources) => sources.map((source, index) => ({ id: `s${index}`, ...source }))),
  keptUpTo: fc.constant('2026-05-31'),
});
const options = fc.record({
  page: fc.nat(9),
  share: fc.boolean(),
  by: fc.option(
    text.map((words) => words.slice(0, 40)),
    { nil: undefined },
  ),
});

describe('any answer', () => {
  it('keeps every limit of Slack, on every page of it', () => {
    fc.assert(
      fc.property(anyAnswer, options, (given, how) => {
        const message = renderAnswer(given, how);
        expect(messageFaults(message)).toEqual([]);
        expect(blockFaults(message.blocks)).toEqual([]);
        for (const note of [sourcesNote(given), readingNote(given)]) {
          expect(messageFaults(note)).toEqual([]);
          expect(blockFaults(note.blocks)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has nothing live in it but the links of its sources', () => {
    fc.assert(
      fc.property(anyAnswer, options, (given, how) => {
        const message = renderAnswer(given, how);
        const shown = `${message.text}\n${words(message as { blocks: Block[] })}`;
        for (const [mark] of shown.matchAll(/<[^>]*>/g)) expect(mark).toMatch(/^<https?:\/\/[^\s<>|]+\|[^<>|]+>$/);
        expect(shown.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 300 },
    );
  });

  it('shows each of its lines on one of its pages, once, and cuts no citation', () => {
    fc.assert(
      fc.property(anyAnswer, (given) => {
        const pages = pagesOf(given);
        const entries = pages.flatMap((page) => page.entries);
        expect(entries).toHaveLength(given.lines.length + given.nearest.length + given.choices.length);
        const whole = new Set(given.sources.map(citation));
        for (const page of pages)
          for (const shown of page.citations) expect(whole).toContain(shown.replace(/^\[\d+\] /, ''));
      }),
      { numRuns: 300 },
    );
  });
});

describe('help and the Home tab', () => {
  it('keep the limits', () => {
    for (const message of [
      helpPage(fakeCommands, about, true),
      ...fakeCommands.map((command) => commandHelp(command, about)),
    ])
      expect(messageFaults(message)).toEqual([]);
    expect(viewFaults(homeView(about).blocks)).toEqual([]);
    expect(blockFaults(homeView(about).blocks, 100)).toEqual([]);
  });

  it('keep them whatever the record is called', () => {
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 20 }), lines(10), (title, made, questions, newest) => {
        const other = { ...about, title: `T${title}`, made, questions, newest };
        expect(viewFaults(homeView(other).blocks)).toEqual([]);
        expect(messageFaults(helpPage(fakeCommands, other, false))).toEqual([]);
      }),
    );
  });
});

describe('the check of the limits', () => {
  const section = (words: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text: words } });
  it.each([
    ['too long a section', [section('x'.repeat(3001))]],
    ['an empty section', [section('')]],
    ['too many blocks', Array.from({ length: 51 }, () => ({ type: 'divider' as const }))],
    ['too much together', Array.from({ length: 5 }, () => section('x'.repeat(2900)))],
    ['an empty row of buttons', [{ type: 'actions' as const, elements: [] }]],
  ])('finds %s', (_, blocks) => {
    expect(messageFaults({ text: 'x', blocks })).not.toEqual([]);
  });

  it('finds a message without text', () => {
    expect(messageFaults({ text: '', blocks: [] })).toEqual(['text is empty']);
  });
});
