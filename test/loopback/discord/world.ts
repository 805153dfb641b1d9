import type { APIApplicationCommand, APIMessage, APIUser } from 'discord.js';

/** What stands in this Discord: one server with a channel, a few people, the bot, messages and interactions. */

let counter = 0n;

/** A new id: the time since 2015 and a counter, as Discord makes them. */
export function snowflake(at = Date.now()): string {
  counter = (counter + 1n) & 0xfffn;
  return (((BigInt(at) - 1_420_070_400_000n) << 22n) | counter).toString();
}

export type Person = APIUser;
export type Place = 'server' | 'dm' | 'group';
export type StoredMessage = APIMessage & { guild_id?: string };

/** What a person did (a command, a press, typing) and what came of it. */
export type Act = {
  id: string;
  token: string;
  type: number;
  at: number;
  person: Person;
  place: Place;
  /** The message whose button was pressed. */
  on?: StoredMessage;
  /** The bot's answer as it was posted to the callback. */
  callback?: { type: number; data?: Record<string, unknown> };
  /** Milliseconds until the answer came. */
  took?: number;
  choices?: { name: string; value: string }[];
  /** The message that the answer made or changed. */
  messageId?: string;
  followups: StoredMessage[];
  answered: Promise<void>;
  settle: () => void;
};

export type World = {
  token: string;
  applicationId: string;
  bot: Person;
  alice: Person;
  bob: Person;
  guildId: string;
  channelId: string;
  dmId: string;
  groupId: string;
  /** Registered commands by scope: `global` or the id of a server. */
  commands: Map<string, APIApplicationCommand[]>;
  messages: Map<string, StoredMessage>;
  acts: Map<string, Act>;
};

export function createWorld(token: string): World {
  const bot = person('Attaché', true);
  return {
    token,
    applicationId: bot.id,
    bot,
    alice: person('alice'),
    bob: person('bob'),
    guildId: snowflake(),
    channelId: snowflake(),
    dmId: snowflake(),
    groupId: snowflake(),
    commands: new Map(),
    messages: new Map(),
    acts: new Map(),
  };
}

function person(name: string, bot = false): Person {
  return { id: snowflake(), username: name.toLowerCase(), global_name: name, discriminator: '0', avatar: null, bot };
}

export function channelOf(world: World, place: Place, user: Person) {
  if (place === 'server')
    return {
      id: world.channelId,
      type: 0,
      guild_id: world.guildId,
      name: 'general',
      position: 0,
      permissions: '274877991936',
    };
  if (place === 'dm') return { id: world.dmId, type: 1, flags: 0, last_message_id: null, recipients: [user] };
  return {
    id: world.groupId,
    type: 3,
    flags: 0,
    name: 'friends',
    last_message_id: null,
    recipients: [user],
    owner_id: user.id,
  };
}

export function guildOf(world: World) {
  const member = (user: Person) => ({
    user,
    roles: [],
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    deaf: false,
    mute: false,
    flags: 0,
  });
  const everyone = {
    id: world.guildId,
    name: '@everyone',
    color: 0,
    hoist: false,
    position: 0,
    permissions: '2248473465835073',
    managed: false,
    mentionable: false,
    flags: 0,
  };
  return {
    id: world.guildId,
    name: 'Test server',
    owner_id: world.alice.id,
    preferred_locale: 'en-US',
    roles: [everyone],
    emojis: [],
    features: [],
    stickers: [],
    channels: [channelOf(world, 'server', world.alice)],
    threads: [],
    members: [member(world.bot), member(world.alice)],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    joined_at: '2024-01-01T00:00:00.000000+00:00',
    large: false,
    member_count: 3,
    unavailable: false,
  };
}

/** Stores a message with what a body says of it; everything else as Discord fills it in. */
export function storeMessage(
  world: World,
  given: Partial<StoredMessage>,
  body: Record<string, unknown>,
): StoredMessage {
  const message = {
    id: snowflake(),
    type: 0,
    channel_id: world.channelId,
    author: world.bot,
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    ...given,
  } as StoredMessage;
  applyBody(message, body);
  world.messages.set(message.id, message);
  return message;
}

export function applyBody(message: StoredMessage, body: Record<string, unknown>): void {
  for (const key of ['content', 'embeds', 'components', 'flags'] as const) {
    if (key in body) Object.assign(message, { [key]: body[key] });
  }
}
