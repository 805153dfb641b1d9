import { plain } from '../answer/text.ts';

const ELLIPSIS = '…';

// Signs that Discord's Markdown gives a meaning anywhere in a line; "<" begins mentions, timestamps, emoji and autolinks.
const LIVE = /[\\*_~|`[\]<]/g;
// Signs that only begin a block: quotes, headings, small print, lists.
const LINE_START = /^(?:>|#{1,3}|-#|[-+•])(?=\s|$)|^>/;
const NUMBERED = /^(\d+)([.)])(?=\s|$)/;
const ADDRESS = /:(?=\/\/)/g;
const EMOJI = /:(?=[\w+-]+:)/g;
/** Zero-width space: behind an "@" it keeps "@everyone" and "@here" from being words that ping. */
const BREAK = '\u200b';

/** A text on one line without control characters, direction marks and broken halves of characters; not yet escaped. */
export function oneLine(text: string): string {
  return plain(text.replace(/\p{Surrogate}/gu, '')).replace(/\s+/g, ' ');
}

/**
 * A text on one line that Discord shows as it was typed: nothing in it formats, links, mentions or pings.
 * Any ASCII punctuation behind a backslash is shown plain (docs.discord.com, "Markdown Text 101").
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(LIVE, '\\$&')
    .replace(LINE_START, '\\$&')
    .replace(NUMBERED, '$1\\$2')
    .replace(ADDRESS, '\\:')
    .replace(EMOJI, '\\:')
    .replace(/@/g, `@${BREAK}`);
}

/** Cuts a plain text to `most` UTF-16 units, at the end of a word where there is one near, with an ellipsis when cut. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, Math.max(0, most - 1)).replace(/[\ud800-\udbff]$/, '');
  const space = head.lastIndexOf(' ');
  const kept = space > head.length * 0.6 ? head.slice(0, space) : head;
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

/** Escapes a text and keeps the outcome within `most` UTF-16 units, without leaving half an escape at the end. */
export function escapeWithin(text: string, most: number): string {
  const line = oneLine(text.slice(0, most * 4));
  let kept = cut(line, most);
  let escaped = escapeMarkdown(kept);
  while (escaped.length > most && kept.length > 1) {
    const over = Math.ceil((escaped.length - most) / 2);
    kept = cut(line, Math.max(1, kept.length - over));
    escaped = escapeMarkdown(kept);
  }
  return escaped.length <= most ? escaped : ELLIPSIS;
}

/** An address as it may stand in a Markdown link, or `undefined` when it is not a web address. */
export function linkAddress(url: string | null): string | undefined {
  if (url === null || !/^https?:\/\/[^\s/]/i.test(url)) return undefined;
  return url.replace(/[\s()<>\\"|`[\]]|\p{Cc}|\p{Surrogate}/gu, percent);
}

function percent(sign: string): string {
  // encodeURIComponent leaves parentheses alone, and one of them would end the link.
  return [...new TextEncoder().encode(sign)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}
