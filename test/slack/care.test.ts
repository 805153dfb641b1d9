import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { startSlack } from '../../src/slack/app.ts';
import { APP_TOKEN, BOT_TOKEN } from '../loopback/slack/slack.ts';
import { eventually, fakeCommands, fakeDesk, keptLogger } from './fake.ts';
import { buttonNamed, type Running, running, WAYS, words } from './harness.ts';

// What goes wrong in a real Slack: doubles, retries, refusals, forged requests, lost connections, hostile text, crowds.

let app: Running;
afterEach(() => app?.stop());

describe.each(WAYS)('over %s', (way) => {
  it('a mention that comes as two events is answered once', async () => {
    app = await running(way);
    const message = await app.slack.write(`<@${app.slack.workspace.bot.user}> when?`);
    await Promise.all([
      app.slack.event({ type: 'app_mention', ...message }),
      app.slack.event({ type: 'message', channel_type: 'channel', ...message }),
    ]);
    await app.post(0);
    await app.quiet();
    expect(app.posted()).toHaveLength(1);
  });

  it('an event that is delivered again is answered once, also when only its id is the same', async () => {
    app = await running(way);
    const message = await app.slack.write(`<@${app.slack.workspace.bot.user}> when?`);
    const retry = { number: 1, reason: 'http_timeout' };
    await app.slack.event({ type: 'app_mention', ...message }, 'Ev1');
    const again = await app.slack.event({ type: 'app_mention', ...message }, 'Ev1', retry);
    await app.slack.event({ type: 'app_mention', ...message }, 'Ev2', { ...retry, number: 2 });
    expect(again.acknowledged).toBe(true);
    await app.quiet();
    expect(app.posted()).toHaveLength(1);
  });

  it('a retry of an event that never arrived is answered', async () => {
    app = await running(way);
    const message = await app.slack.write(`<@${app.slack.workspace.bot.user}> when?`);
    await app.slack.event({ type: 'app_mention', ...message }, 'Ev9', { number: 1, reason: 'connection_failed' });
    expect((await app.post(0)).thread_ts).toBe(message.ts);
  });

  it('leaves alone what was edited, what bots and itself wrote, and what nobody addressed to it', async () => {
    app = await running(way);
    const { workspace, event, write } = app.slack;
    const message = await write(`<@${workspace.bot.user}> when?`);
    await event({ type: 'app_mention', ...message, edited: { user: message.user, ts: '1.1' } });
    await event({ type: 'app_mention', ...message, ts: '1.2', bot_id: 'B1' });
    await event({ type: 'app_mention', ...message, ts: '1.3', user: workspace.bot.user });
    await event({
      type: 'message',
      channel_type: 'channel',
      ...message,
      ts: '1.4',
      text: 'when did she visit Petrovar?',
    });
    await event({
      type: 'message',
      channel_type: 'im',
      ...message,
      ts: '1.5',
      channel: 'D1',
      subtype: 'message_changed',
    });
    await event({
      type: 'message',
      channel_type: 'im',
      ...message,
      ts: '1.6',
      channel: 'D1',
      bot_id: workspace.bot.id,
    });
    await app.quiet();
    expect(app.asked).toEqual([]);
    expect(app.posted()).toEqual([]);
  });

  it('a fault in answering reaches the asker alone with an id, and the log has the same id', async () => {
    app = await running(way);
    await app.slack.mention('fault please');
    const post = await app.post(0);
    expect(post).toMatchObject({ method: 'chat.postEphemeral', user: app.slack.workspace.people.alice });
    const id = /id ([0-9a-f]{8})/.exec(words(post))?.[1];
    expect(app.log.find((line) => line.id === id)).toMatchObject({ what: 'app_mention', error: 'the desk fell over' });
  });

  it('a slash command that fails says so with an id', async () => {
    app = await running(way);
    const { hook } = await app.slack.command('/ask', 'fault please');
    expect((await app.reply(hook)).text).toMatch(/id [0-9a-f]{8}/);
  });

  it('a channel in which it may not write is told of privately, in a direct message if need be', async () => {
    app = await running(way);
    app.slack.front.faults.push({ method: /chat\.postMessage/, times: 1, error: 'restricted_action' });
    app.slack.front.faults.push({ method: /chat\.postEphemeral/, times: 1, error: 'user_not_in_channel' });
    await app.slack.mention('when?');
    const post = await app.post(0);
    expect(post).toMatchObject({ method: 'chat.postMessage', channel: app.slack.workspace.people.alice });
    expect(post.text).toMatch(/id [0-9a-f]{8}/);
    expect(app.log.find((line) => line.slack === 'restricted_action')).toBeDefined();
  });

  it('blocks that Slack refuses go out as plain text', async () => {
    app = await running(way);
    app.slack.front.faults.push({ method: /chat\.postMessage/, times: 1, error: 'msg_blocks_too_long' });
    await app.slack.mention('when?');
    const post = await app.post(0);
    expect(post.blocks).toEqual([]);
    expect(post.text).toMatch(/^Answer to: when\?/);
  });

  it('waits as long as Slack asks and posts once', async () => {
    app = await running(way);
    app.slack.front.faults.push({ method: /chat\.postMessage/, times: 1, retryAfter: 1 });
    const asked = Date.now();
    const { delivered } = await app.slack.mention('when?');
    expect(delivered.ms).toBeLessThan(1500);
    await app.post(0);
    expect(Date.now() - asked).toBeGreaterThan(950);
    await app.quiet();
    expect(app.posted()).toHaveLength(1);
  });

  it('gives up a post after three tries within seconds, so that none appears late', async () => {
    app = await running(way);
    app.slack.front.faults.push({ method: /chat\.postMessage/, times: 3, status: 503 });
    await app.slack.mention('when?');
    const post = await app.post(0);
    expect(post.method).toBe('chat.postEphemeral');
    expect(app.slack.front.calls.filter((call) => call.method === 'chat.postMessage')).toHaveLength(3);
  });

  it('tries a busy response URL again', async () => {
    app = await running(way);
    app.slack.front.faults.push({ method: /response_url/, times: 1, status: 429 });
    const { hook } = await app.slack.command('/ask', 'when?');
    expect(words(await app.reply(hook))).toContain('Answer to: when?');
  });

  it('asks for patience of one who asks too much, and of nobody else', async () => {
    app = await running(way, { answersPerMinute: 2 });
    for (const question of ['one', 'two', 'three', 'many']) await app.slack.mention(question, { by: 'alice' });
    const refused = await eventually(() => app.posted().find((post) => post.method === 'chat.postEphemeral'));
    expect(refused.text).toMatch(/try again in \d+ seconds?\./);
    expect(refused.user).toBe(app.slack.workspace.people.alice);
    await app.quiet();
    expect(app.posted().filter((post) => post.method === 'chat.postEphemeral')).toHaveLength(1);
    const { hook } = await app.slack.command('/ask', 'four', 'alice');
    expect((await app.reply(hook)).text).toMatch(/try again in/);
    const other = await app.slack.command('/ask', 'five', 'bob');
    expect(words(await app.reply(other.hook))).toContain('Answer to: five');
  });

  it('answers a crowd in one channel once each although Slack refuses most posts at first', async () => {
    const people = Array.from({ length: 20 }, (_, index) => `person${index}`);
    app = await running(way, { people: ['alice', ...people] });
    app.slack.front.faults.push({ method: /chat\.postMessage/, times: 45, retryAfter: 0 });
    await Promise.all(people.map((by) => app.slack.mention(`question of ${by}`, { by })));
    await eventually(() => app.posted().length === 20, 10_000);
    await app.quiet();
    expect(new Set(app.posted().map((post) => post.thread_ts)).size).toBe(20);
    expect(app.posted()).toHaveLength(20);
  });

  it('gives hostile text back inert', async () => {
    app = await running(way);
    const hostile =
      '<!channel> <@U123|eve> &lt;!here&gt; <https://evil.example|bank.example> *bold* `code` \u202e @here';
    await app.slack.mention(hostile);
    const { hook } = await app.slack.command('/ask', '<!channel> <@U123> <#C1|general> <https://evil.example|bank>');
    const shown = [await app.post(0), await app.reply(hook)].map(({ text, blocks }) => ({ text, blocks }));
    for (const message of shown) {
      const texts = `${message.text}\n${words(message)}`;
      const live = texts.match(/<[^>]*>/g) ?? [];
      expect(live.filter((mark) => !/^<https:\/\/(herald|courier)\.example/.test(mark))).toEqual([]);
      expect(texts).not.toContain('\u202e');
    }
  });

  it('answers fifty people at once, each in their own thread', async () => {
    const people = Array.from({ length: 50 }, (_, index) => `person${index}`);
    app = await running(way, { people: ['alice', ...people] });
    const mentions = await Promise.all(people.map((by) => app.slack.mention(`question of ${by}`, { by })));
    expect(Math.max(...mentions.map(({ delivered }) => delivered.ms))).toBeLessThan(3000);
    const posts = await eventually(() => app.posted().length === 50 && app.posted(), 10_000);
    for (const [index, { message }] of mentions.entries()) {
      const own = posts.filter((post) => post.thread_ts === message.ts);
      expect(own.map((post) => post.text.split('\n')[0])).toEqual([`Answer to: question of person${index} [1]`]);
    }
  });

  it('buttons of an answer work after a restart', async () => {
    app = await running(way);
    const { slack } = app;
    await slack.mention('list the visits');
    const post = await app.post(0);
    await app.adapter.stop();
    const second = await running(way, { slack });
    try {
      const { hook } = await slack.press(buttonNamed(post, 'Next'), {
        message: { ts: post.ts, thread_ts: post.thread_ts },
      });
      expect(words(await second.reply(hook))).toContain('page 2 of 3');
    } finally {
      await second.stop();
    }
  });

  it('finishes what is under way when it is stopped, within five seconds, and may be stopped twice', async () => {
    app = await running(way);
    app.slack.front.faults.push({ method: /chat\.postMessage/, times: 1, retryAfter: 1 });
    const { message } = await app.slack.mention('when?');
    const begun = Date.now();
    await Promise.all([app.adapter.stop(), app.adapter.stop()]);
    expect(Date.now() - begun).toBeLessThan(5000);
    expect(app.posted()).toMatchObject([{ thread_ts: message.ts }]);
    expect(app.adapter.state().connected).toBe(false);
  });

  it('a bot token that Slack refuses ends the start with what to do', async () => {
    app = await running(way);
    const inlet = way === 'HTTP' ? { signingSecret: 's', port: 0 } : { appToken: APP_TOKEN };
    const start = startSlack({ ...others(), ...inlet, botToken: 'xoxb-wrong', apiUrl: app.slack.apiUrl });
    await expect(start).rejects.toThrow(/SLACK_BOT_TOKEN \(invalid_auth\).*OAuth & Permissions/);
  });

  it('knows how it fares', async () => {
    app = await running(way);
    expect(app.adapter).toMatchObject({ name: 'slack' });
    expect(app.adapter.state()).toEqual({ connected: true, lastEvent: null });
    await app.slack.mention('when?');
    await app.post(0);
    expect(app.adapter.state().lastEvent).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('writes neither tokens nor questions into the log', async () => {
    app = await running(way);
    await app.slack.mention('fault please, a secret question');
    await app.post(0);
    const log = JSON.stringify(app.log);
    expect(log).not.toMatch(/xox[bp]-|xapp-|secret question/);
  });
});

describe('over Socket Mode', () => {
  it('reconnects when Slack asks for it, and goes on', async () => {
    app = await running('Socket Mode');
    app.slack.sockets.askToReconnect('refresh_requested');
    await eventually(() => app.slack.front.opened() === 2 && app.slack.sockets.open() === 1);
    await eventually(() => app.adapter.state().connected);
    await app.slack.mention('after?');
    expect((await app.post(0)).text).toMatch(/^Answer to: after\?/);
  });

  it('answers once what comes on one connection and again on the next', async () => {
    app = await running('Socket Mode');
    const message = await app.slack.write(`<@${app.slack.workspace.bot.user}> when?`);
    await app.slack.event({ type: 'app_mention', ...message }, 'Ev1');
    await app.post(0);
    app.slack.sockets.askToReconnect('refresh_requested');
    await eventually(() => app.slack.front.opened() === 2 && app.slack.sockets.open() === 1);
    const again = await app.slack.event({ type: 'app_mention', ...message }, 'Ev1');
    expect(again.acknowledged).toBe(true);
    await app.quiet();
    expect(app.posted()).toHaveLength(1);
  });

  it('reconnects when the link is cut, and tries again while Slack cannot be reached', async () => {
    app = await running('Socket Mode');
    app.slack.front.faults.push({ method: /apps\.connections\.open/, times: 2, status: 502 });
    app.slack.sockets.cut();
    await eventually(() => !app.adapter.state().connected);
    expect(app.adapter.state().detail).toMatch(/trying again/);
    await eventually(() => app.adapter.state().connected, 8000);
    expect(app.adapter.state()).not.toHaveProperty('detail');
    await app.slack.mention('after?');
    expect((await app.post(0)).text).toMatch(/^Answer to: after\?/);
  });

  it('stops trying when Slack refuses the token meanwhile, and says what to do', async () => {
    app = await running('Socket Mode');
    app.slack.front.faults.push({ method: /apps\.connections\.open/, times: 9, error: 'token_revoked' });
    app.slack.sockets.cut();
    await eventually(() => /SLACK_APP_TOKEN \(token_revoked\)/.test(app.adapter.state().detail ?? ''));
    const tried = app.slack.front.calls.filter((call) => call.method === 'apps.connections.open').length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(app.slack.front.calls.filter((call) => call.method === 'apps.connections.open')).toHaveLength(tried);
  });

  it('starts although Slack cannot be reached, and connects when it can', async () => {
    app = await running('Socket Mode');
    const { slack } = app;
    await app.adapter.stop();
    slack.front.faults.push({ method: /auth\.test/, times: 3, status: 502 });
    const late = await running('Socket Mode', { slack });
    try {
      expect(late.adapter.state()).toMatchObject({
        connected: false,
        detail: expect.stringMatching(/cannot be reached/),
      });
      await eventually(() => late.adapter.state().connected, 8000);
    } finally {
      await late.stop();
    }
  });

  it('an app token that Slack refuses ends the start with what to do', async () => {
    app = await running('Socket Mode');
    const start = startSlack({ ...others(), botToken: BOT_TOKEN, appToken: 'xapp-wrong', apiUrl: app.slack.apiUrl });
    await expect(start).rejects.toThrow(/SLACK_APP_TOKEN \(invalid_auth\).*connections:write/);
  });

  it('takes the envelopes that Slack was recorded to send', async () => {
    app = await running('Socket Mode');
    const file = new URL('../loopback/slack/recorded/socket-mode-envelopes.json', import.meta.url);
    const { envelopes }: { envelopes: Record<string, unknown>[] } = JSON.parse(readFileSync(file, 'utf8'));
    // There is no shortcut in the manifest, so none can come.
    const sent = envelopes
      .filter(isEnvelope)
      .filter((envelope) => !JSON.stringify(envelope).includes('"type":"shortcut"'));
    expect(sent).toHaveLength(4);
    for (const envelope of sent) await app.slack.sockets.replay(envelope);
    await app.quiet();
    // The mention has no words, so its answer is the help; its channel is none of this workspace.
    expect(app.slack.front.calls.find((call) => call.method === 'chat.postMessage')?.args).toMatchObject({
      channel: 'C111',
      thread_ts: '1610241741.000200',
      text: expect.stringContaining('`/when did'),
    });
    // Its dialog was opened long ago; Slack is told all the same.
    expect(app.slack.front.calls.some((call) => call.method === 'views.push')).toBe(true);
  });
});

describe('over HTTP', () => {
  it('a forged request is answered 401 and nothing comes of it', async () => {
    app = await running('HTTP');
    app.slack.signWith({ secret: 'another' });
    const { delivered } = await app.slack.mention('when?');
    const command = await app.slack.command('/ask', 'when?');
    expect([delivered.status, command.delivered.status]).toEqual([401, 401]);
    await app.quiet();
    expect(app.asked).toEqual([]);
  });

  it('a request older than five minutes is answered 401 and nothing comes of it', async () => {
    app = await running('HTTP');
    app.slack.signWith({ secondsAgo: 301 });
    expect((await app.slack.command('/ask', 'when?')).delivered.status).toBe(401);
    app.slack.signWith({ secondsAgo: 200 });
    expect((await app.slack.command('/ask', 'and when?')).delivered.status).toBe(200);
    await app.quiet();
    expect(app.asked.map(({ question }) => question)).toEqual(['and when?']);
  });

  it('answers the challenge with which Slack tries the address', async () => {
    app = await running('HTTP');
    const { status, body } = await app.slack.deliver('events_api', { type: 'url_verification', challenge: 'c-123' });
    expect([status, body]).toEqual([200, '{"challenge":"c-123"}']);
  });

  it('has a health path, and nothing else', async () => {
    app = await running('HTTP');
    const health = await fetch(`http://127.0.0.1:${app.port}/health`);
    expect([health.status, await health.json()]).toEqual([200, { slack: { connected: true, lastEvent: null } }]);
    expect((await fetch(`http://127.0.0.1:${app.port}/`)).status).toBe(404);
  });

  it('needs a signing secret', async () => {
    app = await running('HTTP');
    await expect(startSlack({ ...others(), botToken: BOT_TOKEN })).rejects.toThrow(/SLACK_SIGNING_SECRET, for HTTP/);
  });
});

function others() {
  const { desk } = fakeDesk();
  return { desk: () => desk, commands: fakeCommands, logger: keptLogger().logger, followThreads: false };
}

function isEnvelope(value: Record<string, unknown>): value is Record<string, unknown> & { envelope_id: string } {
  return typeof value.envelope_id === 'string';
}
