import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/desk.ts';
import { deskOf, expectSteady } from './core.ts';
import hostile from './hostile.json' with { type: 'json' };

/** `times`: the text over and over. `asks`: there is a question in it that the record may answer. */
type Hostile = { kind: string; text: string; times?: number; asks?: boolean };

const HOSTILE: readonly Hostile[] = hostile;
const whole = ({ text, times = 1 }: Hostile) => text.repeat(times);

const PIECES = [
  ...['when did he visit', 'who sold more,', 'how much did', 'Moscow', 'moskow', 'Russia', 'China', 'Min Aung Hlaing'],
  ...['in 2022', 'since the coup', 'between March and June 2025', 'the first', 'not', 'or', 'and', 'he', 'there', '?'],
  ...[
    '<@123456789012345678>',
    '<!channel>',
    '@everyone',
    '<#C1|x>',
    '[a](http://b.example)',
    '`',
    '*',
    '\n',
    '\u202e',
    '\u0000',
  ],
];

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 3000, size: 'max' }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), { maxLength: 30 })
    .map((p) => p.join('')),
);

describe('whatever comes in', { timeout: 300_000 }, () => {
  let shipped: Desk;
  let second: Desk;
  beforeAll(async () => {
    shipped = await deskOf('seeds');
    second = await deskOf('test/records/second');
    // As a running bot is: the first questions are answered by code that is not compiled yet.
    for (let year = 1900; year < 2000; year++)
      for (const desk of [shipped, second]) desk.ask(`did he visit in ${year}`);
  });

  it('gets an answer at once, and nothing of it is live', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expectSteady(shipped, text);
        expectSteady(second, text);
      }),
      // Looking for a shorter text that is as slow would take longer than the text is worth.
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('does so in a conversation too', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 5 }), (turns) => {
        for (const turn of turns) shipped.ask(turn, { conversation: 'any' });
        const { trail } = shipped.ask('and in 2022?', { conversation: 'any' });
        expect(trail.length).toBeGreaterThan(0);
        shipped.replay(turns);
      }),
      { numRuns: 30 },
    );
  });

  it('does so while it is typed', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('person', 'place', 'item', 'year', 'supplier', 'question'), (text, kind) => {
        expect(shipped.complete(text, 25).length).toBeLessThanOrEqual(25);
        expect(shipped.names(kind as 'person', text, 25).length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 60 },
    );
  });

  it.each(HOSTILE.map((item) => [item.kind, item.times ? `${item.text} × ${item.times}` : item.text, item] as const))(
    'is answered and inert: %s %j',
    (_kind, _text, item) => {
      expect(expectSteady(shipped, whole(item)).headline.text).not.toBe('');
    },
  );

  it('is long enough a list', () => {
    expect(new Set(HOSTILE.map(whole)).size).toBeGreaterThanOrEqual(200);
  });
});
