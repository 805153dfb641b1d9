import { WebSocket, type WebSocketServer } from 'ws';
import { guildOf, snowflake, type World } from './world.ts';

/** The gateway, version 10: hello, heartbeats, identify, resume, dispatches, and the ways in which a connection ends. */

type Session = { id: string; sequence: number; sent: Dispatch[]; socket: WebSocket; dead: boolean };
type Dispatch = { op: 0; t: string; s: number; d: unknown };

export type Gateway = {
  /** Sends an event to every live session; a session that is away gets it when it resumes. */
  dispatch(event: string, data: unknown): void;
  /** Sends a line as it is, also one that is no JSON. */
  sendRaw(line: string): void;
  /** Cuts the connections as a fault of the network would, or with a close code. */
  cut(code?: number): void;
  /** Declares the sessions lost, so that the client has to identify anew (op 9). */
  forget(): void;
  /** Asks the client to connect again (op 7). */
  askReconnect(): void;
  identified: { intents: number }[];
  resumed: number;
};

export type GatewayOptions = {
  /** Intents that the application may ask for. */
  allowedIntents: number;
  heartbeatMs: number;
};

export function createGateway(
  server: WebSocketServer,
  world: World,
  url: () => string,
  options: GatewayOptions,
): Gateway {
  const sessions = new Map<string, Session>();
  const live = () => [...sessions.values()].filter((session) => !session.dead);
  const gateway: Gateway = {
    dispatch(event, data) {
      for (const session of live()) emit(session, event, data);
    },
    sendRaw(line) {
      for (const { socket } of live()) socket.send(line);
    },
    cut(code) {
      for (const { socket } of live()) code === undefined ? socket.terminate() : socket.close(code);
    },
    forget() {
      for (const session of live()) {
        session.dead = true;
        send(session.socket, 9, false);
      }
    },
    askReconnect() {
      for (const { socket } of live()) send(socket, 7, null);
    },
    identified: [],
    resumed: 0,
  };

  server.on('connection', (socket) => {
    let session: Session | undefined;
    send(socket, 10, { heartbeat_interval: options.heartbeatMs });
    socket.on('message', (raw) => {
      const { op, d } = JSON.parse(String(raw));
      if (op === 1) return send(socket, 11, null);
      if (op === 2) session = identify(socket, d);
      else if (op === 6) session = resume(socket, d);
      else if (session === undefined) socket.close(4003, 'Not authenticated.');
    });
  });

  function identify(socket: WebSocket, d: { token: string; intents: number; shard?: number[] }): Session | undefined {
    gateway.identified.push({ intents: d.intents });
    if (d.token !== world.token) return refuse(socket, 4004, 'Authentication failed.');
    if ((d.intents & ~options.allowedIntents) !== 0) return refuse(socket, 4014, 'Disallowed intent(s).');
    const session: Session = { id: `session-${snowflake()}`, sequence: 0, sent: [], socket, dead: false };
    sessions.set(session.id, session);
    emit(session, 'READY', {
      v: 10,
      user: world.bot,
      guilds: [{ id: world.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: url(),
      shard: d.shard ?? [0, 1],
      application: { id: world.applicationId, flags: 0 },
    });
    emit(session, 'GUILD_CREATE', guildOf(world));
    return session;
  }

  function resume(socket: WebSocket, d: { token: string; session_id: string; seq: number }): Session | undefined {
    const session = sessions.get(d.session_id);
    if (d.token !== world.token || session === undefined || session.dead) {
      send(socket, 9, false);
      return undefined;
    }
    gateway.resumed += 1;
    session.socket = socket;
    for (const missed of session.sent.filter((dispatch) => dispatch.s > d.seq)) socket.send(JSON.stringify(missed));
    emit(session, 'RESUMED', {});
    return session;
  }

  return gateway;
}

function refuse(socket: WebSocket, code: number, reason: string): undefined {
  socket.close(code, reason);
}

function emit(session: Session, t: string, d: unknown): void {
  session.sequence += 1;
  const dispatch: Dispatch = { op: 0, t, s: session.sequence, d };
  session.sent.push(dispatch);
  if (session.socket.readyState === WebSocket.OPEN) session.socket.send(JSON.stringify(dispatch));
}

function send(socket: WebSocket, op: number, d: unknown): void {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ op, d, s: null, t: null }));
}
