import type { Answer, Citation, Line } from '../answer/answer.ts';
import { formatDate } from '../answer/dates.ts';
import { escapeWithin, linkAddress } from './escape.ts';

/** Marks behind the headline, and behind every other line: all other sources stand under the button Sources. */
const HEADLINE_MARKS = 3;
const LINE_MARKS = 1;
/** A longer address would take the room of the answer: such a source is named without a link. */
const LONGEST_ADDRESS = 400;

/** What the heading and a line such as "and 12 more under “Sources”" take. */
const MORE = 60;
/** Sources shown where no line is marked with one. */
const UNMARKED = 5;

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** The sources of an answer in the order in which its lines need them, each with the number that marks it. */
export type Numbering = { sources: Citation[]; numberOf: ReadonlyMap<string, number> };

/**
 * Numbers the sources in the order in which they are first needed. A line that rests on a source which has its number
 * already takes that one, so that few numbers stand beside an answer; sources that no mark needs come last.
 */
export function numberSources(answer: Answer): Numbering {
  const byId = new Map(answer.sources.map((source) => [source.id, source]));
  const numbered = new Map<string, Citation>();
  const need = (id: string) => {
    const source = byId.get(id);
    if (source) numbered.set(id, source);
  };
  answer.headline.sources
    .filter((id) => byId.has(id))
    .slice(0, HEADLINE_MARKS)
    .forEach(need);
  for (const line of [...answer.lines, ...answer.nearest]) {
    if (line.sources.some((id) => numbered.has(id))) continue;
    const mostUsed = answer.sources.find((source) => line.sources.includes(source.id));
    if (mostUsed) need(mostUsed.id);
  }
  for (const source of answer.sources) need(source.id);
  const sources = [...numbered.values()];
  return { sources, numberOf: new Map(sources.map((source, index) => [source.id, index + 1])) };
}

/** The numbers that stand behind a line, smallest first; none where the answer has one source only. */
export function marksOf(line: Line, numbering: Numbering, isHeadline = false): number[] {
  if (numbering.sources.length < 2) return [];
  const numbers = [...new Set(line.sources)].map((id) => numbering.numberOf.get(id)).filter((n) => n !== undefined);
  return numbers.sort((a, b) => a - b).slice(0, isHeadline ? HEADLINE_MARKS : LINE_MARKS);
}

/** Numbers as raised figures behind a sentence, kept on one line with its last word; empty for none. */
export function raised(numbers: readonly number[]): string {
  return numbers
    .map((number) => `\u00a0${[...String(number)].map((digit) => SUPERSCRIPTS[Number(digit)]).join('')}`)
    .join('');
}

/**
 * The sources that the shown lines rest on, each with its mark, under a heading: whole ones only, as many as fit in `room`
 * characters, and how many more there are. Empty for an answer without sources, and where not even the heading fits.
 */
export function sourceLines(shown: readonly Line[], numbering: Numbering, room: number): string[] {
  const { sources, numberOf } = numbering;
  if (sources.length === 0) return [];
  const numbers = new Set(shown.flatMap((line, index) => marksOf(line, numbering, index === 0)));
  const needed = sources.filter((source) => numbers.has(numberOf.get(source.id) ?? 0));
  const lines = [sources.length === 1 ? '**Source**' : '**Sources**'];
  let left = room - MORE;
  let listed = 0;
  for (const source of needed.length > 0 ? needed : sources.slice(0, UNMARKED)) {
    const mark = sources.length === 1 ? '' : `${raised([numberOf.get(source.id) ?? 0]).trim()} `;
    const line = `${mark}${citationMarkdown(source)}`;
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
    listed += 1;
  }
  const rest = sources.length - listed;
  if (rest > 0) lines.push(`${listed > 0 ? 'and ' : ''}${rest} more under “Sources”`);
  return lines;
}

/** "[Publisher (agency)](address), 20 June 2021": escaped, whole, and within 800 characters. */
function citationMarkdown(source: Citation): string {
  const agency = source.agency === undefined || source.agency === source.publisher ? '' : ` (${source.agency})`;
  return `${linked(escapeWithin(`${source.publisher}${agency}`, 120), source.url)}, ${dateOf(source)}`;
}

/** A source with its title: "[Title](address) – Publisher, 20 June 2021", within 1,000 characters. */
export function fullCitationMarkdown(source: Citation): string {
  if (source.title === null) return citationMarkdown(source);
  const agency = source.agency === undefined || source.agency === source.publisher ? '' : ` (${source.agency})`;
  const publisher = escapeWithin(`${source.publisher}${agency}`, 120);
  return `${linked(escapeWithin(source.title, 300), source.url)} – ${publisher}, ${dateOf(source)}`;
}

function linked(label: string, url: string | null): string {
  const address = linkAddress(url);
  return address === undefined || address.length > LONGEST_ADDRESS ? label : `[${label}](${address})`;
}

function dateOf(source: Citation): string {
  return source.published === null ? 'undated' : escapeWithin(formatDate(source.published), 60);
}
