import type { Query } from '../../question/query.ts';
import type { IndexedStatement } from '../../record/store.ts';
import { stemOf } from '../../text.ts';
import type { Line } from '../answer.ts';
import { type Context, line } from '../draft.ts';
import { capital, onDate, sentence } from '../phrases.ts';
import type { VisitHit } from './find.ts';

/** Whom the visitor met or was to meet, one line each, those the question speaks of first. */
export function metLines(hit: VisitHit, context: Context, only?: readonly string[]): Line[] {
  const { store, query } = context;
  const meetings = (hit.visit.met ?? []).filter((meeting) => !only || only.length === 0 || only.includes(meeting.who));
  const rank = (text: string) => overlap(text, query);
  return meetings
    .filter((meeting) => !query.names.some((name) => name.excluded && name.ids.includes(meeting.who)))
    .map((meeting) => ({ meeting, value: rank(`${store.nameOf(meeting.who)} ${meeting.role ?? ''}`) }))
    .sort((a, b) => b.value - a.value)
    .map(({ meeting }) => {
      const verb = meeting.status === 'held' ? 'Met' : 'Was expected to meet';
      const role = meeting.role ? `, ${meeting.role}` : '';
      const when = meeting.date ? ` ${onDate(meeting.date)}` : '';
      return line(sentence(`${verb} ${store.nameOf(meeting.who)}${role}${when}`), [hit.visit.id], meeting.sources);
    });
}

const ASKED_PART: ReadonlyMap<string, string> = new Map([
  ['outcome', 'outcome'],
  ['why', 'purpose'],
]);

/** What a visit says that bears most on the question's own words. */
export function relevantStatements(hit: VisitHit, query: Query, most: number, parts: readonly string[]): Line[] {
  return (
    hit
      .statements()
      // In what office is told beside the name already.
      .filter((statement) => parts.includes(statement.part) && statement.part !== 'role')
      .map((statement) => ({
        statement,
        value: overlap(statement.text, query) + (statement.part === ASKED_PART.get(query.ask) ? 2 : 0),
      }))
      .sort((a, b) => b.value - a.value)
      .slice(0, most)
      .map(({ statement }) => line(sentence(led(statement)), [hit.visit.id], statement.sources))
  );
}

const LEADS: Readonly<Partial<Record<string, string>>> = {
  counted: 'Counted as ',
  purpose: 'Purpose: ',
  kind: 'On the kind of visit: ',
};

function led({ part, text }: IndexedStatement): string {
  const lead = LEADS[part];
  return lead === undefined ? capital(text) : `${lead}${text}`;
}

/** How much of the question's words and names a text shares. */
export function overlap(text: string, query: Query): number {
  const stems = new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map(stemOf),
  );
  let value = 0;
  for (const word of query.words) for (const [stem, fit] of word.stems) if (stems.has(stem)) value += fit * word.weight;
  for (const name of query.names) {
    for (const part of name.text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) if (stems.has(stemOf(part))) value += 0.7;
  }
  return value;
}
