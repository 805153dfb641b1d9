import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback as Discord, startLoopback } from '../loopback/discord/index.ts';
import { APP_TOKEN, BOT_TOKEN, openSlack, type Loopback as Slack } from '../loopback/slack/slack.ts';
import { freePort } from '../loopback/slack/workspace.ts';
import { eventually } from '../slack/fake.ts';
import { SCOPES } from '../slack/harness.ts';

/** Both platforms in one process, as `npm start` runs them, and what the others do when one of them is refused. */

type Platform = { name: string; connected: boolean; detail?: string };
type Page = { ready: boolean; platforms: Platform[] };
type Entry = { level: string; adapter?: string; msg: string };

const START_MS = 30_000;
const RIGHT = { DISCORD_TOKEN: 'a.test.token', SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN };
const WRONG = 'no-token-of-anybody';

let discord: Discord;
let slack: Slack;
beforeAll(async () => {
  [discord, slack] = await Promise.all([startLoopback({ token: RIGHT.DISCORD_TOKEN }), openSlack({ scopes: SCOPES })]);
});
afterAll(() => Promise.all([discord.stop(), slack.stop()]));

let kill = () => {};
afterEach(() => kill());

async function start(tokens: Partial<typeof RIGHT>) {
  const port = await freePort();
  const script = fileURLToPath(new URL('./process.ts', import.meta.url));
  // Addresses that are lost on the way would be those of the platforms themselves.
  const noNetwork = new URL('../no-network.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', noNetwork, script, discord.api, slack.apiUrl], {
    env: { PATH: process.env.PATH, ATTACHE_SEEDS: resolve('seeds'), HEALTH_PORT: `${port}`, ...RIGHT, ...tokens },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  kill = () => child.kill('SIGKILL');
  let written = '';
  child.stdout.on('data', (chunk) => {
    written += chunk;
  });
  const exited = once(child, 'exit').then(([code]) => code);
  const page = () => fetch(`http://127.0.0.1:${port}/readyz`);
  return {
    child,
    exited,
    log: (): Entry[] => written.split('\n').flatMap((line) => (line === '' ? [] : JSON.parse(line))),
    written: () => written,
    /** The health page once no platform is being started any more. */
    settled: async (): Promise<{ status: number; body: Page }> => {
      for (const end = Date.now() + START_MS; Date.now() < end; ) {
        const response = await page().catch(() => undefined);
        const body = (await response?.json()) as Page | undefined;
        const isStarting = ({ detail }: Platform) => detail === 'it is being started';
        if (response && body && !body.platforms.some(isStarting)) return { status: response.status, body };
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error(`the health page never came: ${written}`);
    },
  };
}

const QUESTION = 'when did he visit Moscow';

async function answerOnDiscord(): Promise<string | undefined> {
  const question = discord.write(`<@${discord.world.bot.id}> ${QUESTION}`);
  return (await eventually(() => discord.repliesTo(question)[0])).embeds[0]?.description;
}

async function answerInSlack(): Promise<unknown> {
  const { message } = await slack.mention(QUESTION);
  const posted = () =>
    slack.front.calls.find(
      ({ method, args, result }) =>
        method === 'chat.postMessage' && args.thread_ts === message.ts && result.ok === true,
    );
  return (await eventually(posted)).args.text;
}

describe('both platforms configured', { timeout: START_MS }, () => {
  it('both answer, and both are left within five seconds after SIGTERM', async () => {
    const service = await start({});
    const { status, body } = await service.settled();
    expect(status).toBe(200);
    expect(body.platforms).toMatchObject([
      { name: 'discord', connected: true },
      { name: 'slack', connected: true },
    ]);
    expect(await answerOnDiscord()).toContain('Moscow');
    expect(await answerInSlack()).toContain('Moscow');
    const told = Date.now();
    service.child.kill('SIGTERM');
    expect(await service.exited).toBe(0);
    expect(Date.now() - told).toBeLessThan(5000);
  });

  it.each([
    { wrong: 'SLACK_BOT_TOKEN', platform: 'slack', why: /SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/ },
    { wrong: 'SLACK_APP_TOKEN', platform: 'slack', why: /SLACK_APP_TOKEN \(invalid_auth\).*connections:write/ },
    { wrong: 'DISCORD_TOKEN', platform: 'discord', why: /Discord refused the token.*DISCORD_TOKEN/ },
  ])('with a wrong $wrong the other answers, and log and health page say what is wrong', async (given) => {
    const { wrong, platform, why } = given;
    const service = await start({ [wrong]: WRONG });
    const { status, body } = await service.settled();
    expect([status, body.ready]).toEqual([200, true]);
    const refused = body.platforms.filter(({ connected }) => !connected);
    expect(refused).toMatchObject([{ name: platform, detail: expect.stringMatching(why) }]);
    const errors = service.log().filter(({ level }) => level === 'error');
    expect(new Set(errors.map(({ adapter }) => adapter))).toEqual(new Set([platform]));
    expect(errors.at(-1)?.msg).toMatch(why);

    expect(await (platform === 'slack' ? answerOnDiscord() : answerInSlack())).toContain('Moscow');
    expect(`${service.written()}${JSON.stringify(body)}`).not.toContain(WRONG);
  });

  it('ends with what is wrong with each when both tokens are', async () => {
    const service = await start({ DISCORD_TOKEN: WRONG, SLACK_BOT_TOKEN: WRONG });
    expect(await service.exited).toBe(1);
    const errors = service.log().filter(({ level }) => level === 'error');
    expect(errors.map(({ adapter }) => adapter).sort()).toEqual(['discord', 'slack']);
  });
});
