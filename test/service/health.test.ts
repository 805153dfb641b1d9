import { createServer } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { InUse } from '../../src/service/current-record.ts';
import { type PlatformState, startHealth } from '../../src/service/health.ts';
import { createMetrics } from '../../src/service/metrics.ts';
import { smallDesk } from '../terminal/small-desk.ts';

const record: InUse = {
  desk: smallDesk(),
  version: '0123456789ab',
  loadedAt: '1971-05-03T12:00:00.000Z',
  counts: { visits: 4, events: 3, figures: 2, deliveries: 1, rankings: 0, measures: 0, entities: 9, sources: 8 },
};

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function started(platforms: PlatformState[] = [], port = 0) {
  const lines: string[] = [];
  const metrics = createMetrics();
  metrics.show({ record: () => ({ ...record, facts: 10 }), platforms: () => platforms });
  const health = await startHealth({
    port,
    host: '127.0.0.1',
    record: () => record,
    platforms: () => platforms,
    metrics,
    logger: pino({}, { write: (line: string) => lines.push(line) }),
  });
  endings.push(() => health?.stop(), metrics.stop);
  return {
    lines,
    metrics,
    health,
    page: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${health?.port}${path}`, init),
  };
}

describe('the health pages', () => {
  it('say that the process is alive', async () => {
    const { page } = await started();
    const response = await page('/healthz');
    expect([response.status, await response.text()]).toEqual([200, 'alive\n']);
  });

  it('say not ready until a platform is connected, and what each waits for', async () => {
    const platforms: PlatformState[] = [
      { name: 'discord', connected: false, lastEvent: null, detail: 'the token is refused' },
      { name: 'slack', connected: false, lastEvent: null },
    ];
    const { page } = await started(platforms);
    const before = await page('/readyz');
    expect(before.status).toBe(503);
    expect(await before.json()).toMatchObject({ ready: false, platforms });
    platforms[1] = { name: 'slack', connected: true, lastEvent: '1971-05-03T12:01:00.000Z' };
    const after = await page('/readyz');
    expect(after.status).toBe(200);
    expect(await after.json()).toEqual({
      ready: true,
      platforms,
      record: { version: '0123456789ab', facts: 10, counts: record.counts, since: record.loadedAt },
    });
  });

  it('answer nothing else', async () => {
    const { page } = await started();
    expect((await page('/')).status).toBe(404);
    expect((await page('/healthz', { method: 'POST' })).status).toBe(405);
    expect((await page('/healthz?probe=1')).status).toBe(200);
    expect((await page('//[/metrics')).status).toBe(404);
  });

  it('are done without where the port is taken, and the log says so', async () => {
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    endings.push(() => new Promise((done) => taken.close(done)));
    const address = taken.address();
    const { health, lines } = await started([], typeof address === 'object' ? (address?.port ?? 0) : 0);
    expect(health).toBeUndefined();
    expect(lines.join('')).toMatch(/no health pages: .*EADDRINUSE.*HEALTH_PORT/);
  });
});

describe('the metrics', () => {
  it('count questions by platform and status, refusals, errors and reloads', async () => {
    const { metrics, page } = await started([{ name: 'slack', connected: true, lastEvent: null }]);
    metrics.asked('slack', 'answered', 0.00025);
    metrics.asked('slack', 'answered', 0.004);
    metrics.asked('slack', 'not-on-record', 0.001);
    metrics.failed('slack');
    metrics.reloaded('refused');
    const response = await page('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const lines = (await response.text()).split('\n');
    for (const line of [
      'attache_questions_total{platform="slack",status="answered"} 2',
      'attache_questions_total{platform="slack",status="not-on-record"} 1',
      'attache_refusals_total{platform="slack"} 1',
      'attache_errors_total{platform="slack"} 1',
      'attache_reloads_total{outcome="refused"} 1',
      'attache_reloads_total{outcome="taken-up"} 0',
      'attache_answer_seconds_bucket{le="0.0003",platform="slack"} 1',
      'attache_answer_seconds_bucket{le="0.005",platform="slack"} 3',
      'attache_record_info{version="0123456789ab"} 1',
      'attache_record_facts 10',
      'attache_platform_connected{platform="slack"} 1',
    ])
      expect(lines).toContain(line);
  });

  it('tell how late the event loop was since they were last fetched', async () => {
    const { page } = await started();
    await new Promise((done) => setTimeout(done, 60));
    const end = Date.now() + 120;
    while (Date.now() < end);
    await new Promise((done) => setTimeout(done, 30));
    const worst = async () => {
      const text = await (await page('/metrics')).text();
      return Number(/^attache_event_loop_delay_seconds\{quantile="1"\} (.+)$/m.exec(text)?.[1]);
    };
    expect(await worst()).toBeGreaterThan(0.08);
    await new Promise((done) => setTimeout(done, 60));
    expect(await worst()).toBeLessThan(0.08);
  });
});
