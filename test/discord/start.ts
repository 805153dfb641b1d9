import type { Logger } from 'pino';
import type { Command } from '../../commands/command.ts';
import type { Adapter } from '../../src/adapter.ts';
import type { Desk } from '../../src/desk.ts';
import { startDiscord } from '../../src/discord/index.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { type Loopback, type LoopbackOptions, startLoopback } from '../loopback/discord/index.ts';
import { fakeCommands, recordingLogger } from './fakes.ts';

export type Running = { discord: Loopback; bot: Adapter; entries: ReturnType<typeof recordingLogger>['entries'] };

export type StartOptions = {
  desk: Desk | (() => Desk);
  commands?: readonly Command[];
  answersPerMinute?: number;
  loopback?: LoopbackOptions;
  logger?: Logger;
};

/** The real client against a Discord on loopback, with its commands registered. */
export async function start(options: StartOptions): Promise<Running> {
  const discord = await startLoopback(options.loopback);
  const commands = options.commands ?? fakeCommands;
  await registerCommands({ token: discord.world.token, restApi: discord.api, commands });
  const { logger, entries } = recordingLogger();
  const { desk } = options;
  const bot = await startDiscord({
    token: discord.world.token,
    desk: typeof desk === 'function' ? desk : () => desk,
    commands,
    logger: options.logger ?? logger,
    limits: { answersPerMinute: options.answersPerMinute ?? 1_000 },
    restApi: discord.api,
  });
  return { discord, bot, entries };
}

/** A second bot on the same Discord, as after a restart. */
export async function restart(running: Running, desk: Desk): Promise<Running> {
  await running.bot.stop();
  const { logger, entries } = recordingLogger();
  const bot = await startDiscord({
    token: running.discord.world.token,
    desk: () => desk,
    commands: fakeCommands,
    logger,
    limits: { answersPerMinute: 1_000 },
    restApi: running.discord.api,
  });
  return { ...running, bot, entries };
}

/** Waits until something holds; fails after four seconds. */
export async function until<T>(read: () => T | undefined | false | null, ms = 4_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = read();
    if (value !== undefined && value !== false && value !== null) return value;
    if (Date.now() > end) throw new Error(`did not come true: ${read}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
