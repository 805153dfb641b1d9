import type { Answer } from '../answer/answer.ts';
import { contexts, type SlackMessage, sections } from './blocks.ts';
import { citation } from './citations.ts';
import { cost, escapeText, escapeWithin } from './escape.ts';
import { plainText } from './render.ts';

/** Short messages that one person sees alone: an answer's sources, how it was read, and what went wrong. */

const MOST_FOR_SOURCES = 7500;
const MOST_FOR_STATEMENTS = 3500;
const LONGEST_STATEMENT = 400;
const LONGEST_TITLE = 300;

/** All the sources of an answer with their titles, then which statement rests on which. */
export function sourcesNote(answer: Answer): SlackMessage {
  const entries = answer.sources.map((source, index) => {
    const title =
      source.url === null || source.title === null ? '' : ` — “${escapeWithin(source.title, LONGEST_TITLE, cost)}”`;
    return `[${index + 1}] ${citation(source)}${title}`;
  });
  const number = new Map(answer.sources.map((source, index) => [source.id, index + 1]));
  const statements = [answer.headline, ...answer.lines, ...answer.nearest].map((line) => {
    const marks = line.sources.flatMap((id) => number.get(id) ?? []).sort((one, other) => one - other);
    return marks.length === 0
      ? ''
      : `• ${escapeWithin(line.text, LONGEST_STATEMENT, cost)} ${marks.map((mark) => `[${mark}]`).join(' ')}`;
  });
  const said = answer.sources.length > 1 ? shown(statements, MOST_FOR_STATEMENTS, 'statements') : [];
  return note(
    [
      `Sources of “${escapeWithin(answer.headline.text, LONGEST_STATEMENT, cost)}”`,
      ...shown(entries, MOST_FOR_SOURCES, 'sources'),
    ],
    said,
  );
}

/** How a question was understood. */
export function readingNote(answer: Answer): SlackMessage {
  const lines = answer.reading.map((line) => escapeWithin(line, LONGEST_STATEMENT, cost));
  return note(['How I read this question:', ...shown(lines, MOST_FOR_STATEMENTS, 'lines').map((line) => `• ${line}`)]);
}

/** Something failed on this side; the id is in the log too. */
export function failureNote(id: string): SlackMessage {
  return note([
    `Something went wrong here and this could not be answered. Please ask again; if it happens again, tell whoever runs this bot the id ${escapeText(id)}.`,
  ]);
}

/** Too many questions in too short a time. */
export function patienceNote(seconds: number): SlackMessage {
  return note([
    `You ask faster than I may answer. Please try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  ]);
}

/** A button from a version that wrote its values in another way. */
export function outdatedNote(): SlackMessage {
  return note(['This button is from an earlier version of me. Please ask the question again.']);
}

/** Any short text of our own as a message; the second list is in small print. */
export function note(pieces: readonly string[], small: readonly string[] = []): SlackMessage {
  return { text: plainText([...pieces, ...small]), blocks: [...sections(pieces), ...contexts(small)] };
}

function shown(pieces: readonly string[], most: number, what: string): string[] {
  const fitting: string[] = [];
  let left = most;
  const real = pieces.filter((piece) => piece !== '');
  for (const piece of real) {
    left -= cost(piece);
    if (left < 0) break;
    fitting.push(piece);
  }
  const missing = real.length - fitting.length;
  return missing === 0 ? fitting : [...fitting, `and ${missing} more ${what}`];
}
