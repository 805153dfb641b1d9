import { remembered } from '../question/remembered.ts';
import type { Source } from '../record/schema.ts';
import type { Store } from '../record/store.ts';
import type { Answer, Citation, Line } from './answer.ts';
import { formatDate } from './dates.ts';
import { datesIn } from './disputes.ts';
import type { Draft } from './draft.ts';

const LONGEST_QUESTION = 300;
const MOST_SUGGESTIONS = 4;

/**
 * Makes an Answer of a draft: cites it, drops what is said twice, says where the record ends. A draft that claims to be
 * answered and states no fact, or none with a source, is a fault of the program and throws: nothing goes out uncited.
 */
export function finish(
  draft: Draft,
  store: Store,
  asked: { question: string; trail: string[]; reading: string[]; readingMatters: boolean; suggestions: string[] },
): Answer {
  const lines = distinct([draft.headline, ...draft.lines]).slice(1);
  const stated = [draft.headline, ...lines];
  const answered = draft.status === 'answered';
  const facts = answered ? [...new Set(stated.flatMap((line) => line.facts))] : [];
  const sources = answered ? citations(stated, store) : [];
  if (answered && (facts.length === 0 || sources.length === 0)) {
    throw new Error(`an answer without ${facts.length === 0 ? 'a fact' : 'a source'}: ${draft.headline.text}`);
  }
  return {
    status: draft.status,
    question: asked.question.trim().slice(0, LONGEST_QUESTION),
    trail: asked.trail,
    headline: readable(draft.headline),
    lines: lines.map(readable),
    qualifications: [...new Set(draft.qualifications.map(datesIn))],
    nearest: answered ? [] : (draft.nearest ?? []).map(readable),
    choices: draft.choices ?? [],
    suggestions: asked.suggestions.slice(0, MOST_SUGGESTIONS),
    reading: [...asked.reading, ...(draft.reading ?? [])],
    readingMatters: asked.readingMatters,
    facts,
    sources,
    keptUpTo: store.record.meta.kept_up_to,
    ...(draft.verdict ? { verdict: draft.verdict } : {}),
    ...(draft.value !== undefined ? { value: draft.value } : {}),
    ...(draft.unit !== undefined && draft.value !== undefined ? { unit: draft.unit } : {}),
  };
}

function readable(line: Line): Line {
  return { ...line, text: datesIn(line.text) };
}

function distinct(lines: readonly Line[]): Line[] {
  const seen = new Set<string>();
  return lines.filter((line, at) => {
    const key = line.text.toLowerCase();
    if (at > 0 && (key === '' || seen.has(key))) return false;
    seen.add(key);
    return true;
  });
}

/** The sources of the lines, those that most lines rest on first; at equal use in the order of the lines. */
function citations(lines: readonly Line[], store: Store): Citation[] {
  const uses = new Map<string, number>();
  for (const line of lines) for (const id of new Set(line.sources)) uses.set(id, (uses.get(id) ?? 0) + 1);
  return [...uses]
    .sort((a, b) => b[1] - a[1])
    .flatMap(([id]) => {
      const citation = citedIn(store)(id);
      return citation === null ? [] : [citation];
    });
}

const citedByStore = new WeakMap<Store, (id: string) => Citation | null>();

// Made once for each source that is cited: nobody changes what an answer holds.
function citedIn(store: Store): (id: string) => Citation | null {
  let cited = citedByStore.get(store);
  if (cited === undefined) {
    cited = remembered((id) => citationOf(store.sources.get(id)));
    citedByStore.set(store, cited);
  }
  return cited;
}

function citationOf(source: Source | undefined): Citation | null {
  if (source === undefined) return null;
  const { id, publisher, agency, title, published, url } = source;
  return { id, publisher, ...(agency ? { agency } : {}), title, published, url };
}

/** `The record is kept up to 31 May 2026.` */
export function endOfRecord(store: Store): string {
  return `The record is kept up to ${formatDate(store.record.meta.kept_up_to)}.`;
}
