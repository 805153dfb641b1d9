import { basename, relative } from 'node:path';
import { watch } from 'chokidar';

/** Longer than an editor takes to write a file in steps, and a checkout to write them all one after the other. */
const QUIET_MS = 300;

export type SeedWatch = {
  /** Settles when changes are being noticed. */
  ready: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Calls `changed` when files of a record folder have changed and nothing more has for a while. Only files that the record
 * is read from count: what editors keep beside them (`.x.yaml.swp`, `x.yaml~`, `4913`) does not. `failed` is told when the
 * system cannot watch, as when it has no watches left; the bot works on without.
 */
export function watchSeeds(
  folder: string,
  changed: () => void,
  failed: (error: unknown) => void,
  quiet = QUIET_MS,
): SeedWatch {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, {
    ignoreInitial: true,
    // Of the path within the folder: the folder itself may lie below a hidden one.
    ignored: (path) =>
      relative(folder, path)
        .split(/[\\/]/)
        .some((part) => /^\.[^.]/.test(part)),
  });
  watcher.on('all', (_event, path) => {
    if (!isSeedFile(path)) return;
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
  });
  watcher.on('error', failed);
  return {
    ready: new Promise((resolve) => watcher.once('ready', () => resolve())),
    stop: async () => {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

function isSeedFile(path: string): boolean {
  return /^[^.].*\.ya?ml$/i.test(basename(path));
}
