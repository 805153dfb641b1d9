import { type APIEmbed, ButtonStyle } from 'discord.js';
import type { Answer, Line } from '../answer/answer.ts';
import { formatDate } from '../answer/dates.ts';
import { button, customId, questionButtons, rowsOf } from './buttons.ts';
import { marksOf, type Numbering, numberSources, raised, sourceLines } from './citations.ts';
import { escapeWithin, oneLine } from './escape.ts';
import { LIMITS } from './limits.ts';
import { type Button, COLOURS, type DiscordMessage } from './message.ts';
import { trailLine } from './trail.ts';

/** Who sees the answer and who asked for it. */
export type View = {
  /** The page of a long list, from 0; out of range it becomes the nearest there is. */
  page?: number;
  /** Only the asker sees it. */
  private: boolean;
  /** Others are there to whom a private answer could be shown; false in a direct message. */
  shareable: boolean;
  /** The id of the person who asked. */
  asker: string;
};

// What is comfortable on a phone; a page of lines is about two screens. Headline, page and small print together leave at least
// a thousand of Discord's 4,096 characters to the sources, and much more beside most answers.
const HEADLINE = 600;
/** A sentence of up to three lines on a phone stands out in bold; a longer one would be a wall. */
const BOLD = 200;
const LINE = 900;
const LINES_A_PAGE = 10;
const PAGE = 1_500;
const QUALIFICATION = 500;
const QUALIFICATIONS = 900;
const NEAREST = 5;
const NEAREST_LINE = 200;
const CHOICES = 10;
const SUGGESTIONS = 3;

/** An answer as an embed with buttons; within all of Discord's limits whatever the answer holds, every text escaped. */
export function renderAnswer(answer: Answer, view: View): DiscordMessage {
  const numbering = numberSources(answer);
  const pages = pagesOf(answer);
  const page = Math.min(Math.max(0, view.page ?? 0), pages.length - 1);
  const lines = pages[page] ?? [];
  // Only beside a refusal, which has no lines.
  const nearest = lines.length > 0 ? [] : answer.nearest.slice(0, NEAREST);
  const part = { from: pages.slice(0, page).flat().length, shown: lines.length, of: answer.lines.length };
  const author = trailLine(answer.trail);
  const embed: APIEmbed = {
    ...(author === undefined ? {} : { author: { name: author } }),
    color: COLOURS[answer.status],
    description: descriptionOf(answer, lines, nearest, numbering),
    footer: { text: footerOf(answer, pages.length > 1 ? part : undefined) },
  };
  return {
    embeds: [embed],
    components: rowsOf([
      choiceButtons(answer),
      pages.length > 1 ? turnButtons('page', page, pages.length, answer.trail) : [],
      mainButtons(answer, view),
      suggestionButtons(answer),
    ]),
  };
}

// The sentence, the lines, what qualifies them and the sources, in this order, with an empty line between.
function descriptionOf(answer: Answer, lines: readonly Line[], nearest: readonly Line[], numbering: Numbering): string {
  const sentence = escapeWithin(answer.headline.text, HEADLINE);
  const marked = (line: Line, most: number) => `- ${escapeWithin(line.text, most)}${raised(marksOf(line, numbering))}`;
  const blocks = [
    [`${sentence.length <= BOLD ? `**${sentence}**` : sentence}${raised(marksOf(answer.headline, numbering, true))}`],
    lines.map((line) => marked(line, LINE)),
    nearest.length > 0 ? ['Nearest on record:', ...nearest.map((line) => marked(line, NEAREST_LINE))] : [],
    choiceLines(answer),
    smallPrint(answer),
  ];
  const text = joined(blocks);
  const shown = [answer.headline, ...lines, ...nearest];
  return joined([[text], sourceLines(shown, numbering, LIMITS.description - text.length - 2)]);
}

function joined(blocks: readonly (readonly string[])[]): string {
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

/** The lines of an answer page by page: at most ten, and no more text than two screens of a phone. Never empty. */
export function pagesOf(answer: Answer): Line[][] {
  const pages: Line[][] = [[]];
  let length = 0;
  for (const line of answer.lines) {
    const size = escapeWithin(line.text, LINE).length + 12;
    const current = pages.at(-1) ?? [];
    if (current.length >= LINES_A_PAGE || (current.length > 0 && length + size > PAGE)) {
      pages.push([line]);
      length = size;
    } else {
      current.push(line);
      length += size;
    }
  }
  return pages;
}

/** Previous and next, without the one that leads nowhere. */
export function turnButtons(
  verb: 'page' | 'sourcesPage',
  page: number,
  pages: number,
  trail: readonly string[],
): Button[] {
  const back = page > 0 ? [button(customId(verb, page - 1, trail), '◀ Previous')] : [];
  const on = page < pages - 1 ? [button(customId(verb, page + 1, trail), 'Next ▶')] : [];
  return [...back, ...on];
}

/** "Record kept to 31 May 2026", and which part of a long list is shown. */
export function footerOf(answer: Answer, part?: { from: number; shown: number; of: number }): string {
  const kept = `Record kept to ${oneLine(formatDate(answer.keptUpTo)).slice(0, 60)}`;
  if (part === undefined) return kept;
  return `${kept} · ${part.from + 1}–${part.from + part.shown} of ${part.of}`;
}

// What qualifies the answer, and how it was read where that was not plain: small, below the lines.
function smallPrint(answer: Answer): string[] {
  const notes = answer.readingMatters ? [...answer.qualifications, ...answer.reading] : answer.qualifications;
  const lines: string[] = [];
  let length = 0;
  for (const [index, note] of notes.entries()) {
    const line = `-# *${escapeWithin(note, QUALIFICATION)}*`;
    if (length + line.length > QUALIFICATIONS) {
      lines.push(`-# *${notes.length - index} more under “How I read this”*`);
      break;
    }
    lines.push(line);
    length += line.length;
  }
  return lines;
}

// Labels that a button would cut, or meanings beyond the last button, are written out as well.
function choiceLines(answer: Answer): string[] {
  const shown = answer.lines.length > 0 ? [] : answer.choices.slice(0, CHOICES);
  if (!shown.some((choice) => oneLine(choice.label).length > LIMITS.label)) return [];
  return shown.map((choice, index) => `${index + 1}. ${escapeWithin(choice.label, 120)}`);
}

function choiceButtons(answer: Answer): Button[] {
  return answer.choices
    .slice(0, CHOICES)
    .map((choice, index) => button(customId('choose', index, [choice.question]), choice.label, ButtonStyle.Primary));
}

function mainButtons(answer: Answer, view: View): Button[] {
  const count = answer.sources.length;
  const buttons: Button[] = [];
  if (count > 0)
    buttons.push(button(customId('sources', 0, answer.trail), count === 1 ? 'Source' : `Sources (${count})`));
  // What it opens names the facts as well.
  if (answer.reading.length + answer.facts.length > 0)
    buttons.push(button(customId('reading', 0, answer.trail), 'How I read this'));
  if (!view.private) buttons.push(button(customId('remove', view.asker), 'Remove'));
  else if (view.shareable) buttons.push(button(customId('everyone', view.page ?? 0, answer.trail), 'Show everyone'));
  return buttons;
}

function suggestionButtons(answer: Answer): Button[] {
  return questionButtons(answer.suggestions, SUGGESTIONS);
}
