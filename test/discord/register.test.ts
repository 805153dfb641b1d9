import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands as realCommands } from '../../commands/index.ts';
import { commandPayloads, overCommandLimits } from '../../src/discord/payloads.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { type Loopback, startLoopback } from '../loopback/discord/index.ts';
import { fakeCommands } from './fakes.ts';

let discord: Loopback;
beforeEach(async () => {
  discord = await startLoopback();
});
afterEach(() => discord.stop());

const register = (more: Partial<Parameters<typeof registerCommands>[0]> = {}) =>
  registerCommands({ token: discord.world.token, restApi: discord.api, commands: fakeCommands, ...more });
const writes = () => discord.log.filter(({ method }) => method === 'PUT').length;
const names = (scope: string) => discord.world.commands.get(scope)?.map((command) => command.name) ?? [];

describe('registration', () => {
  it('creates the commands at first and changes nothing afterwards', async () => {
    const first = await register();
    expect(first.difference).toEqual({ added: ['when', 'visits', 'sources', 'help'], removed: [], changed: [] });
    expect(first.lines).toEqual([
      'Commands of the application:',
      '  + /when',
      '  + /visits',
      '  + /sources',
      '  + /help',
      'Written.',
    ]);
    const second = await register();
    expect(second.lines).toEqual(['Commands of the application:', '  as they should be', 'Nothing to write.']);
    expect(writes()).toBe(1);
  });

  it('writes all real commands, and nothing the second time', async () => {
    await register({ commands: realCommands });
    expect((await register({ commands: realCommands })).written).toBe(false);
    expect(names('global')).toHaveLength(realCommands.length);
  });

  it('shows a renamed command as one removed and one added', async () => {
    await register();
    const renamed = fakeCommands.map((command) =>
      command.name === 'visits' ? { ...command, name: 'trips' } : command,
    );
    const { lines } = await register({ commands: renamed });
    expect(lines).toEqual(['Commands of the application:', '  + /trips', '  - /visits', 'Written.']);
    expect(names('global')).toEqual(['when', 'trips', 'sources', 'help']);
  });

  it('shows what changed within a command', async () => {
    await register();
    const changed = fakeCommands.map((command) =>
      command.name === 'help' ? { ...command, summary: 'Help' } : command,
    );
    const { lines } = await register({ commands: changed });
    expect(lines).toContain('  ~ /help');
    expect(lines).toContain('      description: "What can be asked" → "Help"');
  });

  it('writes nothing on a dry run', async () => {
    const { lines } = await register({ dryRun: true });
    expect(lines.at(-1)).toBe('Dry run: nothing was written.');
    expect(writes()).toBe(0);
  });

  it('clears the other scope, so that nothing shows twice', async () => {
    const { guildId } = discord.world;
    await register({ guildId });
    expect([names('global').length, names(guildId).length]).toEqual([0, 4]);
    const { lines } = await register();
    expect(lines).toContain(`Commands in server ${guildId}, cleared so that nothing shows twice:`);
    expect([names('global').length, names(guildId).length]).toEqual([4, 0]);
    await register({ guildId });
    expect([names('global').length, names(guildId).length]).toEqual([0, 4]);
    const writesSoFar = writes();
    await register({ guildId });
    expect(writes()).toBe(writesSoFar);
  });

  it('passes on why Discord refuses', async () => {
    await expect(register({ token: 'a.wrong.token' })).rejects.toThrow('401: Unauthorized');
  });
});

describe('the commands as Discord takes them', () => {
  it('can be installed to servers and users and used everywhere', () => {
    for (const payload of commandPayloads(realCommands)) {
      expect(payload.contexts).toEqual([0, 1, 2]);
      expect(payload.integration_types).toEqual([0, 1]);
      expect(payload.options?.at(-1)).toMatchObject({ name: 'private', type: 5, required: false });
    }
  });

  it('break no limit', () => expect(overCommandLimits(commandPayloads(realCommands))).toEqual([]));

  it.each([
    ['a name in capitals', { name: 'When' }],
    ['a name with a space', { name: 'when was' }],
    ['a long summary', { summary: 'x'.repeat(101) }],
    ['no summary', { summary: '' }],
  ])('are refused with %s', (_, change) => {
    expect(() => commandPayloads(fakeCommands.map((command) => ({ ...command, ...change })))).toThrow(
      'Discord would refuse',
    );
  });
});
