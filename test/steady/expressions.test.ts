import { describe, expect, it } from 'vitest';
import { type Expression, expressionsIn, pumpsFor } from './expressions.ts';

/** Not of the question grammar: these are put to the record's own names, of some dozen letters, once when it is loaded. */
const OF_THE_RECORD = ['src/question/derived-names.ts'];

/** Four times as long as anything that is read; a linear expression takes some hundred microseconds for it. */
const LONGEST = 8_000;
const SUSPICIOUS_MS = 5;

/** Lengths that grow slowly at first, as an exponential expression would otherwise jump from nothing to hours. */
const LENGTHS: number[] = [16];
for (let length = 16; length < LONGEST; ) {
  length = Math.ceil(length * (length < 600 ? 1.2 : 2));
  LENGTHS.push(length);
}

const FRAMES = ['', 'x '].flatMap((before) => ['', '!', ' x'].map((after) => ({ before, after })));

/** The text on which the time of an expression grows faster than the text, or nothing. */
function stalledBy(expression: Expression): string | undefined {
  const regExp = new RegExp(expression.source, expression.flags);
  for (const pump of pumpsFor(expression)) {
    for (const { before, after } of FRAMES) {
      const text = (length: number) =>
        `${before}${pump.repeat(Math.ceil(length / pump.length)).slice(0, length)}${after}`;
      const length = LENGTHS.find((each) => timeOf(regExp, text(each)) > SUSPICIOUS_MS);
      if (length === undefined) continue;
      // Twice the time for twice the text is linear; four times is not.
      const half = fastest(regExp, text(length / 2));
      const full = fastest(regExp, text(length));
      if (full > SUSPICIOUS_MS && full > 2.8 * half)
        return `${expression.place} takes ${full.toFixed(1)} ms for ${length} × ${JSON.stringify(pump)}`;
    }
  }
  return undefined;
}

function timeOf(regExp: RegExp, text: string): number {
  regExp.lastIndex = 0;
  const before = performance.now();
  if (regExp.global) text.replace(regExp, '');
  else regExp.test(text);
  return performance.now() - before;
}

function fastest(regExp: RegExp, text: string): number {
  return Math.min(...Array.from({ length: 4 }, () => timeOf(regExp, text)));
}

describe('the regular expressions that questions are read with', { timeout: 120_000 }, () => {
  const expressions = expressionsIn(['src/text.ts', 'src/question', 'src/find', 'src/answer']).filter(
    ({ place }) => !OF_THE_RECORD.some((file) => place.startsWith(file)),
  );

  it('are found', () => {
    expect(expressions.length).toBeGreaterThan(100);
  });

  it('take no longer than in proportion to what they read', () => {
    const stalled = expressions.flatMap((expression) => stalledBy(expression) ?? []);
    expect(stalled).toEqual([]);
  });

  it('would be caught if they did', () => {
    for (const source of ['^(a|a)+$', '\\s+$', '^(\\w+ ?)+!$', ',.*,.*;$'])
      expect(stalledBy({ source, flags: '', place: 'here' }), source).toBeDefined();
    expect(stalledBy({ source: '^(a|b)+$', flags: '', place: 'here' })).toBeUndefined();
  });
});
