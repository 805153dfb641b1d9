import { REST, Routes } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from './index.ts';

/** A server that took anything would prove nothing: it refuses what Discord refuses. */

let discord: Loopback;
let rest: REST;
beforeAll(async () => {
  discord = await startLoopback();
  rest = new REST({ api: discord.api, retries: 0 }).setToken(discord.world.token);
});
afterAll(() => discord.stop());

const send = (body: unknown) => rest.post(Routes.channelMessages(discord.world.channelId), { body });
const register = (body: unknown) => rest.put(Routes.applicationCommands(discord.world.applicationId), { body });
const button = (id: string) => ({ type: 2, style: 2, custom_id: id, label: 'x' });
const option = (name: string, more = {}) => ({ type: 3, name, description: 'd', ...more });
const command = (more = {}) => ({ type: 1, name: 'when', description: 'd', ...more });

describe('messages that are refused', () => {
  it.each([
    ['an empty one', {}],
    ['a long description', { embeds: [{ description: 'x'.repeat(4_097) }] }],
    ['a long field', { embeds: [{ fields: [{ name: 'n', value: 'x'.repeat(1_025) }] }] }],
    [
      'more than 6,000 characters together',
      { embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }] },
    ],
    ['a long id', { content: 'c', components: [{ type: 1, components: [button('x'.repeat(101))] }] }],
    ['an id twice', { content: 'c', components: [{ type: 1, components: [button('a'), button('a')] }] }],
    [
      'six buttons in a row',
      { content: 'c', components: [{ type: 1, components: [1, 2, 3, 4, 5, 6].map((n) => button(`b${n}`)) }] },
    ],
    ['a long text', { content: 'x'.repeat(2_001) }],
  ])('%s', async (_, body) => {
    await expect(send(body)).rejects.toThrow(/Invalid Form Body|empty message/);
  });
});

describe('commands that are refused', () => {
  it.each([
    ['a name with a space', [command({ name: 'when was' })]],
    ['a name twice', [command(), command()]],
    ['no description', [{ type: 1, name: 'when' }]],
    ['a long description', [command({ description: 'x'.repeat(101) })]],
    ['26 options', [command({ options: Array.from({ length: 26 }, (_, index) => option(`o${index}`)) })]],
    ['a required option behind another', [command({ options: [option('a'), option('b', { required: true })] })]],
    [
      'choices beside completion',
      [command({ options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
    ],
  ])('%s', async (_, body) => {
    await expect(register(body)).rejects.toThrow('Invalid Form Body');
  });

  it('takes what is right', async () => {
    await expect(register([command({ options: [option('question', { required: true })] })])).resolves.toHaveLength(1);
  });
});
