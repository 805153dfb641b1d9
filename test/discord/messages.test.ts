import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredMessage } from '../loopback/discord/world.ts';
import { fakeDesk, line } from './fakes.ts';
import { type Running, start, until } from './start.ts';

const desk = fakeDesk({
  'when did he visit lhasa?': {},
  'and in 2022?': { headline: line('Not in 2022.', ['s1']) },
});
let running: Running;
let me: string;

beforeAll(async () => {
  running = await start({ desk });
  me = `<@${running.discord.world.bot.id}>`;
});
afterAll(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

async function replyTo(message: StoredMessage): Promise<StoredMessage> {
  return until(() => running.discord.repliesTo(message)[0]);
}
/** Whether something stays unanswered: a question written after it has been answered by then. */
async function staysUnanswered(message: StoredMessage): Promise<boolean> {
  await replyTo(running.discord.write(`${me} when did he visit lhasa?`));
  return running.discord.repliesTo(message).length === 0;
}
const text = (message: StoredMessage) => message.embeds[0]?.description ?? '';

describe('messages', () => {
  it('answers a mention with a reply that pings nobody', async () => {
    const reply = await replyTo(running.discord.write(`${me} when did he visit lhasa?`));
    expect(text(reply)).toContain('He visited Lhasa once');
    const sent = running.discord.log.find(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
    expect(sent?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  it('answers a direct message, without a mention too', async () => {
    const reply = await replyTo(running.discord.write('when did he visit lhasa?', { place: 'dm' }));
    expect(text(reply)).toContain('He visited Lhasa once');
  });

  it('goes on with the conversation of the answer that is replied to', async () => {
    const first = await replyTo(running.discord.write(`${me} when did he visit lhasa?`));
    const second = await replyTo(running.discord.write('and in 2022?', { replyTo: first, mention: true }));
    expect(desk.asked.at(-1)?.question).toBe('when did he visit lhasa? + and in 2022?');
    expect(second.embeds[0]?.author?.name).toBe('when did he visit lhasa? → and in 2022?');
    await replyTo(running.discord.write('and in 2022?', { replyTo: second, mention: true }));
    expect(desk.asked.at(-1)?.question).toBe('when did he visit lhasa? + and in 2022? + and in 2022?');
  });

  it('goes on in the same way in a direct message, for anyone', async () => {
    const first = await replyTo(running.discord.write('when did he visit lhasa?', { place: 'dm' }));
    await replyTo(running.discord.write('and in 2022?', { place: 'dm', replyTo: first }));
    expect(desk.asked.at(-1)?.question).toBe('when did he visit lhasa? + and in 2022?');
  });

  it('takes a mention in a reply to somebody else as a question of its own', async () => {
    const other = running.discord.write('he was in lhasa', { person: running.discord.world.bob });
    await replyTo(running.discord.write(`${me} when did he visit lhasa?`, { replyTo: other }));
    expect(desk.asked.at(-1)?.question).toBe('when did he visit lhasa?');
  });

  it('shows help for a mention without words', async () => {
    const reply = await replyTo(running.discord.write(me));
    expect(reply.embeds[0]?.title).toBe('Visits of someone');
  });

  it('reads the names of other people who are mentioned', async () => {
    const message = running.discord.write(`${me} when did <@12345678901234567> visit lhasa?`);
    await replyTo(message);
    expect(desk.asked.at(-1)?.question).toBe('when did visit lhasa?');
  });

  it.each([
    ['what was not addressed to it', 'when did he visit lhasa?', {}],
    ['a mention of everyone', '@everyone when did he visit lhasa?', { everyone: true }],
    ['a webhook', 'when did he visit lhasa?', { mention: true, webhook: true }],
    ['a notice of Discord itself', 'pinned', { mention: true, type: 6 }],
  ])('does not answer %s', async (_, content, how) => {
    expect(await staysUnanswered(running.discord.write(content, how))).toBe(true);
  });

  it('does not answer bots, nor itself', async () => {
    const { world } = running.discord;
    const robot = { ...world.bob, id: '100000000000000001', bot: true };
    expect(await staysUnanswered(running.discord.write(`${me} hello`, { person: robot }))).toBe(true);
    expect(await staysUnanswered(running.discord.write(`${me} hello`, { person: world.bot }))).toBe(true);
    expect(await staysUnanswered(running.discord.write('hello', { person: world.bot, place: 'dm' }))).toBe(true);
  });

  it('asks for no privileged intent', () => {
    expect(running.discord.gateway.identified.map(({ intents }) => intents)).toEqual([4609]);
  });
});

describe('too many questions', () => {
  it('tells the asker privately how long to wait, and goes on answering others', async () => {
    const busy = await start({ desk, answersPerMinute: 2 });
    const { alice, bob } = busy.discord.world;
    const acts = [1, 2, 3].map(() =>
      busy.discord.slash('when', { question: 'did he visit lhasa?' }, { person: alice }),
    );
    await Promise.all(acts.map((act) => act.answered));
    const notes = acts.map((act) => busy.discord.shown(act)).filter((message) => message.flags === 64);
    expect(notes.map((note) => note.content)).toEqual([
      expect.stringMatching(/^You have asked a lot within a minute\. Give me \d+ seconds, then ask again\.$/),
    ]);
    const other = busy.discord.slash('when', { question: 'did he visit lhasa?' }, { person: bob });
    await other.answered;
    expect(text(busy.discord.shown(other))).toContain('He visited');
    await busy.bot.stop();
    await busy.discord.stop();
  });

  it('tells someone who mentions it once, in a direct message', async () => {
    const busy = await start({ desk, answersPerMinute: 1 });
    const mention = `<@${busy.discord.world.bot.id}> when did he visit lhasa?`;
    const written = [1, 2, 3].map(() => busy.discord.write(mention));
    const direct = await until(() =>
      [...busy.discord.world.messages.values()].find((message) => message.channel_id === busy.discord.world.dmId),
    );
    expect(direct.content).toContain('then ask again');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(written.flatMap((message) => busy.discord.repliesTo(message))).toHaveLength(1);
    const sent = busy.discord.log.filter(({ path }) => path === `/channels/${busy.discord.world.dmId}/messages`);
    expect(sent).toHaveLength(1);
    await busy.bot.stop();
    await busy.discord.stop();
  });
});
