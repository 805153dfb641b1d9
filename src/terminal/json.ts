import type { Status } from '../answer/answer.ts';
import { answerText, plain } from '../answer/text.ts';
import type { Reply } from './reply.ts';

/** One answer of the JSON contract; `verdict`, `value` and `unit` stand only where the answer has them. */
export type AnswerJson = {
  id?: string | number | null;
  status: Status;
  text: string;
  facts: string[];
  sources: string[];
  verdict?: 'yes' | 'no';
  value?: number;
  unit?: string;
  reading: string;
  suggestions: string[];
};

/** A reply as `--json` and `--jsonl` print it. The help page counts as out of scope: it rests on no fact. */
export function replyJson(reply: Reply, id?: string | number | null): AnswerJson {
  const asked = id === undefined ? {} : { id };
  if ('page' in reply) {
    return { ...asked, status: 'out-of-scope', text: reply.page, facts: [], sources: [], reading: '', suggestions: [] };
  }
  const { status, facts, sources, verdict, value, unit, reading, suggestions } = reply.answer;
  return {
    ...asked,
    status,
    text: answerText(reply.answer),
    facts,
    sources: sources.map((source) => source.id),
    // Undefined ones vanish when this is written.
    verdict,
    value,
    unit,
    reading: reading.map(plain).join(' '),
    suggestions: suggestions.map(plain),
  };
}
