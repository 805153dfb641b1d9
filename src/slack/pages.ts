import type { Answer, Citation, Line } from '../answer/answer.ts';
import { citation, marked, type Numbered, numberSources } from './citations.ts';
import { cost, escapeWithin } from './escape.ts';

/** A long answer in pages: each holds the headline, some of the list below it, and the sources that those need. */

/** One item of the list below the headline, ready for mrkdwn. */
export type Entry = { kind: 'line' | 'nearest' | 'choice'; text: string };

export type Page = {
  headline: string;
  entries: Entry[];
  /** Citations with their numbers where there are several; whole, never cut. */
  citations: string[];
  /** How many sources of the answer are not among `citations`. */
  moreSources: number;
};

const ENTRIES_ON_PAGE = 10;
/** What entries and citations of a page may take together, see `cost`. */
const LISTED_BUDGET = 4000;
const MOST_FOR_HEADLINE = 1200;
const MOST_FOR_ENTRY = 1000;
/** Sources that are shown although no statement of the page needs another one. */
const SOURCES_SHOWN = 4;

/** The pages of an answer; at least one. The same answer always has the same pages. */
export function pagesOf(answer: Answer): [Page, ...Page[]] {
  const items: Item[] = [
    ...answer.lines.map((line) => ({ kind: 'line' as const, line })),
    ...answer.nearest.map((line) => ({ kind: 'nearest' as const, line })),
    ...answer.choices.map((choice, index) => ({
      kind: 'choice' as const,
      line: { text: `${index + 1}. ${choice.label}`, facts: [], sources: [] },
    })),
  ];
  const numbered = numberSources(answer);
  const first = fillPage(answer, items, numbered);
  const pages: [Page, ...Page[]] = [first.page];
  for (let rest = first.rest; rest.length > 0; ) {
    const next = fillPage(answer, rest, numbered);
    pages.push(next.page);
    rest = next.rest;
  }
  return pages;
}

type Item = { kind: Entry['kind']; line: Line };

function fillPage(
  answer: Answer,
  items: readonly Item[],
  { sources, marks }: Numbered,
): { page: Page; rest: readonly Item[] } {
  // With one source there is nothing to tell apart.
  const several = sources.length > 1;
  const shown = new Set(marks(answer.headline));
  const costOf = (number: number) => cost(citedAs(sources, number, several));
  const costOfAll = (numbers: Iterable<number>) => [...numbers].reduce((sum, number) => sum + costOf(number), 0);
  const behind = (line: Line) => (several ? marked(marks(line)) : '');

  let left = LISTED_BUDGET - costOfAll(shown);
  const entries: Entry[] = [];
  for (const { kind, line } of items) {
    const text = `${escapeWithin(line.text, MOST_FOR_ENTRY, cost)}${behind(line)}`;
    const needed = marks(line).filter((number) => !shown.has(number));
    const taken = cost(text) + costOfAll(needed);
    if (entries.length > 0 && (entries.length >= ENTRIES_ON_PAGE || taken > left)) break;
    left -= taken;
    entries.push({ kind, text });
    for (const number of needed) shown.add(number);
  }
  for (let number = 1; number <= sources.length && shown.size < SOURCES_SHOWN; number++) {
    if (shown.has(number) || costOf(number) > left) continue;
    left -= costOf(number);
    shown.add(number);
  }
  const citations = [...shown].sort((one, other) => one - other).map((number) => citedAs(sources, number, several));
  const headline = `${escapeWithin(answer.headline.text, MOST_FOR_HEADLINE, cost)}${behind(answer.headline)}`;
  return {
    page: { headline, entries, citations, moreSources: sources.length - shown.size },
    rest: items.slice(entries.length),
  };
}

function citedAs(sources: readonly Citation[], number: number, several: boolean): string {
  const source = sources[number - 1];
  if (source === undefined) throw new Error(`no source has the number ${number}`);
  return several ? `[${number}] ${citation(source)}` : citation(source);
}
