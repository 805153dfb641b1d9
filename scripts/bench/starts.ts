import { spawn } from 'node:child_process';
import { median, milliseconds, ratio, table } from './figures.ts';

/** Cold starts: processes that begin with nothing but the compiled record on the disk. */

const ROUNDS = 7;

type Start = { name: string; command: string; args: string[]; input?: string };

const QUESTION = 'when did he visit Moscow';

const STARTS: readonly Start[] = [
  { name: 'node -e 0', command: 'node', args: ['-e', '0'] },
  { name: 'one question', command: 'node', args: ['dist/ask.js', QUESTION] },
  { name: 'npm run --silent ask', command: 'npm', args: ['run', '--silent', 'ask', '--', QUESTION] },
  { name: 'npm start to the first answer', command: 'npm', args: ['start', '--silent'], input: `${QUESTION}\n` },
];

/** Milliseconds from starting each program to its first output, or to its end where it prints nothing. */
export async function startTable(): Promise<string> {
  const times = new Map<string, number[]>(STARTS.map(({ name }) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const start of STARTS) {
      const took = await timeTo(start);
      // The first one fills the caches of the system and, once, of the record.
      if (round >= 0) times.get(start.name)?.push(took);
    }
  }
  const bare = median(times.get('node -e 0') ?? []);
  const rows = STARTS.map(({ name }) => {
    const time = median(times.get(name) ?? []);
    return [name, milliseconds(time), ratio(time, bare)];
  });
  return table('Cold start', ['', 'ms', 'beside node -e 0'], rows);
}

function timeTo({ command, args, input = '' }: Start): Promise<number> {
  const env = { ...process.env, DISCORD_TOKEN: '', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' };
  return new Promise((resolve, reject) => {
    const before = performance.now();
    const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    let first: number | undefined;
    child.stdout.once('data', () => {
      first = performance.now() - before;
    });
    child.stdout.resume();
    child.once('error', reject);
    child.once('close', () => resolve(first ?? performance.now() - before));
    child.stdin.end(input);
  });
}
