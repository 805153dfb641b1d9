import type { Answer, Citation } from './answer.ts';
import { formatDate } from './dates.ts';

/** A stretch of an answer with one purpose, so that a terminal can paint it; `lines` are whole lines without markup. */
export type TextPart = {
  kind: 'headline' | 'lines' | 'nearest' | 'choices' | 'qualifications' | 'suggestions' | 'sources' | 'reading';
  lines: string[];
};

/** Sources shown even when no line needs another one; every source that a line rests on is shown whatever their number. */
const SOURCES_SHOWN = 6;
/** Sources marked behind the headline; a line has one marker, the most used of its sources. */
const HEADLINE_MARKERS = 3;
const SUGGESTIONS_SHOWN = 3;

// Control characters (a terminal obeys them) and marks that turn the direction of what follows; both may stand in a question.
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** An answer as plain text, sources included: what a person reads in a terminal and in the JSON contract's `text`. */
export function answerText(answer: Answer): string {
  return answerParts(answer)
    .map((part) => part.lines.join('\n'))
    .join('\n\n');
}

/**
 * The parts of an answer in reading order: headline, lines, nearest or choices, what qualifies it, suggestions beside a
 * refusal, sources, reading. Sources are numbered and the numbers stand behind what they support, unless there is only one.
 */
export function answerParts(answer: Answer): TextPart[] {
  const numbers = numberSources(answer);
  const marked = (line: { text: string; sources: string[] }, most: number) =>
    withMarkers(plain(line.text), line.sources, numbers, most);
  const refused = answer.status !== 'answered';
  const parts: TextPart[] = [
    { kind: 'headline', lines: [marked(answer.headline, HEADLINE_MARKERS)] },
    { kind: 'lines', lines: answer.lines.map((line) => `- ${marked(line, 1)}`) },
    {
      kind: 'nearest',
      lines: led(
        'Nearest on record:',
        answer.nearest.map((line) => `- ${marked(line, 1)}`),
      ),
    },
    { kind: 'choices', lines: answer.choices.map((choice, index) => `${index + 1}. ${plain(choice.label)}`) },
    { kind: 'qualifications', lines: answer.qualifications.map(plain) },
    { kind: 'suggestions', lines: refused && answer.choices.length === 0 ? suggestionLines(answer) : [] },
    { kind: 'sources', lines: sourceLines(answer, numbers) },
    { kind: 'reading', lines: answer.readingMatters ? answer.reading.map(plain) : [] },
  ];
  return parts.filter((part) => part.lines.length > 0);
}

/** A source as one line: "Publisher (agency), 20 June 2021, https://…"; what is not known is left out, but for the date. */
export function citationText(source: Citation): string {
  const agency = source.agency === undefined || source.agency === source.publisher ? '' : ` (${source.agency})`;
  const date = source.published === null ? 'undated' : formatDate(source.published);
  const where = source.url ?? (source.title === null ? undefined : `“${source.title}”`);
  return plain([`${source.publisher}${agency}`, date, where].filter((part) => part !== undefined).join(', '));
}

/** A text on one line, without what a terminal would obey instead of show. */
export function plain(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
}

// Sources get numbers in the order in which they are first needed; a line that is covered by a numbered source adds none.
function numberSources(answer: Answer): Map<string, number> {
  const numbers = new Map<string, number>();
  const number = ({ id }: Citation) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  };
  const headline = answer.sources.filter((source) => answer.headline.sources.includes(source.id));
  for (const source of headline.slice(0, HEADLINE_MARKERS)) number(source);
  for (const line of [...answer.lines, ...answer.nearest]) {
    if (line.sources.some((id) => numbers.has(id))) continue;
    const mostUsed = answer.sources.find((source) => line.sources.includes(source.id));
    if (mostUsed) number(mostUsed);
  }
  for (const source of answer.sources) if (numbers.size < SOURCES_SHOWN) number(source);
  return numbers;
}

function withMarkers(text: string, sources: string[], numbers: ReadonlyMap<string, number>, most: number): string {
  if (numbers.size < 2) return text;
  const markers = sources
    .map((id) => numbers.get(id))
    .filter((number) => number !== undefined)
    .sort((a, b) => a - b)
    .slice(0, most);
  return markers.length === 0 ? text : `${text} [${markers.join('] [')}]`;
}

function sourceLines(answer: Answer, numbers: ReadonlyMap<string, number>): string[] {
  const shown = answer.sources.filter((source) => numbers.has(source.id));
  const only = shown[0];
  if (only === undefined) return [];
  if (shown.length === 1) return [`Source: ${citationText(only)}`];
  shown.sort((a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0));
  const rest = answer.sources.length - shown.length;
  const lines = shown.map((source) => `[${numbers.get(source.id)}] ${citationText(source)}`);
  return ['Sources:', ...lines, ...(rest > 0 ? [`and ${rest} more`] : [])];
}

function suggestionLines(answer: Answer): string[] {
  return led(
    'You can ask:',
    answer.suggestions.slice(0, SUGGESTIONS_SHOWN).map((question) => `- ${plain(question)}`),
  );
}

function led(lead: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [lead, ...lines];
}
