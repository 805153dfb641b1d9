import type { types } from '@slack/bolt';
import { cost, escapeWithin } from './escape.ts';
import { LIMITS } from './limits.ts';

/**
 * The few kinds of block that are used. Every mrkdwn is `verbatim`: Slack then makes no link or mention of its own out of
 * bare names. Their text must be escaped already.
 */

/** What a text that somebody typed may take of a message, see `cost`. */
const MOST_TYPED = 1000;

/** A message as it goes to Slack: `text` is what notifications and screen readers give. */
export type SlackMessage = { text: string; blocks: types.KnownBlock[] };

/** Sections for whole pieces of mrkdwn, one below the other; a piece is never divided. */
export function sections(pieces: readonly string[], separator = '\n'): types.SectionBlock[] {
  return joined(pieces, separator, LIMITS.sectionText).map((text) => ({ type: 'section', text: mrkdwn(text) }));
}

/** Small grey print for whole pieces of mrkdwn; a piece is never divided. */
export function contexts(pieces: readonly string[], separator = '\n'): types.ContextBlock[] {
  const elements = joined(pieces, separator, LIMITS.contextText).map(mrkdwn);
  const blocks: types.ContextBlock[] = [];
  for (let start = 0; start < elements.length; start += LIMITS.contextElements)
    blocks.push({ type: 'context', elements: elements.slice(start, start + LIMITS.contextElements) });
  return blocks;
}

/** Small grey print in which nothing is formatted, linked or mentioned: for what people typed. */
export function plainContext(text: string): types.ContextBlock {
  const shown = escapeWithin(text, MOST_TYPED, cost);
  return { type: 'context', elements: [{ type: 'plain_text', text: shown, emoji: false }] };
}

/** A title in large print; cut to what a header holds. */
export function header(text: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: escapeWithin(text, LIMITS.headerText), emoji: false } };
}

function mrkdwn(text: string): types.MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true };
}

function joined(pieces: readonly string[], separator: string, most: number): string[] {
  const texts: string[] = [];
  for (const piece of pieces) {
    if (piece === '') continue;
    const last = texts.at(-1);
    if (last !== undefined && last.length + separator.length + piece.length <= most)
      texts[texts.length - 1] = `${last}${separator}${piece}`;
    else texts.push(piece);
  }
  return texts;
}
