import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, fakeDesk, line } from './fakes.ts';
import { type Running, start, until } from './start.ts';

const desk = fakeDesk({
  'when did he visit lhasa': {},
  'list the visits': { headline: line('2 visits are on record.', ['s1']) },
  'list the visits to Lhasa': {},
  'sources: when did he visit lhasa': {},
  'sources?': {},
});
let running: Running;

beforeAll(async () => {
  running = await start({ desk });
});
afterAll(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

describe('slash commands', () => {
  it('answers in a server, to all', async () => {
    const act = running.discord.slash('when', { question: 'did he visit lhasa' });
    await act.answered;
    expect(act.callback?.type).toBe(4);
    const shown = running.discord.shown(act);
    expect(shown.flags ?? 0).toBe(0);
    expect(shown.embeds[0]?.description).toMatch(/^\*\*He visited Lhasa once, on 3 May 2020\.\*\*/);
    expect(shown.embeds[0]?.author?.name).toBe('when did he visit lhasa');
    expect(shown.embeds[0]?.footer?.text).toBe('Record kept to 31 May 2026');
  });

  it.each(['dm', 'group'] as const)('answers in a %s', async (place) => {
    const act = running.discord.slash('when', { question: 'did he visit lhasa' }, { place });
    await act.answered;
    expect(running.discord.shown(act).embeds[0]?.description).toContain('He visited Lhasa once');
  });

  it('answers the asker alone when asked to', async () => {
    const act = running.discord.slash('when', { question: 'did he visit lhasa', private: true });
    await act.answered;
    expect(running.discord.shown(act).flags).toBe(64);
  });

  it('turns options into a question, with and without them', async () => {
    const all = running.discord.slash('visits');
    const some = running.discord.slash('visits', { place: 'Lhasa' });
    await Promise.all([all.answered, some.answered]);
    expect(running.discord.shown(all).embeds[0]?.description).toContain('2 visits');
    expect(running.discord.shown(some).embeds[0]?.description).toContain('He visited');
  });

  it('keeps one conversation for each person in each channel, and says which day it is', async () => {
    const { world } = running.discord;
    const act = running.discord.slash('visits', {}, { person: world.bob });
    await act.answered;
    expect(desk.asked.at(-1)).toEqual({
      question: 'list the visits',
      alone: true,
      conversation: `discord:${world.channelId}:${world.bob.id}`,
      now: new Date().toISOString().slice(0, 10),
    });
  });

  it('shows help to the asker alone', async () => {
    const act = running.discord.slash('help');
    await act.answered;
    const shown = running.discord.shown(act);
    expect(shown.flags).toBe(64);
    expect(shown.embeds[0]?.description).toContain('**/when** When something happened – `/when did he visit Lhasa`');
  });

  it('says so when a command is no longer there', async () => {
    const { world } = running.discord;
    const before = world.commands.get('global') ?? [];
    const [first] = before;
    if (first === undefined) throw new Error('no command is registered');
    world.commands.set('global', [...before, { ...first, name: 'whom' }]);
    const act = running.discord.slash('whom', { question: 'did he meet' });
    await act.answered;
    world.commands.set('global', before);
    expect(running.discord.shown(act).content).toBe('I no longer have /whom. See /help for what I do have.');
  });

  it('never lets an answer ping', async () => {
    await running.discord.slash('visits').answered;
    const sent = running.discord.log.filter(({ method, path }) => method === 'POST' && path.endsWith('/callback'));
    for (const { body } of sent) {
      const { data, type } = body as { type: number; data: { allowed_mentions?: { parse: string[] } } };
      if (type === 4) expect(data.allowed_mentions?.parse).toEqual([]);
    }
  });

  it('answers two questions at once from each of fifty people', async () => {
    const people = Array.from({ length: 50 }, (_, index) => ({
      ...running.discord.world.alice,
      id: `1000000000000000${100 + index}`,
    }));
    const acts = people.flatMap((person) => [
      running.discord.slash('visits', {}, { person }),
      running.discord.slash('when', { question: 'did he visit lhasa' }, { person }),
    ]);
    await Promise.all(acts.map((act) => act.answered));
    for (const [index, act] of acts.entries()) {
      const expected = index % 2 === 0 ? '2 visits' : 'He visited';
      await until(() => running.discord.shown(act).embeds.length > 0);
      expect(running.discord.shown(act).embeds[0]?.description).toContain(expected);
      expect(act.took).toBeLessThan(3_000);
    }
  });
});

describe('when many ask at once and answers take their time', () => {
  it('says in time that an answer is coming, and gives it to the one who may see it', { timeout: 15_000 }, async () => {
    const slow = await start({
      desk: fakeDesk({
        'list the visits': () => {
          const end = Date.now() + 30;
          while (Date.now() < end);
          return answerOf();
        },
      }),
    });
    await slow.discord.slash('visits').answered;
    slow.discord.setAnswerMs(1_500);
    const acts = Array.from({ length: 60 }, (_, index) => slow.discord.slash('visits', { private: index % 2 === 0 }));
    await Promise.all(acts.map((act) => act.answered));
    for (const [index, act] of acts.entries()) {
      await until(() => slow.discord.shown(act).embeds.length > 0);
      expect(slow.discord.shown(act).flags ?? 0).toBe(index % 2 === 0 ? 64 : 0);
    }
    expect(acts.some((act) => act.callback?.type === 5)).toBe(true);
    await slow.bot.stop();
    await slow.discord.stop();
  });
});

describe('completion', () => {
  it('offers whole questions, and picking one asks it', async () => {
    const typed = running.discord.type('when', 'question', 'did he v');
    await typed.answered;
    expect(typed.choices).toEqual([{ name: 'when did he visit lhasa', value: 'when did he visit lhasa' }]);
    const act = running.discord.slash('when', { question: typed.choices?.[0]?.value ?? '' });
    await act.answered;
    expect(running.discord.shown(act).embeds[0]?.description).toContain('He visited');
  });

  it('asks a picked question alone, and a typed one within the conversation', async () => {
    const { alice, bob } = running.discord.world;
    await running.discord.type('when', 'question', 'did', { person: bob }).answered;
    for (const [person, question] of [
      [bob, 'when did he visit lhasa'],
      [alice, 'and then'],
    ] as const) {
      await running.discord.slash('when', { question }, { person }).answered;
    }
    expect(desk.asked.slice(-2).map((asked) => asked.alone)).toEqual([true, false]);
  });

  it('offers questions before anything is typed', async () => {
    const typed = running.discord.type('when', 'question', '');
    await typed.answered;
    expect(typed.choices?.map((choice) => choice.value)).toEqual(['when did he visit lhasa']);
  });

  it('offers a command that wraps a question only what it then answers', async () => {
    const typed = running.discord.type('sources', 'question', 'when');
    await typed.answered;
    expect(typed.choices?.map((choice) => choice.value)).toEqual(['when did he visit lhasa']);
  });

  it('offers names for an option', async () => {
    const typed = running.discord.type('visits', 'place', 'Li');
    await typed.answered;
    expect(typed.choices).toEqual([{ name: 'Lima', value: 'Lima' }]);
  });

  it('offers nothing, rather than nothing at all, when nothing fits', async () => {
    const typed = running.discord.type('visits', 'place', 'zz');
    await typed.answered;
    expect(typed.choices).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it('gives the asker an id that the log has too', async () => {
    const failing = await start({
      desk: fakeDesk({
        'list the visits': () => {
          throw new Error('the record is torn');
        },
      }),
    });
    const act = failing.discord.slash('visits');
    await act.answered;
    const shown = failing.discord.shown(act);
    const id = /`([0-9a-f]{8})`/.exec(shown.content)?.[1];
    expect(shown.flags).toBe(64);
    expect(shown.content).not.toContain('torn');
    expect(failing.entries.find((entry) => entry.errorId === id)?.level).toBe(50);
    await failing.bot.stop();
    await failing.discord.stop();
  });

  it('logs an interaction that was over, and one that another process answered, and goes on', async () => {
    const { discord, entries } = running;
    discord.setAnswerMs(-1);
    discord.slash('visits');
    await until(() => entries.find((entry) => entry.code === 10062));
    discord.setAnswerMs(3_000);
    const taken = discord.slash('visits');
    taken.callback = { type: 4 };
    await until(() => entries.find((entry) => entry.code === 40060));
    expect(entries.find((entry) => entry.code === 40060)?.msg).toContain('second instance');
    const after = discord.slash('visits');
    await after.answered;
    expect(entries.filter((entry) => entry.level >= 50)).toEqual([]);
  });

  it('waits out a 429 and a 500', async () => {
    const { discord } = running;
    for (const status of [429, 500] as const) {
      discord.trouble({ match: /^POST .*\/callback$/, times: 1, status });
      const act = discord.slash('visits');
      await act.answered;
      expect(act.took).toBeGreaterThan(250);
      expect(discord.shown(act).embeds[0]?.description).toContain('2 visits');
    }
  });

  it('passes over a malformed event and lines that are no JSON', async () => {
    const { discord, entries } = running;
    discord.gateway.dispatch('INTERACTION_CREATE', { type: 2, id: '1' });
    discord.gateway.dispatch('MESSAGE_CREATE', {});
    discord.gateway.dispatch('GUILD_CREATE', null);
    discord.gateway.dispatch('SOMETHING_NEW', { much: 'of it' });
    discord.gateway.sendRaw('{"op":0,');
    const act = discord.slash('visits');
    await act.answered;
    expect(entries.filter((entry) => entry.msg.includes('malformed')).length).toBeGreaterThanOrEqual(2);
  });

  it('does not show hostile text as anything but text', async () => {
    const question =
      '@everyone <@&1> <@1> <#2> [free](https://evil.example) **x** `y` ||z|| https://evil.example </help:1>';
    const hostile = await start({
      desk: fakeDesk({
        'list the visits': () =>
          answerOf({ question, trail: [question], headline: line(`Read “${question}”.`, ['s1']) }),
      }),
    });
    const act = hostile.discord.slash('visits');
    await act.answered;
    const text = hostile.discord.shown(act).embeds[0]?.description ?? '';
    expect(text).not.toMatch(/@everyone|(?<!\\)<[@#/]|\[free]\(|(?<!\\)`|(?<!\\)\|\||https:\/\/evil/);
    await hostile.bot.stop();
    await hostile.discord.stop();
  });

  it('reads 6,000 characters', async () => {
    const act = running.discord.slash('when', { question: 'did he visit '.repeat(461).slice(0, 6_000) });
    await act.answered;
    expect(running.discord.shown(act).embeds[0]?.description).toContain('I cannot answer that');
  });
});
