import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from '../../src/root.ts';

const LONGEST_MS = 15 * 60_000;

/** Runs one of the bench's programs, as it was built, to its end and gives what it printed, as JSON. Throws when it fails or takes too long. */
export async function runProgram<T>(
  program: string,
  args: readonly string[],
  nodeArgs: readonly string[] = [],
): Promise<T> {
  const child = startProgram(program, args, nodeArgs);
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [output, error, code] = await Promise.all([read(child.stdout), read(child.stderr), exited]);
  clearTimeout(timer);
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${error.trim()}`);
  return JSON.parse(output) as T;
}

export function startProgram(program: string, args: readonly string[], nodeArgs: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [...nodeArgs, join(ROOT, 'dist', 'bench', program), ...args], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
  });
}

async function read(stream: ChildProcess['stdout']): Promise<string> {
  return stream === null ? '' : text(stream);
}
