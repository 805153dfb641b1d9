import type { Answer, Citation, Line } from '../answer/answer.ts';
import { formatDate } from '../answer/dates.ts';
import { escapeWithin, linkAddress } from './escape.ts';

/** Marks behind the headline, and behind every other line: what is left out stands under the button Sources. */
const HEADLINE_MARKS = 3;
const LINE_MARKS = 2;
/** Longer addresses are shown as no link; the longest of the records seen has 250 characters. */
const LONGEST_ADDRESS = 400;

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

/** Numbers as raised figures behind a sentence: " ¹ ³"; empty for none. */
export function raised(numbers: readonly number[]): string {
  const figures = numbers.map((number) => [...String(number)].map((digit) => SUPERSCRIPTS[Number(digit)]).join(''));
  return figures.length === 0 ? '' : ` ${figures.join(' ')}`;
}

/** "[Publisher (agency)](address), 20 June 2021": escaped, whole, and within 800 characters. */
export function citationMarkdown(source: Citation): string {
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
