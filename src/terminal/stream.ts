import type { Readable, Writable } from 'node:stream';

/** What a line may hold, in UTF-16 units; the rest of a longer one is dropped, so that no input can fill the memory. */
const LONGEST_LINE = 1_000_000;

/**
 * The lines of a stream, without their ends. Only LF and CR LF end a line: `node:readline` also breaks at U+2028, which
 * may stand unescaped within JSON. A byte order mark at the beginning is dropped.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let pieces: string[] = [];
  let room = LONGEST_LINE;
  let first = true;
  const keep = (piece: string) => {
    if (room > 0) pieces.push(piece.slice(0, room));
    room -= piece.length;
  };
  const take = () => {
    const line = pieces.join('').replace(/\r$/, '');
    pieces = [];
    room = LONGEST_LINE;
    const whole = first ? line.replace(/^\ufeff/, '') : line;
    first = false;
    return whole;
  };
  for await (const chunk of input) {
    const [head = '', ...rest] = String(chunk).split('\n');
    keep(head);
    for (const next of rest) {
      yield take();
      keep(next);
    }
  }
  if (pieces.some((piece) => piece !== '')) yield take();
}

/**
 * Writes to a stream no faster than it is read. Gives false once the reader is gone (`ask … | head -1`), which is no fault.
 *
 * @throws whatever else the stream fails with, at the next write.
 */
export type Write = (text: string) => Promise<boolean>;

export function writerTo(output: Writable): Write {
  let gone = false;
  let fault: Error | undefined;
  output.on('error', (error: NodeJS.ErrnoException) => {
    gone = true;
    if (error.code !== 'EPIPE') fault = error;
  });
  return async (text) => {
    if (!gone && !output.write(text)) await drained(output);
    if (fault) throw fault;
    return !gone;
  };
}

function drained(output: Writable): Promise<void> {
  return new Promise((resolve) => {
    const events = ['drain', 'error', 'close'];
    const done = () => {
      for (const event of events) output.off(event, done);
      resolve();
    };
    for (const event of events) output.on(event, done);
  });
}
