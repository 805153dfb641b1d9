import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followedThreads } from '../../src/slack/threads.ts';
import { FOLLOWING_SCOPES, type Running, running, words } from './harness.ts';

describe('a follow-up in a thread that began with a mention', () => {
  let app: Running;
  beforeAll(async () => {
    app = await running('Socket Mode', { followThreads: true, scopes: FOLLOWING_SCOPES });
  });
  afterAll(() => app.stop());

  const begun = async (question = 'when did she visit Petrovar?') => {
    const { message } = await app.slack.mention(question);
    await app.quiet();
    return message.ts;
  };

  it('needs no new mention where the operator wants threads followed', async () => {
    const thread = await begun();
    const post = await app.postAfter(() => app.slack.say('and in 2020?', { thread, by: 'bob' }));
    expect(post.thread_ts).toBe(thread);
    expect(words(post)).toContain('Answer to: when did she visit Petrovar? &gt; and in 2020?');
  });

  it('is answered once when it mentions the bot again and comes as two events', async () => {
    const thread = await begun();
    const message = await app.slack.write(`<@${app.slack.workspace.bot.user}> and in 2020?`, { thread });
    const before = app.posted().length;
    await app.slack.event({ type: 'message', channel_type: 'channel', ...message });
    await app.slack.event({ type: 'app_mention', ...message });
    await app.quiet();
    expect(app.posted()).toHaveLength(before + 1);
  });

  it('is left alone when it turns to somebody else', async () => {
    const thread = await begun();
    await app.slack.say(`<@${app.slack.workspace.people.bob}> what do you think?`, { thread });
    await app.quiet();
    expect(app.asked.at(-1)?.question).toBe('when did she visit Petrovar?');
  });

  it('is no longer answered after “stop”', async () => {
    const thread = await begun();
    const farewell = await app.postAfter(() => app.slack.say('Stop.', { thread }));
    expect(farewell.text).toBe('I leave this thread now. Mention me to ask again.');
    const before = app.posted().length;
    await app.slack.say('and in 2020?', { thread });
    await app.quiet();
    expect(app.posted()).toHaveLength(before);
  });

  it('is answered after a restart too: how the thread began is looked up', async () => {
    const thread = await begun();
    await app.adapter.stop();
    const second = await running('Socket Mode', { followThreads: true, slack: app.slack });
    try {
      await second.slack.say('how long was she there?', { thread });
      await second.call('conversations.replies');
      await second.quiet();
      expect(second.asked).toMatchObject([{ question: 'how long was she there?' }]);
    } finally {
      await second.stop();
      app = await running('Socket Mode', { followThreads: true, slack: app.slack }).then((again) => ({
        ...again,
        stop: app.stop,
      }));
    }
  });

  it('is left alone in a thread of people, and at the top of the channel', async () => {
    const { message } = await app.slack.say('shall we have lunch?');
    await app.slack.say('and when?', { thread: message.ts });
    await app.quiet();
    expect(app.asked.map(({ question }) => question)).not.toContain('and when?');
  });
});

it('without that, a follow-up in a thread needs a new mention', async () => {
  const app = await running('Socket Mode');
  try {
    const { message } = await app.slack.mention('when?');
    await app.slack.say('and in 2020?', { thread: message.ts });
    await app.quiet();
    expect(app.posted()).toHaveLength(1);
  } finally {
    await app.stop();
  }
});

it('a thread is followed for a day after it began', async () => {
  const began = 1_700_000_000;
  const client = new webApi.WebClient('xoxb-none');
  const at = (hours: number) =>
    followedThreads(
      client,
      () => 'U1',
      () => (began + hours * 3600) * 1000,
    );
  const young = at(23);
  young.began('C1', `${began}.000100`);
  expect(await young.follows('C1', `${began}.000100`)).toBe(true);
  const old = at(25);
  old.began('C1', `${began}.000100`);
  expect(await old.follows('C1', `${began}.000100`)).toBe(false);
});
