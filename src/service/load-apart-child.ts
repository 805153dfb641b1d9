import { RecordFaults } from '../record/faults.ts';
import { type LoadOptions, loadRecord } from '../record/load.ts';
import type { ReadApart } from './load-apart.ts';

/** Started by `loadRecordApart` with a folder and options: sends what it read, and ends. */

async function read(folder: string, options: LoadOptions): Promise<ReadApart> {
  try {
    const { record: _, ...loaded } = await loadRecord(folder, options);
    return { loaded };
  } catch (error) {
    if (error instanceof RecordFaults) return { faults: error.faults };
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const [folder = '', options = '{}'] = process.argv.slice(2);
process.send?.(await read(folder, JSON.parse(options) as LoadOptions), () => process.disconnect());
