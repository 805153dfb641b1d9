import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { described, isRefusedToken } from './faults.ts';

/**
 * Keeps a Socket Mode connection open. The library's own reconnecting is switched off: in @slack/socket-mode 3.1.0 it gives
 * up with an unhandled rejection when Slack cannot be reached, and waits for up to half a minute on a peer that is gone.
 * https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export type SocketLink = {
  /** Connects. Rejects if Slack refuses the token; if it cannot be reached, goes on trying in the background. */
  start(): Promise<void>;
  /** Disconnects for good, at once, whatever the other side does. */
  stop(): void;
};

export type LinkEvents = {
  connected(): void;
  lost(): void;
  /** Slack refuses the token of a connection that stood before: no further attempt is made. */
  refused(error: unknown): void;
};

type Client = SocketModeReceiver['client'];

const GREETING_WITHIN_MS = 10_000;
// States of a WebSocket. https://developer.mozilla.org/en-US/docs/Web/API/WebSocket/readyState
const OPEN = 1;
const CLOSING = 2;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/** Takes charge of a client that was made with `autoReconnectEnabled: false`. */
export function keepConnected(client: Client, events: LinkEvents, logger: Logger): SocketLink {
  let stopped = false;
  let failures = 0;
  let pending: NodeJS.Timeout | undefined;

  const again = () => {
    if (stopped || pending !== undefined) return;
    const pause = failures === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
    failures += 1;
    pending = setTimeout(
      () => {
        pending = undefined;
        connect().catch((error: unknown) => events.refused(error));
      },
      pause * (1 + Math.random() / 4),
    );
  };

  // Rejects only for a refused token; everything else is tried again.
  const connect = async () => {
    if (stopped) return;
    const impatient = setTimeout(() => void client.disconnect(), GREETING_WITHIN_MS);
    try {
      await client.start();
      if (stopped) leave(client);
    } catch (error) {
      if (isRefusedToken(error)) throw error;
      if (!stopped) logger.warn(described(error), 'no connection to Slack, trying again');
      again();
    } finally {
      clearTimeout(impatient);
    }
  };

  client.on('connected', () => {
    failures = 0;
    events.connected();
  });
  client.on('disconnected', () => {
    if (stopped) return;
    events.lost();
    again();
  });
  // Slack asks to reconnect: the library has said goodbye by now, and is not left to wait for an answer.
  client.on('ws_message', (data: unknown) => {
    if (typeof data === 'string' && data.includes('"disconnect"') && kindOf(data) === 'disconnect') leave(client);
  });

  return {
    start: connect,
    stop: () => {
      stopped = true;
      clearTimeout(pending);
      leave(client);
    },
  };
}

/**
 * Says goodbye and hangs up at once. The library's `disconnect` says goodbye and then waits for up to 30 seconds; called again
 * while it waits it hangs up. Before the connection is open, and after it is closed, it would leave a timer of that length
 * behind: there it is not called, since a connection that opens after `stop` is left then, and a closed one needs nothing.
 */
function leave(client: Client): void {
  const state = () => client.websocket?.readyState;
  if (state() === OPEN) void client.disconnect();
  if (state() === CLOSING) void client.disconnect();
}

function kindOf(data: string): unknown {
  try {
    const message: unknown = JSON.parse(data);
    return typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;
  } catch {
    // Not JSON, so no envelope; the library logs it.
    return undefined;
  }
}
