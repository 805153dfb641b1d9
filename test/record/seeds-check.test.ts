import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, SMALL } from './small-record.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const check = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/seeds-check.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

describe('npm run seeds:check', () => {
  it(
    'counts the entries of a record that holds, in one line',
    () =>
      inFolder(SMALL, async (folder) => {
        const { status, stdout } = check([], { ATTACHE_SEEDS: folder });
        expect(stdout).toBe(
          `${folder}: 2 visits, 1 events, 1 figures, 1 deliveries, 1 rankings, 1 measures, 12 entities, 2 sources; no faults\n`,
        );
        expect(status).toBe(0);
      }),
    20_000,
  );

  it(
    'prints each fault of one that does not, and fails',
    () =>
      inFolder({ ...SMALL, 'sources.yaml': '[]\n' }, async (folder) => {
        const { status, stdout, stderr } = check([folder]);
        const lines = stderr.split('\n').filter((line) => line.startsWith(folder));
        expect(lines[0]).toBe(`${join(folder, 'arms.yaml')}:11:15 figure-sales.sources.0: no such source "post-2021"`);
        expect(lines.at(-1)).toBe(`${folder}: ${lines.length - 1} faults`);
        expect(lines.length).toBeGreaterThan(10);
        expect(stdout).toBe('');
        expect(status).toBe(1);
      }),
    20_000,
  );
});
