import { commands } from '../../commands/index.ts';
import { readTurns } from '../../scripts/eval/questions.ts';
import type { About } from '../../src/desk.ts';
import hostile from '../steady/hostile.json' with { type: 'json' };

/** How a question is put to the bot: with a mention among others, in a direct message, or as a command. */
type Way = 'mention' | 'direct' | 'command';

/** A conversation of one question or several; of a command `typed` is what stands behind its name. */
export type Talk = { way: Way; command: string; typed: string[] };

const WAYS: readonly Way[] = ['mention', 'direct', 'command'];
const FILES = ['refusals', 'visits', 'arms', 'events', 'seeds', 'dialogues'].map(
  (name) => `test/questions/${name}.jsonl`,
);
const DIALOGUES_APART = 9;
/** What Discord takes behind a command. */
const LONGEST_TYPED = 300;

/**
 * A hundred questions by rule: an example of each command; every ninth dialogue; what is hostile and asks something all the
 * same; then of every kind of question in the files the first one, the second one, and so on. Empty ones are left out, since
 * the platforms bring their help to those, and so is what Discord takes for the mention of a person and passes on as a name.
 */
export function hundredQuestions({ names }: About): Talk[] {
  const all = readTurns(FILES).filter(({ q, category }) => category !== 'empty' && isAskedAlike(q));
  const examples = commands
    .flatMap(({ name, examples }, index) => {
      const typed = examples(names);
      return typed.length === 0 ? [] : [{ command: name, typed: typed[index % typed.length] ?? '' }];
    })
    .map(({ command, typed }): Talk => ({ way: 'command', command, typed: [typed] }));
  const dialogues = grouped(all, ({ conversation }) => conversation)
    .filter((_, index) => index % DIALOGUES_APART === 0)
    .map((turns) => turns.map(({ q }) => q));
  const mentions = hostile
    .filter(({ kind, text, asks }) => kind === 'mention' && asks === true && isAskedAlike(text))
    .map(({ text }) => [text]);
  const kinds = grouped(all, ({ conversation, category }) => (conversation === undefined ? category : undefined));
  const talks = [...examples, ...[...dialogues, ...mentions].map(inAWay)];
  for (let place = 0; count(talks) < 100; place++)
    for (const turns of kinds) {
      const turn = turns[place];
      if (turn !== undefined && count(talks) < 100) talks.push(inAWay([turn.q], talks.length));
    }
  return talks;
}

// A terminal ends a question at the end of a line.
function isAskedAlike(text: string): boolean {
  return !/[\n\r]|<@!?\d+>/.test(text);
}

/** The items with a key, those of one key together, in the order in which they come. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string | undefined): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

function inAWay(typed: string[], index: number): Talk {
  const way = WAYS[index % WAYS.length] ?? 'mention';
  const fits = typed.every((text) => text.trim().length <= LONGEST_TYPED);
  return { way: way === 'command' && !fits ? 'mention' : way, command: 'ask', typed };
}

function count(talks: readonly Talk[]): number {
  return talks.flatMap(({ typed }) => typed).length;
}

/** Does the work for each item, a few at a time, and gives the outcomes in the order of the items. */
export async function forEach<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const outcomes = new Array<R>(items.length);
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) outcomes[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: 10 }, worker));
  return outcomes;
}
