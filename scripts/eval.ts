import { parseArgs } from 'node:util';
import { answerText } from '../src/answer/text.ts';
import { openDesk } from '../src/desk.ts';
import { loadRecord } from '../src/record/load.ts';
import { faultsOf } from './eval/judge.ts';
import { readTurns, type Turn } from './eval/questions.ts';
import { seededRandom, withTypo } from './eval/typos.ts';

/** `npm run eval -- [--noise N] [--seed S] [--show K] [--seeds FOLDER] FILE…`: how many questions are answered right. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    noise: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '15' },
    seeds: { type: 'string', default: process.env.ATTACHE_SEEDS ?? 'seeds' },
  },
});

const { record, prepared } = await loadRecord(values.seeds);
const desk = openDesk(record, undefined, prepared);
const turns = readTurns(positionals);
const table = new Map<string, { asked: number; right: number }>();
const wrong: { turn: Turn; typed: string; faults: string[]; text: string }[] = [];
let refusals = 0;
let invented = 0;
const started = performance.now();
for (const turn of turns) {
  const typed = mistyped(turn);
  const answer = desk.ask(typed, { conversation: turn.conversation, now: turn.now });
  const faults = faultsOf(turn.expect, answer);
  const row = table.get(turn.category) ?? { asked: 0, right: 0 };
  table.set(turn.category, { asked: row.asked + 1, right: row.right + (faults.length === 0 ? 1 : 0) });
  if (faults.length > 0) wrong.push({ turn, typed, faults, text: answerText(answer) });
  if (turn.expect.status && ![turn.expect.status].flat().includes('answered')) {
    refusals++;
    if (answer.status === 'answered') invented++;
  }
}
const took = performance.now() - started;
for (const { turn, typed, faults, text } of wrong.slice(0, Number(values.show))) {
  console.log(
    `✗ ${turn.id}  ${JSON.stringify(typed.slice(0, 160))}\n    ${faults.slice(0, 4).join('; ')}\n    said: ${JSON.stringify(text.slice(0, 260))}`,
  );
}
console.log(`\n${'category'.padEnd(24)}${'asked'.padStart(7)}${'right'.padStart(7)}${'share'.padStart(8)}`);
for (const [name, row] of [...table].sort(([a], [b]) => a.localeCompare(b))) printRow(name, row.asked, row.right);
printRow('all', turns.length, turns.length - wrong.length);
console.log(
  `answered where it should not: ${invented} of ${refusals}; ${(took / turns.length).toFixed(2)} ms a question`,
);

function printRow(name: string, asked: number, right: number): void {
  console.log(
    `${name.padEnd(24)}${String(asked).padStart(7)}${String(right).padStart(7)}${`${((100 * right) / asked).toFixed(1)}%`.padStart(8)}`,
  );
}

function mistyped(turn: Turn): string {
  let hash = 7;
  for (const sign of turn.id) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) | 0;
  const random = seededRandom(Number(values.seed) * 7919 + hash);
  let typed = turn.q;
  for (let n = 0; n < Number(values.noise); n++) typed = withTypo(typed, random);
  return typed;
}
