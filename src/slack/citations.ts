import type { Answer, Citation, Line } from '../answer/answer.ts';
import { formatDate } from '../answer/dates.ts';
import { cost, cut, escapeText, escapeWithin, link } from './escape.ts';

/** Sources in Slack's mrkdwn: who published it as a link, and when. Nothing in here is ever cut in the middle. */

/** The most marks that a headline carries. */
const HEADLINE_MARKS = 3;
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

/** The sources of an answer in the order of their numbers, the same on every page of it and in its list of sources. */
export type Numbered = {
  /** The source with number n is at n - 1. */
  sources: readonly Citation[];
  /** The numbers behind a statement of the answer, ascending: one, or up to three behind the headline. */
  marks(line: Line): readonly number[];
};

/**
 * Numbers the sources in the order in which the statements need them. A statement that a numbered source covers needs no
 * other one; sources that no statement needs come last, the most used first.
 */
export function numberSources(answer: Answer): Numbered {
  const numbers = new Map<string, number>();
  const marks = new Map<Line, number[]>();
  const number = ({ id }: Citation) => {
    const known = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, known);
    return known;
  };
  const of = (line: Line) => answer.sources.filter((source) => line.sources.includes(source.id));
  const ascending = (found: number[]) => [...new Set(found)].sort((one, other) => one - other);
  marks.set(answer.headline, ascending(of(answer.headline).slice(0, HEADLINE_MARKS).map(number)));
  for (const line of [...answer.lines, ...answer.nearest]) {
    const own = of(line);
    const covered = ascending(own.flatMap((source) => numbers.get(source.id) ?? []));
    marks.set(line, covered.length > 0 ? covered.slice(0, 1) : own.slice(0, 1).map(number));
  }
  answer.sources.forEach(number);
  const sources = answer.sources.toSorted((one, other) => number(one) - number(other));
  return { sources, marks: (line) => marks.get(line) ?? [] };
}

/** Numbers as they stand behind a statement: " [1] [4]". */
export function marked(numbers: readonly number[]): string {
  return numbers.map((number) => ` [${number}]`).join('');
}
