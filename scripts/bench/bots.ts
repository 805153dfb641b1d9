import type { Desk } from '../../src/desk.ts';

/** Run by the bench in a process of its own: one bot in front of a platform on loopback, ours or a bare one that says "ok". */

export type BotKind = 'discord' | 'discord-bare' | 'slack' | 'slack-bare';
/** What a bot tells the bench: that it is connected, or the megabytes that are resident when it is asked. */
export type FromBot = { ready: true } | { resident: number };

const [kind, api = '', token = '', appToken = ''] = process.argv.slice(2);
const answersPerMinute = 1_000_000;

/** What both of our adapters need; loaded only for them, so that a bare bot holds nothing but its library. */
async function ours() {
  const [{ pino }, { commands }, { openDesk }, { loadRecord }] = await Promise.all([
    import('pino'),
    import('../../commands/index.ts'),
    import('../../src/desk.ts'),
    import('../../src/record/load.ts'),
  ]);
  const desk: Desk = openDesk((await loadRecord('seeds')).record);
  return { desk: () => desk, commands, logger: pino({ level: 'silent' }) };
}

const starts: Readonly<Record<BotKind, () => Promise<unknown>>> = {
  discord: async () => {
    const { startDiscord } = await import('../../src/discord/index.ts');
    return startDiscord({ ...(await ours()), token, limits: { answersPerMinute }, restApi: api });
  },
  'discord-bare': async () => {
    const { Client, Events, GatewayIntentBits } = await import('discord.js');
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('ok');
    });
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    await ready;
  },
  slack: async () => {
    const { startSlack } = await import('../../src/slack/app.ts');
    const way = { botToken: token, appToken, followThreads: false, answersPerMinute, apiUrl: api };
    return startSlack({ ...(await ours()), ...way });
  },
  'slack-bare': async () => {
    const { App } = await import('@slack/bolt');
    const app = new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl: api } });
    app.event('app_mention', async ({ event, say }) => void (await say({ text: 'ok', thread_ts: event.ts })));
    await app.start();
  },
};

const start = starts[kind as BotKind];
if (start === undefined) throw new Error(`no bot of the kind ${kind}`);
process.on('message', () => {
  globalThis.gc?.();
  send({ resident: process.memoryUsage.rss() / 2 ** 20 });
});
process.on('disconnect', () => process.exit(0));
await start();
send({ ready: true });

function send(message: FromBot): void {
  process.send?.(message);
}
