import type { Logger } from 'pino';
import type { Adapter } from '../adapter.ts';
import type { Config } from '../config.ts';
import type { Desk } from '../desk.ts';
import type { Observe } from './observe.ts';

/** What every platform is given; the desk is asked for at each question, so that a record can be exchanged beneath it. */
export type PlatformOptions = {
  config: Config;
  desk: () => Desk;
  /** Wraps the desk for each platform; left out: it is asked unwatched. */
  observe?: Observe;
  logger: Logger;
};

/** A platform that is configured, not yet started. */
export type Platform = { name: string; start: () => Promise<Adapter> };

/**
 * The platforms as they come up: each joins `running` or `failed`, and `settled` resolves when all have. Failed ones answer
 * nothing but can say why.
 */
export type Platforms = { running: Adapter[]; failed: Adapter[]; settled: Promise<void> };

/** The platforms that the configuration asks for. Each one's libraries are loaded only when it is started. */
export function configuredPlatforms(options: PlatformOptions): Platform[] {
  const { config, observe = (desk) => desk, logger } = options;
  const { discord, slack, answersPerMinute } = config;
  const platforms: Platform[] = [];
  if (discord !== undefined) {
    const start = async () => {
      const [{ startDiscord }, { commands }] = await Promise.all([
        import('../discord/index.ts'),
        import('../../commands/index.ts'),
      ]);
      const own = logger.child({ adapter: 'discord' });
      const desk = observe(options.desk, 'discord');
      return startDiscord({ ...discord, desk, commands, logger: own, limits: { answersPerMinute } });
    };
    platforms.push({ name: 'discord', start });
  }
  if (slack !== undefined) {
    const start = async () => {
      const [{ startSlack }, { commands }] = await Promise.all([
        import('../slack/app.ts'),
        import('../../commands/index.ts'),
      ]);
      const desk = observe(options.desk, 'slack');
      return startSlack({ ...slack, desk, commands, logger, answersPerMinute });
    };
    platforms.push({ name: 'slack', start });
  }
  return platforms;
}

/** Starts all of them at once; one that cannot start is logged and leaves the others running. */
export function startPlatforms(platforms: readonly Platform[], logger: Logger): Platforms {
  const running: Adapter[] = [];
  const failed: Adapter[] = [];
  const starts = platforms.map(async ({ name, start }) => {
    try {
      running.push(await start());
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      logger.error({ err: error, adapter: name }, `${name} could not be started: ${detail}`);
      const state = { connected: false, lastEvent: null, detail };
      failed.push({ name, stop: async () => {}, state: () => state });
    }
  });
  return { running, failed, settled: Promise.all(starts).then(() => undefined) };
}
