import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { commands } from '../../commands/index.ts';
import type { Choice } from '../answer/answer.ts';
import { formatDate } from '../answer/dates.ts';
import { plain } from '../answer/text.ts';
import type { About, Desk } from '../desk.ts';
import { completeLine } from './complete.ts';
import { type Paint, paintedAnswer, paintFor } from './paint.ts';
import { replyTo } from './reply.ts';
import { linesOf, writerTo } from './stream.ts';

export type ChatOptions = {
  desk: Desk;
  input: Readable & { isTTY?: boolean };
  output: Writable & { isTTY?: boolean };
  env: Readonly<Record<string, string | undefined>>;
  /** Ends the chat as `/quit` does. */
  signal?: AbortSignal;
};

const CONVERSATION = 'terminal';
const PROMPT = '› ';
const GREETING_EXAMPLES = 3;
const HISTORY = 500;

/**
 * The chat in a terminal, until `/quit`, the end of the input or the signal. Without a terminal at both ends every line of
 * the input is answered in turn, and nothing but answers is written.
 */
export async function runChat(options: ChatOptions): Promise<void> {
  const { desk, input, output, env, signal } = options;
  const paint = paintFor(output, env);
  const write = writerTo(output);
  const answerLine = answerer(desk, paint);
  if (input.isTTY === true && output.isTTY === true) {
    await chatAtTerminal(options, paint, answerLine);
    return;
  }
  signal?.addEventListener('abort', () => input.destroy(), { once: true });
  try {
    for await (const line of linesOf(input)) {
      const text = await answerLine(line);
      if (text === 'quit' || !(await write(text === '' ? '' : `${text}\n\n`))) return;
    }
  } catch (error) {
    // The input breaks off when it is destroyed, as told.
    if (signal?.aborted !== true) throw error;
  }
}

/** What is printed for a typed line; empty for a blank one. */
type AnswerLine = (line: string) => Promise<string | 'quit'>;

async function chatAtTerminal(options: ChatOptions, paint: Paint, answerLine: AnswerLine): Promise<void> {
  const { desk, input, output, signal } = options;
  output.write(`${greeting(desk.about(), paint)}\n\n`);
  const lines = createInterface({
    input,
    output,
    prompt: paint.cyan(PROMPT),
    historySize: HISTORY,
    removeHistoryDuplicates: true,
    completer: (line: string) => completeLine(desk, commands, line),
    signal,
  });
  // Ctrl-C first clears what was begun, as in a shell, and leaves when there is nothing to clear.
  lines.on('SIGINT', () => (lines.line === '' ? lines.close() : lines.write(null, { ctrl: true, name: 'u' })));
  lines.prompt();
  for await (const line of lines) {
    const text = await answerLine(line);
    if (text === 'quit') break;
    if (text !== '') output.write(`\n${text}\n\n`);
    lines.prompt();
  }
  lines.close();
  output.write('\n');
}

/** Answers line after line of one conversation; a number picks one of the choices that the last answer offered. */
function answerer(desk: Desk, paint: Paint): AnswerLine {
  let choices: readonly Choice[] = [];
  return async (line) => {
    const typed = line.trim();
    if (typed === '') return '';
    if (/^\/(quit|exit)$/i.test(typed)) return 'quit';
    const number = choices.length > 0 && /^\d{1,2}$/.test(typed) ? Number(typed) : undefined;
    const choice = number === undefined ? undefined : choices[number - 1];
    if (number !== undefined && choice === undefined) return `There are choices 1 to ${choices.length}.`;
    const reply = await replyTo(desk, choice?.question ?? typed, { conversation: CONVERSATION });
    if ('page' in reply) return reply.page;
    choices = reply.answer.choices;
    return paintedAnswer(reply.answer, paint);
  };
}

function greeting(about: About, paint: Paint): string {
  const examples = about.questions.slice(0, GREETING_EXAMPLES).map((question) => `  ${paint.cyan(plain(question))}`);
  return [
    `${paint.bold(plain(about.title))}, kept up to ${formatDate(about.keptUpTo)}.`,
    ...(examples.length > 0 ? ['Ask a question, such as', ...examples] : []),
    'Tab completes, /help says more, /quit leaves.',
  ].join('\n');
}
