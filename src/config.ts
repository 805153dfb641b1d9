import { z } from 'zod';

/** What the environment asks for, checked. Tokens are in it: never log it. */
export type Config = {
  /** The folder of the record. */
  seeds: string;
  discord: { token: string; applicationId: string | undefined } | undefined;
  slack: SlackConfig | undefined;
  health: { port: number | undefined; host: string };
  log: { level: LogLevel; questions: boolean };
  /** The file to which refused questions are appended. */
  unanswered: string | undefined;
  /** How many answers one person may have a minute. */
  answersPerMinute: number;
};

/** Slack reaches the bot over Socket Mode when there is an app token, else over HTTP, which the signing secret protects. */
type SlackConfig = {
  botToken: string;
  appToken: string | undefined;
  signingSecret: string | undefined;
  port: number;
  followThreads: boolean;
};

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Thrown when the environment does not hold; `faults` are lines that name the variable and never its value. */
export class ConfigFaults extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigFaults';
    this.faults = faults;
  }
}

const TRUE = new Set(['1', 'true', 'yes', 'on']);
const FALSE = new Set(['0', 'false', 'no', 'off']);

const flag = z
  .string()
  .refine((value) => TRUE.has(value.toLowerCase()) || FALSE.has(value.toLowerCase()), 'must be 1 or 0')
  .transform((value) => TRUE.has(value.toLowerCase()))
  .default(false);
const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `must be a whole number from ${from} to ${to}`);
const port = wholeNumber(1, 65_535);
// Whether a token is right is for the platform to say: a wrong one ends that adapter and leaves the others running.
const secret = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must be one word without spaces')
  .optional();

const environment = z.object({
  ATTACHE_SEEDS: z.string().default('seeds'),
  DISCORD_TOKEN: secret,
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{15,21}$/, 'must be the application id, about 19 digits')
    .optional(),
  SLACK_BOT_TOKEN: secret,
  SLACK_APP_TOKEN: secret,
  SLACK_SIGNING_SECRET: secret,
  SLACK_FOLLOW_THREADS: flag,
  PORT: port.default(3000),
  HEALTH_PORT: port.optional(),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  LOG_QUESTIONS: flag,
  ATTACHE_UNANSWERED: z.string().optional(),
  ANSWERS_PER_MINUTE: wholeNumber(1, 10_000).default(20),
});

/**
 * Reads the configuration from environment variables. A variable that is empty or blank counts as not set, as in a copied
 * `.env.example`; others are ignored.
 *
 * @throws ConfigFaults with one line for each variable at fault.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
  const given = Object.fromEntries(trimmed.filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(given);
  const faults = (result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);
  faults.push(...slackFaults(given));
  if (!result.success || faults.length > 0) throw new ConfigFaults(faults);
  const { data } = result;
  return {
    seeds: data.ATTACHE_SEEDS,
    discord: data.DISCORD_TOKEN ? { token: data.DISCORD_TOKEN, applicationId: data.DISCORD_APPLICATION_ID } : undefined,
    slack: data.SLACK_BOT_TOKEN
      ? {
          botToken: data.SLACK_BOT_TOKEN,
          appToken: data.SLACK_APP_TOKEN,
          signingSecret: data.SLACK_SIGNING_SECRET,
          port: data.PORT,
          followThreads: data.SLACK_FOLLOW_THREADS,
        }
      : undefined,
    health: { port: data.HEALTH_PORT, host: data.HEALTH_HOST },
    log: { level: data.LOG_LEVEL, questions: data.LOG_QUESTIONS },
    unanswered: data.ATTACHE_UNANSWERED,
    answersPerMinute: data.ANSWERS_PER_MINUTE,
  };
}

function slackFaults(given: Readonly<Record<string, string | undefined>>): string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: signing } = given;
  const needed = (name: string) => `${name} needs SLACK_BOT_TOKEN beside it`;
  if (bot === undefined) {
    return [...(app ? [needed('SLACK_APP_TOKEN')] : []), ...(signing ? [needed('SLACK_SIGNING_SECRET')] : [])];
  }
  if (app !== undefined || signing !== undefined) return [];
  return ['SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it'];
}
