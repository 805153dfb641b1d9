import { openDesk } from '../desk.ts';
import { loadRecord } from '../record/load.ts';
import { reportFault, runAsk } from './run-ask.ts';

/** `npm run --silent ask -- "…"`: one question, or one a line as JSON. Record faults go to standard error, one a line. */

async function open() {
  const { record, prepared } = await loadRecord(process.env.ATTACHE_SEEDS?.trim() || 'seeds');
  return openDesk(record, undefined, prepared);
}

const streams = { input: process.stdin, output: process.stdout, error: process.stderr };
// Not process.exit: what was written to a pipe may still be on its way.
process.exitCode = await runAsk(process.argv.slice(2), open, streams).catch((error: unknown) =>
  reportFault(error, process.stderr),
);
