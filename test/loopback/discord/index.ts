import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { createGateway, type Gateway } from './gateway.ts';
import { ANSWER_MS, answerCall, fault, type Reply } from './rest.ts';
import {
  type Act,
  channelOf,
  createWorld,
  type Person,
  type Place,
  type StoredMessage,
  snowflake,
  storeMessage,
  type World,
} from './world.ts';

/** A Discord on the loopback interface for tests: REST and gateway on one port, and people who do things. */

type Recorded = { method: string; path: string; body: unknown; status: number };
type Trouble = { match: RegExp; times: number; status: 429 | 500; retryAfter?: number };

export type Loopback = {
  world: World;
  gateway: Gateway;
  /** The address for `rest.api`. */
  api: string;
  /** Every request answered so far. */
  log: Recorded[];
  /** Answers the next requests that match with 429 or 500. */
  trouble(trouble: Trouble): void;
  /** Interactions must be answered within this time; three seconds at first. */
  setAnswerMs(ms: number): void;
  slash(name: string, options?: Record<string, string | boolean>, by?: By): Act;
  type(name: string, option: string, typed: string, by?: By): Act;
  press(message: StoredMessage, label: string, by?: By): Act;
  /** Presses the button with this id, also one that the message does not have. */
  pressId(message: StoredMessage, customId: string, by?: By): Act;
  /** Writes a message: in the server, or directly to the bot. */
  write(content: string, how?: Written): StoredMessage;
  /** The messages of the bot that answer this one. */
  repliesTo(message: StoredMessage): StoredMessage[];
  /** The message that an act made or changed. */
  shown(act: Act): StoredMessage;
  stop(): Promise<void>;
};

type By = { person?: Person; place?: Place };
type Written = By & {
  replyTo?: StoredMessage;
  mention?: boolean;
  everyone?: boolean;
  webhook?: boolean;
  type?: number;
};
export type LoopbackOptions = { token?: string; allowedIntents?: number; heartbeatMs?: number };

/** The three intents of which none is privileged: guilds, guild messages, direct messages. */
const UNPRIVILEGED = (1 << 0) | (1 << 9) | (1 << 12);

export async function startLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  const world = createWorld(options.token ?? 'a.test.token');
  const log: Recorded[] = [];
  const troubles: Trouble[] = [];
  let answerMs = ANSWER_MS;
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '');
    const method = request.method ?? 'GET';
    const text = await textOf(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const authorization = request.headers.authorization;
    const reply =
      troubled(troubles, `${method} ${path}`) ??
      answerCall(world, gateway, gatewayUrl(), answerMs, {
        method,
        path,
        query: url.searchParams,
        body,
        authorization,
      });
    log.push({ method, path, body, status: reply.status });
    const headers = { ...(reply.body === undefined ? {} : { 'content-type': 'application/json' }), ...reply.headers };
    response.writeHead(reply.status, headers).end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
  });
  const sockets = new WebSocketServer({ server });
  const gatewayUrl = () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway = createGateway(sockets, world, gatewayUrl, {
    allowedIntents: options.allowedIntents ?? UNPRIVILEGED,
    heartbeatMs: options.heartbeatMs ?? 41_250,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const interact = (type: number, data: unknown, by: By, on?: StoredMessage): Act => {
    const act = newAct(type, by.person ?? world.alice, by.place ?? 'server', on);
    world.acts.set(act.token, act);
    gateway.dispatch('INTERACTION_CREATE', interactionOf(world, act, data));
    return act;
  };
  const registered = (name: string) => {
    const all = [...(world.commands.get('global') ?? []), ...(world.commands.get(world.guildId) ?? [])];
    const command = all.find((known) => known.name === name);
    if (command === undefined) throw new Error(`not registered: ${name}`);
    return command;
  };
  const given = (options: Record<string, string | boolean>) =>
    Object.entries(options).map(([name, value]) => ({ name, value, type: typeof value === 'boolean' ? 5 : 3 }));

  return {
    world,
    gateway,
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    log,
    trouble: (trouble) => void troubles.push(trouble),
    setAnswerMs: (ms) => {
      answerMs = ms;
    },
    slash: (name, options = {}, by = {}) =>
      interact(2, { id: registered(name).id, name, type: 1, options: given(options) }, by),
    type: (name, option, typed, by = {}) => {
      const options = [{ name: option, type: 3, value: typed, focused: true }];
      return interact(4, { id: registered(name).id, name, type: 1, options }, by);
    },
    press: (message, label, by = {}) =>
      interact(3, { component_type: 2, custom_id: buttonOf(message, label) }, by, message),
    pressId: (message, id, by = {}) => interact(3, { component_type: 2, custom_id: id }, by, message),
    write: (content, how = {}) => {
      const message = writtenBy(world, content, how);
      gateway.dispatch('MESSAGE_CREATE', message);
      return message;
    },
    repliesTo: (message) =>
      [...world.messages.values()].filter(
        (other) => other.message_reference?.message_id === message.id && other.author.id === world.bot.id,
      ),
    shown: (act) => {
      const message = world.messages.get(act.messageId ?? '');
      if (message === undefined) throw new Error('nothing is shown');
      return message;
    },
    stop: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The id of the button that begins with this label. */
function buttonOf(message: StoredMessage, label: string): string {
  const found = buttonsOf(message).find((button) => button.label.startsWith(label));
  if (found === undefined) throw new Error(`no button "${label}" among: ${buttonsOf(message).map((b) => b.label)}`);
  return found.id;
}

export function buttonsOf(message: StoredMessage): { id: string; label: string }[] {
  const rows = (message.components ?? []) as { components: { custom_id: string; label: string }[] }[];
  return rows.flatMap((row) => row.components.map((button) => ({ id: button.custom_id, label: button.label })));
}

function newAct(type: number, person: Person, place: Place, on?: StoredMessage): Act {
  let settle = () => {};
  const answered = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const id = snowflake();
  return {
    id,
    token: `token-${id}`,
    type,
    at: Date.now(),
    person,
    place,
    followups: [],
    answered,
    settle,
    ...(on ? { on } : {}),
  };
}

function interactionOf(world: World, act: Act, data: unknown): Record<string, unknown> {
  const inServer = act.place === 'server';
  const member = {
    user: act.person,
    roles: [],
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
    permissions: '2248473465835073',
  };
  return {
    id: act.id,
    application_id: world.applicationId,
    type: act.type,
    data,
    token: act.token,
    version: 1,
    channel: channelOf(world, act.place, act.person),
    channel_id: channelOf(world, act.place, act.person).id,
    locale: 'en-US',
    app_permissions: '2248473465835073',
    entitlements: [],
    authorizing_integration_owners: inServer ? { 0: world.guildId } : { 1: act.person.id },
    context: { server: 0, dm: 1, group: 2 }[act.place],
    attachment_size_limit: 10_485_760,
    ...(inServer ? { guild_id: world.guildId, guild_locale: 'en-US', member } : { user: act.person }),
    ...(act.on ? { message: act.on } : {}),
  };
}

// As the gateway gives it to an application without the intent for message content: empty unless addressed to the bot.
function writtenBy(world: World, content: string, how: Written): StoredMessage {
  const place = how.place ?? 'server';
  const author = how.person ?? world.alice;
  const mentioned = how.mention === true || content.includes(`<@${world.bot.id}>`);
  const readable = place === 'dm' || mentioned || author.id === world.bot.id;
  const reply =
    how.replyTo === undefined
      ? {}
      : {
          type: 19,
          message_reference: { message_id: how.replyTo.id, channel_id: how.replyTo.channel_id },
          referenced_message: how.replyTo,
        };
  return storeMessage(
    world,
    {
      channel_id: channelOf(world, place, author).id,
      author,
      ...(place === 'server' ? { guild_id: world.guildId } : {}),
      mentions: mentioned ? [world.bot] : [],
      mention_everyone: how.everyone === true,
      ...(how.webhook === true ? { webhook_id: snowflake() } : {}),
      ...(how.type === undefined ? {} : { type: how.type }),
      ...reply,
    } as Partial<StoredMessage>,
    { content: readable ? content : '' },
  );
}

function troubled(troubles: Trouble[], route: string): Reply | undefined {
  const trouble = troubles.find(({ match, times }) => times > 0 && match.test(route));
  if (trouble === undefined) return undefined;
  trouble.times -= 1;
  if (trouble.status === 500) return fault(500, 0, 'Internal Server Error');
  const wait = trouble.retryAfter ?? 0.3;
  const headers = {
    'retry-after': String(wait),
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset-after': String(wait),
    'x-ratelimit-bucket': 'loopback',
    'x-ratelimit-scope': 'user',
  };
  return { status: 429, headers, body: { message: 'You are being rate limited.', retry_after: wait, global: false } };
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
