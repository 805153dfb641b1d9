import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../loopback/discord/index.ts';

let discord: Loopback;
beforeAll(async () => {
  discord = await startLoopback();
});
afterAll(() => discord.stop());

function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; error: string }> {
  const given = { PATH: process.env.PATH, DISCORD_TOKEN: discord.world.token, DISCORD_API: discord.api, ...env };
  return new Promise((resolve) => {
    execFile('node', ['--import', 'tsx', 'scripts/commands.ts', ...args], { env: given }, (failure, out, error) => {
      resolve({ code: Number(failure?.code ?? 0), out, error });
    });
  });
}

describe('npm run commands', { timeout: 30_000 }, () => {
  it('shows what it would register, registers it, and then has nothing to do', async () => {
    const dry = await run(['discord', '--dry-run']);
    expect(dry.out).toContain('  + /when\n');
    expect(dry.out).toContain('Dry run: nothing was written.');
    expect(discord.world.commands.get('global')).toBeUndefined();
    expect((await run(['discord'])).out).toMatch(/Written\.\n$/);
    expect((await run(['discord'])).out).toMatch(/Nothing to write\.\n$/);
  });

  it('says what is wrong, in its own words and in its exit code', async () => {
    expect(await run([])).toMatchObject({ code: 64, error: expect.stringContaining('Usage:') });
    expect(await run(['discord', '--gild', '1'])).toMatchObject({ code: 64 });
    expect(await run(['discord'], { DISCORD_TOKEN: '' })).toMatchObject({
      code: 64,
      error: expect.stringContaining('DISCORD_TOKEN'),
    });
    expect(await run(['discord'], { DISCORD_TOKEN: 'wrong' })).toMatchObject({
      code: 70,
      error: expect.stringContaining('401'),
    });
  });
});
