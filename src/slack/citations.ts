import type { Answer, Citation, Line } from '../answer/answer.ts';
import { formatDate } from '../answer/dates.ts';
import { cost, cut, escapeText, escapeWithin, link } from './escape.ts';

/** Sources in Slack's mrkdwn: who published it as a link, and when. Nothing in here is ever cut in the middle. */

/** The most marks that a headline carries. */
export const HEADLINE_MARKS = 3;
/** What a publisher's name may take, see `cost`; the longest real one takes a quarter of it. */
const MOST_FOR_NAME = 300;

/** "<https://…|Publisher (agency)>, 20 June 2021"; without an address the title stands instead of the link. */
export function citation(source: Citation): string {
  const agency = source.agency === undefined || source.agency === source.publisher ? '' : ` (${source.agency})`;
  const name = `${source.publisher}${agency}`;
  const date = escapeText(source.published === null ? 'undated' : formatDate(source.published), 40);
  if (source.url !== null) return `${link(source.url, shortened(name))}, ${date}`;
  const title = source.title === null ? '' : `, “${escapeWithin(source.title, MOST_FOR_NAME, cost)}”`;
  return `${escapeWithin(name, MOST_FOR_NAME, cost)}${title}, ${date}`;
}

function shortened(name: string): string {
  let shown = name;
  while (cost(escapeText(shown)) > MOST_FOR_NAME) shown = cut(shown, Math.floor(shown.length / 2));
  return shown;
}

/** Numbers for the sources that a list of statements needs, in the order in which they are needed, from 1. */
export type Numbering = {
  /** The numbers behind a statement, "" or " [1] [2]"; a statement gets new numbers only if no known one covers it. */
  mark(line: Line, most?: number): string;
  /** The sources that have a number so far. */
  numbered(): Citation[];
  /** The sources that `mark` would number for this statement beyond those that have a number. */
  needed(line: Line, most?: number): Citation[];
};

/** Starts numbering the sources of an answer. With one source there is nothing to tell apart, and no marks are written. */
export function numberSources(answer: Answer): Numbering {
  const numbers = new Map<string, number>();
  const numbered: Citation[] = [];
  const needed = (line: Line, most = 1) => {
    const own = answer.sources.filter((source) => line.sources.includes(source.id));
    const covered = own.filter((source) => numbers.has(source.id)).length;
    return covered > 0 && most === 1 ? [] : own.slice(0, most).filter((source) => !numbers.has(source.id));
  };
  return {
    needed,
    numbered: () => [...numbered],
    mark: (line, most = 1) => {
      for (const source of needed(line, most)) numbers.set(source.id, numbered.push(source));
      if (answer.sources.length < 2) return '';
      const shown = line.sources.map((id) => numbers.get(id)).filter((number) => number !== undefined);
      const marks = shown.sort((one, other) => one - other).slice(0, most);
      return marks.map((number) => ` [${number}]`).join('');
    },
  };
}
