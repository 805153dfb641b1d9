import type { Answer, Citation, Line } from '../answer/answer.ts';
import { citation, HEADLINE_MARKS, numberSources } from './citations.ts';
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
  const first = fillPage(answer, items);
  const pages: [Page, ...Page[]] = [first.page];
  for (let rest = first.rest; rest.length > 0; ) {
    const next = fillPage(answer, rest);
    pages.push(next.page);
    rest = next.rest;
  }
  return pages;
}

type Item = { kind: Entry['kind']; line: Line };

function fillPage(answer: Answer, items: readonly Item[]): { page: Page; rest: readonly Item[] } {
  const numbering = numberSources(answer);
  const headlineMarks = numbering.mark(answer.headline, HEADLINE_MARKS);
  const headline = `${escapeWithin(answer.headline.text, MOST_FOR_HEADLINE, cost)}${headlineMarks}`;
  let left = LISTED_BUDGET - totalCost(numbering.numbered());
  const entries: Entry[] = [];
  for (const item of items) {
    const text = escapeWithin(item.line.text, MOST_FOR_ENTRY, cost);
    const needed = cost(text) + totalCost(numbering.needed(item.line));
    const full = entries.length >= ENTRIES_ON_PAGE || needed > left;
    if (full && entries.length > 0) break;
    left -= needed;
    entries.push({ kind: item.kind, text: `${text}${numbering.mark(item.line)}` });
  }
  const shown = numbering.numbered();
  for (const source of answer.sources) {
    if (shown.length >= SOURCES_SHOWN || cost(citation(source)) > left) break;
    if (shown.some((one) => one.id === source.id)) continue;
    left -= cost(citation(source));
    shown.push(source);
  }
  const several = answer.sources.length > 1;
  const citations = shown.map((source, index) => `${several ? `[${index + 1}] ` : ''}${citation(source)}`);
  const page = { headline, entries, citations, moreSources: answer.sources.length - shown.length };
  return { page, rest: items.slice(entries.length) };
}

function totalCost(sources: readonly Citation[]): number {
  return sources.reduce((sum, source) => sum + cost(citation(source)), 0);
}
