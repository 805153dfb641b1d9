import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChannelType,
  Client,
  type ClientOptions,
  DefaultRestOptions,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  Options,
  Partials,
  SimpleShardingStrategy,
} from 'discord.js';
import type { Logger } from 'pino';
import { NO_MENTIONS } from './context.ts';

/** A reply needs the message it answers, which arrives with it; a few a channel are enough. */
const MESSAGES_KEPT = 5;
const USERS_KEPT = 200;
/** Between two tries after a 5xx. Three tries stay within the three seconds that an interaction waits. */
const PAUSE_MS = 400;
const TRIES = 3;
const REQUEST_MS = 10_000;

type WebSocketOptions = NonNullable<ClientOptions['ws']>;

/**
 * A client that asks for no privileged intent, keeps only what the bot needs in memory, pings nobody by default, waits
 * before it tries again after a 5xx (a 429 is waited out by discord.js itself), and survives a malformed dispatch.
 */
export function createClient(logger: Logger, heard: () => void, restApi?: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: NO_MENTIONS,
    failIfNotExists: false,
    closeTimeout: 1_000,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_KEPT,
      DMMessageManager: MESSAGES_KEPT,
      GuildMessageManager: MESSAGES_KEPT,
      UserManager: { maxSize: USERS_KEPT, keepOverLimit: (user) => user.id === user.client.user?.id },
      GuildMemberManager: { maxSize: 20, keepOverLimit: (member) => member.id === member.client.user?.id },
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      GuildEmojiManager: 0,
      ApplicationCommandManager: 0,
      GuildBanManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
    }),
    sweepers: Options.DefaultSweeperSettings,
    rest: { retries: TRIES, timeout: REQUEST_MS, makeRequest, ...(restApi === undefined ? {} : { api: restApi }) },
    ws: { buildStrategy: guardedStrategy(logger, heard) },
  });
}

const makeRequest: typeof DefaultRestOptions.makeRequest = async (url, init) => {
  const response = await DefaultRestOptions.makeRequest(url, init);
  if (response.status >= 500) await sleep(PAUSE_MS);
  return response;
};

/**
 * discord.js handles a dispatch where it arrives, and what its handlers throw over a malformed one would end the process as
 * an unhandled rejection. The strategy is the documented place between the socket and those handlers.
 */
function guardedStrategy(logger: Logger, heard: () => void): NonNullable<WebSocketOptions['buildStrategy']> {
  return (manager) => {
    const emit = manager.emit.bind(manager);
    manager.emit = ((...event: Parameters<typeof emit>) => {
      heard();
      try {
        const detail = event[1];
        if ('data' in detail && 't' in detail.data) nameDirectChannel(detail.data);
        return emit(...event);
      } catch (error) {
        logger.error({ err: error, event: event[0] }, 'a malformed event from Discord was passed over');
        return true;
      }
    }) as typeof manager.emit;
    return new SimpleShardingStrategy(manager);
  };
}

/**
 * Since 14.26.2 discord.js drops a direct message without a word when it does not know the channel and the event does not
 * name its type (discordjs/discord.js#11513). A message outside a server that reaches a bot is a direct one.
 */
function nameDirectChannel(payload: GatewayDispatchPayload): void {
  if (payload.t !== GatewayDispatchEvents.MessageCreate || typeof payload.d !== 'object') return;
  if (payload.d.guild_id === undefined) payload.d.channel_type ??= ChannelType.DM;
}
