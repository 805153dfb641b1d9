import type { types } from '@slack/bolt';
import type { Answer } from '../answer/answer.ts';
import { formatDate } from '../answer/dates.ts';
import { contexts, plainContext, type SlackMessage, sections } from './blocks.ts';
import { answerButtons } from './buttons.ts';
import { cost, escapeText, escapeWithin } from './escape.ts';
import { LIMITS } from './limits.ts';
import { type Entry, type Page, pagesOf } from './pages.ts';

/** An answer as a Slack message. Pure: the same answer gives the same message. */

export type RenderOptions = {
  /** The page of a long answer, from 0; beyond the last one, the last one. */
  page?: number;
  /** Whether the answer is seen by one person alone and may be shared with the channel. */
  share?: boolean;
  /** Who asked, in plain words: the question is then restated, for those who do not see it. */
  by?: string;
};

/** What the qualifications of an answer may take together, and how it was read; see `cost`. */
const MOST_FOR_QUALIFICATIONS = 1400;
const MOST_FOR_READING = 500;
const LEAST_WORTH_SHOWING = 40;

/** The message for an answer, within every limit of Slack. */
export function renderAnswer(answer: Answer, options: RenderOptions = {}): SlackMessage {
  const pages = pagesOf(answer);
  const number = Math.min(Math.max(options.page ?? 0, 0), pages.length - 1);
  const page = pages[number] ?? pages[0];
  const small = smallPrint(answer);
  const last = lastLine(answer, number, pages.length);
  const blocks: types.KnownBlock[] = [
    ...(options.by === undefined ? [] : [plainContext(`${options.by} asked: ${answer.question}`)]),
    ...sections([page.headline]),
    ...listed(page.entries).flatMap((pieces) => sections(pieces)),
    ...contexts(small),
    ...contexts(sourcePieces(page), ' · '),
    ...contexts([last]),
    ...answerButtons(answer, { page: number, pages: pages.length, share: options.share === true, by: options.by }),
  ];
  return {
    text: plainText([page.headline, ...listed(page.entries).flat(), ...small, ...page.citations, last]),
    blocks,
  };
}

/** Pieces one a line, as many whole ones as `text` of a message holds. */
export function plainText(pieces: readonly string[]): string {
  let text = '';
  for (const piece of pieces) {
    if (piece === '') continue;
    const longer = text === '' ? piece : `${text}\n${piece}`;
    if (longer.length > LIMITS.messageText) break;
    text = longer;
  }
  return text;
}

// Lines, nearest and choices are lists of their own, each with its lead.
function listed(entries: readonly Entry[]): string[][] {
  const of = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).map((entry) => entry.text);
  const nearest = of('nearest').map((text) => `• ${text}`);
  return [
    of('line').map((text) => `• ${text}`),
    nearest.length === 0 ? [] : ['Nearest on record:', ...nearest],
    of('choice'),
  ].filter((pieces) => pieces.length > 0);
}

function smallPrint(answer: Answer): string[] {
  const reading = answer.readingMatters ? within(answer.reading, MOST_FOR_READING) : [];
  return [...within(answer.qualifications, MOST_FOR_QUALIFICATIONS), ...reading];
}

// Whole texts while there is room; the first one that does not fit is shortened visibly.
function within(texts: readonly string[], most: number): string[] {
  const pieces: string[] = [];
  let left = most;
  for (const text of texts) {
    if (left < LEAST_WORTH_SHOWING) break;
    const piece = escapeWithin(text, left, cost);
    pieces.push(piece);
    left -= cost(piece);
  }
  return pieces;
}

function sourcePieces({ citations, moreSources }: Page): string[] {
  const lead = citations.length + moreSources === 1 ? 'Source: ' : 'Sources: ';
  const pieces = citations.map((piece, index) => (index === 0 ? `${lead}${piece}` : piece));
  return moreSources > 0 && pieces.length > 0 ? [...pieces, `and ${moreSources} more`] : pieces;
}

function lastLine(answer: Answer, page: number, pages: number): string {
  const kept = `Record kept to ${escapeText(formatDate(answer.keptUpTo), 40)}`;
  return pages > 1 ? `${kept} · page ${page + 1} of ${pages}` : kept;
}
