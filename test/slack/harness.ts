import type { Adapter } from '../../src/adapter.ts';
import type { Desk } from '../../src/desk.ts';
import { type SlackOptions, startSlack } from '../../src/slack/app.ts';
import { APP_TOKEN, BOT_TOKEN, type Loopback, openSlack, SIGNING_SECRET } from '../loopback/slack/slack.ts';
import { freePort } from '../loopback/slack/workspace.ts';
import { eventually, fakeCommands, fakeDesk, keptLogger } from './fake.ts';

/** The real Bolt app in front of the loopback, on either of its two ways in. */

export type Way = 'Socket Mode' | 'HTTP';
export const WAYS: readonly Way[] = ['Socket Mode', 'HTTP'];

/** The scopes that the manifest asks for without thread following. */
export const SCOPES = ['app_mentions:read', 'assistant:write', 'chat:write', 'commands', 'im:history'];
export const FOLLOWING_SCOPES = [...SCOPES, 'channels:history', 'groups:history'];

export type Posted = {
  method: string;
  channel?: string;
  thread_ts?: string;
  user?: string;
  text: string;
  blocks: Block[];
  ts?: string;
  raw: Record<string, unknown>;
};
export type Block = { type: string; text?: { text: string }; elements?: Element[] };
export type Element = { type: string; action_id?: string; value?: string; text?: string | { text: string } };

export type Running = Awaited<ReturnType<typeof running>>;

/** Starts a loopback Slack and the adapter in front of it. `stop` ends both. */
export async function running(
  way: Way,
  given: Partial<SlackOptions> & { people?: string[]; scopes?: string[]; slack?: Loopback } = {},
) {
  const { people, scopes = SCOPES, slack: already, ...options } = given;
  const slack = already ?? (await openSlack({ scopes, people }));
  const { desk, asked } = fakeDesk();
  const log = keptLogger();
  const port = await freePort();
  const inlet = way === 'HTTP' ? { signingSecret: SIGNING_SECRET, port, host: '127.0.0.1' } : { appToken: APP_TOKEN };
  const adapter: Adapter = await startSlack({
    botToken: BOT_TOKEN,
    ...inlet,
    desk: (): Desk => desk,
    commands: fakeCommands,
    logger: log.logger,
    followThreads: false,
    apiUrl: slack.apiUrl,
    ...options,
  });
  if (way === 'HTTP') slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  const posted = () =>
    slack.front.calls
      .filter((call) => call.method.startsWith('chat.') && call.result.ok)
      .map(({ method, args, result }) => seen(method, { ...args, ts: result.ts }));
  return {
    slack,
    adapter,
    asked,
    port,
    log: log.lines,
    /** What the bot posted, oldest first, refused calls left out. */
    posted,
    /** The n-th of those, waited for. */
    post: (index: number) => eventually(() => posted()[index]),
    /** What was answered through a response URL, waited for. */
    reply: (hook: string, index = 0) =>
      eventually(() => {
        const found = slack.front.replies.filter((one) => one.hook === hook)[index];
        return found && seen('response_url', found.body);
      }),
    replies: (hook: string) =>
      slack.front.replies.filter((one) => one.hook === hook).map((one) => seen('response_url', one.body)),
    /** The n-th call of a method that Slack answered, waited for. */
    call: (method: string, index = 0) =>
      eventually(() => slack.front.calls.filter((one) => one.method === method && 'ok' in one.result)[index]),
    /** The next thing that the bot posts because of `deed`: whatever was under way before is waited for first. */
    postAfter: async (deed: () => Promise<unknown>) => {
      await quiet(slack);
      const before = posted().length;
      await deed();
      return eventually(() => posted()[before]);
    },
    /** Resolves when the bot has called and answered nothing for a moment. */
    quiet: () => quiet(slack),
    stop: async () => {
      await adapter.stop();
      if (!already) await slack.stop();
    },
  };
}

async function quiet(slack: Loopback): Promise<void> {
  const heard = () => slack.front.calls.filter((call) => 'ok' in call.result).length + slack.front.replies.length;
  for (let before = -1; before !== heard(); ) {
    before = heard();
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Every button of a message. */
export function buttons(message: { blocks: Block[] }): Element[] {
  return message.blocks.filter((block) => block.type === 'actions').flatMap((block) => block.elements ?? []);
}

/** The button whose label is or contains this. */
export function buttonNamed(message: { blocks: Block[] }, label: string): Record<string, unknown> {
  const found = buttons(message).find(
    (element) => typeof element.text === 'object' && element.text.text.includes(label),
  );
  if (!found) throw new Error(`no button ${label} among ${buttons(message).map((one) => JSON.stringify(one.text))}`);
  return { ...found };
}

/** All the words of a message's blocks, in order. */
export function words(message: { blocks: Block[] }): string {
  return message.blocks
    .flatMap((block) => [
      block.text?.text,
      ...(block.elements ?? []).map(({ text }) => (typeof text === 'object' ? text.text : text)),
    ])
    .filter((text) => text !== undefined)
    .join('\n');
}

/** A view as Slack gives it back. */
export function asView(value: unknown): Record<string, unknown> & { blocks: Block[] } {
  if (typeof value !== 'object' || value === null || !('blocks' in value) || !Array.isArray(value.blocks))
    throw new Error('no view');
  return { ...value, blocks: value.blocks };
}

function seen(method: string, args: Record<string, unknown>): Posted {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    method,
    channel: text(args.channel),
    thread_ts: text(args.thread_ts),
    user: text(args.user),
    text: text(args.text) ?? '',
    blocks: Array.isArray(args.blocks) ? args.blocks : [],
    ts: text(args.ts),
    raw: args,
  };
}
