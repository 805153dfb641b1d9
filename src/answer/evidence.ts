import type { Hit } from '../find/evidence.ts';
import type { Query } from '../question/query.ts';
import type { IndexedStatement, Store } from '../record/store.ts';
import type { Line } from './answer.ts';
import { datesIn, disputes } from './disputes.ts';
import { type Context, type Draft, line } from './draft.ts';
import { factLine, statesByVote } from './lines.ts';
import { capital, listOf, sentence } from './phrases.ts';

/** Answers from what facts say in words: the best fact whole, what of it bears on the question, then the next best. */
export function answerEvidence(context: Context, hits: readonly Hit[]): Draft | null {
  const { query, store } = context;
  const best = hits[0];
  if (!best) return null;
  const all = query.ask === 'list' || query.ask === 'how-many';
  const margin = all ? 1.6 : 0.9;
  const others = hits.slice(1, all ? 14 : 5).filter((hit) => hit.score > best.score - margin && hit.coverage > best.coverage - 0.2);
  const lines: Line[] = [...detailLines(best, query, store, 4), ...others.map((hit) => factLine(hit.doc, store))];
  return {
    status: 'answered',
    headline: factLine(best.doc, store),
    lines,
    qualifications: [...disputes(best.doc, store).slice(0, 3), ...notesOf(best)],
    confidence: best.coverage,
    verdict: query.ask === 'whether' ? verdictOf(best, query) : undefined,
    value: query.ask === 'how-many' || query.ask === 'how-much' ? numberIn(best, query) : undefined,
    focus: [best.doc.fact.id],
  };
}

function detailLines(hit: Hit, query: Query, store: Store, most: number): Line[] {
  const { fact } = hit.doc;
  const parts: readonly string[] = fact.kind === 'visit' ? ['outcome', 'purpose', 'met', 'counted', 'kind'] : ['also'];
  const lines = hit.statements
    .filter((statement) => parts.includes(statement.part))
    .slice(0, most)
    .map((statement) => statementLine(statement, fact.id));
  if (fact.kind === 'measure') for (const text of statesByVote(fact.data, store)) lines.unshift(line(text, [fact.id], fact.data.sources));
  if (fact.kind === 'event' && query.ask === 'who') {
    const people = fact.data.actors.filter((id) => store.entities.get(id)?.kind === 'person').map(store.nameOf);
    if (people.length > 0) lines.push(line(`Named: ${listOf(people)}.`, [fact.id], fact.data.sources));
  }
  if (fact.kind === 'event' && fact.data.place && query.ask === 'where') lines.unshift(line(`Place: ${store.nameOf(fact.data.place)}.`, [fact.id], fact.data.sources));
  return lines;
}

function statementLine(statement: IndexedStatement, id: string): Line {
  const lead: Readonly<Partial<Record<string, string>>> = { met: 'Met ', counted: 'Counted as ', purpose: 'Purpose: ' };
  return line(sentence(`${lead[statement.part] ?? ''}${lead[statement.part] ? statement.text : capital(statement.text)}`), [id], statement.sources);
}

function notesOf(hit: Hit): string[] {
  const { fact } = hit.doc;
  if (fact.kind === 'measure' || fact.kind === 'figure') return fact.data.note ? [datesIn(fact.data.note)] : [];
  return [];
}

const NEGATION = /\b(not|never|no|neither|nor|refused|failed|rejected|denied|denies|without|abstained|abstaining|blocked|declined|could not|did not|put off|left out|shut out|barred|kept out)\b/i;

/** Yes when the fact says so, no when what it says is the contrary; nothing when it cannot be told. */
export function verdictOf(hit: Hit, query: Query): 'yes' | 'no' {
  const statement = hit.statements[0];
  const negative = statement ? NEGATION.test(statement.text) : false;
  return negative === query.negated ? 'yes' : 'no';
}

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

// The one number in what the fact says on the subject; none when it says several.
function numberIn(hit: Hit, query: Query): number | undefined {
  const text = (hit.statements[0]?.text ?? '').replace(/\b(?:19|20)\d\d\b/g, '');
  const wanted = query.words.flatMap((word) => [...word.stems.keys()]);
  const numbers = [...text.matchAll(/\b(\d[\d,]*(?:\.\d+)?)\b(?:\s+(million|billion))?|\b([a-z]+)\b/gi)].flatMap((match) => {
    if (match[1]) return [Number(match[1].replaceAll(',', '')) * (match[2] === 'million' ? 1e6 : match[2] === 'billion' ? 1e9 : 1)];
    const at = NUMBER_WORDS.indexOf(match[3]?.toLowerCase() ?? '');
    return at > 1 ? [at] : [];
  });
  return wanted.length > 0 && numbers.length > 0 ? numbers[0] : undefined;
}
