import { formatFault, RecordFaults } from '../src/record/faults.ts';
import { loadRecord } from '../src/record/load.ts';

/**
 * Checks a record: `npm run seeds:check` for the one that is used, `npm run seeds:check -- other/folder` for another.
 * Prints every fault with its file and line; the exit code is 0 when there is none and 1 when there is one.
 */
const folder = process.argv[2] ?? process.env.ATTACHE_SEEDS ?? 'seeds';

try {
  const { counts, warnings } = await loadRecord(folder, { cache: [] });
  for (const warning of warnings) console.error(warning);
  const kinds = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  console.log(`${folder}: ${kinds.join(', ')}; no faults`);
} catch (error) {
  if (!(error instanceof RecordFaults)) throw error;
  for (const fault of error.faults) console.error(formatFault(fault));
  console.error(`${folder}: ${error.faults.length === 1 ? '1 fault' : `${error.faults.length} faults`}`);
  process.exitCode = 1;
}
