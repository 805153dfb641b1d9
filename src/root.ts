import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the project, above this file as it is written and above what is built of it. */
export const ROOT = projectAbove(import.meta.dirname);

/** True when the code runs as it was built, in `dist/`, and not as it is written. */
export const BUILT = !import.meta.filename.endsWith('.ts');

function projectAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error(`there is no package.json above ${import.meta.dirname}`);
  return projectAbove(above);
}
