import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asView, buttonNamed, buttons, type Running, running, WAYS, words } from './harness.ts';

// Everything that people do, on both ways in, with the real Bolt app.
describe.each(WAYS)('the Slack app over %s', (way) => {
  let app: Running;
  beforeAll(async () => {
    app = await running(way, { answersPerMinute: 1000 });
  });
  afterAll(() => app.stop());

  const postAfter = (deed: () => Promise<unknown>) => app.postAfter(deed);

  describe('a mention', () => {
    it('is answered in a thread under the question', async () => {
      const { message, delivered } = await app.slack.mention('when did she visit Petrovar?');
      expect(delivered.acknowledged).toBe(true);
      expect(delivered.ms).toBeLessThan(1500);
      const post = await app.post(0);
      expect(post).toMatchObject({ channel: app.slack.workspace.channel, thread_ts: message.ts });
      expect(post.text).toMatch(/^Answer to: when did she visit Petrovar\?/);
    });

    it('in a thread is answered in that thread, and goes on with its conversation', async () => {
      const { message } = await app.slack.mention('when did she visit Petrovar?');
      const post = await postAfter(() => app.slack.mention('and in 2020?', { by: 'bob', thread: message.ts }));
      expect(post.thread_ts).toBe(message.ts);
      expect(words(post)).toContain('Answer to: when did she visit Petrovar? &gt; and in 2020?');
    });

    it('in another thread begins a conversation of its own', async () => {
      const post = await postAfter(() => app.slack.mention('and in 2020?'));
      expect(words(post)).toContain('Answer to: and in 2020?');
    });

    it('makes no card out of any link and no mention out of any name', async () => {
      const post = await postAfter(() => app.slack.mention('when did she visit Petrovar?'));
      expect(post.raw).toMatchObject({ unfurl_links: false, unfurl_media: false, parse: 'none' });
    });

    it('without words brings the help', async () => {
      const post = await postAfter(() => app.slack.mention(''));
      expect(words(post)).toContain('`/when did she visit Petrovar` When something happened');
      expect(words(post)).toContain('`/ask who sold the most arms` Who did something');
      expect(buttons(post)).toHaveLength(3);
    });

    it('has its answer a sentence, the qualifications, the sources as links and the end of the record', async () => {
      const post = await postAfter(() => app.slack.mention('when did she visit Petrovar?'));
      expect(words(post)).toContain('The Courier gives the month only.');
      expect(words(post)).toContain(
        '<https://herald.example/2021/06/20/returns?a=1&amp;b=2|Larissel Herald>, 20 June 2021',
      );
      expect(words(post)).toContain('<https://courier.example/a%7Cb|Petrovar Courier (OTA)>, June 2021');
      expect(words(post)).toContain('Record kept to 31 May 2026');
    });
  });

  describe('a direct message', () => {
    it('is answered where it was written, not in a thread', async () => {
      const channel = await app.slack.direct();
      const post = await postAfter(() => app.slack.tell('when did she visit Petrovar?', { channel }));
      expect(post).toMatchObject({ channel, thread_ts: undefined });
    });

    it('goes on with what was asked before, in a thread of it too', async () => {
      const channel = await app.slack.direct('bob');
      const first = await app.slack.tell('when did she visit Velmark?', { channel, by: 'bob' });
      await app.slack.tell('and in 2020?', { channel, by: 'bob' });
      const post = await postAfter(() =>
        app.slack.tell('and in 2019?', { channel, by: 'bob', thread: first.message.ts }),
      );
      expect(post.thread_ts).toBe(first.message.ts);
      expect(words(post)).toContain('when did she visit Velmark? &gt; and in 2020? &gt; and in 2019?');
    });
  });

  describe('a slash command', () => {
    it('is answered for the asker alone, restates the question and can be shared', async () => {
      const { hook, delivered } = await app.slack.command('/when', 'did she visit Petrovar');
      expect(delivered.acknowledged).toBe(true);
      const reply = await app.reply(hook);
      expect(reply.raw).toMatchObject({ response_type: 'ephemeral' });
      expect(words(reply)).toMatch(/^You asked: when did she visit Petrovar\nAnswer to: when did she visit Petrovar/);
      expect(buttons(reply).map((one) => one.action_id)).toContain('share:channel');
    });

    it('takes options by name', async () => {
      const { hook } = await app.slack.command('/visits', 'place: Ordania year: 2021');
      expect(words(await app.reply(hook))).toContain('You asked: list visits to Ordania 2021');
    });

    it('takes plain words where it has options', async () => {
      const { hook } = await app.slack.command('/visits', 'to Ordania in 2021');
      expect(words(await app.reply(hook))).toContain('You asked: visits to Ordania in 2021');
    });

    it('without words brings its own help', async () => {
      const { hook } = await app.slack.command('/when', '');
      expect(words(await app.reply(hook))).toContain('`/when did she visit Petrovar`');
      expect(app.asked.map(({ question }) => question)).not.toContain('when ');
    });

    it('/help brings the whole help', async () => {
      const { hook } = await app.slack.command('/help', '');
      expect(words(await app.reply(hook))).toContain('`/visits place: Ordania year: 2021` Visits on record');
    });

    it('/ask stands in for those that Slack keeps for itself', async () => {
      const { hook } = await app.slack.command('/ask', 'who sold the most arms');
      expect(words(await app.reply(hook))).toContain('You asked: who sold the most arms');
    });

    it('goes on with what the same person asked before in the same channel, and nobody else', async () => {
      await app.reply((await app.slack.command('/ask', 'when did she visit Kaharu', 'alice')).hook);
      const bob = await app.slack.command('/ask', 'and in 2020', 'bob');
      const alice = await app.slack.command('/ask', 'and in 2020', 'alice');
      expect(words(await app.reply(bob.hook))).toContain('Answer to: and in 2020');
      expect(words(await app.reply(alice.hook))).toContain('Answer to: when did she visit Kaharu &gt; and in 2020');
    });

    it('that this version does not know says so', async () => {
      const { hook } = await app.slack.command('/whenever', 'x');
      expect(words(await app.reply(hook))).toContain('I do not know this command any more');
    });
  });

  describe('the button', () => {
    const answered = async (question: string) => {
      const post = await postAfter(() => app.slack.mention(question));
      return { post, message: { ts: post.ts, thread_ts: post.thread_ts, text: post.text, blocks: post.blocks } };
    };
    const privately = async (text: string) => {
      const { hook } = await app.slack.command('/ask', text);
      return app.reply(hook);
    };

    it('Share posts a private answer to the channel with the name of the asker, once', async () => {
      const reply = await privately('when did she visit Petrovar');
      const share = buttonNamed(reply, 'Share');
      const message = { ts: '1700000000.000100' };
      const first = await app.slack.press(share, { message, private: true });
      const second = await app.slack.press(share, { message, private: true });
      const shared = await app.reply(first.hook);
      expect(shared.raw).toMatchObject({ response_type: 'in_channel', replace_original: false });
      expect(words(shared)).toMatch(/^alice asked: when did she visit Petrovar\n/);
      expect(JSON.stringify(shared.raw)).not.toContain('<@');
      expect(buttons(shared).map((one) => one.action_id)).not.toContain('share:channel');
      await app.quiet();
      expect(app.replies(second.hook)).toEqual([]);
    });

    it('Sources shows every source to the presser alone', async () => {
      const { post, message } = await answered('when did she visit Petrovar?');
      const { hook } = await app.slack.press(buttonNamed(post, 'Sources'), { message });
      const reply = await app.reply(hook);
      expect(reply.raw).toMatchObject({
        response_type: 'ephemeral',
        replace_original: false,
        thread_ts: post.thread_ts,
      });
      expect(words(reply)).toContain('[1] <https://herald.example');
      expect(words(reply)).toContain('“The president returns”');
      expect(words(reply)).toContain('[2] <https://courier.example');
      expect(words(reply)).toContain('• Answer to: when did she visit Petrovar? [1]');
    });

    it('Next turns the pages of a long list of sources in place', async () => {
      const { post, message } = await answered('which many sources');
      const { hook } = await app.slack.press(buttonNamed(post, 'Sources'), { message });
      const first = await app.reply(hook);
      expect(words(first)).toContain('[1] <https://many.example/0|Paper 0>');
      expect(words(first)).toContain('page 1 of');
      const next = await app.slack.press(buttonNamed(first, 'Next'), { message: { ts: '1.4' }, private: true });
      const second = await app.reply(next.hook);
      expect(second.raw).toMatchObject({ response_type: 'ephemeral', replace_original: true });
      expect(words(second)).toContain('page 2 of');
      expect(words(second)).not.toContain('[1] ');
    });

    it('How I read this shows the reading, what qualifies the answer and the facts to the presser alone', async () => {
      const { post, message } = await answered('when did she visit Petrovar?');
      const { hook } = await app.slack.press(buttonNamed(post, 'How I read this'), { message });
      const reply = await app.reply(hook);
      expect(reply.raw).toMatchObject({ response_type: 'ephemeral' });
      expect(words(reply)).toContain('Asked when: visits of the president to Petrovar.');
      expect(words(reply)).toContain('The Courier gives the month only.');
      expect(words(reply)).toContain('Facts stated: `visit-2021-06`');
    });

    it('of a suggestion asks it in the thread and says who did', async () => {
      const { post, message } = await answered('when did she visit Petrovar?');
      const next = await postAfter(() => app.slack.press(buttonNamed(post, 'how long'), { message, by: 'bob' }));
      expect(next.thread_ts).toBe(post.thread_ts);
      expect(words(next)).toMatch(/^bob asked: how long did she stay in Petrovar\?\n/);
    });

    it('of a choice asks what it stands for', async () => {
      const { post, message } = await answered('when did she visit moscow');
      expect(words(post)).toContain('1. Petrovar, the city\n2. Petrovar, the province');
      const next = await postAfter(() => app.slack.press(buttonNamed(post, 'the province'), { message }));
      expect(words(next)).toContain('Answer to: when did she visit the province of Petrovar');
    });

    it('of a suggestion under a private answer is answered privately', async () => {
      const reply = await privately('when did she visit Petrovar');
      const { hook } = await app.slack.press(buttonNamed(reply, 'how long'), { message: { ts: '1.2' }, private: true });
      const next = await app.reply(hook);
      expect(next.raw).toMatchObject({ response_type: 'ephemeral', replace_original: false });
      expect(words(next)).toContain('You asked: how long did she stay in Petrovar?');
    });

    it('Next and Previous turn the pages of a long list in place', async () => {
      const { post, message } = await answered('list the visits');
      expect(words(post)).toContain('Visit number 10');
      expect(words(post)).not.toContain('Visit number 11');
      expect(words(post)).toContain('page 1 of 3');
      const { hook } = await app.slack.press(buttonNamed(post, 'Next'), { message });
      const second = await app.reply(hook);
      expect(second.raw).toMatchObject({ replace_original: true });
      expect(words(second)).toContain('Visit number 11');
      expect(words(second)).toContain('page 2 of 3');
      const back = await app.slack.press(buttonNamed(second, 'Previous'), { message });
      expect(words(await app.reply(back.hook))).toBe(words(post));
    });

    it('turns the page of a private answer, which stays private and restated', async () => {
      const reply = await privately('list the visits');
      const { hook } = await app.slack.press(buttonNamed(reply, 'Next'), { message: { ts: '1.3' }, private: true });
      const second = await app.reply(hook);
      expect(second.raw).toMatchObject({ response_type: 'ephemeral', replace_original: true });
      expect(words(second)).toMatch(/^You asked: list the visits\n/);
      expect(buttonNamed(second, 'Share').value).toContain('"p":1');
    });

    it('of another version says that the question must be asked again', async () => {
      const { message } = await answered('when did she visit Petrovar?');
      const { hook } = await app.slack.press(
        { type: 'button', action_id: 'sources:all', value: 'v0|old' },
        { message },
      );
      expect(words(await app.reply(hook))).toContain('Please ask the question again');
    });
  });

  describe('the Home tab', () => {
    it('shows what the record covers, up to when, how much, examples and what is newest', async () => {
      const channel = await app.slack.direct();
      await app.slack.openApp('home', channel);
      const { args, result } = await app.call('views.publish');
      expect(result.ok).toBe(true);
      const shown = JSON.stringify(args.view);
      for (const part of [
        'Visits of the president',
        '1,252 facts',
        '25 sources',
        '31 May 2026',
        '12 visits',
        'Anton Pelsk came',
      ])
        expect(shown).toContain(part);
    });

    it('has examples that open a dialog with the answer, in which buttons work', async () => {
      const { result } = await app.call('views.publish');
      const home = asView(result.view);
      const opened = app.slack.front.calls.filter((call) => call.method === 'views.open').length;
      await app.slack.pressInView(buttonNamed(home, 'when did she visit'), home);
      const dialog = asView((await app.call('views.open', opened)).result.view);
      expect(words(dialog)).toContain('Answer to: when did she visit Petrovar?');
      await app.slack.pressInView(buttonNamed(dialog, 'how long'), dialog);
      expect(words(asView((await app.call('views.update')).result.view))).toContain('Answer to: how long');
      await app.slack.pressInView(buttonNamed(dialog, 'Sources'), dialog);
      expect(words(asView((await app.call('views.push')).result.view))).toContain('[1] <https://herald.example');
    });

    it('offers four questions where a conversation with the app begins', async () => {
      await app.slack.openApp('messages', await app.slack.direct());
      const { args, result } = await app.call('assistant.threads.setSuggestedPrompts');
      expect(result.ok).toBe(true);
      expect(args.prompts).toHaveLength(4);
      expect(args.thread_ts).toBeUndefined();
    });
  });
});
