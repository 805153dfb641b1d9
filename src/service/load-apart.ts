import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Fault, RecordFaults } from '../record/faults.ts';
import { recordOf } from '../record/kept-entries.ts';
import type { LoadedRecord, LoadOptions } from '../record/load.ts';
import { BUILT, ROOT } from '../root.ts';

/** What the process that reads a record sends back, once; the record itself is in what is prepared of it. */
export type ReadApart = { loaded: Omit<LoadedRecord, 'record'> } | { faults: readonly Fault[] } | { error: string };

const CHILD = BUILT ? join(ROOT, 'dist', 'load-apart-child.js') : join(ROOT, 'src', 'service', 'load-apart-child.ts');

// As a path of its own, for a bot that is not started from the folder that holds its packages.
function translator(): string[] {
  return BUILT ? [] : ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href];
}

/**
 * Reads and checks a record as `loadRecord` does, in a process of its own, so that questions go on being answered: changed
 * YAML takes one to three seconds to check, of which 10 to 40 ms are left here, to take in the result. A process rather
 * than a thread, because the memory that checking takes goes away with it, and because tsx is not handed on to threads;
 * both take equally long.
 *
 * @throws RecordFaults with everything that is wrong with the record; an Error when it could not be read at all.
 */
export function loadRecordApart(
  folder: string,
  { signal, ...options }: LoadOptions & { signal?: AbortSignal } = {},
): Promise<LoadedRecord> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [folder, JSON.stringify(options)], {
      execArgv: translator(),
      serialization: 'advanced',
      // Nothing of the child may be taken for the bot's own log; what goes wrong in it is sent or seen by its exit code.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      signal,
    });
    child.once('message', (message) => {
      const read = message as ReadApart;
      if ('loaded' in read) resolve({ record: recordOf(read.loaded.prepared.index.entries), ...read.loaded });
      else reject('faults' in read ? new RecordFaults(read.faults) : new Error(read.error));
    });
    child.once('error', reject);
    // Without effect after a message.
    child.once('exit', (code, by) => reject(new Error(`the process that reads the record ended (${by ?? code})`)));
  });
}
