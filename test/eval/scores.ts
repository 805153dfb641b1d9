import { faultsOf } from '../../scripts/eval/judge.ts';
import type { Turn } from '../../scripts/eval/questions.ts';
import { seededRandom, withTypo } from '../../scripts/eval/typos.ts';
import { answerText } from '../../src/answer/text.ts';
import type { Desk } from '../../src/desk.ts';

export type Score = {
  asked: number;
  right: number;
  /** Questions whose only right answer is a refusal, and how many of them were answered. */
  refusals: number;
  invented: number;
  /** The score as a table with a row for each category, and what was wrong, for whoever must find out why. */
  table: string;
};

/** Asks the turns in order, each with `noise` typing errors, and counts what is right. */
export function scoreOf(desk: Desk, turns: readonly Turn[], noise = 0): Score {
  const rows = new Map<string, { asked: number; right: number }>();
  const wrong: string[] = [];
  let refusals = 0;
  let invented = 0;
  for (const turn of turns) {
    const typed = mistyped(turn, noise);
    const answer = desk.ask(typed, { conversation: turn.conversation, now: turn.now });
    const faults = faultsOf(turn.expect, answer);
    const row = rows.get(turn.category) ?? { asked: 0, right: 0 };
    rows.set(turn.category, { asked: row.asked + 1, right: row.right + (faults.length === 0 ? 1 : 0) });
    if (faults.length > 0)
      wrong.push(`✗ ${turn.id} ${JSON.stringify(typed)}: ${faults[0]}; said: ${saidBy(answerText(answer))}`);
    if (turn.expect.status && ![turn.expect.status].flat().includes('answered')) {
      refusals++;
      if (answer.status === 'answered') invented++;
    }
  }
  const right = turns.length - wrong.length;
  const lines = [...rows, ['all', { asked: turns.length, right }] as const].map(
    ([name, row]) => `${name.padEnd(20)}${String(row.right).padStart(5)} of ${row.asked}`,
  );
  return { asked: turns.length, right, refusals, invented, table: ['', ...wrong, ...lines].join('\n') };
}

function saidBy(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}

// The same errors in a question in every run and whatever other questions stand beside it.
function mistyped(turn: Turn, noise: number): string {
  const seed = [...turn.id].reduce((hash, sign) => (hash * 31 + (sign.codePointAt(0) ?? 0)) | 0, 7919);
  const random = seededRandom(seed);
  let typed = turn.q;
  for (let n = 0; n < noise; n++) typed = withTypo(typed, random);
  return typed;
}
