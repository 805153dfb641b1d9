import type { Answer } from '../answer/answer.ts';
import type { AskOptions, Desk } from '../desk.ts';

/** What comes back for a typed line: an answer of the desk, or a page that is none. */
export type Reply = { answer: Answer } | { page: string };

/**
 * Answers a typed line: a question, or a command with what follows it (`/when did he …`). The commands are loaded when a
 * line first begins with a slash: a single question is answered sooner without them.
 */
export async function replyTo(desk: Desk, line: string, options: AskOptions): Promise<Reply> {
  if (!line.trimStart().startsWith('/')) return { answer: desk.ask(line, options) };
  const [{ commands }, { typedRequest }] = await Promise.all([
    import('../../commands/index.ts'),
    import('../../commands/typed.ts'),
  ]);
  const request = typedRequest(commands, line);
  if ('ask' in request) return { answer: desk.ask(request.ask, options) };
  const { helpText } = await import('./help.ts');
  return { page: helpText(commands, desk.about()) };
}
