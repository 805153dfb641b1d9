import { numberOf, ordinalOf } from '../numbers.ts';
import type { Order } from '../query.ts';

/** Which in a row is asked about (first, last, third), and the words that say so. */
export function readOrder(
  text: readonly string[],
  inPeriod: (at: number) => boolean,
  inName: (at: number) => boolean,
): { order: Order | null; ordinal: number | null; used: Set<number> } {
  const used = new Set<number>();
  let order: Order | null = null;
  let ordinal: number | null = null;
  text.forEach((norm, at) => {
    if (inPeriod(at) || inName(at)) return;
    const nth = ordinalOf(norm);
    if (nth !== null && text[at + 1] !== 'of' && text[at - 1] !== 'world' && !RANKED.has(text[at + 1] ?? '')) {
      used.add(at);
      ordinal ??= nth;
      order ??= nth === 1 ? { kind: 'first' } : { kind: 'nth', n: nth, fromEnd: false };
    } else if (RANKED.has(text[at + 1] ?? '')) {
      return;
    } else if (FIRST.has(norm)) {
      used.add(at);
      ordinal ??= 1;
      order ??= { kind: 'first' };
    } else if (LAST.has(norm) || (text[at - 1] === 'most' && /^(recent|recently)$/.test(norm))) {
      used.add(at);
      order ??= { kind: 'last' };
    } else if (
      norm === 'next' &&
      /^(trip|visit|journey|meeting|tour|stop|time|one|foreign|official)$/.test(text[at + 1] ?? '')
    ) {
      used.add(at);
      order ??= { kind: 'first' };
    } else if (norm === 'number' && numberOf(text[at + 1] ?? '') !== null) {
      ordinal ??= numberOf(text[at + 1] ?? '');
      used.add(at).add(at + 1);
      if (ordinal !== null) order ??= { kind: 'nth', n: ordinal, fromEnd: false };
    }
  });
  return { order, ordinal, used };
}

/** "the first deputy premier", "the first lady": part of an office, no place in a row. */
const RANKED: ReadonlySet<string> = new Set(['deputy', 'vice', 'lady', 'secretary']);
const FIRST: ReadonlySet<string> = new Set(['first', 'earliest', 'initially', 'maiden', 'debut']);
const LAST: ReadonlySet<string> = new Set(['last', 'latest', 'newest', 'final']);

const SCALE: ReadonlyMap<string, number> = new Map(
  Object.entries({ bn: 1e9, billion: 1e9, b: 1e9, m: 1e6, mn: 1e6, mln: 1e6, million: 1e6, k: 1e3, thousand: 1e3 }),
);

/** The numbers of a question in figures, with the million or billion that follows: `1.5 billion`, `1.6bn`, `109,604`. */
export function numbersIn(text: readonly string[], taken: (at: number) => boolean): number[] {
  return text.flatMap((norm, at) => {
    const match = taken(at) ? null : /^(\d[\d.,]*)([a-z]*)$/.exec(norm);
    if (!match?.[1]) return [];
    const plain = /^\d{1,3}(,\d{3})+$/.test(match[1]) ? match[1].replaceAll(',', '') : match[1].replace(',', '.');
    const scale = SCALE.get(match[2] || (text[at + 1] ?? '')) ?? 1;
    const number = Number(plain) * scale;
    return Number.isFinite(number) ? [number] : [];
  });
}
