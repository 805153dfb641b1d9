import type { Span } from './spans.ts';

/** Days as numbers that compare as they do: `2021-06-20` is 20210620. An open beginning is 0, an open end LAST. */

export const LAST = 99_999_999;
/** Stands for the beginning of a span that is not given. */
export const NO_SPAN = -1;

/** The number of an ISO day; `open` for none. */
export function dayNumber(day: string | null, open: number): number {
  return day === null ? open : Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8));
}

/** The ISO day of a number; `null` for an open beginning or end. */
export function dayOfNumber(number: number): string | null {
  if (number === 0 || number === LAST) return null;
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The number of a month `2021-06`: 202106. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 100 + Number(month.slice(5, 7));
}

export function monthOfNumber(number: number): string {
  const digits = String(number).padStart(6, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

export function spanNumbers(span: Span | null): [from: number, to: number] {
  return span === null ? [NO_SPAN, NO_SPAN] : [dayNumber(span.from, 0), dayNumber(span.to, LAST)];
}

export function spanOfNumbers(from: number, to: number): Span | null {
  return from === NO_SPAN ? null : { from: dayOfNumber(from), to: dayOfNumber(to) };
}
