import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The programs as they are started: in a folder without `.env`, with nothing configured but the record. */

const tsx = import.meta.resolve('tsx');
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const ask = fileURLToPath(new URL('../../src/terminal/ask.ts', import.meta.url));
const START_MS = 30_000;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attache-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(program: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', tsx, program, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ATTACHE_SEEDS: resolve('seeds'), ...env },
  });
  const exited = new Promise<number | null>((done) => child.once('exit', done));
  const ended = Promise.all([exited, text(child.stdout), text(child.stderr)]).then(([code, output, error]) => ({
    code,
    output,
    error,
  }));
  return { child, ended };
}

function run(program: string, args: string[], input = '', env: Record<string, string> = {}) {
  const { child, ended } = start(program, args, env);
  child.stdin.end(input);
  return ended;
}

describe('the record in a terminal', { timeout: START_MS }, () => {
  const moscow = ['April 2019', 'June 2020', '20 June 2021', '10 July 2022', '3 March', '7 May', '24 September 2025'];

  it('answers one question with every visit that fits, and with sources', async () => {
    const { code, output, error } = await run(ask, ['when did he visit Moscow']);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    for (const date of moscow) expect(output).toContain(date);
    expect(output).toMatch(/city not stated.*June 2013.*August 2018/);
    expect(output).not.toContain('Vladivostok');
    expect(output).toMatch(/\[1\] .+https:\/\//);
  });

  it('answers what is piped into the chat, and nothing else is printed', async () => {
    const { code, output, error } = await run(main, [], '/when did he visit Moscow\n');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    for (const date of moscow) expect(output).toContain(date);
    expect(output).not.toContain('/quit');
  });

  it('keeps the follow-ups of a conversation in JSON Lines apart from those of another', async () => {
    const lines = [
      { id: '1', q: 'when did he visit Moscow in 2021', conversation: 'a' },
      { id: '2', q: 'who came to Myanmar in January 2021', conversation: 'b' },
      { id: '3', q: 'and in 2022?', conversation: 'a' },
    ];
    const { output } = await run(ask, ['--jsonl'], lines.map((line) => JSON.stringify(line)).join('\n'));
    const answers = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => answer.id)).toEqual(['1', '2', '3']);
    expect(answers[2].facts).toContain('visit-2022-07-russia');
  });
});

describe('what is wrong', { timeout: START_MS }, () => {
  const ATTACHE_SEEDS = 'nowhere';

  it('with the record is told before anything is answered', async () => {
    const one = await run(ask, ['when'], '', { ATTACHE_SEEDS });
    expect(one).toEqual({ code: 70, output: '', error: 'nowhere:1:1 no such folder\n' });
    const chat = await run(main, [], 'when\n', { ATTACHE_SEEDS });
    expect(chat).toEqual({ code: 1, output: '', error: 'nowhere:1:1 no such folder\n' });
  });

  it('with the environment is told by the name of the variable', async () => {
    const { code, error } = await run(main, [], '', { LOG_LEVEL: 'loud', SLACK_APP_TOKEN: 'xapp-hush' });
    expect(code).toBe(1);
    expect(error).toMatch(/^LOG_LEVEL .*\nSLACK_APP_TOKEN .*\n$/);
    expect(error).not.toContain('hush');
  });

  it('with the arguments is told with the usage', async () => {
    const { code, error } = await run(ask, ['--colour', 'x']);
    expect(code).toBe(64);
    expect(error).toContain('--colour');
  });
});

describe('SIGTERM', { timeout: START_MS }, () => {
  it('ends a chat that waits for its input', async () => {
    const { child, ended } = start(main, []);
    child.stdin.write('when did he visit Moscow\n');
    await new Promise((done) => child.stdout.once('data', done));
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });
});
