import { createHmac, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

/** The two lines on which Slack delivers to an app: envelopes over a WebSocket, and signed requests to its address. */

export type Kind = 'events_api' | 'slash_commands' | 'interactive';

/** A delivery that Slack makes again because the first was not acknowledged in time. */
export type Retry = { number: number; reason: string };

/** How a delivery went: `ms` until it was acknowledged, `body` what the app put into the acknowledgement. */
export type Delivered = { acknowledged: boolean; ms: number; status?: number; body?: unknown };

export type Line = (kind: Kind, payload: Record<string, unknown>, retry?: Retry) => Promise<Delivered>;

const ACK_WITHIN_MS = 3000;

/** Socket Mode: connections of one app; a delivery goes to any one of them. */
export type Sockets = {
  deliver: Line;
  open(): number;
  /** Sends an envelope as it was recorded, to the newest connection; resolves when it is acknowledged. */
  replay(envelope: Record<string, unknown> & { envelope_id: string }): Promise<void>;
  /** Asks the app to reconnect, as Slack does several times a day. */
  askToReconnect(reason: string): void;
  /** Cuts every connection without a word. */
  cut(): void;
  stop(): void;
};

export function socketMode(server: Server, appId: string, admits: (ticket: string | null) => boolean): Sockets {
  const links: WebSocket[] = [];
  const waiting = new Map<string, (payload: unknown) => void>();
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '', 'http://loopback').searchParams.get('ticket');
    if (!admits(ticket)) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (link) => {
      links.push(link);
      link.on('close', () => links.splice(links.indexOf(link), 1));
      link.on('message', (raw) => {
        const { envelope_id, payload } = JSON.parse(String(raw));
        waiting.get(envelope_id)?.(payload);
        waiting.delete(envelope_id);
      });
      link.send(JSON.stringify({ type: 'hello', num_connections: links.length, connection_info: { app_id: appId } }));
    });
  });
  const send = async (envelope: Record<string, unknown>, id: string): Promise<Delivered> => {
    const link = links.at(-1);
    if (link === undefined) return { acknowledged: false, ms: 0 };
    const sent = Date.now();
    const acknowledged = new Promise<Delivered>((resolve) => {
      waiting.set(id, (body) => resolve({ acknowledged: true, ms: Date.now() - sent, body }));
      setTimeout(() => resolve({ acknowledged: false, ms: ACK_WITHIN_MS }), ACK_WITHIN_MS).unref();
    });
    link.send(JSON.stringify(envelope));
    return acknowledged;
  };
  return {
    open: () => links.length,
    deliver: (kind, payload, retry) => {
      const id = randomUUID();
      const again = { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' };
      return send(
        {
          envelope_id: id,
          type: kind,
          payload,
          accepts_response_payload: kind !== 'events_api',
          ...(kind === 'events_api' ? again : {}),
        },
        id,
      );
    },
    replay: async (envelope) => {
      const { acknowledged } = await send(envelope, envelope.envelope_id);
      if (!acknowledged) throw new Error(`the recorded envelope ${envelope.envelope_id} was not acknowledged`);
    },
    askToReconnect: (reason) => {
      for (const link of links) link.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
    },
    cut: () => {
      for (const link of links) link.terminate();
    },
    stop: () => {
      for (const link of links) link.terminate();
      sockets.close();
    },
  };
}

export type Signing = { secret: string; secondsAgo?: number };

/** HTTP: a delivery is a request to the app's address, signed with the secret that both know. */
export function signedRequests(address: string, signing: () => Signing): Line {
  return async (kind, payload, retry) => {
    const body = bodyOf(kind, payload);
    const { secret, secondsAgo = 0 } = signing();
    const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo);
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const sent = Date.now();
    const response = await fetch(address, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(ACK_WITHIN_MS),
      headers: {
        'content-type': kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
        ...(retry ? { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason } : {}),
      },
    });
    const text = await response.text();
    return { acknowledged: response.status === 200, status: response.status, ms: Date.now() - sent, body: text };
  };
}

function bodyOf(kind: Kind, payload: Record<string, unknown>): string {
  if (kind === 'events_api') return JSON.stringify(payload);
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(
    Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
}
