import { stat } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** Longer than an editor takes to write a file in steps, and a checkout to write them all one after the other. */
const QUIET_MS = 300;

/** How often it is looked whether the folder is still the same one. */
const LOOK_MS = 2_000;

export type SeedWatch = {
  /** Settles when changes are being noticed. */
  ready: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Calls `changed` when files of a record folder have changed and nothing more has for a while. Only files that the record
 * is read from count: what editors keep beside them (`.x.yaml.swp`, `x.yaml~`, `4913`) does not. A folder that is put in
 * place of the one before, or a link that is turned to another, counts as changed and is watched from then on. `failed` is
 * told when the system cannot watch, as when it has no watches left; the bot works on without.
 */
export function watchSeeds(
  folder: string,
  changed: () => void,
  failed: (error: unknown) => void,
  quiet = QUIET_MS,
): SeedWatch {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
  };
  let watcher = open();
  let identity = identityOf(folder);
  const looking = setInterval(() => void look(), LOOK_MS).unref();

  function open(): FSWatcher {
    // Of the path within the folder: the folder itself may lie below a hidden one.
    const hidden = (path: string) =>
      relative(folder, path)
        .split(/[\\/]/)
        .some((part) => /^\.[^.]/.test(part));
    const opened = watch(folder, { ignoreInitial: true, ignored: hidden });
    opened.on('all', (_event, path) => {
      if (/^[^.].*\.ya?ml$/i.test(basename(path))) soon();
    });
    return opened.on('error', failed);
  }

  // The system reports changes within a folder by what it is, not by where it lies: one put in its place is never heard of.
  async function look(): Promise<void> {
    const before = identity;
    identity = identityOf(folder);
    const [was, is] = await Promise.all([before, identity]);
    if (was === is || stopped) return;
    await watcher.close();
    if (stopped) return;
    watcher = open();
    soon();
  }

  return {
    ready: new Promise((resolve) => watcher.once('ready', () => resolve())),
    stop: async () => {
      stopped = true;
      clearInterval(looking);
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** Which folder it is, whatever its path; the same word for every one that is not there. */
async function identityOf(folder: string): Promise<string> {
  try {
    const { dev, ino } = await stat(folder);
    return `${dev}:${ino}`;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
