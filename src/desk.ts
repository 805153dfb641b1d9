import { LRUCache } from 'lru-cache';
import type { ExampleNames, OptionKind } from '../commands/command.ts';
import { aboutRecord, exampleQuestion } from './answer/about.ts';
import type { Answer, Line } from './answer/answer.ts';
import { namesFor, openCompleter } from './answer/complete.ts';
import { emptyMemory, type Memory, respond } from './answer/respond.ts';
import { type Prepared, prepare } from './prepare.ts';
import { makeReader } from './question/read.ts';
import { once } from './record/collections.ts';
import type { RecordData } from './record/schema.ts';
import { buildStore } from './record/store.ts';

export type AskOptions = {
  /** Whose conversation this belongs to; follow-ups are understood within one. Left out: the question stands alone. */
  conversation?: string;
  /** The day on which it is asked, `2026-11-21`; left out: today in UTC. */
  now?: string;
  /** True when nobody asks it: a question tried out before it is offered, an answer shown again. It is not counted or logged. */
  unasked?: boolean;
};

/** What the record in use holds, for help texts, home tabs and health pages. */
export type About = {
  title: string;
  made: string;
  keptUpTo: string;
  subject: string;
  home: string;
  counts: Readonly<{
    visits: number;
    events: number;
    figures: number;
    deliveries: number;
    rankings: number;
    measures: number;
    entities: number;
    sources: number;
  }>;
  /** Names from the record for examples. */
  names: ExampleNames;
  /** Whole questions of different kinds that the record answers. */
  questions: string[];
  /** The newest facts, newest first. */
  newest: Line[];
};

/**
 * The whole core behind one call. Nothing in it waits, touches the network or reads the clock but through `now`; only what
 * completion offered is tried out afterwards, a question at a time, when the process has nothing else to do.
 */
export type Desk = {
  /** Answers a question of any length in any script. Never throws. */
  ask(question: string, options?: AskOptions): Answer;
  /** The answer to the last question of `trail`, asked one after the other in a conversation of their own. */
  replay(trail: readonly string[], options?: AskOptions): Answer;
  /** Up to `limit` whole questions that the record answers and that what was typed may become; best first, all different. */
  complete(partial: string, limit: number): string[];
  /** Names of the record that fit an option, for what was typed so far; best first. */
  names(kind: OptionKind, partial: string, limit: number): string[];
  about(): About;
};

/** Conversations end after ten minutes without a word, and the oldest give way beyond so many. */
const CONVERSATION_MS = 10 * 60_000;
const MOST_CONVERSATIONS = 1000;
/**
 * Conversations of which more is kept than what was asked: a question understood takes some 40 kB, one as it was asked a
 * hundred bytes. In the others a follow-up takes as long as asking all of it again.
 */
const MOST_UNDERSTOOD = 50;
/** What of a question is read, in UTF-16 units; the rest of a longer one is not kept either. */
const LONGEST_QUESTION = 2000;

/** What was asked in each conversation, as far as a follow-up may refer to it. */
export type Conversations = LRUCache<string, readonly string[]>;

/** Opens an empty memory of conversations; handed from one desk to the next, it lets them outlive an exchange of records. */
export function newConversations(): Conversations {
  return new LRUCache({ max: MOST_CONVERSATIONS, ttl: CONVERSATION_MS, updateAgeOnGet: true });
}

/**
 * Opens the desk on a checked record, with what was prepared of it where it was loaded with that. Linear in the size of the
 * record; nothing is read or written.
 */
export function openDesk(
  record: RecordData,
  conversations = newConversations(),
  prepared: Prepared = prepare(record),
): Desk {
  const understood = new LRUCache<string, Memory>({ max: MOST_UNDERSTOOD });
  const store = buildStore(record, prepared.index);
  const reader = makeReader(store, prepared.aliases);
  const about = once(() => aboutRecord(store));
  const example = once(() => exampleQuestion(store));
  const today = () => new Date().toISOString().slice(0, 10);
  const turn = (question: string, now: string, memory: Memory) => respond(question, now, memory, reader, example());

  // What completion offers follows from facts; the day on which it is tried out is the last that the record covers.
  const complete = openCompleter(reader, {
    ask: (question) => turn(question, record.meta.kept_up_to, emptyMemory).answer,
    later: (work) => setImmediate(work).unref(),
  });

  function turns(trail: readonly string[], now: string): { answer: Answer | null; memory: Memory } {
    let memory = emptyMemory;
    let answer: Answer | null = null;
    for (const question of trail) ({ answer, memory } = turn(question.slice(0, LONGEST_QUESTION), now, memory));
    return { answer, memory };
  }

  function remembered(conversation: string, now: string): Memory {
    const trail = conversations.get(conversation);
    if (trail === undefined) return emptyMemory;
    const known = understood.get(conversation);
    // Another trail than its own: a desk on another record has answered since.
    return known?.trail === trail ? known : turns(trail, now).memory;
  }

  function remember(conversation: string | undefined, memory: Memory): void {
    if (conversation === undefined) return;
    conversations.set(conversation, memory.trail);
    understood.set(conversation, memory);
  }

  return {
    ask(question, { conversation, now = today() } = {}) {
      const before = conversation === undefined ? emptyMemory : remembered(conversation, now);
      const { answer, memory } = turn(question.slice(0, LONGEST_QUESTION), now, before);
      remember(conversation, memory);
      return answer;
    },
    replay(trail, { conversation, now = today() } = {}) {
      const { answer, memory } = turns(trail, now);
      remember(conversation, memory);
      return answer ?? turn('', now, emptyMemory).answer;
    },
    complete,
    names: (kind, partial, limit) => namesFor(kind, partial, limit, reader),
    about,
  };
}
