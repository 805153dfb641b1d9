import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { AdapterState } from '../adapter.ts';
import { factsIn, type InUse } from './current-record.ts';
import type { Metrics } from './metrics.ts';

export type PlatformState = AdapterState & { name: string };

export type HealthOptions = {
  port: number;
  host: string;
  record: () => InUse;
  /** How each configured platform is, those included that are not connected. */
  platforms: () => readonly PlatformState[];
  metrics: Metrics;
  logger: Logger;
};

export type Health = {
  /** Where it listens; differs from what was asked for where that was port 0. */
  port: number;
  stop(): Promise<void>;
};

/** Whoever fetches these pages sends a line or two; a connection that is slower than this is none of theirs. */
const SLOWEST_REQUEST_MS = 5_000;

/**
 * Serves `/healthz` (the process answers), `/readyz` (200 once a platform is connected, 503 before and when none is) and
 * `/metrics` (Prometheus). Gives nothing when it cannot listen, as when the port is taken: the log says so, and the bot
 * works on without.
 */
export async function startHealth(options: HealthOptions): Promise<Health | undefined> {
  const { port, host, logger } = options;
  const server = createServer({ requestTimeout: SLOWEST_REQUEST_MS, headersTimeout: SLOWEST_REQUEST_MS });
  server.on('request', ({ method, url = '/' }, response) => {
    if (method !== 'GET' && method !== 'HEAD') return text(response, 405, 'only GET is answered here\n');
    serve(url.split('?', 1)[0] ?? '', response, options).catch((error: unknown) => {
      logger.error({ err: error }, 'a health page could not be written');
      if (!response.headersSent) text(response, 500, 'this page could not be written; the log says why\n');
    });
  });
  try {
    await listen(server, port, host);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    logger.error(
      { err: error },
      `no health pages: ${why}. Set HEALTH_PORT and HEALTH_HOST to where this machine may listen`,
    );
    return undefined;
  }
  server.on('error', (error) => logger.error({ err: error }, 'the health pages failed'));
  // The pages must not be what keeps a process alive that has nothing else to do.
  server.unref();
  const listening = (server.address() as AddressInfo).port;
  logger.info({ host, port: listening }, 'health pages at /healthz, /readyz and /metrics');
  return {
    port: listening,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(path: string, response: ServerResponse, options: HealthOptions): Promise<void> {
  if (path === '/healthz') return text(response, 200, 'alive\n');
  if (path === '/readyz') {
    const { ready, ...rest } = readiness(options.record(), options.platforms());
    return send(response, ready ? 200 : 503, `${JSON.stringify({ ready, ...rest }, null, 2)}\n`, 'application/json');
  }
  if (path === '/metrics') {
    const page = await options.metrics.page();
    return send(response, 200, page.text, page.type);
  }
  text(response, 404, 'there is /healthz, /readyz and /metrics\n');
}

function readiness(record: InUse, platforms: readonly PlatformState[]) {
  const { version, counts, loadedAt } = record;
  return {
    ready: platforms.some(({ connected }) => connected),
    platforms,
    record: { version, facts: factsIn(counts), counts, since: loadedAt },
  };
}

function text(response: ServerResponse, status: number, body: string): void {
  send(response, status, body, 'text/plain; charset=utf-8');
}

function send(response: ServerResponse, status: number, body: string, type: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
