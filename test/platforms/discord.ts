import { commands } from '../../commands/index.ts';
import type { Status } from '../../src/answer/answer.ts';
import type { Desk } from '../../src/desk.ts';
import { COLOURS } from '../../src/discord/message.ts';
import { type Running, start, until } from '../discord/start.ts';
import { buttonsOf } from '../loopback/discord/index.ts';
import type { Person, StoredMessage } from '../loopback/discord/world.ts';
import { forEach, type Talk } from './questions.ts';
import { type Addresses, factsIn, type Seen, sorted } from './seen.ts';

/** The questions as they are asked on Discord, through the real client, and what is shown there; a list for each conversation. */
export async function seenOnDiscord(desk: Desk, talks: readonly Talk[], addresses: Addresses): Promise<Seen[][]> {
  const running = await start({ desk, commands });
  try {
    // Everybody begins a conversation of their own.
    const persons = talks.map((_, index) => ({ ...running.discord.world.alice, id: `3000000000000${10_000 + index}` }));
    return await forEach(talks, (talk, index) => converse(running, talk, persons[index] as Person, addresses));
  } finally {
    await running.bot.stop();
    await running.discord.stop();
  }
}

async function converse(running: Running, talk: Talk, person: Person, addresses: Addresses): Promise<Seen[]> {
  const seen: Seen[] = [];
  let answer: StoredMessage | undefined;
  for (const typed of talk.typed) {
    answer = await ask(running, talk, typed, person, answer);
    seen.push(await look(running, answer, talk, person, addresses));
  }
  return seen;
}

async function ask(
  { discord }: Running,
  { way, command }: Talk,
  typed: string,
  person: Person,
  before?: StoredMessage,
) {
  if (way === 'command') {
    const act = discord.slash(command, optionsOf(command, typed), { person });
    return until(() => act.messageId !== undefined && shownWhole(discord.shown(act)));
  }
  const mention = way === 'mention' ? `<@${discord.world.bot.id}> ` : '';
  const place = way === 'mention' ? ('server' as const) : ('dm' as const);
  const question = discord.write(`${mention}${typed}`, { person, place, replyTo: before });
  return until(() => discord.repliesTo(question)[0]);
}

// Before the answer there may be the promise of one.
function shownWhole(message: StoredMessage): StoredMessage | undefined {
  return message.embeds.length > 0 || message.content !== '' ? message : undefined;
}

/** "place: China year: 2020" as options; anything else is the question. */
function optionsOf(name: string, typed: string): Record<string, string> {
  const options = commands.find((known) => known.name === name)?.options ?? [];
  const [free = '', ...named] = typed.split(new RegExp(`\\b(${options.map((option) => option.name).join('|')}): `));
  if (named.length === 0) return { question: free };
  return Object.fromEntries(
    named.flatMap((part, index) => (index % 2 === 0 ? [[part, named[index + 1]?.trim() ?? '']] : [])),
  );
}

async function look(
  running: Running,
  message: StoredMessage,
  talk: Talk,
  person: Person,
  { idOf }: Addresses,
): Promise<Seen> {
  const by = { person, place: talk.way === 'direct' ? ('dm' as const) : ('server' as const) };
  const press = async (on: StoredMessage, label: string) => {
    const act = running.discord.press(on, label, by);
    await act.answered;
    return running.discord.shown(act);
  };
  const has = (on: StoredMessage, label: string) => buttonsOf(on).some((button) => button.label.startsWith(label));
  const links = (on: StoredMessage, line: RegExp) =>
    description(on)
      .split('\n')
      .flatMap((entry) => line.exec(entry)?.[1] ?? [])
      .map(idOf);

  const sources: string[] = [];
  if (has(message, 'Source')) {
    for (let list = await press(message, 'Source'); ; list = await press(list, 'Next')) {
      sources.push(...links(list, /^\d+\. \[(?:\\.|[^\\\]])+\]\(([^)\s]+)\)/));
      if (!has(list, 'Next')) break;
    }
  }
  const reading = has(message, 'How I read this') ? await press(message, 'How I read this') : undefined;
  return {
    status: statusOf(message),
    sentence: sentenceOf(description(message)),
    facts: factsIn(reading?.embeds[0]?.fields?.find(({ name }) => name === 'Facts stated')?.value),
    sources: sorted(sources),
    cited: sorted(links(message, /^(?:[⁰¹²³⁴-⁹]+ )?\[(?:\\.|[^\\\]])+\]\(([^)\s]+)\), /)),
  };
}

/** The colour of the stripe beside an answer tells its status. */
function statusOf(message: StoredMessage): Status {
  const names = Object.keys(COLOURS) as Status[];
  const found = names.filter((name) => COLOURS[name] === message.embeds[0]?.color);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`the colour of ${description(message)}`);
  return found[0];
}

/** The first line without marks of sources, bold and escapes. */
function sentenceOf(text: string): string {
  return (text.split('\n')[0] ?? '')
    .replace(/(?:\u00a0[⁰¹²³⁴-⁹]+)+$/, '')
    .replace(/^\*\*(.*)\*\*$/, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/@\u200b/g, '@');
}

function description(message: StoredMessage): string {
  return message.embeds[0]?.description ?? message.content;
}
