import { setTimeout as sleep } from 'node:timers/promises';
import { config as loadEnvFile } from 'dotenv';
import { type Config, ConfigFaults, readConfig } from './config.ts';
import { type Desk, openDesk } from './desk.ts';
import { RecordFaults } from './record/faults.ts';
import { loadRecord } from './record/load.ts';

/** `npm start`: the platforms that the environment or `.env` configures; a chat in the terminal when it configures none. */

/** Under the five seconds that a service manager or a person at the keyboard is left waiting at most. */
const STOP_MS = 4_500;

async function main(stop: AbortSignal): Promise<void> {
  loadEnvFile({ quiet: true });
  const config = readConfig(process.env);
  const { record } = await loadRecord(config.seeds);
  const desk = openDesk(record);
  if (config.discord === undefined && config.slack === undefined) await chat(desk, stop);
  else await serve(config, desk, stop);
}

async function chat(desk: Desk, signal: AbortSignal): Promise<void> {
  const { runChat } = await import('./terminal/chat.ts');
  await runChat({ desk, input: process.stdin, output: process.stdout, env: process.env, signal });
}

async function serve(config: Config, desk: Desk, stop: AbortSignal): Promise<void> {
  const [{ pino }, { configuredPlatforms, startPlatforms }] = await Promise.all([
    import('pino'),
    import('./service/platforms.ts'),
  ]);
  const logger = pino({ level: config.log.level });
  const { running } = await startPlatforms(configuredPlatforms({ config, desk: () => desk, logger }), logger);
  if (running.length === 0) process.exit(1);
  if (!stop.aborted) await new Promise((resolve) => stop.addEventListener('abort', resolve, { once: true }));
  logger.info('stopping');
  await Promise.race([Promise.allSettled(running.map((adapter) => adapter.stop())), sleep(STOP_MS)]);
  // Timers that a platform's library leaves behind would keep the process alive.
  process.exit(0);
}

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort());

try {
  await main(stopping.signal);
} catch (error) {
  if (!(error instanceof ConfigFaults || error instanceof RecordFaults)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
