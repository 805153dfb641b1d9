import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { type Desk, openDesk } from '../../src/desk.ts';
import { COLOURS } from '../../src/discord/message.ts';
import { loadRecord } from '../../src/record/load.ts';
import { buttonsOf } from '../loopback/discord/index.ts';
import type { StoredMessage } from '../loopback/discord/world.ts';
import { type Running, start, until } from './start.ts';

/** The whole way: a person in Discord, the real client, the real desk on the first record. */

let desk: Desk;
let subject: string;
let running: Running;

beforeAll(async () => {
  const { record } = await loadRecord('seeds');
  desk = openDesk(record);
  subject = record.entities.find(({ id }) => id === record.meta.subject)?.name ?? '';
  running = await start({ desk, commands });
});
afterAll(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

/** "place: China year: 2020" as options; anything else is the question. */
function optionsOf(name: string, typed: string): Record<string, string> {
  const command = commands.find((known) => known.name === name);
  const names = command?.options.map((option) => option.name) ?? [];
  const parts = typed.split(new RegExp(`\\b(${names.join('|') || '-'}): `)).slice(1);
  if (parts.length === 0) return { question: typed };
  return Object.fromEntries(
    parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1]?.trim() ?? '']] : [])),
  );
}

async function ask(
  name: string,
  options: Record<string, string | boolean>,
  place: 'server' | 'dm',
): Promise<StoredMessage> {
  const act = running.discord.slash(name, options, { place });
  await act.answered;
  return running.discord.shown(act);
}
const colour = (message: StoredMessage) => message.embeds[0]?.color;

describe('every command', () => {
  const answering = commands.filter((command) => 'ask' in command.request({}));

  it.each(answering)('/$name answers its examples in a server and in a direct message', async ({ name, examples }) => {
    const typed = examples(desk.about().names);
    expect(typed.length).toBeGreaterThan(1);
    for (const example of typed) {
      for (const place of ['server', 'dm'] as const) await ask('ask', { question: `who is ${subject}` }, place);
      for (const place of ['server', 'dm'] as const) {
        const message = await ask(name, optionsOf(name, example), place);
        expect([example, colour(message)]).toEqual([example, COLOURS.answered]);
        expect(message.embeds[0]?.description).toMatch(/\*\*Sources?\*\*\n/);
      }
    }
  });

  it('/help names them all', async () => {
    const message = await ask('help', {}, 'server');
    for (const { name } of commands) expect(message.embeds[0]?.description).toContain(`**/${name}**`);
  });
});

describe('completion', () => {
  const asking = commands.filter((command) => command.options.some((option) => option.kind === 'question'));

  it.each(asking.map((command) => command.name))('of /%s offers only what it answers', async (name) => {
    for (const typed of ['', 'did he', 'mosc', 'rusia', 'arms', 'putin', 'many']) {
      const act = running.discord.type(name, 'question', typed);
      await act.answered;
      const offered = act.choices?.map((choice) => choice.value) ?? [];
      expect(new Set(offered).size).toBe(offered.length);
      for (const question of offered.slice(0, 3)) {
        expect(question.length).toBeLessThanOrEqual(100);
        const message = await ask(name, { question }, 'server');
        expect([question, colour(message)]).toEqual([question, COLOURS.answered]);
      }
    }
  });

  it('offers names of the record for every other option', async () => {
    for (const command of commands) {
      for (const option of command.options.filter(({ kind }) => kind !== 'question')) {
        const act = running.discord.type(command.name, option.name, '');
        await act.answered;
        expect([command.name, option.name, act.choices?.length]).not.toContain(0);
      }
    }
  });
});

describe('a conversation', () => {
  it('goes on from a reply to the answer, and from a button after it', async () => {
    const { discord } = running;
    const first = discord.write(`<@${discord.world.bot.id}> how many times did he visit Russia?`);
    const answer = await until(() => discord.repliesTo(first)[0]);
    const second = discord.write('and in 2022?', { replyTo: answer, mention: true });
    const reply = await until(() => discord.repliesTo(second)[0]);
    expect(reply.embeds[0]?.description).toContain('2022');
    expect(reply.embeds[0]?.author?.name).toContain(' → and in 2022?');
    const press = discord.press(reply, 'Source');
    await press.answered;
    expect(discord.shown(press).embeds[0]?.title).toMatch(/source/);
  });

  it('does not narrow what options leave open', async () => {
    await ask('when', { question: 'did he visit Moscow' }, 'server');
    const message = await ask('visits', {}, 'server');
    expect(message.embeds[0]?.author?.name).not.toContain('→');
  });
});

describe('every button of an answer', () => {
  it.each(['when did he visit Moscow', 'list the visits', 'arms from Russia'])('works on "%s"', async (question) => {
    const message = await ask('ask', { question }, 'server');
    for (const { label } of buttonsOf(message).filter((button) => button.label !== 'Remove')) {
      const act = running.discord.press(message, label, { person: running.discord.world.bob });
      await act.answered;
      expect(running.discord.shown(act).embeds.length).toBe(1);
    }
  });
});

describe('under load', () => {
  it('acknowledges two questions at once from each of fifty people in time', { timeout: 30_000 }, async () => {
    const { discord } = running;
    const questions = [
      'when did he visit Moscow',
      'who did he meet in 2022',
      'arms from Russia',
      'how many times did he visit China',
    ];
    const acts = Array.from({ length: 100 }, (_, index) => {
      const person = { ...discord.world.alice, id: `20000000000000${1000 + Math.floor(index / 2)}` };
      return discord.slash('ask', { question: questions[index % questions.length] ?? '' }, { person });
    });
    await Promise.all(acts.map((act) => act.answered));
    for (const act of acts) {
      expect(act.took).toBeLessThan(3_000);
      await until(() => discord.shown(act).embeds.length > 0, 20_000);
    }
  });
});
