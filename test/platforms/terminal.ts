import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Conversations, Desk } from '../../src/desk.ts';
import { runChat } from '../../src/terminal/chat.ts';
import type { AnswerJson } from '../../src/terminal/json.ts';
import { runAsk } from '../../src/terminal/run-ask.ts';
import type { Talk } from './questions.ts';
import { type Addresses, type Seen, sorted } from './seen.ts';

/** The questions as they are asked in a terminal: by `ask --jsonl`, by `ask --json`, and typed into the chat. */

/** What is typed into a terminal. */
function lineOf({ way, command }: Talk, typed: string): string {
  return way === 'command' ? `/${command} ${typed}` : typed;
}

/** The answers of `ask --jsonl`, a list for each conversation. */
export async function askJsonLines(desk: Desk, talks: readonly Talk[]): Promise<AnswerJson[][]> {
  const requests = talks.flatMap((talk, index) =>
    talk.typed.map((typed) => JSON.stringify({ q: lineOf(talk, typed), conversation: `lines-${index}` })),
  );
  const { output } = await ask(desk, ['--jsonl'], requests.join('\n'));
  const answers: AnswerJson[] = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return talks.map(({ typed }) => answers.splice(0, typed.length));
}

/** What `ask --json` prints for one question, and its exit code. */
export async function askOnce(desk: Desk, talk: Talk): Promise<{ answer: AnswerJson; code: number }> {
  const { output, code } = await ask(desk, ['--json', '--', lineOf(talk, talk.typed[0] ?? '')]);
  return { answer: JSON.parse(output), code };
}

async function ask(desk: Desk, args: string[], input = ''): Promise<{ output: string; code: number }> {
  const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
  streams.input.end(input);
  const printed = text(streams.output);
  const code = await runAsk(args, async () => desk, streams);
  streams.output.end();
  return { output: await printed, code };
}

/** What the chat prints for each line of a conversation. */
export async function chat(desk: Desk, conversations: Conversations, talk: Talk): Promise<string[]> {
  // A chat begins with the program, so what an earlier one was about is gone.
  conversations.clear();
  const input = new PassThrough();
  input.end(talk.typed.map((typed) => `${lineOf(talk, typed)}\n`).join(''));
  const printed: string[] = [];
  const output = new Writable({
    write: (chunk, _encoding, next) => {
      printed.push(String(chunk));
      next();
    },
  });
  await runChat({ desk, input, output, env: {} });
  return printed.map((chunk) => chunk.trim());
}

/** What an answer of the terminal shows. */
export function seenInTerminal({ status, text, facts, sources }: AnswerJson, { idOf }: Addresses): Seen {
  const cited = text.split('\n').flatMap((line) => /^(?:Source:|\[\d+\]) .*, (https?:\S+)$/.exec(line)?.[1] ?? []);
  return {
    status,
    sentence: (text.split('\n')[0] ?? '').replace(/(?: \[\d+\])+$/, ''),
    facts: { shown: facts, count: facts.length },
    sources: sorted(sources),
    cited: sorted(cited.map(idOf)),
  };
}
