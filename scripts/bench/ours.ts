import { readFileSync } from 'node:fs';
import { openDesk } from '../../src/desk.ts';
import { loadRecord } from '../../src/record/load.ts';
import { overRounds, type Times } from './figures.ts';
import type { BenchQuestion } from './questions.ts';

/** Run by the bench in a process of its own, so that nothing else is in its memory: one record, one set of questions. */

export type OursResult = {
  fromCache: boolean;
  /** Milliseconds to load the record from its compiled form, and to open the desk on it. */
  load: number;
  open: number;
  /** Megabytes resident with the desk open, and after all questions. */
  opened: number;
  asked: number;
  all: Times;
  kinds: Record<string, Times>;
  /** Of the questions of which it is known, how many get a right fact first. */
  right: { of: number; first: number };
  complete: Times;
  names: Times;
};

/** How many keystrokes are timed, about; of each question the first letters. */
const KEYSTROKES = 1_500;
const LETTERS = 40;

const [folder = '', cache = '', questionFile = '', roundsText = '5'] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(questionFile, 'utf8')) as BenchQuestion[];
const rounds = Number(roundsText);

const started = performance.now();
const { record, prepared, fromCache } = await loadRecord(folder, { cache: [cache] });
const loaded = performance.now();
const desk = openDesk(record, undefined, prepared);
const open = performance.now() - loaded;
const opened = resident();

const byKind = new Map<string, number[][]>();
const every: number[][] = [];
let first = 0;
for (let round = -1; round < rounds; round++) {
  globalThis.gc?.();
  const times: number[] = [];
  const kinds = new Map<string, number[]>();
  for (const { q, now, kind, wanted } of questions) {
    const before = performance.now();
    const answer = desk.ask(q, { now });
    const took = performance.now() - before;
    times.push(took);
    kinds.set(kind, [...(kinds.get(kind) ?? []), took]);
    if (round === 0 && wanted.includes(answer.facts[0] ?? '')) first += 1;
  }
  // The first round is for the compiler.
  if (round < 0) continue;
  every.push(times);
  for (const [kind, ofKind] of kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), ofKind]);
}

const step = Math.ceil((questions.length * LETTERS) / KEYSTROKES);
const typed = questions.filter((_, at) => at % step === 0).flatMap(({ q }) => keystrokes(q));
const complete = timesOf((partial) => desk.complete(partial, 25), typed);
const names = timesOf((partial) => desk.names('place', partial.slice(-12), 25), typed);

const result: OursResult = {
  fromCache,
  load: loaded - started,
  open,
  opened,
  asked: resident(),
  all: overRounds(every),
  kinds: Object.fromEntries([...byKind].map(([kind, times]) => [kind, overRounds(times)])),
  right: { of: questions.filter(({ wanted }) => wanted.length > 0).length, first },
  complete,
  names,
};
process.stdout.write(JSON.stringify(result));

/** What stands in the field after each letter. */
function keystrokes(question: string): string[] {
  return Array.from({ length: Math.min(question.length, LETTERS) }, (_, at) => question.slice(0, at + 1));
}

function timesOf(work: (partial: string) => unknown, partials: readonly string[]): Times {
  const times: number[][] = [];
  for (let round = -1; round < rounds; round++) {
    const ofRound = partials.map((partial) => {
      const before = performance.now();
      work(partial);
      return performance.now() - before;
    });
    if (round >= 0) times.push(ofRound);
  }
  return overRounds(times);
}

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
}
