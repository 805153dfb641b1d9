import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { AdapterState } from '../../src/adapter.ts';
import { readConfig } from '../../src/config.ts';
import type { Desk } from '../../src/desk.ts';
import type { PlatformOptions } from '../../src/service/platforms.ts';
import { serve } from '../../src/service/serve.ts';
import { inFolder, put, SMALL } from '../record/small-record.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** A platform that connects when it is told to, and the desk that it was given. */
function platform() {
  const state: AdapterState = { connected: false, lastEvent: null };
  const calls: string[] = [];
  let desk: (() => Desk) | undefined;
  const choose = ({ observe = (bare) => bare, desk: given }: PlatformOptions) => [
    {
      name: 'wire',
      start: async () => {
        desk = observe(given, 'wire');
        return { name: 'wire', state: () => state, stop: async () => void calls.push('stopped') };
      },
    },
  ];
  return { state, calls, choose, ask: (question: string) => desk?.().ask(question) };
}

describe('the service', { timeout: 60_000 }, () => {
  it('serves until it is stopped, tells how it is, and takes up other seeds on SIGHUP', () =>
    inFolder(SMALL, async (folder) => {
      const port = await freePort();
      const config = readConfig({ ATTACHE_SEEDS: folder, HEALTH_PORT: `${port}`, LOG_LEVEL: 'silent' });
      const { state, calls, choose, ask } = platform();
      const stop = new AbortController();
      const served = serve(config, stop.signal, choose);
      const page = async (path: string) => {
        const response = await fetch(`http://127.0.0.1:${port}${path}`);
        return { status: response.status, text: await response.text() };
      };
      const eventually = async (path: string, holds: (page: { status: number; text: string }) => boolean) => {
        for (let tries = 0; tries < 500; tries++) {
          const result = await page(path).catch(() => undefined);
          if (result !== undefined && holds(result)) return result;
          await new Promise((done) => setTimeout(done, 40));
        }
        throw new Error(`${path} never became what it should`);
      };

      await eventually('/readyz', ({ status }) => status === 503);
      state.connected = true;
      const ready = await eventually('/readyz', ({ status }) => status === 200);
      const { record } = JSON.parse(ready.text);
      expect(record.facts).toBe(7);

      ask('when did she visit Südport');
      const { text } = await page('/metrics');
      expect(text).toMatch(/^attache_questions_total\{platform="wire",status="[a-z-]+"\} 1$/m);

      put(folder, 'events.yaml', '[]\n');
      put(folder, 'record.yaml', (SMALL['record.yaml'] ?? '').replace('since: event-2020-vote\n', ''));
      process.emit('SIGHUP');
      const after = await eventually('/readyz', (now) => !now.text.includes(record.version));
      expect(JSON.parse(after.text).record.facts).toBe(6);

      stop.abort();
      expect(await served).toBe(0);
      expect(calls).toEqual(['stopped']);
      await expect(page('/healthz')).rejects.toThrow();
    }));

  it('gives up when no platform could be started', () =>
    inFolder(SMALL, async (folder) => {
      const config = readConfig({ ATTACHE_SEEDS: folder, LOG_LEVEL: 'silent' });
      const start = () => Promise.reject(new Error('refused'));
      expect(await serve(config, new AbortController().signal, () => [{ name: 'wire', start }])).toBe(1);
    }));
});
