import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf } from '../loopback/discord/index.ts';
import type { StoredMessage } from '../loopback/discord/world.ts';
import { fakeDesk, line } from './fakes.ts';
import { type Running, restart, start } from './start.ts';

const manyLines = Array.from({ length: 25 }, (_, index) => line(`Visit ${index + 1}.`, ['s1']));
const manySources = Array.from({ length: 60 }, (_, index) => ({
  id: `s${index + 1}`,
  publisher: `Paper ${index + 1}`,
  title: `The ${index + 1}th story of a long journey with many stops`,
  published: '2020-05',
  url: `https://paper.example/${index + 1}`,
}));
const LONG = `when did he visit ${'a very '.repeat(20)}far place`;

const table = {
  'list the visits': { lines: manyLines, reading: ['Read as a list.'], suggestions: ['when did he visit lhasa'] },
  'when did he visit lhasa': {
    sources: manySources,
    reading: ['Read “lhasa” as Lhasa.'],
    facts: ['visit-1', 'visit-2'],
  },
  'when was it': {
    status: 'ambiguous' as const,
    headline: line('Which of two visits?'),
    sources: [],
    facts: [],
    choices: [
      { label: 'The first', question: 'when did he visit lhasa' },
      { label: 'The second', question: LONG },
    ],
  },
  [LONG]: { headline: line('Long ago.', ['s1']), reading: ['Read whole.'] },
};
let running: Running;
let desk = fakeDesk(table);

beforeAll(async () => {
  running = await start({ desk: () => desk });
});
beforeEach(() => {
  desk = fakeDesk(table);
});
afterAll(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

async function shown(question: Parameters<Running['discord']['slash']>): Promise<StoredMessage> {
  const act = running.discord.slash(...question);
  await act.answered;
  return running.discord.shown(act);
}
const visits = () => shown(['visits']);
const labels = (message: StoredMessage) => buttonsOf(message).map((button) => button.label);
const text = (message: StoredMessage) => message.embeds[0]?.description ?? '';

describe('pages', () => {
  it('turns them in place for the asker, forward and back', async () => {
    const message = await visits();
    expect(text(message)).toContain('- Visit 10.');
    expect(text(message)).not.toContain('Visit 11.');
    expect(labels(message)).not.toContain('◀ Previous');
    const next = running.discord.press(message, 'Next');
    await next.answered;
    expect(next.callback?.type).toBe(7);
    expect(text(message)).toContain('- Visit 11.');
    expect(message.embeds[0]?.footer?.text).toBe('Record kept to 31 May 2026 · 11–20 of 25');
    await running.discord.press(message, 'Next').answered;
    expect(text(message)).toContain('- Visit 25.');
    expect(labels(message)).not.toContain('Next ▶');
    await running.discord.press(message, '◀').answered;
    expect(text(message)).toContain('- Visit 20.');
  });

  it('gives anyone else a page of their own', async () => {
    const message = await visits();
    const next = running.discord.press(message, 'Next', { person: running.discord.world.bob });
    await next.answered;
    expect(text(message)).toContain('- Visit 10.');
    expect(running.discord.shown(next).flags).toBe(64);
    expect(text(running.discord.shown(next))).toContain('- Visit 11.');
  });
});

describe('sources and reading', () => {
  it('shows all sources to the presser alone, page by page', async () => {
    const message = await shown(['when', { question: 'did he visit lhasa' }]);
    expect(labels(message)).toContain('Sources (60)');
    const act = running.discord.press(message, 'Sources', { person: running.discord.world.bob });
    await act.answered;
    const sources = running.discord.shown(act);
    expect(sources.flags).toBe(64);
    expect(text(sources)).toContain(
      '1. [The 1th story of a long journey with many stops](https://paper.example/1) – Paper 1, May 2020',
    );
    let seen = text(sources);
    while (labels(sources).some((label) => label.startsWith('Next'))) {
      await running.discord.press(sources, 'Next').answered;
      seen += text(sources);
    }
    for (const source of manySources) expect(seen).toContain(`(${source.url})`);
  });

  it('says how it read the question, with the facts it stated', async () => {
    const message = await shown(['when', { question: 'did he visit lhasa' }]);
    const act = running.discord.press(message, 'How I read this');
    await act.answered;
    const reading = running.discord.shown(act);
    expect(reading.flags).toBe(64);
    expect(text(reading)).toBe('- Read “lhasa” as Lhasa.');
    expect(reading.embeds[0]?.fields?.[0]?.value).toBe('`visit-1` `visit-2`');
  });
});

describe('questions on buttons', () => {
  it('asks a suggestion anew, to all for the asker and privately for others', async () => {
    const message = await visits();
    const own = running.discord.press(message, 'when did he visit lhasa');
    const other = running.discord.press(message, 'when did he visit lhasa', { person: running.discord.world.bob });
    await Promise.all([own.answered, other.answered]);
    expect(running.discord.shown(own).flags ?? 0).toBe(0);
    expect(running.discord.shown(other).flags).toBe(64);
    expect(text(running.discord.shown(own))).toContain('He visited Lhasa');
    expect(text(message)).toContain('Visit 1.');
  });

  it('puts the chosen meaning in the place of the question back', async () => {
    const message = await shown(['when', { question: 'was it' }]);
    expect(labels(message)).toEqual(['The first', 'The second', 'Remove']);
    await running.discord.press(message, 'The first').answered;
    expect(text(message)).toContain('He visited Lhasa');
    expect(message.embeds[0]?.author?.name).toBe('when did he visit lhasa');
  });

  it('finds a chosen meaning that is too long for an id', async () => {
    const message = await shown(['when', { question: 'was it' }]);
    await running.discord.press(message, 'The second').answered;
    expect(text(message)).toContain('Long ago.');
  });
});

describe('who sees an answer', () => {
  it('shows a private answer to everyone, once', async () => {
    const message = await shown(['visits', { private: true }]);
    expect(labels(message)).not.toContain('Remove');
    const act = running.discord.press(message, 'Show everyone');
    await act.answered;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [open] = act.followups;
    expect(open?.flags ?? 0).toBe(0);
    expect(open && text(open)).toContain('Visit 1.');
    expect(open && labels(open)).toContain('Remove');
    expect(labels(message)).not.toContain('Show everyone');
  });

  it('has nobody to show a private answer to in a direct message', async () => {
    const message = await shown(['visits', { private: true }, { place: 'dm' }]);
    expect(labels(message)).not.toContain('Show everyone');
  });

  it('lets the asker take an answer away, and nobody else', async () => {
    const message = await visits();
    const other = running.discord.press(message, 'Remove', { person: running.discord.world.bob });
    await other.answered;
    expect(running.discord.shown(other).content).toBe('Only the person who asked can take this answer away.');
    expect(running.discord.world.messages.has(message.id)).toBe(true);
    await running.discord.press(message, 'Remove').answered;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(running.discord.world.messages.has(message.id)).toBe(false);
  });
});

describe('after a restart', () => {
  it('still knows what every button is about', async () => {
    const message = await visits();
    const long = await shown(['when', { question: LONG.slice(5) }]);
    running = await restart(running, desk);
    await running.discord.press(message, 'Next').answered;
    expect(text(message)).toContain('- Visit 11.');
    const act = running.discord.press(long, 'How I read this');
    await act.answered;
    expect(text(running.discord.shown(act))).toContain('Read whole.');
    expect(desk.asked.at(-1)?.question).toBe(LONG);
  });

  it('asks to ask again when the question was too long to keep', async () => {
    const message = await visits();
    message.embeds = [{ author: { name: `${'when '.repeat(50)}…` } }];
    const act = running.discord.pressId(message, 'sources|0|');
    await act.answered;
    expect(running.discord.shown(act).content).toContain('Ask it again');
  });

  it('says so of a button of another version', async () => {
    const act = running.discord.pressId(await visits(), 'vote:7');
    await act.answered;
    expect(running.discord.shown(act).content).toContain('older version');
    expect(running.discord.shown(act).flags).toBe(64);
  });
});
