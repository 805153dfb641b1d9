import { once } from 'node:events';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { startLoopback } from '../../test/loopback/discord/index.ts';
import { APP_TOKEN, BOT_TOKEN, openSlack } from '../../test/loopback/slack/slack.ts';
import type { BotKind, FromBot } from './bots.ts';
import { median, ratio, table } from './figures.ts';
import { startProgram } from './process.ts';

/** Answers a second and memory of a bot on loopback, beside a bare bot that replies "ok". */

const ROUNDS = 5;
const QUESTIONS = 400;
/** Asked at the same time, as in a busy server. */
const AT_ONCE = 16;

/** A platform on loopback: how a bot reaches it, and how somebody asks and gets an answer. */
type Stage = { args: string[]; ask: (question: string) => Promise<unknown>; stop: () => Promise<void> };
type Measured = { answers: number; idle: number; busy: number };

export async function platformTable(questions: readonly string[]): Promise<string> {
  const rows: string[][] = [];
  for (const [name, ours, bare, open] of [
    ['Discord', 'discord', 'discord-bare', discordStage],
    ['Slack', 'slack', 'slack-bare', slackStage],
  ] as const) {
    const beside = await measure(bare, open, questions);
    const own = await measure(ours, open, questions);
    const row = (label: string, { answers, idle, busy }: Measured) => [
      label,
      answers.toFixed(0),
      ratio(answers, beside.answers),
      idle.toFixed(0),
      busy.toFixed(0),
      `${(busy - beside.busy).toFixed(0)}`,
    ];
    rows.push(row(`${name}: bare, replies “ok”`, beside), row(`${name}: Attaché`, own));
  }
  const head = ['', 'answers a second', 'beside bare', 'MB idle', 'MB after', 'more than bare'];
  return table('On loopback', head, rows);
}

async function measure(kind: BotKind, open: () => Promise<Stage>, questions: readonly string[]): Promise<Measured> {
  const stage = await open();
  const bot = startProgram('bots.js', [kind, ...stage.args], ['--expose-gc']);
  bot.stderr?.pipe(process.stderr);
  const resident = async () => {
    bot.send('resident');
    const [message] = (await once(bot, 'message')) as [FromBot];
    return 'resident' in message ? message.resident : Number.NaN;
  };
  await once(bot, 'message');
  const idle = await resident();
  const rates: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const before = performance.now();
    await crowd(stage, questions);
    if (round >= 0) rates.push(QUESTIONS / ((performance.now() - before) / 1000));
  }
  const busy = await resident();
  bot.disconnect();
  await once(bot, 'exit');
  await stage.stop();
  return { answers: median(rates), idle, busy };
}

async function crowd({ ask }: Stage, questions: readonly string[]): Promise<void> {
  let next = 0;
  const person = async () => {
    while (next < QUESTIONS) {
      const question = questions[next % questions.length] ?? '';
      next += 1;
      await ask(question);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
}

async function discordStage(): Promise<Stage> {
  const discord = await startLoopback();
  const { token } = discord.world;
  await registerCommands({ token, restApi: discord.api, commands });
  return {
    args: [discord.api, token],
    ask: (question) => discord.slash('ask', { question }).answered,
    stop: discord.stop,
  };
}

async function slackStage(): Promise<Stage> {
  const slack = await openSlack({ scopes: ['app_mentions:read', 'chat:write', 'commands', 'im:history'] });
  const { workspace, front } = slack;
  const posted = new Map<string, () => void>();
  // An answer is posted into the thread of the question.
  const push = front.calls.push.bind(front.calls);
  front.calls.push = (...calls) => {
    for (const { method, args } of calls) if (method === 'chat.postMessage') posted.get(String(args.thread_ts))?.();
    return push(...calls);
  };
  let number = 0;
  return {
    args: [slack.apiUrl, BOT_TOKEN, APP_TOKEN],
    ask: async (question) => {
      number += 1;
      const ts = `${Math.floor(Date.now() / 1000)}.${String(number).padStart(6, '0')}`;
      const answered = new Promise<void>((resolve) => posted.set(ts, resolve));
      const text = `<@${workspace.bot.user}> ${question}`;
      await slack.event({ type: 'app_mention', user: 'U0ASKER', text, ts, event_ts: ts, channel: workspace.channel });
      await answered;
      posted.delete(ts);
    },
    stop: slack.stop,
  };
}
