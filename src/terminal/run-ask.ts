import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { answerText } from '../answer/text.ts';
import type { Desk } from '../desk.ts';
import { RecordFaults } from '../record/faults.ts';
import { replyJson } from './json.ts';
import { type Reply, replyTo } from './reply.ts';
import { linesOf, type Write, writerTo } from './stream.ts';

export type AskStreams = { input: Readable; output: Writable; error: Writable };

/** Exit codes beside those of an answer (0 answered, 1 not on record, 2 ambiguous or out of scope), after sysexits.h. */
const EXIT_USAGE = 64;
const EXIT_FAULT = 70;

const USAGE = `Usage: npm run --silent ask -- [--json] [--now DAY] "question"
       npm run --silent ask -- --jsonl [--now DAY] < requests

  --json      print the answer as one JSON object instead of text
  --jsonl     read one request a line, {"id", "q", "now", "conversation"}, of which only q is
              required, and write one answer a line, in order
  --now DAY   the day on which it is asked, such as 2026-11-21; left out: today
  --help      print this

Exit code: 0 answered, 1 not on record, 2 ambiguous or out of scope, 64 wrong usage, 70 a fault.
`;

/**
 * Runs `ask` with its arguments and gives the exit code. The desk is opened only when there is something to ask.
 *
 * @throws what opening the desk or a stream throws; the caller says what it is and exits with 70.
 */
export async function runAsk(args: string[], open: () => Promise<Desk>, streams: AskStreams): Promise<number> {
  const options = readOptions(args);
  if ('fault' in options) {
    streams.error.write(`${options.fault}\n\n${USAGE}`);
    return EXIT_USAGE;
  }
  const write = writerTo(streams.output);
  if (options.help) {
    await write(USAGE);
    return 0;
  }
  const desk = await open();
  if (options.question === undefined) {
    await answerLines(desk, streams.input, write, options.now);
    return 0;
  }
  const reply = await replyTo(desk, options.question, { now: options.now });
  await write(`${options.json ? JSON.stringify(replyJson(reply)) : replyText(reply)}\n`);
  return exitCode(reply);
}

/** Prints why `ask` could not answer, faults of the record one a line, and gives the exit code for it. */
export function reportFault(error: unknown, output: Writable): number {
  const unforeseen = error instanceof Error && !(error instanceof RecordFaults);
  output.write(`${unforeseen ? error.stack : String(error instanceof Error ? error.message : error)}\n`);
  return EXIT_FAULT;
}

type Options =
  | { help: true }
  | { help: false; json: boolean; now: string | undefined; question: string | undefined }
  | { fault: string };

function readOptions(args: string[]): Options {
  const boolean = { type: 'boolean', default: false } as const;
  let parsed: { values: { json: boolean; jsonl: boolean; help: boolean; now?: string }; positionals: string[] };
  try {
    const options = {
      json: boolean,
      jsonl: boolean,
      help: { ...boolean, short: 'h' },
      now: { type: 'string' },
    } as const;
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { fault: error.message };
  }
  const { json, jsonl, help, now } = parsed.values;
  if (help) return { help };
  if (now !== undefined && !isDay(now)) return { fault: '--now takes a day such as 2026-11-21' };
  if (json && jsonl) return { fault: '--json and --jsonl exclude each other' };
  if (jsonl && parsed.positionals.length > 0) return { fault: '--jsonl reads its questions from standard input' };
  if (!jsonl && parsed.positionals.length === 0) return { fault: 'No question was given' };
  return { help, json, now, question: jsonl ? undefined : parsed.positionals.join(' ') };
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

// One answer a line as the requests come: a caller may wait for each answer before it asks the next question.
async function answerLines(desk: Desk, input: Readable, write: Write, defaultNow: string | undefined): Promise<void> {
  const { readRequest } = await import('./requests.ts');
  let number = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line.trim() === '') continue;
    const request = readRequest(line);
    const { id } = request;
    const result =
      'fault' in request
        ? { id, error: { message: request.fault, line: number } }
        : replyJson(
            await replyTo(desk, request.q, { now: request.now ?? defaultNow, conversation: request.conversation }),
            id,
          );
    if (!(await write(`${JSON.stringify(result)}\n`))) return;
  }
}

function replyText(reply: Reply): string {
  return 'page' in reply ? reply.page : answerText(reply.answer);
}

function exitCode(reply: Reply): number {
  if ('page' in reply) return 0;
  if (reply.answer.status === 'answered') return 0;
  return reply.answer.status === 'not-on-record' ? 1 : 2;
}
