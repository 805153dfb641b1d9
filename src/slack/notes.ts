import type { Answer } from '../answer/answer.ts';
import { contexts, type SlackMessage, sections } from './blocks.ts';
import { sourcesButtons } from './buttons.ts';
import { citation, marked, numberSources } from './citations.ts';
import { cost, escapeText, escapeWithin } from './escape.ts';
import { plainText } from './render.ts';

/** Short messages that one person sees alone: an answer's sources, how it was read, and what went wrong. */

const MOST_FOR_SOURCES = 6500;
const MOST_FOR_STATEMENTS = 3000;
const LONGEST_STATEMENT = 400;
/** As long as one piece of small print may be, so that the ids stand on one line. */
const MOST_FOR_FACTS = 1800;
const LONGEST_ID = 100;
const LONGEST_TITLE = 300;
/** The most numbers behind one statement in the list of sources. */
const MOST_MARKS = 12;

/**
 * All the sources of an answer with their titles, in as many pages as they need, and on the first page which statement rests
 * on which. Pages are counted from 0; beyond the last one, the last one is given.
 */
export function sourcesNote(answer: Answer, page = 0): SlackMessage {
  const { sources } = numberSources(answer);
  if (sources.length === 0) return note(['This answer states no fact, so there is no source to it.']);
  const entries = sources.map((source, index) => {
    const title =
      source.url === null || source.title === null ? '' : `, “${escapeWithin(source.title, LONGEST_TITLE, cost)}”`;
    return `[${index + 1}] ${citation(source)}${title}`;
  });
  const pages = divided(entries, MOST_FOR_SOURCES);
  const number = Math.min(page, pages.length - 1);
  const numberOf = new Map(sources.map((source, index) => [source.id, index + 1]));
  const statements = [answer.headline, ...answer.lines, ...answer.nearest].flatMap((line) => {
    const behind = line.sources.flatMap((id) => numberOf.get(id) ?? []).sort((one, other) => one - other);
    if (behind.length === 0) return [];
    const more = behind.length > MOST_MARKS ? ` and ${behind.length - MOST_MARKS} more` : '';
    return `• ${escapeWithin(line.text, LONGEST_STATEMENT, cost)}${marked(behind.slice(0, MOST_MARKS))}${more}`;
  });
  const said = number === 0 && sources.length > 1 ? shown(statements, MOST_FOR_STATEMENTS, 'statements') : [];
  const count = pages.length > 1 ? ` (${sources.length}, page ${number + 1} of ${pages.length})` : '';
  const lead = `Sources${count} of: ${escapeWithin(answer.headline.text, LONGEST_STATEMENT, cost)}`;
  const message = note([lead, ...(pages[number] ?? [])], said);
  return { text: message.text, blocks: [...message.blocks, ...sourcesButtons(answer, number, pages.length)] };
}

/** How a question was understood, everything that qualifies the answer, and the ids of the facts that it states. */
export function readingNote(answer: Answer): SlackMessage {
  const lines = [...answer.reading, ...answer.qualifications].map((line) =>
    escapeWithin(line, LONGEST_STATEMENT, cost),
  );
  const said = shown(lines, MOST_FOR_STATEMENTS, 'lines');
  return note(
    ['How I read this question:', ...(said.length > 0 ? said : ['Word for word.']).map((line) => `• ${line}`)],
    factsStated(answer.facts),
  );
}

// On one line, in their order: whole ids only, and how many more there are.
function factsStated(ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const codes: string[] = [];
  let left = MOST_FOR_FACTS;
  for (const id of ids) {
    const code = `\`${escapeWithin(id.replace(/`/g, "'"), LONGEST_ID, cost)}\``;
    left -= cost(code);
    if (left < 0) break;
    codes.push(code);
  }
  const rest = ids.length - codes.length;
  return [`Facts stated: ${codes.join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`];
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

function divided(pieces: readonly string[], most: number): string[][] {
  const pages: string[][] = [];
  let left = 0;
  for (const piece of pieces) {
    if (cost(piece) > left) {
      pages.push([]);
      left = most;
    }
    pages.at(-1)?.push(piece);
    left -= cost(piece);
  }
  return pages;
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
