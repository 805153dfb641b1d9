import { afterEach, describe, expect, it } from 'vitest';
import { startDiscord } from '../../src/discord/index.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { startLoopback } from '../loopback/discord/index.ts';
import { answerOf, fakeCommands, fakeDesk, recordingLogger } from './fakes.ts';
import { type Running, start, until } from './start.ts';

const desk = fakeDesk({ 'list the visits': {} });
let running: Running | undefined;

afterEach(async () => {
  await running?.bot.stop();
  await running?.discord.stop();
  running = undefined;
});

describe('the connection', () => {
  it('says when it is connected', async () => {
    running = await start({ desk });
    expect(running.bot.state().connected).toBe(true);
    expect(Date.parse(running.bot.state().lastEvent ?? '')).toBeGreaterThan(Date.now() - 5_000);
    await running.bot.stop();
    expect(running.bot.state()).toMatchObject({ connected: false, detail: 'stopped' });
  });

  it('resumes after a cut and answers what was asked meanwhile', async () => {
    running = await start({ desk });
    const { discord } = running;
    discord.gateway.cut();
    const act = discord.slash('visits');
    await act.answered;
    expect(discord.gateway.resumed).toBe(1);
    expect(discord.gateway.identified).toHaveLength(1);
  });

  it('connects again when it is asked to', async () => {
    running = await start({ desk });
    const { discord } = running;
    discord.gateway.askReconnect();
    await until(() => discord.gateway.resumed === 1);
    await discord.slash('visits').answered;
  });

  it('identifies anew when its session is lost', { timeout: 20_000 }, async () => {
    running = await start({ desk });
    const { discord } = running;
    discord.gateway.forget();
    await until(() => discord.gateway.identified.length === 2, 15_000);
    const act = await until(() => (running?.bot.state().connected ? discord.slash('visits') : undefined));
    await act.answered;
    expect(running.bot.state().connected).toBe(true);
  });

  it('ends with what to do when the token is reset while it runs', async () => {
    running = await start({ desk });
    running.discord.gateway.cut(4004);
    await until(() => running?.bot.state().detail?.includes('DISCORD_TOKEN'));
    expect(running.bot.state().connected).toBe(false);
    expect(running.entries.some((entry) => entry.level === 50 && entry.msg.includes('Reset Token'))).toBe(true);
  });
});

describe('the start', () => {
  const optionsFor = (api: string, token: string) => {
    const { logger, entries } = recordingLogger();
    const options = {
      token,
      desk: () => desk,
      commands: fakeCommands,
      logger,
      limits: { answersPerMinute: 9 },
      restApi: api,
    };
    return { options, entries };
  };

  it('ends with what to do when the token is wrong, and never writes the token', async () => {
    const discord = await startLoopback();
    const { options, entries } = optionsFor(discord.api, 'a.wrong.token');
    await expect(startDiscord(options)).rejects.toThrow(/Copy a new one from the developer portal/);
    expect(JSON.stringify(entries)).not.toContain('a.wrong.token');
    await discord.stop();
  });

  it('ends with what to do when its events are not allowed', async () => {
    const discord = await startLoopback({ allowedIntents: 0 });
    const { options } = optionsFor(discord.api, discord.world.token);
    await expect(startDiscord(options)).rejects.toThrow(/does not allow this bot the events/);
    await discord.stop();
  });

  it('goes on trying when Discord cannot be reached, and answers once it can', { timeout: 20_000 }, async () => {
    const discord = await startLoopback();
    discord.trouble({ match: /gateway/, times: 4, status: 500 });
    const { options, entries } = optionsFor(discord.api, discord.world.token);
    const bot = await startDiscord(options);
    expect(bot.state()).toMatchObject({ connected: false, detail: 'Discord cannot be reached; trying again.' });
    await until(() => bot.state().connected, 15_000);
    expect(entries.some((entry) => entry.msg.startsWith('connected'))).toBe(true);
    await bot.stop();
    await discord.stop();
  });

  it('warns when the registered commands are not those of this version', async () => {
    const discord = await startLoopback();
    const { options, entries } = optionsFor(discord.api, discord.world.token);
    const bot = await startDiscord(options);
    const warning = await until(() => entries.find((entry) => entry.msg.includes('npm run commands')));
    expect(warning.msg).toContain('+ /when');
    await bot.stop();
    await discord.stop();
  });
});

describe('the commands found at the start', () => {
  it.each(['global', 'server'] as const)('are right when they are registered in the %s scope', async (scope) => {
    const discord = await startLoopback();
    const { token, guildId } = discord.world;
    const registration = { token, restApi: discord.api, commands: fakeCommands };
    await registerCommands(scope === 'server' ? { ...registration, guildId } : registration);
    const { logger, entries } = recordingLogger();
    const limits = { answersPerMinute: 9 };
    const bot = await startDiscord({ ...registration, desk: () => desk, logger, limits });
    await bot.stop();
    await discord.stop();
    expect(entries.filter((entry) => entry.level > 30)).toEqual([]);
  });
});

describe('the end', () => {
  it('finishes what is in flight and leaves within five seconds', async () => {
    running = await start({ desk: fakeDesk({ 'list the visits': () => answerOf() }) });
    running.discord.trouble({ match: /callback/, times: 1, status: 429, retryAfter: 1 });
    const act = running.discord.slash('visits');
    await until(() => running?.discord.log.some(({ status }) => status === 429));
    const began = Date.now();
    await running.bot.stop();
    expect(act.callback?.type).toBe(4);
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('does not wait longer than that for a Discord that does not answer', async () => {
    running = await start({ desk });
    running.discord.trouble({ match: /callback/, times: 9, status: 429, retryAfter: 30 });
    running.discord.slash('visits');
    await until(() => running?.discord.log.some(({ status }) => status === 429));
    const began = Date.now();
    await running.bot.stop();
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
