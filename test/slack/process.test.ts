import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openSlack } from '../loopback/slack/slack.ts';
import { eventually } from './fake.ts';
import { SCOPES } from './harness.ts';

// A process of its own: what the libraries leave behind would keep it alive, and only there would it show.
it.each(['connected', 'just after its link was cut'])(
  'a process that is told to end while %s ends by itself within five seconds',
  async (when) => {
    const slack = await openSlack({ scopes: SCOPES });
    const script = fileURLToPath(new URL('./process.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, slack.apiUrl], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let written = '';
    child.stdout.on('data', (chunk) => {
      written += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    try {
      await eventually(() => written.includes('connected'), 15_000);
      if (when !== 'connected') slack.sockets.cut();
      const told = Date.now();
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(Date.now() - told).toBeLessThan(5000);
      expect(written).toContain('stopped');
    } finally {
      child.kill('SIGKILL');
      await slack.stop();
    }
  },
  30_000,
);
