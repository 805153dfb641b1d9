import { setTimeout as sleep } from 'node:timers/promises';
import { App, type Logger as LibraryLogger, LogLevel, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Command } from '../../commands/command.ts';
import type { Adapter, AdapterState } from '../adapter.ts';
import type { Desk } from '../desk.ts';
import type { Bot } from './bot.ts';
import { described } from './faults.ts';
import { type Identity, identify } from './identity.ts';
import { registerButtons } from './listeners/buttons.ts';
import { registerCommands } from './listeners/commands.ts';
import { registerHome } from './listeners/home.ts';
import { registerMessages } from './listeners/messages.ts';
import { libraryLogger } from './logger.ts';
import { onceOnly } from './once.ts';
import { followedThreads } from './threads.ts';
import { throttle } from './throttle.ts';
import { type Inlet, type InletEvents, overHttp, overSocket } from './transport.ts';

export type SlackOptions = {
  /** `xoxb-…` */
  botToken: string;
  /** `xapp-…`; with it Socket Mode is used, without it HTTP. */
  appToken?: string;
  /** Needed over HTTP: what every request must be signed with. */
  signingSecret?: string;
  /** Where to listen over HTTP; 3000 when left out. */
  port?: number;
  /** The address to listen on; every one of the machine when left out. */
  host?: string;
  /** A function, because the record may be loaded anew while the adapter runs. */
  desk: () => Desk;
  commands: readonly Command[];
  logger: Logger;
  /** Answer in threads that began with a mention of the bot, without a new one; needs two more scopes. */
  followThreads: boolean;
  /** Answers that one person may have in a minute; 20 when left out. */
  answersPerMinute?: number;
  /** What the health path answers over HTTP, where it should say more than this adapter knows. */
  health?: () => { ok: boolean; body: unknown };
  /** Another Web API than Slack's, for tests. */
  apiUrl?: string;
};

const ANSWERS_PER_MINUTE = 20;
const DEFAULT_PORT = 3000;
const FINISH_WITHIN_MS = 2500;
/**
 * A call is tried three times within about four seconds and then given up: the library's own half hour would post an answer
 * long after its question. A 429 is not one of these failures; see unhurried.ts.
 */
const RETRIES = { retries: 2, minTimeout: 400, maxTimeout: 1500, factor: 2 };
const CALL_WITHIN_MS = 8000;

/**
 * Starts the Slack adapter. Rejects when Slack refuses a token, or one is missing, with a message that says what to do; when
 * Slack cannot be reached it starts all the same and goes on trying.
 */
export async function startSlack(options: SlackOptions): Promise<Adapter> {
  const { botToken, apiUrl } = options;
  const logger = options.logger.child({ adapter: 'slack' });
  const quiet = libraryLogger(logger);
  const clientOptions: webApi.WebClientOptions = {
    retryConfig: RETRIES,
    rejectRateLimitedCalls: true,
    timeout: CALL_WITHIN_MS,
    logger: quiet,
  };
  if (apiUrl !== undefined) clientOptions.slackApiUrl = apiUrl;
  const client = new webApi.WebClient(botToken, clientOptions);
  const state: AdapterState = { connected: false, lastEvent: null };
  const inlet = inletFor(options, state, logger, quiet);
  const identity = identify(client, logger);

  const bot: Bot = {
    desk: options.desk,
    commands: options.commands,
    logger,
    client,
    user: () => identity.known()?.userId ?? '',
    followThreads: options.followThreads,
    threads: followedThreads(client, () => identity.known()?.userId ?? ''),
    once: onceOnly(),
    throttle: throttle(options.answersPerMinute ?? ANSWERS_PER_MINUTE),
    inFlight: new Set(),
  };
  const app = new App({
    receiver: inlet.receiver,
    authorize: async () => ({ botToken, botId: identity.known()?.botId, botUserId: identity.known()?.userId }),
    clientOptions,
    logger: quiet,
    logLevel: LogLevel.WARN,
    convoStore: false,
  });
  app.error(async (error) => logger.error(described(error), 'an event could not be handled'));
  app.use(async ({ next }) => {
    state.lastEvent = new Date().toISOString();
    await next();
  });
  registerMessages(app, bot);
  registerCommands(app, bot);
  registerButtons(app, bot);
  registerHome(app, bot);

  if (await identity.learn()) await inlet.start();
  else inTheBackground(identity, inlet, state, logger);
  return { name: 'slack', state: () => ({ ...state }), stop: stopping(bot, identity, inlet, state) };
}

function inletFor(options: SlackOptions, state: AdapterState, logger: Logger, quiet: LibraryLogger): Inlet {
  const events: InletEvents = {
    connected: () => {
      state.connected = true;
      delete state.detail;
      logger.info('connected to Slack');
    },
    lost: (detail) => {
      state.connected = false;
      state.detail = detail;
      logger.warn(detail);
    },
  };
  if (options.appToken !== undefined) return overSocket(options.appToken, options.apiUrl, events, logger, quiet);
  if (options.signingSecret === undefined)
    throw new Error(
      'Slack needs either SLACK_APP_TOKEN, for Socket Mode, or SLACK_SIGNING_SECRET, for HTTP; both are under “Basic Information” of the app at https://api.slack.com/apps.',
    );
  const health = options.health ?? (() => ({ ok: state.connected, body: { slack: state } }));
  return overHttp(
    options.signingSecret,
    { port: options.port ?? DEFAULT_PORT, host: options.host },
    health,
    events,
    quiet,
  );
}

// Slack could not be reached at the start: the adapter stands, says so in its state, and goes on trying.
function inTheBackground(identity: Identity, inlet: Inlet, state: AdapterState, logger: Logger): void {
  state.detail = 'Slack cannot be reached; trying again.';
  const begin = async () => {
    while (!(await identity.learn())) await identity.pause();
    await inlet.start();
  };
  begin().catch((error: unknown) => {
    if (identity.ended()) return;
    state.detail = error instanceof Error ? error.message : String(error);
    logger.error(state.detail);
  });
}

function stopping(bot: Bot, identity: Identity, inlet: Inlet, state: AdapterState): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    identity.end();
    const enough = new AbortController();
    const late = sleep(FINISH_WITHIN_MS, undefined, { signal: enough.signal }).catch(() => {});
    await Promise.race([Promise.allSettled(bot.inFlight), late]);
    enough.abort();
    await inlet.stop();
    state.connected = false;
  };
  return () => {
    stopped ??= stop();
    return stopped;
  };
}
