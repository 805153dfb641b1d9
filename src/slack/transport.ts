import type { Server } from 'node:http';
import { HTTPReceiver, type Logger as LibraryLogger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { tokenAdvice } from './faults.ts';
import { keepConnected } from './socket.ts';

/** The two ways in which Slack's deliveries come in. Both hand them to the same app. */
export type Inlet = {
  receiver: Receiver;
  /** Opens the way in. Rejects, with what to do about it, when that can never succeed as things are configured. */
  start(): Promise<void>;
  /** Closes it, within two seconds. */
  stop(): Promise<void>;
};

export type InletEvents = { connected(): void; lost(detail: string): void };
export type Health = () => { ok: boolean; body: unknown };

/** Where Slack delivers to over HTTP, and where others ask how the bot fares. */
const EVENTS_PATH = '/slack/events';
const HEALTH_PATH = '/health';

const OPENING_WITHIN_MS = 8000;
const CLOSING_WITHIN_MS = 1000;

/** Socket Mode: the bot calls Slack, and needs no address of its own. */
export function overSocket(
  appToken: string,
  apiUrl: string | undefined,
  events: InletEvents,
  logger: Logger,
  quiet: LibraryLogger,
): Inlet {
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: quiet,
    installerOptions: {
      clientOptions: {
        retryConfig: { retries: 0 },
        timeout: OPENING_WITHIN_MS,
        ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
      },
    },
  });
  const refused = (error: unknown) => {
    const advice = tokenAdvice('app', error);
    logger.error(advice);
    events.lost(advice);
  };
  const lost = () => events.lost('The connection to Slack is lost; trying again.');
  const link = keepConnected(receiver.client, { connected: events.connected, lost, refused }, logger);
  return {
    receiver,
    start: () =>
      link.start().catch((error: unknown) => {
        throw new Error(tokenAdvice('app', error), { cause: error });
      }),
    stop: async () => link.stop(),
  };
}

/** HTTP: Slack calls the bot. Every request is checked against the signing secret; a forged or old one is answered 401. */
export function overHttp(
  signingSecret: string,
  where: { port: number; host?: string },
  health: Health,
  events: InletEvents,
  quiet: LibraryLogger,
): Inlet {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: EVENTS_PATH,
    logger: quiet,
    customRoutes: [
      {
        path: HEALTH_PATH,
        method: 'GET',
        handler: (_request, response) => {
          const { ok, body } = health();
          response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json' });
          response.end(JSON.stringify(body));
        },
      },
    ],
  });
  let server: Server | undefined;
  return {
    receiver,
    start: async () => {
      server = await receiver.start(where);
      events.connected();
    },
    stop: async () => {
      if (server === undefined) return;
      const closed = receiver.stop();
      server.closeIdleConnections();
      const hangUp = setTimeout((open: Server) => open.closeAllConnections(), CLOSING_WITHIN_MS, server);
      await closed;
      clearTimeout(hangUp);
      server = undefined;
    },
  };
}
