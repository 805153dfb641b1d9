import { randomUUID } from 'node:crypto';
import { type Front, type Json, openFront } from './front.ts';
import { type Delivered, type Kind, type Line, type Retry, type Signing, signedRequests, socketMode } from './lines.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

/**
 * Slack on loopback: a workspace in which people write, and an app that is told of it over Socket Mode or HTTP. Messages are
 * really posted, so timestamps, threads and histories are the workspace's own.
 */

export type LoopbackOptions = {
  scopes: string[];
  /** Everybody who has an account; the first one is `alice`. */
  people?: string[];
};

export type Writing = { by?: string; channel?: string; thread?: string };

export type Loopback = Awaited<ReturnType<typeof openSlack>>;

export const BOT_TOKEN = 'xoxb-loopback';
export const APP_TOKEN = 'xapp-loopback';
export const SIGNING_SECRET = 'a-signing-secret-of-the-loopback';
const APP_ID = 'A0LOOPBACK';

export async function openSlack({ scopes, people = ['alice', 'bob'] }: LoopbackOptions) {
  const workspace = await openWorkspace({ botToken: BOT_TOKEN, appId: APP_ID, scopes, people });
  let url = '';
  const front: Front = openFront(workspace, APP_TOKEN, scopes, () => url);
  const sockets = socketMode(front.server, APP_ID, front.admits);
  await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
  const address = front.server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback has no port');
  url = `http://127.0.0.1:${address.port}`;

  let line: Line = sockets.deliver;
  let signing: Signing = { secret: SIGNING_SECRET };
  const deliver = (kind: Kind, payload: Json, retry?: Retry): Promise<Delivered> => line(kind, payload, retry);
  const me = (name = 'alice') => ({ id: idOf(workspace, name), username: name, name, team_id: workspace.team });
  const team = { id: workspace.team, domain: 'newsroom' };

  const event = (inner: Json, id = `Ev${randomUUID().slice(0, 10)}`, retry?: Retry) =>
    deliver(
      'events_api',
      {
        token: 'of old times',
        team_id: workspace.team,
        api_app_id: APP_ID,
        event: inner,
        type: 'event_callback',
        event_id: id,
        event_time: Math.floor(Date.now() / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: workspace.team,
            user_id: workspace.bot.user,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
        event_context: `4-${randomUUID()}`,
      },
      retry,
    );

  /** Somebody writes: the message is in the workspace from then on. Nothing is delivered yet. */
  const write = async (text: string, { by = 'alice', channel = workspace.channel, thread }: Writing = {}) => {
    const args = { channel, text, ...(thread ? { thread_ts: thread } : {}) };
    const posted = await workspace.call('chat.postMessage', args, workspace.tokenOf(by));
    if (!posted.ok) throw new Error(`${by} could not write: ${posted.error}`);
    const ts = String(posted.ts);
    return {
      user: idOf(workspace, by),
      text,
      ts,
      channel,
      team: workspace.team,
      event_ts: ts,
      client_msg_id: randomUUID(),
      ...(thread ? { thread_ts: thread } : {}),
    };
  };

  return {
    workspace,
    front,
    sockets,
    apiUrl: `${url}/api/`,
    event,
    deliver,
    write,
    /** From now on deliveries go to this address, signed. */
    deliverTo: (place: string) => {
      line = signedRequests(place, () => signing);
    },
    /** From now on requests are signed like this. */
    signWith: (how: Partial<Signing>) => {
      signing = { secret: SIGNING_SECRET, ...how };
    },
    /** Somebody mentions the bot. */
    mention: async (text: string, writing: Writing & { eventId?: string } = {}) => {
      const message = await write(`<@${workspace.bot.user}> ${text}`, writing);
      return { message, delivered: await event({ type: 'app_mention', ...message }, writing.eventId) };
    },
    /** Somebody writes in a channel without a mention; Slack tells of it where the app asked for that. */
    say: async (text: string, writing: Writing = {}) => {
      const message = await write(text, writing);
      return { message, delivered: await event({ type: 'message', channel_type: 'channel', ...message }) };
    },
    /** The direct messages between the bot and somebody. */
    direct: async (by = 'alice') => {
      const opened = await workspace.call('conversations.open', { users: workspace.bot.user }, workspace.tokenOf(by));
      const channel: unknown = opened.channel;
      if (typeof channel !== 'object' || channel === null || !('id' in channel)) throw new Error(String(opened.error));
      return String(channel.id);
    },
    /** Somebody writes to the bot directly. */
    tell: async (text: string, writing: Writing & { channel: string }) => {
      const message = await write(text, writing);
      return { message, delivered: await event({ type: 'message', channel_type: 'im', ...message }) };
    },
    openApp: (tab: 'home' | 'messages', channel: string, by = 'alice') =>
      event({ type: 'app_home_opened', user: idOf(workspace, by), channel, tab, event_ts: '1.1' }),
    /** Somebody uses a slash command in the channel. */
    command: async (command: string, text: string, by = 'alice') => {
      const hook = front.hook();
      const delivered = await deliver('slash_commands', {
        token: 'of old times',
        team_id: workspace.team,
        team_domain: 'newsroom',
        channel_id: workspace.channel,
        channel_name: 'ask',
        user_id: idOf(workspace, by),
        user_name: by,
        command,
        text,
        api_app_id: APP_ID,
        is_enterprise_install: 'false',
        response_url: hook,
        trigger_id: await trigger(workspace, by),
      });
      return { hook, delivered };
    },
    /** Somebody presses a button of a message, where `message` is what the app posted or answered. */
    press: async (button: Json, where: { message: Json; channel?: string; private?: boolean; by?: string }) => {
      const hook = front.hook();
      const { message, channel = workspace.channel, by } = where;
      const thread = message.thread_ts ? { thread_ts: message.thread_ts } : {};
      const delivered = await deliver('interactive', {
        type: 'block_actions',
        user: me(by),
        api_app_id: APP_ID,
        token: 'of old times',
        container: {
          type: 'message',
          message_ts: message.ts,
          channel_id: channel,
          is_ephemeral: where.private === true,
          ...thread,
        },
        trigger_id: await trigger(workspace, by),
        team,
        channel: { id: channel, name: 'ask' },
        ...(where.private ? {} : { message }),
        response_url: hook,
        actions: [{ ...button, block_id: 'b', action_ts: actionTime() }],
      });
      return { hook, delivered };
    },
    /** Somebody presses a button of the Home tab or of a dialog. */
    pressInView: async (button: Json, view: Json, by?: string) =>
      deliver('interactive', {
        type: 'block_actions',
        user: me(by),
        api_app_id: APP_ID,
        token: 'of old times',
        container: { type: 'view', view_id: view.id },
        trigger_id: await trigger(workspace, by, view.id),
        team,
        view,
        actions: [{ ...button, block_id: 'b', action_ts: actionTime() }],
      }),
    stop: async () => {
      sockets.stop();
      front.server.closeAllConnections();
      await new Promise((resolve) => front.server.close(resolve));
      await workspace.stop();
    },
  };
}

let actions = 0;
function actionTime(): string {
  actions += 1;
  return `${Math.floor(Date.now() / 1000)}.${String(actions).padStart(6, '0')}`;
}

// A trigger is good for one dialog, within three seconds, by the person who pressed.
async function trigger(workspace: Workspace, by = 'alice', view?: unknown): Promise<string> {
  const args = { user_id: idOf(workspace, by), ...(view === undefined ? {} : { view_id: view }) };
  const { trigger_id } = await workspace.call('views.generateTriggerId', args);
  return String(trigger_id);
}

function idOf(workspace: Workspace, name: string): string {
  const id = workspace.people[name];
  if (id === undefined) throw new Error(`nobody is called ${name}`);
  return id;
}
