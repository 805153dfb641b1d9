import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events, type Interaction } from 'discord.js';
import type { Logger } from 'pino';
import type { Command } from '../../commands/command.ts';
import type { Adapter } from '../adapter.ts';
import type { Desk } from '../desk.ts';
import { createClient } from './client.ts';
import { type Context, replyOf, withoutPing } from './context.ts';
import { describe, isEmpty } from './difference.ts';
import { guarded } from './faults.ts';
import { fault } from './notes.ts';
import { createOffered } from './offered.ts';
import { onAutocomplete } from './on-autocomplete.ts';
import { onButton } from './on-button.ts';
import { onCommand } from './on-command.ts';
import { onMessage } from './on-message.ts';
import { type DiscordRefusal, refusalOfClose, refusalOfLogin } from './refusal.ts';
import { registeredDifference } from './register.ts';
import { createThrottle } from './throttle.ts';
import { createTurns } from './turns.ts';

export type DiscordOptions = {
  token: string;
  /** Left out: asked of Discord. */
  applicationId?: string;
  /** The desk over the record in use, asked for at each question. */
  desk: () => Desk;
  commands: readonly Command[];
  logger: Logger;
  limits: { answersPerMinute: number };
  /** Another address of the REST API, such as `http://127.0.0.1:8080/api`. */
  restApi?: string;
  /** The time in milliseconds since 1970; left out: the clock. */
  now?: () => number;
};

/** `stop` waits for what is in flight and then for the connection to close: under five seconds together. */
const FINISH_MS = 3_500;
const CLOSE_MS = 1_200;
/** Servers in which commands of their own are looked for before a warning that the application's are not right. */
const SERVERS_LOOKED_AT = 5;
/** Between two tries to reach Discord at the start: doubled from the first to the last. */
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

/**
 * Connects to Discord and answers until stopped. Resolves once connected, or once the first try failed for a reason that may
 * pass: then it goes on trying. Rejects with a `DiscordRefusal` that says what to do when the token or an intent is refused.
 */
export async function startDiscord(options: DiscordOptions): Promise<Adapter> {
  const { logger, now = Date.now } = options;
  const stopped = new AbortController();
  const inFlight = new Set<Promise<void>>();
  let client: Client | undefined;
  let lastEvent: number | null = null;
  let detail: string | undefined = 'not connected yet';
  const context: Context = {
    desk: options.desk,
    commands: options.commands,
    logger,
    throttle: createThrottle(options.limits.answersPerMinute),
    turns: createTurns(),
    offered: createOffered(),
    now,
    closing: () => stopped.signal.aborted,
  };
  const track = (work: Promise<void>) => {
    inFlight.add(work);
    work.finally(() => inFlight.delete(work));
  };

  const end = (refusal: DiscordRefusal) => {
    detail = refusal.message;
    logger.error(refusal.message);
  };
  const connect = async (): Promise<void> => {
    const fresh = createClient(logger, () => (lastEvent = now()), options.restApi);
    client = fresh;
    listen(fresh, context, track);
    const ready = new Promise<void>((resolve) => fresh.once(Events.ClientReady, () => resolve()));
    const refused = new Promise<never>((_, reject) => {
      fresh.once(Events.ShardDisconnect, ({ code }) => {
        reject(refusalOfClose(code));
        if (!stopped.signal.aborted) end(refusalOfClose(code));
        void fresh.destroy();
      });
    });
    // Refused later, while nobody waits here any more: then `end` has said it already.
    refused.catch(() => undefined);
    await Promise.race([fresh.login(options.token).then(() => ready), refused]);
    detail = undefined;
    logger.info({ user: fresh.user?.tag }, 'connected to Discord');
    track(warnOfDifference(options, [...fresh.guilds.cache.keys()]));
  };
  const keepTrying = async (): Promise<void> => {
    for (let pause = FIRST_RETRY_MS; !stopped.signal.aborted; pause = Math.min(pause * 2, LAST_RETRY_MS)) {
      await sleep(pause, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (stopped.signal.aborted) return;
      try {
        return await connect();
      } catch (error) {
        const refusal = refusalOfLogin(error);
        if (refusal) return end(refusal);
        logger.warn({ err: error }, 'Discord cannot be reached; trying again');
      }
    }
  };

  try {
    await connect();
  } catch (error) {
    const refusal = refusalOfLogin(error);
    if (refusal) {
      await client?.destroy();
      throw refusal;
    }
    detail = 'Discord cannot be reached; trying again.';
    logger.warn({ err: error }, detail);
    void keepTrying();
  }

  let ending: Promise<void> | undefined;
  return {
    name: 'discord',
    stop() {
      ending ??= (async () => {
        stopped.abort();
        detail = 'stopped';
        await Promise.race([Promise.allSettled([...inFlight]), sleep(FINISH_MS, undefined, { ref: false })]);
        await Promise.race([client?.destroy(), sleep(CLOSE_MS, undefined, { ref: false })]);
      })();
      return ending;
    },
    state: () => {
      const connected = detail === undefined && client?.isReady() === true;
      return {
        connected,
        lastEvent: lastEvent === null ? null : new Date(lastEvent).toISOString(),
        ...(connected ? {} : { detail: detail ?? 'the connection is being taken up again' }),
      };
    },
  };
}

function listen(client: Client, context: Context, track: (work: Promise<void>) => void): void {
  const { logger } = context;
  client.on(Events.InteractionCreate, (interaction) => track(onInteraction(context, interaction)));
  client.on(Events.MessageCreate, (message) => {
    const tell = (id: string) => message.reply(withoutPing(fault(id)));
    track(guarded(logger, 'message', () => onMessage(context, message), tell));
  });
  client.on(Events.ShardReconnecting, () => logger.info('the connection to Discord is being taken up again'));
  client.on(Events.ShardResume, (_, replayed) => logger.info({ replayed }, 'the connection to Discord goes on'));
  client.on(Events.ShardError, (error) => logger.warn({ err: error }, 'the connection to Discord failed'));
  client.on(Events.Error, (error) => logger.error({ err: error }, 'discord.js reports an error'));
  client.on(Events.Warn, (warning) => logger.warn(warning));
  client.rest.on('rateLimited', ({ route, timeToReset, global }) =>
    logger.warn({ route, waitMs: timeToReset, global }, 'Discord asks to wait'),
  );
}

async function onInteraction(context: Context, interaction: Interaction): Promise<void> {
  const { logger } = context;
  if (interaction.isAutocomplete()) {
    return guarded(
      logger,
      `autocomplete /${interaction.commandName}`,
      () => onAutocomplete(context, interaction),
      () => (interaction.responded ? undefined : interaction.respond([])),
    );
  }
  const what = interaction.isChatInputCommand() ? `/${interaction.commandName}` : 'button';
  const work = async () => {
    if (interaction.isChatInputCommand()) await onCommand(context, interaction);
    else if (interaction.isButton()) await onButton(context, interaction);
    else logger.warn({ type: interaction.type }, 'an interaction that this bot does not offer was passed over');
  };
  await guarded(logger, what, work, async (id) => {
    if (!interaction.isRepliable()) return;
    const told = interaction.replied || interaction.deferred;
    await (told ? interaction.followUp(replyOf(fault(id), true)) : interaction.reply(replyOf(fault(id), true)));
  });
}

async function warnOfDifference(options: DiscordOptions, guildIds: readonly string[]): Promise<void> {
  try {
    const difference = await registeredDifference(options);
    if (isEmpty(difference)) return;
    // Someone who tries the bot out may have registered the commands in one server alone.
    for (const guildId of guildIds.slice(0, SERVERS_LOOKED_AT)) {
      if (isEmpty(await registeredDifference({ ...options, guildId }))) return;
    }
    const lines = describe(difference).join('\n');
    options.logger.warn(
      `The commands registered with Discord are not those of this version; run "npm run commands -- discord".\n${lines}`,
    );
  } catch (error) {
    options.logger.warn({ err: error }, 'the registered commands could not be compared');
  }
}
