import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * `npm run build`: the programs in `dist/`, as JavaScript that starts without being translated first. Run before every start;
 * does nothing when no source is newer than what was built of it. What was built before is left, as a running bot may still
 * load a part of it.
 */

const ROOT = dirname(import.meta.dirname);
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, 'built');
const SOURCES = ['src', 'commands', 'scripts'];
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json'];
const PROGRAMS = {
  main: 'src/main.ts',
  ask: 'src/terminal/ask.ts',
  'load-apart-child': 'src/service/load-apart-child.ts',
  commands: 'scripts/commands.ts',
  'seeds-check': 'scripts/seeds-check.ts',
  unanswered: 'scripts/unanswered.ts',
};

/** Measured as it runs, so built as well, but only when something is to be measured: `node scripts/build.mjs bench`. */
const BENCH = {
  'bench/bench': 'scripts/bench.ts',
  'bench/ours': 'scripts/bench/ours.ts',
  'bench/peers': 'scripts/bench/peers.ts',
  'bench/bots': 'scripts/bench/bots.ts',
};

const measures = process.argv.includes('bench');
if (newest() > builtAt()) await build(PROGRAMS);
if (measures) await build(BENCH);

function builtAt() {
  return statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** When a source was last changed, in milliseconds; folders count too, as their time tells of files that went. */
function newest() {
  const sources = SOURCES.flatMap((folder) => [
    folder,
    ...readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, name)),
  ]);
  return Math.max(
    ...[...sources, ...SETTINGS].map((path) => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

async function build(programs) {
  const begun = new Date();
  // Only here: to see that nothing is to be done takes a tenth of what loading this takes.
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    absWorkingDir: ROOT,
    entryPoints: Object.entries(programs).map(([out, source]) => ({ in: source, out })),
    outdir: 'dist',
    chunkNames: 'parts/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    sourcemap: 'linked',
    // A failure in the log then tells the place in the source, without a flag for Node.
    sourcesContent: false,
    write: false,
    logLevel: 'warning',
  });
  // The programs last, and each at once: whoever starts one meanwhile gets all of the old or all of the new.
  const parts = outputFiles.filter(({ path }) => relative(DIST, path).startsWith('parts'));
  for (const file of [...parts, ...outputFiles.filter((file) => !parts.includes(file))]) put(file.path, file.contents);
  if (programs !== PROGRAMS) return;
  put(STAMP, hashOf(outputFiles));
  utimesSync(STAMP, begun, begun);
}

/** Stands for all that was built: what it works out of a record is kept under this. */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const { contents } of files) hash.update(contents);
  return hash.digest('hex');
}

function put(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}
