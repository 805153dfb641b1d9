import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, running, WAYS, words } from './harness.ts';

describe.each(WAYS)('the Slack app over %s', (way) => {
  let app: Running;
  beforeAll(async () => {
    app = await running(way);
  });
  afterAll(() => app.stop());

  it('answers a mention in a thread under the question', async () => {
    const { message, delivered } = await app.slack.mention('when did she visit Petrovar?');
    expect(delivered).toMatchObject({ acknowledged: true });
    const post = await app.post(0);
    expect(post).toMatchObject({ channel: app.slack.workspace.channel, thread_ts: message.ts });
    expect(words(post)).toContain('Answer to: when did she visit Petrovar?');
  });
});
