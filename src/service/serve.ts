import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { newConversations, openDesk } from '../desk.ts';
import { factsIn, openCurrentRecord } from './current-record.ts';
import { type Health, type PlatformState, startHealth } from './health.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { observeWith } from './observe.ts';
import { configuredPlatforms, type Platforms, startPlatforms } from './platforms.ts';
import { openUnanswered } from './unanswered.ts';

/** Under the five seconds that a service manager or a person at the keyboard is left waiting at most. */
const STOP_MS = 4_500;

/**
 * Runs the configured platforms until `stop` is signalled, and gives the exit code: 0 after a stop, 1 when none could be
 * started. `SIGHUP` has the seeds read again. Tests put platforms of their own in place of those that are configured.
 *
 * @throws RecordFaults when the record does not hold.
 */
export async function serve(config: Config, stop: AbortSignal, choose = configuredPlatforms): Promise<number> {
  const metrics = createMetrics();
  const logger = createLog({
    level: config.log.level,
    readable: process.stdout.isTTY,
    secrets: [config.discord?.token, config.slack?.botToken, config.slack?.appToken, config.slack?.signingSecret],
    onError: metrics.failed,
  });
  const conversations = newConversations();
  const record = await openCurrentRecord({
    folder: config.seeds,
    open: (data, prepared) => openDesk(data, conversations, prepared),
    logger,
    onReload: metrics.reloaded,
  });
  const hangup = () => void record.reload();
  process.on('SIGHUP', hangup);

  const unanswered = config.unanswered === undefined ? undefined : openUnanswered({ file: config.unanswered, logger });
  const observe = observeWith({ logger, metrics, unanswered, logQuestions: config.log.questions });
  const configured = choose({ config, desk: () => record.current().desk, observe, logger });
  let platforms: Platforms | undefined;
  const states = () => configured.map(({ name }) => stateOf(name, platforms));
  metrics.show({
    record: () => ({ ...record.current(), facts: factsIn(record.current().counts) }),
    platforms: states,
  });
  const { port, host } = config.health;
  const health =
    port === undefined
      ? undefined
      : await startHealth({ port, host, record: record.current, platforms: states, metrics, logger });

  const stopped = stop.aborted ? Promise.resolve() : once(stop, 'abort');
  platforms = startPlatforms(configured, logger);
  await Promise.race([platforms.settled, stopped]);
  if (!stop.aborted && platforms.running.length === 0) return 1;
  await stopped;
  logger.info('stopping');
  const ending = [...platforms.running.map((adapter) => adapter.stop()), record.stop()];
  await Promise.race([Promise.allSettled(ending).then(() => unanswered?.written()), sleep(STOP_MS)]);
  process.off('SIGHUP', hangup);
  await end(health, logger);
  return 0;
}

function stateOf(name: string, platforms: Platforms | undefined): PlatformState {
  const adapter = [...(platforms?.running ?? []), ...(platforms?.failed ?? [])].find((each) => each.name === name);
  return { name, ...(adapter?.state() ?? { connected: false, lastEvent: null, detail: 'it is being started' }) };
}

// Last, so that the pages tell of the stopping while it lasts.
async function end(health: Health | undefined, logger: Logger): Promise<void> {
  await health?.stop();
  logger.info('stopped');
}
