import { besideVisit } from '../find/around-visits.ts';
import { resolveEventTimes } from '../find/event-times.ts';
import { goneOn, readFollowUp } from '../question/follow-up.ts';
import { isFunctionWord } from '../question/lexicon.ts';
import type { Query } from '../question/query.ts';
import { type Reader, readQuestion } from '../question/read.ts';
import {
  asksClockOrWeather,
  asksOpinion,
  asksPrediction,
  dictates,
  isMachineTalk,
  readSmalltalk,
} from '../question/smalltalk.ts';
import { isWeakWord } from '../question/thesaurus.ts';
import type { Store } from '../record/store.ts';
import { normsOf, phraseKey } from '../text.ts';
import type { Answer } from './answer.ts';
import { askBack } from './ask-back.ts';
import { askDate, askStranger, askWho } from './ask-who.ts';
import type { Context, Draft } from './draft.ts';
import { asksComparison } from './figures.ts';
import { finish } from './finish.ts';
import { answerWhetherInOffice } from './offices.ts';
import { inOtherYears } from './other-years.ts';
import { readingLines } from './reading.ts';
import { noSuchDate, notOnRecord, outOfScope, smalltalkAnswer } from './refuse.ts';
import { answerQuery } from './route.ts';
import { FIELD, isOutOfScope } from './scope.ts';
import { ambientNames, guestsFromCapitals, implySubject } from './subject.ts';
import { suggestionsFor } from './suggest.ts';

/** What a conversation carries from one turn to the next. */
export type Memory = {
  /** The last question that was understood, with what follow-ups replace in it. */
  query: Query | null;
  /** The last one that stood by itself: what "why?" and "who else?" were asked about. */
  whole: Query | null;
  /** The facts that "it", "there" and "that" stand for. */
  focus: string[];
  /** All facts stated last, in order: "the first one" picks from them. */
  stated: string[];
  choices: { label: string; question: string }[];
  trail: string[];
};

export const emptyMemory: Memory = { query: null, whole: null, focus: [], stated: [], choices: [], trail: [] };

/** Longest chain of follow-ups that is kept; beyond it the oldest turns are forgotten. */
const LONGEST_TRAIL = 8;

/** Answers one turn of a conversation. Pure: the same turns give the same answers. */
export function respond(question: string, today: string, memory: Memory, reader: Reader, example: string): Reply {
  const plain = respondTo(question, today, memory, reader, example, false);
  if (plain.answer.status === 'answered' || plain.settled || !readsBolder(question, reader)) return plain;
  // Nothing found: an English word that nobody uses here may be another misspelt ("stat" for "start").
  const bold = respondTo(question, today, memory, reader, example, true);
  return bold.answer.status === 'answered' ? bold : plain;
}

// A word that says nothing is no gain, and a few words of which none is sure are no question.
function readsBolder(question: string, reader: Reader): boolean {
  const norms = normsOf(question);
  const mended = norms.flatMap((norm) => {
    const better = reader.mend(norm, true);
    return better === null || better === reader.mend(norm, false) ? [] : [better];
  });
  return mended.some(saysSomething) && norms.filter(saysSomething).length > mended.length;
}

function saysSomething(norm: string): boolean {
  return !isFunctionWord(norm) && !isWeakWord(norm);
}

/** An answer, what the conversation then carries, and whether the question was one that no other spelling changes. */
type Reply = { answer: Answer; memory: Memory; settled?: boolean };

function respondTo(
  question: string,
  today: string,
  memory: Memory,
  reader: Reader,
  example: string,
  bold: boolean,
): Reply {
  const { store } = reader;
  // Every answer names its sources: "sources: when did …" asks no more than what stands behind the colon.
  const asked = question.replace(/^\s*\/(?=[a-z])/i, '').replace(/^\s*(?:sources?|ask)\s*:\s*(?=\S)/i, '');
  const plain = normsOf(asked);
  const chosen = choiceOf(plain, memory);
  if (chosen !== null) return respond(chosen, today, { ...memory, choices: [] }, reader, example);
  // An answer for which nothing had to be read.
  const unread = (draft: Draft) =>
    finish(draft, store, { question, trail: [question], reading: [], readingMatters: false, suggestions: [] });
  const mended = plain.map((norm) => reader.mend(norm, false) ?? norm);
  const isMended = mended.some((norm, at) => norm !== plain[at]);
  const smalltalk = readSmalltalk(plain) ?? (isMended ? readSmalltalk(mended) : null);
  if (smalltalk) {
    return { answer: unread(smalltalkAnswer(smalltalk, store, example)), memory, settled: true };
  }
  const ambient = ambientNames(store);
  const reading = readQuestion(asked, today, reader, bold);
  const unclear = reading.ambiguousDates[0];
  const impossible = reading.impossibleDates[0];
  if (unclear || impossible !== undefined) {
    const draft = unclear ? askDate(asked, unclear) : noSuchDate(impossible ?? '');
    const answer = unread(draft);
    return { answer, memory: { ...memory, choices: answer.choices } };
  }
  const follow = readFollowUp(
    reading.query,
    { query: memory.query, focus: memory.focus, stated: memory.stated },
    store,
  );
  const { context, draft } = firstAnswered(
    [
      besideVisit(guestsFromCapitals(follow.query, store), store),
      ...follow.fallbacks,
      ...inOtherYears(follow.query, store),
    ],
    (query) => {
      const dated = mergeOpenPeriods(
        implySubject(resolveEventTimes(implySubject(query, store), today, store, ambient), store),
      );
      const context = { query: setApart(dated, store), store, ambient, today };
      return { context, draft: decide(context, asked, example, follow.isFollowUp) };
    },
  );
  const { query } = context;
  const trail = follow.isFollowUp ? [...memory.trail, question].slice(-LONGEST_TRAIL) : [question];
  const answer = finish(draft, store, {
    question,
    trail,
    reading: readingLines(query, store),
    readingMatters: query.notes.length > 0,
    suggestions: suggestionsFor(draft, context),
  });
  return { answer, memory: remember(memory, query, draft, answer, trail) };
}

// Of several readings of one turn the first that is answered; the likeliest when none is.
function firstAnswered(
  readings: readonly Query[],
  answer: (query: Query) => { context: Context; draft: Draft },
): { context: Context; draft: Draft } {
  const [likeliest, ...others] = readings;
  if (likeliest === undefined) throw new Error('A turn has at least one reading.');
  const first = answer(likeliest);
  if (first.draft.status === 'answered') return first;
  for (const reading of others) {
    const attempt = answer(reading);
    if (attempt.draft.status === 'answered') return attempt;
  }
  return first;
}

// Suppliers or states set side by side are looked for one by one: no figure is about both.
function setApart(query: Query, store: Store): Query {
  const text = query.text.join(' ');
  const compares =
    /\b(more|less|bigger|larger|higher|lower|fewer|versus|vs|v|compare|compared|comparison|difference|gap|ratio|than|against|ahead|sooner|earlier|outsold|next to|beside|alongside|set against)\b/.test(
      text,
    );
  if (!compares && query.ask !== 'conflict') return query;
  const counters = query.names.filter((name) => name.ids.some((id) => store.index.counters.includes(id)));
  if (counters.length >= 2)
    return {
      ...query,
      names: query.names.map((name) => (counters.includes(name) ? { ...name, attributed: true } : name)),
    };
  return compares && asksComparison(query, store) ? { ...query, alternatives: true } : query;
}

// "from the vote to the end of 2022" is one stretch: one bound came from an event, the other from a date.
function mergeOpenPeriods(query: Query): Query {
  const [first, second] = query.periods;
  if (query.periods.length !== 2 || !first || !second) return query;
  const start = first.to === null ? first : second.to === null ? second : undefined;
  const end = first.from === null ? first : second.from === null ? second : undefined;
  if (!start || !end || start === end || (start.from ?? '') > (end.to ?? '')) return query;
  return { ...query, periods: [{ ...start, to: end.to, relation: 'between', text: `${start.text} ${end.text}` }] };
}

function remember(memory: Memory, query: Query, draft: Draft, answer: Answer, trail: string[]): Memory {
  if (draft.status === 'out-of-scope') return memory;
  const stated = answer.status === 'answered' ? answer.facts : memory.stated;
  const whole = query.only.length > 0 ? (memory.whole ?? query) : query;
  return {
    query: whole === query ? query : goneOn(whole, query),
    whole,
    focus: answer.status === 'answered' ? (draft.focus ?? answer.facts) : memory.focus,
    stated,
    choices: answer.choices,
    trail,
  };
}

function choiceOf(words: readonly string[], memory: Memory): string | null {
  if (memory.choices.length === 0 || words.length === 0 || words.length > 6) return null;
  const number = words.length === 1 ? Number(words[0]) : Number.NaN;
  if (Number.isInteger(number)) return memory.choices[number - 1]?.question ?? null;
  const typed = words.join(' ');
  return memory.choices.find((choice) => phraseKey(choice.label) === typed)?.question ?? null;
}

function decide(context: Context, asked: string, example: string, isFollowUp: boolean): Draft {
  const { query, store } = context;
  const text = query.text.join(' ');
  if (query.text.length === 0) return smalltalkAnswer('empty', store, example);
  const whole = phraseKey(asked);
  if (dictates(whole) || isMachineTalk(asked)) return outOfScope(store, example, 'subject');
  if (asksOpinion(whole)) return outOfScope(store, example, 'opinion');
  if (asksClockOrWeather(text)) return outOfScope(store, example, 'subject');
  if (asksPrediction(text)) return outOfScope(store, example, 'prediction');
  const kept = store.record.meta.kept_up_to;
  const beyond = query.periods.some(
    (period) => period.event === undefined && period.from !== null && period.from > kept,
  );
  const field = query.words.some((word) => word.concepts.some((concept) => FIELD.has(concept)));
  if (beyond)
    return (!field && query.words.some((word) => !word.optional)) || isOutOfScope(query, context)
      ? outOfScope(store, example, 'subject')
      : notOnRecord(context);
  const stranger = askStranger(context);
  if (stranger) return stranger;
  const held = query.ask === 'whether' ? answerWhetherInOffice(context) : null;
  if (held) return held;
  const back = askBack(context, isFollowUp);
  if (back) return back;
  const draft = askWho(context, asked) ?? answerQuery(context);
  if (draft) return draft;
  return isOutOfScope(query, context) ? outOfScope(store, example, 'subject') : notOnRecord(context);
}
