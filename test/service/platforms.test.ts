import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../src/adapter.ts';
import { readConfig } from '../../src/config.ts';
import { configuredPlatforms, startPlatforms } from '../../src/service/platforms.ts';
import { smallDesk } from '../terminal/small-desk.ts';

const logged = () => {
  const lines: string[] = [];
  return { lines, logger: pino({}, { write: (line: string) => lines.push(line) }) };
};
const adapter = (name: string): Adapter => ({
  name,
  stop: async () => {},
  state: () => ({ connected: true, lastEvent: null }),
});

describe('the platforms', () => {
  it('are those that are configured', () => {
    const namesFor = (env: Record<string, string>) =>
      configuredPlatforms({ config: readConfig(env), desk: smallDesk, logger: logged().logger }).map(
        ({ name }) => name,
      );
    expect(namesFor({})).toEqual([]);
    expect(namesFor({ DISCORD_TOKEN: 't' })).toEqual(['discord']);
    expect(namesFor({ DISCORD_TOKEN: 't', SLACK_BOT_TOKEN: 'b', SLACK_APP_TOKEN: 'a' })).toEqual(['discord', 'slack']);
  });

  it('run without the one that could not be started, which says why', async () => {
    const { lines, logger } = logged();
    const broken = { name: 'broken', start: () => Promise.reject(new Error('the token is refused')) };
    const sound = { name: 'sound', start: async () => adapter('sound') };
    const { running, failed, settled } = startPlatforms([broken, sound], logger);
    await settled;
    expect(running.map(({ name }) => name)).toEqual(['sound']);
    expect(failed.map((each) => [each.name, each.state().detail])).toEqual([['broken', 'the token is refused']]);
    expect(lines.join('')).toContain('broken could not be started: the token is refused');
  });

  it('that are up can be told to stop while another is still starting', async () => {
    const slow = { name: 'slow', start: () => new Promise<Adapter>(() => {}) };
    const sound = { name: 'sound', start: async () => adapter('sound') };
    const platforms = startPlatforms([slow, sound], logged().logger);
    await Promise.resolve();
    expect(platforms.running.map(({ name }) => name)).toEqual(['sound']);
  });
});
