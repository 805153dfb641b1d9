import { config as loadEnvFile } from 'dotenv';
import { type Config, ConfigFaults, readConfig } from './config.ts';
import { openDesk } from './desk.ts';
import { RecordFaults } from './record/faults.ts';
import { loadRecord } from './record/load.ts';

/** `npm start`: the platforms that the environment or `.env` configures; a chat in the terminal when it configures none. */

async function main(stop: AbortSignal): Promise<void> {
  loadEnvFile({ quiet: true });
  const config = readConfig(process.env);
  if (config.discord === undefined && config.slack === undefined) return chat(config, stop);
  const { serve } = await import('./service/serve.ts');
  // Timers that a platform's library leaves behind would keep the process alive.
  process.exit(await serve(config, stop));
}

async function chat({ seeds }: Config, signal: AbortSignal): Promise<void> {
  const { record, prepared } = await loadRecord(seeds);
  const { runChat } = await import('./terminal/chat.ts');
  await runChat({
    desk: openDesk(record, undefined, prepared),
    input: process.stdin,
    output: process.stdout,
    env: process.env,
    signal,
  });
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
