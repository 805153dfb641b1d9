import type { Concept } from '../../src/question/lexicon.ts';
import { type Reader, readQuestion } from '../../src/question/read.ts';
import { readSmalltalk } from '../../src/question/smalltalk.ts';
import type { Unanswered } from '../../src/service/unanswered.ts';
import { wordsOf } from '../../src/text.ts';
import type { Topic } from './group.ts';

/** Which words make a question one about a kind of fact; the first that fits decides. */
const KINDS: readonly (readonly [kind: string, concepts: readonly Concept[]])[] = [
  ['vote', ['vote', 'abstain', 'veto']],
  ['embargo or sanction', ['embargo', 'sanction']],
  ['arms', ['arms', 'supply', 'buy', 'order', 'price']],
  ['meeting', ['meet', 'receive']],
  ['visit', ['visit', 'arrive', 'abroad', 'stay', 'invite', 'leave', 'return']],
];

/**
 * What a refused question is about, as the record's own reader has it. Names that the record does not know count too: they
 * are what an editor may want to add. A follow-up that names nothing is about what the question before it named.
 */
export function topicWith(reader: Reader): (entry: Unanswered) => Topic {
  return ({ q, after = [], day, status }) => {
    if (status === 'out-of-scope') return { kind: 'out of scope', names: [] };
    const turns = [q, ...[...after].reverse()].map((text) => readQuestion(text, day, reader).query);
    const named = turns.map((query) => [
      ...query.names.filter((name) => !name.implied).map((name) => reader.store.nameOf(name.ids[0] ?? '')),
      ...query.words.filter((word) => word.unknown).map((word) => `“${word.norm}”`),
    ]);
    const kind = KINDS.find(([, concepts]) => turns.some((query) => concepts.some((each) => query.concepts.has(each))));
    return { kind: kind?.[0] ?? 'something else', names: named.find((names) => names.length > 0) ?? [] };
  };
}

/** Greetings and thanks are refused as well, but ask for nothing. */
export function isSmalltalk({ q }: Unanswered): boolean {
  return readSmalltalk(wordsOf(q).map((word) => word.norm)) !== null;
}
