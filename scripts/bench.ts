import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadRecord } from '../src/record/load.ts';
import { median, milliseconds, ratio, type Times, table } from './bench/figures.ts';
import { growRecord } from './bench/grow.ts';
import type { OursResult } from './bench/ours.ts';
import type { PeerFigures, PeersResult } from './bench/peers.ts';
import { platformTable } from './bench/platforms.ts';
import { runProgram } from './bench/process.ts';
import { benchQuestions, questionFiles } from './bench/questions.ts';
import { sizeOf, writeCompiled } from './bench/sizes.ts';
import { startTable } from './bench/starts.ts';

/**
 * `npm run bench -- [--sizes 1,10,100] [--aliases] [--rounds 5] [--only questions,starts,platforms] [QUESTION FILE…]`: how
 * fast it is, beside what one would take otherwise. With `--aliases` the names of grown records have aliases too. Every figure is the median of several rounds, in milliseconds unless it says
 * otherwise; every ratio is between figures of this run.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1,10,100' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: 'questions,starts,platforms' },
    aliases: { type: 'boolean', default: false },
  },
});
/** Kinds with fewer questions than this say little alone; they are one row together. */
const FEW = 8;

const sections = new Set(values.only.split(','));

console.log(`Node ${process.version} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
if (sections.has('questions')) await questionSection();
if (sections.has('starts')) console.log(await startTable());
if (sections.has('platforms')) console.log(await platformTable((await shippedQuestions()).map(({ q }) => q)));

async function shippedQuestions() {
  return benchQuestions(questionFiles(positionals), (await loadRecord('seeds')).record);
}

async function questionSection(): Promise<void> {
  const { record } = await loadRecord('seeds');
  const questions = benchQuestions(questionFiles(positionals), record);
  const root = mkdtempSync(join(tmpdir(), 'attache-bench-'));
  try {
    const questionFile = join(root, 'questions.json');
    writeFileSync(questionFile, JSON.stringify(questions));
    const rows: string[][] = [];
    const keys: string[][] = [];
    const loads: string[][] = [];
    for (const times of values.sizes.split(',').map(Number)) {
      const grown = growRecord(record, times, { aliases: values.aliases });
      const folder = join(root, `${times}`);
      writeCompiled(grown, folder, join(root, 'cache'));
      const args = [folder, join(root, 'cache'), questionFile, times >= 100 ? '2' : values.rounds];
      const ours = await runProgram<OursResult>('ours.js', args, ['--expose-gc']);
      const peers = await runProgram<PeersResult>('peers.js', args, ['--max-old-space-size=8000']);
      const { facts, names } = sizeOf(grown);
      const size = `${facts} facts, ${names} names`;
      if (times === 1) console.log(kindTable(ours));
      rows.push(...compared(size, 'Attaché', ours.all, ours.right, peers.questions));
      keys.push(...compared(size, 'a whole question', ours.complete, undefined, {}));
      keys.push(...compared(size, 'a name', ours.names, undefined, peers.keystrokes));
      const load = [ours.load, ours.open, ours.load + ours.open].map(milliseconds);
      loads.push([size, ...load, ours.opened.toFixed(0), ours.asked.toFixed(0)]);
    }
    console.log(table('A question', ['', 'asked', 'p50', 'p99', 'beside', 'right first'], rows));
    console.log(table('A keystroke', ['', 'typed', 'p50', 'p99', 'beside', ''], keys));
    console.log(table('Loading', ['', 'load', 'open', 'both', 'MB opened', 'MB asked'], loads));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function kindTable({ kinds, all }: OursResult): string {
  const sorted = Object.entries(kinds).sort(([, a], [, b]) => b.n - a.n);
  const shown = sorted.filter(([, { n }]) => n >= FEW);
  const rest = sorted.filter(([, { n }]) => n < FEW).map(([, times]) => times);
  const row = (kind: string, { n, p50, p99 }: Times) => [
    kind,
    `${n}`,
    milliseconds(p50),
    milliseconds(p99),
    ratio(p50, all.p50),
  ];
  const others: Times = {
    n: rest.reduce((sum, { n }) => sum + n, 0),
    p50: median(rest.map(({ p50 }) => p50)),
    p99: Math.max(...rest.map(({ p99 }) => p99)),
  };
  const rows = [
    row('all', all),
    ...shown.map(([kind, times]) => row(kind, times)),
    ...(rest.length > 0 ? [row(`${rest.length} rarer kinds`, others)] : []),
  ];
  return table('A question by kind, on the shipped record', ['', 'asked', 'p50', 'p99', 'beside all'], rows);
}

function compared(
  size: string,
  name: string,
  ours: Times,
  right: { of: number; first: number } | undefined,
  peers: Readonly<Record<string, PeerFigures>>,
): string[][] {
  const share = ({ of, first }: { of: number; first: number }) => (of === 0 ? '' : `${first} of ${of}`);
  const row = (label: string, { n, p50, p99 }: Times, beside: string, first: string) => [
    label,
    `${n}`,
    milliseconds(p50),
    milliseconds(p99),
    beside,
    first,
  ];
  return [
    row(`${size}: ${name}`, ours, '× 1', right === undefined ? '' : share(right)),
    ...Object.entries(peers).map(([peer, { times, right: theirs }]) =>
      row(`– ${peer}`, times, ratio(times.p50, ours.p50), share(theirs)),
    ),
  ];
}
