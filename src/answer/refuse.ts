import type { Hit } from '../find/evidence.ts';
import { nearestTo } from '../find/evidence.ts';
import { asksTravel } from '../find/traveller.ts';
import type { Query } from '../question/query.ts';
import type { Smalltalk } from '../question/smalltalk.ts';
import type { Store } from '../record/store.ts';
import { type Context, type Draft, line } from './draft.ts';
import { endOfRecord } from './finish.ts';
import { factLine } from './lines.ts';
import { listOf } from './phrases.ts';

const none = { lines: [], qualifications: [], confidence: 1 };

/** One friendly line for small talk, with an example to go on from. */
export function smalltalkAnswer(kind: Smalltalk, store: Store, example: string): Draft {
  const try_ = example ? ` Try “${example}”.` : '';
  const about = `I answer questions about official visits and the arms trade from ${store.record.meta.title}.`;
  const texts: Readonly<Record<Smalltalk, string>> = {
    greeting: `Hello. ${about}${try_}`,
    thanks: 'You are welcome.',
    farewell: 'Goodbye.',
    'about-bot': `I am Attaché. ${about} What it does not hold I do not know.${try_}`,
    help: `${about}${try_} /help lists the commands.`,
    empty: `Ask me something.${try_}`,
  };
  return { ...none, status: 'out-of-scope', headline: line(texts[kind]) };
}

export function outOfScope(store: Store, example: string, why: 'opinion' | 'prediction' | 'subject'): Draft {
  const what = {
    opinion: 'I have no opinions',
    prediction: 'I do not say what is to come',
    subject: 'That is outside what I can answer',
  }[why];
  return {
    ...none,
    status: 'out-of-scope',
    headline: line(
      `${what}: I answer from ${store.record.meta.title}, on official visits and the arms trade.${example ? ` Try “${example}”.` : ''}`,
    ),
  };
}

/** Says that the record holds no such thing, why, and what it holds that is nearest. */
export function notOnRecord(context: Context): Draft {
  const { query, store } = context;
  const unknown = query.words.filter((word) => word.unknown).map((word) => word.norm);
  const hits = nearest(context);
  const names = query.names.filter((name) => !name.implied).map((name) => store.nameOf(name.ids[0] ?? ''));
  const about = [...new Set(names)].slice(0, 3);
  const what = about.length > 0 ? ` on ${listOf(about)}` : '';
  const when = query.periods.map((period) => ` ${period.text.trim()}`).join('');
  const reason = unknown.length > 0 ? 'The record does not know one of the names in the question.' : '';
  const past = query.periods.some((period) => period.from !== null && period.from > store.record.meta.kept_up_to);
  return {
    status: 'not-on-record',
    headline: line(`Not on record: nothing that fits the question${what}${when}.`),
    lines: [],
    qualifications: [...(reason ? [reason] : []), ...(past ? [endOfRecord(store)] : [])],
    nearest: hits.map((hit) => factLine(hit.doc, store)),
    confidence: 1,
  };
}

/** Refuses a question on a day that never was. */
export function noSuchDate(text: string): Draft {
  return {
    ...none,
    status: 'not-on-record',
    headline: line(
      `Not on record: no calendar has the date “${text.trim().replace(/^(?:on|in|at|by|since|until|before|after|from) /i, '')}”.`,
    ),
  };
}

const MOST_NEAR = 3;

// What is on record for the period asked about comes first, then what is on record on the subject at other times.
function nearest(context: Context): Hit[] {
  const { query, store } = context;
  const travel = asksTravel(query, store);
  const near = (asked: Query): readonly Hit[] => {
    const visits = travel ? nearestTo(asked, store, context.ambient, 'visit') : [];
    return visits.length > 0 ? visits : nearestTo(asked, store, context.ambient);
  };
  const within = query.periods.length > 0 ? near(query).slice(0, MOST_NEAR - 1) : [];
  const undated = query.periods.length > 0 ? { ...query, periods: [] } : query;
  const others = near(undated).filter((hit) => !within.some((other) => other.doc === hit.doc));
  return [...within, ...others].slice(0, MOST_NEAR);
}

/** Asks back which is meant, with choices that are whole questions. */
export function ambiguousAnswer(question: string, choices: { label: string; question: string }[]): Draft {
  return { ...none, status: 'ambiguous', headline: line(question), choices: choices.slice(0, 8) };
}
