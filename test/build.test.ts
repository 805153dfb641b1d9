import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../src/root.ts';

const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
const stamp = () => statSync(join(ROOT, 'dist', 'built')).mtimeMs;

describe('what is built of the programs', { timeout: 60_000 }, () => {
  beforeAll(() => {
    run('scripts/build.mjs');
  });

  it('answers as the sources do', () => {
    const question = ['--json', '--now', '2026-11-21', 'who supplies most arms?'];
    const built = JSON.parse(run('dist/ask.js', ...question));
    expect(built).toEqual(JSON.parse(run('--import', 'tsx', 'src/terminal/ask.ts', ...question)));
    expect(built.status).toBe('answered');
  });

  it('is left as it is while no source changes', () => {
    const before = stamp();
    run('scripts/build.mjs');
    expect(stamp()).toBe(before);
  });

  it('reads changed seeds in a process of its own', async () => {
    const child = fork(join(ROOT, 'dist', 'load-apart-child.js'), ['seeds', JSON.stringify({ cache: [] })], {
      cwd: ROOT,
      execArgv: [],
      serialization: 'advanced',
    });
    const [{ loaded }] = await once(child, 'message');
    expect(loaded.counts.visits).toBeGreaterThan(0);
  });
});
