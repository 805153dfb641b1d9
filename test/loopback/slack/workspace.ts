import { createServer } from 'node:http';
import { createEmulator } from 'emulate';

/** A workspace with people, a channel and an installed bot, kept by npm's `emulate`: its Web API answers as Slack's does. */

type Answered = Record<string, unknown> & { ok?: boolean; error?: string };

export type Workspace = {
  /** The address of the Web API of `emulate`, without a slash at the end. */
  url: string;
  team: string;
  channel: string;
  bot: { token: string; user: string; id: string };
  /** User ids by name. */
  people: Readonly<Record<string, string>>;
  /** Calls the Web API past the loopback's own counting, as the bot or as somebody. */
  call(method: string, args: Record<string, unknown>, token?: string): Promise<Answered>;
  /** The token with which this person writes. */
  tokenOf(name: string): string;
  stop(): Promise<void>;
};

export type WorkspaceOptions = { botToken: string; appId: string; scopes: string[]; people: string[] };

const PEOPLE_SCOPES = ['chat:write', 'channels:history', 'channels:read', 'im:history', 'im:read', 'im:write'];

/** Starts `emulate` on a free port of this machine. The bot's token has these scopes and no others. */
export async function openWorkspace({ botToken, appId, scopes, people }: WorkspaceOptions): Promise<Workspace> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const tokenOf = (name: string) => `xoxp-${name}`;
  const emulator = await createEmulator({
    service: 'slack',
    port,
    baseUrl: url,
    seed: {
      slack: {
        team: { name: 'Newsroom', domain: 'newsroom' },
        users: people.map((name) => ({ name, real_name: name })),
        channels: [{ name: 'ask' }],
        oauth_apps: [
          {
            app_id: appId,
            client_id: '1.2',
            client_secret: 'not used',
            name: 'Attaché',
            redirect_uris: [`${url}/installed`],
            scopes,
            bot_name: 'attache',
          },
        ],
        tokens: [
          { token: botToken, user: 'attache', app_id: appId, scopes },
          ...people.map((name) => ({ token: tokenOf(name), user: name, scopes: PEOPLE_SCOPES })),
        ],
        strict_scopes: true,
      },
    },
  });
  const call = async (method: string, args: Record<string, unknown>, token = botToken): Promise<Answered> => {
    const response = await fetch(`${url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const answered: unknown = await response.json();
    return typeof answered === 'object' && answered !== null ? { ...answered } : {};
  };
  const me = await call('auth.test', {});
  const ids = await Promise.all(people.map((name) => call('auth.test', {}, tokenOf(name))));
  const first = people[0];
  if (first === undefined) throw new Error('a workspace needs somebody in it');
  const listed = await call('conversations.list', {}, tokenOf(first));
  const channels = Array.isArray(listed.channels) ? listed.channels : [];
  const ask = channels.find((channel: { name?: string; id?: string }) => channel.name === 'ask');
  return {
    url,
    team: String(me.team_id),
    channel: String(ask?.id),
    bot: { token: botToken, user: String(me.user_id), id: String(me.bot_id) },
    people: Object.fromEntries(people.map((name, index) => [name, String(ids[index]?.user_id)])),
    call,
    tokenOf,
    stop: () => emulator.close(),
  };
}

/** A port that nothing on this machine listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
