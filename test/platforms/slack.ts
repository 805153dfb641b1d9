import { pino } from 'pino';
import { commands } from '../../commands/index.ts';
import type { Status } from '../../src/answer/answer.ts';
import type { Desk } from '../../src/desk.ts';
import { observeWith } from '../../src/service/observe.ts';
import { placeConversation, privateConversation } from '../../src/slack/conversation.ts';
import { keptBySlack } from '../../src/slack/kept.ts';
import { eventually } from '../slack/fake.ts';
import { buttonNamed, buttons, type Posted, type Running, running, words } from '../slack/harness.ts';
import { forEach, type Talk } from './questions.ts';
import { type Addresses, factsIn, type Seen, sorted } from './seen.ts';

/** The questions as they are asked in Slack, through the real Bolt app, and what is shown there; a list for each conversation. */
export async function seenInSlack(desk: Desk, talks: readonly Talk[], addresses: Addresses): Promise<Seen[][]> {
  // Everybody begins a conversation of their own.
  const people = talks.map((_, index) => `person${index}`);
  const { observed, statuses } = observedDesk(desk);
  const app = await running('Socket Mode', { desk: observed, commands, people, answersPerMinute: 1000 });
  try {
    return await forEach(talks, (talk, index) => converse(app, talk, people[index] ?? '', addresses, statuses));
  } finally {
    await app.stop();
  }
}

/** The statuses of the answers given in a conversation, oldest first. */
type Statuses = (conversation: string) => readonly Status[];

/**
 * The desk as the service hands it to the app, with its log. No sign but the words shows the status of an answer in Slack,
 * so it is read from there.
 */
function observedDesk(desk: Desk): { observed: () => Desk; statuses: Statuses } {
  const kept = new Map<string, Status[]>();
  const write = (text: string) => {
    const { conversation, status } = JSON.parse(text);
    kept.set(conversation, [...(kept.get(conversation) ?? []), status]);
  };
  const observe = observeWith({ logger: pino({}, { write }), metrics: { asked: () => {} }, logQuestions: true });
  return { observed: observe(() => desk, 'slack'), statuses: (conversation) => kept.get(conversation) ?? [] };
}

/** An answer where it is shown, as a press on its buttons has to name it, and the conversation that it belongs to. */
type Shown = {
  message: Posted;
  where: { message: Record<string, unknown>; channel?: string; private?: boolean; by: string };
  conversation: string;
};

async function converse(app: Running, talk: Talk, by: string, addresses: Addresses, statuses: Statuses) {
  const ask = await begin(app, talk, by);
  const seen: Seen[] = [];
  for (const [turn, typed] of talk.typed.entries()) {
    const shown = await ask(typed, turn);
    const status = statuses(shown.conversation)[turn];
    if (status === undefined) throw new Error(`nothing was asked by ${typed}`);
    seen.push({ status, ...(await look(app, shown, addresses)) });
  }
  return seen;
}

/** How one asks in this way: each question goes on with the conversation of the one before. */
async function begin(app: Running, { way, command }: Talk, by: string) {
  const { slack } = app;
  const { team, channel, people } = slack.workspace;
  if (way === 'command') {
    return async (typed: string): Promise<Shown> => {
      const { hook } = keptBySlack(command)
        ? await slack.command('/ask', `${command} ${typed}`, by)
        : await slack.command(`/${command}`, typed, by);
      const conversation = privateConversation(team, channel, people[by] ?? '');
      return { message: await app.reply(hook), where: { message: { ts: '1.1' }, private: true, by }, conversation };
    };
  }
  const own = way === 'direct' ? await slack.direct(by) : channel;
  let thread: string | undefined;
  return async (typed: string, turn: number): Promise<Shown> => {
    const text = escaped(typed);
    if (way === 'direct') await slack.tell(text, { channel: own, by });
    else {
      const { message } = await slack.mention(text, { by, thread });
      thread ??= message.ts;
    }
    const message = await eventually(
      () => app.posted().filter((post) => post.channel === own && post.thread_ts === thread)[turn],
    );
    const { ts, thread_ts } = message;
    const conversation = placeConversation({ team, channel: own, thread });
    return { message, where: { message: { ts, thread_ts }, channel: own, by }, conversation };
  };
}

async function look(app: Running, { message, where }: Shown, { idOf }: Addresses): Promise<Omit<Seen, 'status'>> {
  const press = async (on: Posted, label: string, place: Shown['where']) =>
    app.reply((await app.slack.press(buttonNamed(on, label), place)).hook);
  const has = (on: Posted, label: string) =>
    buttons(on).some(({ text }) => typeof text === 'object' && text.text.includes(label));
  const linked = (on: Posted, line: RegExp) => [...words(on).matchAll(line)].map(([, url = '']) => idOf(plain(url)));

  const sources: string[] = [];
  if (has(message, 'Sources')) {
    const alone = { ...where, private: true };
    for (let list = await press(message, 'Sources', where); ; list = await press(list, 'Next', alone)) {
      sources.push(...linked(list, /^\[\d+\] <([^|>]+)\|/gm));
      if (!has(list, 'Next')) break;
    }
  }
  const reading = has(message, 'How I read this') ? await press(message, 'How I read this', where) : undefined;
  const facts = reading && /^Facts stated: (.*)$/m.exec(words(reading))?.[1];
  return {
    sentence: sentenceOf(message),
    facts: factsIn(facts),
    sources: sorted(sources),
    cited: sorted(linked(message, /(?:^Sources?: | · |^)(?:\[\d+\] )?<([^|>]+)\|/gm)),
  };
}

/** The first line of the first section, without marks of sources and escapes. */
function sentenceOf({ blocks }: Posted): string {
  const section = blocks.find(({ type }) => type === 'section')?.text?.text ?? '';
  return plain((section.split('\n')[0] ?? '').replace(/(?: \[\d+\])+$/, ''));
}

// What a person types has these three signs written out when Slack passes it on, and so has what it is sent.
function escaped(typed: string): string {
  return typed.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function plain(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
