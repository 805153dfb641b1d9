import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUILT, ROOT } from '../root.ts';
import { isSystemError } from './files.ts';

/** The code that checks records and that works out what opening them needs. */
const CODE = ['src/record', 'src/question', 'src/prepare.ts', 'src/text.ts'];

/** How many checked records are kept; older ones go when a new one is written. */
const MOST_KEPT = 6;

const ENDING = '.record';
const CHECKSUM_BYTES = 32;

/**
 * Where checked records are kept: beside the installed packages, or where that cannot be written in a folder of the
 * system's for temporary files that belongs to this user alone.
 */
export function cacheFolders(): string[] {
  const user = process.getuid?.() ?? 'user';
  return [join(ROOT, 'node_modules', '.cache', 'attache'), join(tmpdir(), `attache-cache-${user}`)];
}

/**
 * The name under which the record of these files is kept. It stands for the files and for the code that checks them, so
 * that a record checked by other rules is not taken for a checked one.
 */
export function cacheKey(contentHash: string): string {
  const hash = createHash('sha256').update(contentHash);
  // The stamp is the hash of all that was built; as it is written, the code is read itself.
  const files = BUILT ? [join('dist', 'built')] : CODE.flatMap(filesUnder).sort();
  for (const path of files) hash.update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}

/** What was kept under a key; undefined when there is nothing or it is not what was written. */
export function readCache(folders: readonly string[], key: string): Buffer | undefined {
  for (const folder of folders) {
    const kept = isOurs(folder) ? ifThere(() => readFileSync(join(folder, `${key}${ENDING}`))) : undefined;
    if (kept === undefined) continue;
    const body = kept.subarray(CHECKSUM_BYTES);
    if (checksum(body).equals(kept.subarray(0, CHECKSUM_BYTES))) return body;
  }
  return undefined;
}

/**
 * Keeps bytes under a key in the first folder that can be written. Whoever reads meanwhile sees the whole file or
 * none. Gives the folder, or undefined when none can be written: a record that is not kept only starts slower.
 */
export function writeCache(folders: readonly string[], key: string, body: Buffer): string | undefined {
  return folders.find((folder) => {
    const unfinished = join(folder, `${key}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (!isOurs(folder)) return false;
      writeFileSync(unfinished, Buffer.concat([checksum(body), body]), { mode: 0o600, flag: 'wx' });
      renameSync(unfinished, join(folder, `${key}${ENDING}`));
      removeOld(folder);
      return true;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      ifThere(() => rmSync(unfinished, { force: true }));
      return false;
    }
  });
}

function checksum(body: Buffer): Buffer {
  return createHash('sha256').update(body).digest();
}

// In a folder that others may write, a file with the right name could be anyone's.
function isOurs(folder: string): boolean {
  const state = ifThere(() => lstatSync(folder));
  if (state?.isDirectory() !== true) return false;
  const user = process.getuid?.();
  return user === undefined || (state.uid === user && (state.mode & 0o022) === 0);
}

function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function removeOld(folder: string): void {
  const kept = readdirSync(folder)
    .filter((name) => name.endsWith(ENDING) || name.endsWith('.json') || name.endsWith('.tmp'))
    .map((name) => ({
      path: join(folder, name),
      at: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of kept.slice(MOST_KEPT)) rmSync(path, { force: true });
}

function filesUnder(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(path, name));
}
