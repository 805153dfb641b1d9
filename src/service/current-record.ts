import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Desk } from '../desk.ts';
import type { Prepared } from '../prepare.ts';
import { formatFault, RecordFaults } from '../record/faults.ts';
import { type LoadedRecord, type LoadOptions, loadRecord } from '../record/load.ts';
import type { RecordData } from '../record/schema.ts';
import { loadRecordApart } from './load-apart.ts';
import { watchSeeds } from './watch-seeds.ts';

/** The record in use, with the desk that answers from it. */
export type InUse = {
  desk: Desk;
  /** Names exactly these seeds: see `LoadedRecord`. */
  version: string;
  /** Since when it is in use, ISO 8601 in UTC. */
  loadedAt: string;
  counts: LoadedRecord['counts'];
};

/** `unchanged`: the same bytes as before. `refused`: it does not hold, the one before stays. `failed`: so does it, for a fault that is not the record's. */
export const RELOAD_OUTCOMES = ['taken-up', 'unchanged', 'refused', 'failed'] as const;
export type ReloadOutcome = (typeof RELOAD_OUTCOMES)[number];

export type CurrentRecord = {
  /** Whoever answers a question keeps the desk got here until it is answered. */
  current(): InUse;
  /** Reads the seeds again. Asked for several times while one reading is under way, they are read once more after it. */
  reload(): Promise<ReloadOutcome>;
  /** Settles when changed seeds are being noticed. */
  watching: Promise<void>;
  stop(): Promise<void>;
};

export type CurrentRecordOptions = LoadOptions & {
  folder: string;
  open: (record: RecordData, prepared: Prepared) => Desk;
  logger: Logger;
  /** Told how each reading ended. */
  onReload?: (outcome: ReloadOutcome) => void;
  /** How long seeds must have been left alone before they are read, in milliseconds. */
  quiet?: number;
};

/** More lines than this about one record help nobody. */
const MOST_FAULTS_LOGGED = 100;

/**
 * Loads a record and keeps it up with its folder: changed seeds are taken up when they check clean, else the log names
 * each fault and the record before stays in use. Questions under way are answered from the record they began with.
 *
 * @throws RecordFaults when the first record does not hold.
 */
export async function openCurrentRecord(options: CurrentRecordOptions): Promise<CurrentRecord> {
  const { folder, open, logger, onReload, quiet, cache, settle } = options;
  const ending = new AbortController();
  let inUse = use(await loadRecord(folder, { cache, settle }), open);
  logger.info(summaryOf(inUse), 'record loaded');

  const reload = oneAtATime(async () => {
    const outcome = await readAgain();
    onReload?.(outcome);
    return outcome;
  });
  const watcher = watchSeeds(folder, () => void reload(), unwatched, quiet);

  async function readAgain(): Promise<ReloadOutcome> {
    if (ending.signal.aborted) return 'unchanged';
    try {
      const loaded = await loadRecordApart(folder, { cache, settle, signal: ending.signal });
      if (loaded.version === inUse.version) {
        logger.info(summaryOf(inUse), 'the seeds are those in use');
        return 'unchanged';
      }
      // What waited while the record was taken in is answered before the desk is built.
      await nextTurn();
      const before = inUse.version;
      inUse = use(loaded, open);
      for (const warning of loaded.warnings) logger.warn({ version: inUse.version }, warning);
      logger.info({ ...summaryOf(inUse), before }, 'changed seeds taken up');
      return 'taken-up';
    } catch (error) {
      if (ending.signal.aborted) return 'unchanged';
      return kept(error);
    }
  }

  function kept(error: unknown): ReloadOutcome {
    if (!(error instanceof RecordFaults)) {
      logger.error(
        { err: error, ...summaryOf(inUse) },
        'the seeds could not be read again; the record before stays in use',
      );
      return 'failed';
    }
    const { faults } = error;
    for (const fault of faults.slice(0, MOST_FAULTS_LOGGED)) logger.error({ fault }, formatFault(fault));
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    logger.error(
      { faults: faults.length, ...summaryOf(inUse) },
      `${count} in the changed seeds; the record before stays in use`,
    );
    return 'refused';
  }

  function unwatched(error: unknown): void {
    logger.error({ err: error }, 'the seeds are not being watched; send SIGHUP to have them read again');
  }

  return {
    current: () => inUse,
    reload,
    watching: watcher.ready,
    stop: async () => {
      ending.abort();
      await watcher.stop();
    },
  };
}

function use(loaded: LoadedRecord, open: CurrentRecordOptions['open']): InUse {
  const { record, prepared, version, counts } = loaded;
  return { desk: open(record, prepared), version, loadedAt: new Date().toISOString(), counts };
}

/** How many facts a record holds: everything but what they name and where they come from. */
export function factsIn(counts: LoadedRecord['counts']): number {
  const { visits, events, figures, deliveries, rankings, measures } = counts;
  return visits + events + figures + deliveries + rankings + measures;
}

function summaryOf({ version, counts, loadedAt }: InUse) {
  return { version, facts: factsIn(counts), entities: counts.entities, since: loadedAt };
}

/** Runs `work` never twice at once; calls made while it runs share one further run, which begins when it has ended. */
function oneAtATime<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const begin = () => {
    next = undefined;
    const run = work();
    last = run.catch(() => {});
    return run;
  };
  return () => {
    next ??= last.then(begin);
    return next;
  };
}
