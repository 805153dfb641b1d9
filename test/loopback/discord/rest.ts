import type { APIApplicationCommand } from 'discord.js';
import type { Gateway } from './gateway.ts';
import { type Body, commandRule, messageRule } from './rules.ts';
import { schemaErrors } from './schema.ts';
import { type Act, applyBody, channelOf, type StoredMessage, snowflake, storeMessage, type World } from './world.ts';

/** The REST API, version 10, as far as a bot of slash commands, buttons and replies uses it. */

export type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
export type Call = { method: string; path: string; query: URLSearchParams; body: unknown; authorization?: string };

/** interactions/receiving-and-responding: the first answer within three seconds. */
export const ANSWER_MS = 3_000;

export function answerCall(world: World, gateway: Gateway, gatewayUrl: string, answerMs: number, call: Call): Reply {
  const { method, path } = call;
  const byToken = /^\/(interactions|webhooks)\//.test(path);
  if (!byToken && call.authorization !== `Bot ${world.token}`) return fault(401, 0, '401: Unauthorized');
  const body = (call.body ?? {}) as Body;
  const errors = call.body === undefined ? [] : schemaErrors(method, path, call.body);
  if (errors.length > 0) return fault(400, 50035, 'Invalid Form Body', errors);
  const route = `${method} ${path}`;
  const parts = path.split('/').slice(1);
  if (route === 'GET /gateway/bot') {
    const limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };
    return { status: 200, body: { url: gatewayUrl, shards: 1, session_start_limit: limit } };
  }
  if (route === 'GET /applications/@me') return { status: 200, body: { id: world.applicationId } };
  if (route === 'GET /users/@me/guilds') return { status: 200, body: [{ id: world.guildId, name: 'Test server' }] };
  if (route === 'POST /users/@me/channels') return { status: 200, body: channelOf(world, 'dm', world.alice) };
  if (/^\/applications\/\d+(\/guilds\/\d+)?\/commands$/.test(path)) return commands(world, call);
  if (/^POST \/channels\/\d+\/messages$/.test(route)) return createMessage(world, gateway, parts[1] ?? '', body);
  if (/^GET \/channels\/\d+\/messages\/\d+$/.test(route)) {
    const message = world.messages.get(parts[3] ?? '');
    return message ? { status: 200, body: message } : fault(404, 10008, 'Unknown Message');
  }
  if (parts[0] === 'interactions') return callback(world, parts[1] ?? '', parts[2] ?? '', call, body, answerMs);
  if (parts[0] === 'webhooks') return webhook(world, parts, method, body);
  return fault(404, 0, `404: Not Found: ${route}`);
}

export function fault(status: number, code: number, message: string, errors?: string[]): Reply {
  return {
    status,
    body: {
      message,
      code,
      ...(errors ? { errors: { _errors: errors.map((e) => ({ code: 'INVALID', message: e })) } } : {}),
    },
  };
}

function commands(world: World, call: Call): Reply {
  const [, application, , guild] =
    call.path
      .split('/')
      .slice(1)
      .join('/')
      .match(/^applications\/(\d+)(\/guilds\/(\d+))?/) ?? [];
  if (application !== world.applicationId) return fault(403, 20012, 'You are not authorized to perform this action');
  const scope = guild ?? 'global';
  if (call.method === 'GET') return { status: 200, body: world.commands.get(scope) ?? [] };
  const wanted = call.body as { name: string; type?: number; description?: string }[];
  const rule = commandRule(wanted, guild !== undefined);
  if (rule !== undefined) return fault(400, 50035, 'Invalid Form Body', [rule]);
  const before = world.commands.get(scope) ?? [];
  const made = wanted.map((command) => ({
    id: before.find((old) => old.name === command.name)?.id ?? snowflake(),
    application_id: world.applicationId,
    version: snowflake(),
    default_member_permissions: null,
    type: 1,
    description: '',
    dm_permission: true,
    nsfw: false,
    ...(guild === undefined ? { contexts: null, integration_types: [0] } : { guild_id: guild }),
    ...command,
  })) as unknown as APIApplicationCommand[];
  world.commands.set(scope, made);
  return { status: 200, body: made };
}

function createMessage(world: World, gateway: Gateway, channelId: string, body: Body): Reply {
  const known = [world.channelId, world.dmId];
  if (!known.includes(channelId)) return fault(404, 10003, 'Unknown Channel');
  const rule = messageRule(body);
  if (rule !== undefined) return fault(400, 50035, 'Invalid Form Body', [rule]);
  const inServer = channelId === world.channelId ? { guild_id: world.guildId } : {};
  const reference = body.message_reference === undefined ? {} : { message_reference: body.message_reference, type: 19 };
  const message = storeMessage(
    world,
    { channel_id: channelId, ...inServer, ...reference } as Partial<StoredMessage>,
    body,
  );
  gateway.dispatch('MESSAGE_CREATE', message);
  return { status: 200, body: message };
}

function callback(world: World, id: string, token: string, call: Call, body: Body, answerMs: number): Reply {
  const act = world.acts.get(token);
  if (act === undefined || act.id !== id) return fault(404, 10062, 'Unknown interaction');
  if (act.callback !== undefined) return fault(400, 40060, 'Interaction has already been acknowledged.');
  if (Date.now() - act.at > answerMs) return fault(404, 10062, 'Unknown interaction');
  const type = Number(body.type);
  const data = (body.data ?? {}) as Body;
  const allowed: Record<number, number[]> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6, 7] };
  if (!allowed[act.type]?.includes(type))
    return fault(400, 50035, 'Invalid Form Body', [`type ${type} for ${act.type}`]);
  const rule = type === 4 ? messageRule(data) : type === 7 ? messageRule({ ...act.on, ...data }) : undefined;
  if (rule !== undefined) return fault(400, 50035, 'Invalid Form Body', [rule]);
  if (type === 8) act.choices = data.choices as Act['choices'];
  if (type === 6 || type === 7) act.messageId = act.on?.id;
  if (type === 7 && act.on) applyBody(act.on, { ...data, flags: act.on.flags });
  if (type === 4 || type === 5) act.messageId = storeMessage(world, ownerOf(world, act), data).id;
  act.callback = { type, data };
  act.took = Date.now() - act.at;
  act.settle();
  if (call.query.get('with_response') !== 'true') return { status: 204 };
  return { status: 200, body: { interaction: { id, type: act.type } } };
}

function webhook(world: World, parts: string[], method: string, body: Body): Reply {
  const act = world.acts.get(parts[2] ?? '');
  if (parts[1] !== world.applicationId || act?.callback === undefined) return fault(404, 10015, 'Unknown Webhook');
  if (method === 'POST') {
    const rule = messageRule(body);
    if (rule !== undefined) return fault(400, 50035, 'Invalid Form Body', [rule]);
    const message = storeMessage(world, ownerOf(world, act), body);
    act.followups.push(message);
    return { status: 200, body: message };
  }
  const id = parts[4] === '@original' ? act.messageId : parts[4];
  const message = id === undefined ? undefined : world.messages.get(id);
  if (message === undefined) return fault(404, 10008, 'Unknown Message');
  if (method === 'DELETE') {
    world.messages.delete(message.id);
    return { status: 204 };
  }
  if (method === 'PATCH') applyBody(message, { ...body, flags: message.flags });
  return { status: 200, body: message };
}

function ownerOf(world: World, act: Act): Partial<StoredMessage> {
  const channel = channelOf(world, act.place, act.person);
  return {
    channel_id: channel.id,
    type: act.type === 2 ? 20 : 0,
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    interaction_metadata: { id: act.id, type: act.type, user: act.person, authorizing_integration_owners: {} },
  } as Partial<StoredMessage>;
}
