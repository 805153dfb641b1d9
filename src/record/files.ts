import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileFault, RecordFaults } from './faults.ts';

/** One YAML file of a record: its path within the record's folder, with `/` on every system, and its bytes. */
export type SeedFile = { path: string; bytes: Uint8Array };

/**
 * Every `.yaml` and `.yml` file under a folder, at any depth, sorted by path. Hidden files and folders are left out, as
 * editors keep unfinished copies there; links are followed. Reads synchronously: a record is some hundred small files,
 * for which the calls that wait in a queue cost more than the reading.
 *
 * @throws RecordFaults when the folder is missing, holds no YAML or a file cannot be read.
 */
export function readSeedFiles(folder: string): SeedFile[] {
  const files: SeedFile[] = [];
  try {
    if (!statSync(folder).isDirectory()) throw new RecordFaults([fileFault(folder, 'is a file, not a folder')]);
    collect(folder, '', new Set(), files);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const file = error.path ?? folder;
    const message = file === folder && error.code === 'ENOENT' ? 'no such folder' : `cannot be read (${error.code})`;
    throw new RecordFaults([fileFault(file, message)]);
  }
  if (files.length === 0) throw new RecordFaults([fileFault(folder, 'no YAML file in this folder')]);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A name for exactly these files: SHA-256 over paths and bytes, as 64 hexadecimal digits. */
export function contentHash(files: readonly SeedFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(`${file.path}\0${file.bytes.length}\0`);
    hash.update(file.bytes);
  }
  return hash.digest('hex');
}

function collect(root: string, path: string, parents: ReadonlySet<string>, files: SeedFile[]): void {
  const folder = join(root, path);
  const real = realpathSync(folder);
  // A link to a folder above would go round for ever.
  if (parents.has(real)) return;
  const above = new Set([...parents, real]);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const within = path === '' ? entry.name : `${path}/${entry.name}`;
    const kind = kindOf(entry, join(root, within));
    if (kind === 'folder') collect(root, within, above, files);
    else if (kind === 'file' && /\.ya?ml$/i.test(entry.name)) {
      files.push({ path: within, bytes: readFileSync(join(root, within)) });
    }
  }
}

function kindOf(entry: Dirent, path: string): 'file' | 'folder' | 'other' {
  const what = entry.isSymbolicLink() ? statSync(path) : entry;
  if (what.isDirectory()) return 'folder';
  return what.isFile() ? 'file' : 'other';
}

/** True for what the file system throws: those carry a code, and the path they are about. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
