import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { runChat } from '../../src/terminal/chat.ts';
import { paintedAnswer, paintFor } from '../../src/terminal/paint.ts';
import { answerOf, smallDesk } from './small-desk.ts';

async function chat(lines: string[], { terminal = false, env = {} } = {}) {
  const desk = smallDesk();
  const input = Object.assign(new PassThrough(), { isTTY: terminal, setRawMode: () => {} });
  const output = Object.assign(new PassThrough(), { isTTY: terminal, columns: 200 });
  const printed = text(output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  await runChat({ desk, input, output, env });
  output.end();
  return { printed: await printed, asked: desk.asked };
}

describe('a chat whose input is piped', () => {
  it('answers each line in turn and prints nothing else', async () => {
    const { printed } = await chat(['/when did she visit Port Osk', '', 'the moon?']);
    expect(printed).toBe(
      'She visited Port Osk on 3 May 1971.\n\nSource: Gazette, 4 May 1971, https://gazette.example/1\n\n' +
        'Nothing of the kind is on record.\n\n',
    );
  });

  it('is one conversation', async () => {
    const { asked } = await chat(['when did she visit Port Osk', 'and Velmark?']);
    const conversations = asked.map(({ options }) => options?.conversation);
    expect(conversations[0]).toBeDefined();
    expect(conversations[1]).toBe(conversations[0]);
  });

  it('takes a number for one of the choices offered', async () => {
    const { asked, printed } = await chat(['when did Tarn come', '3', '2', '2']);
    expect(printed).toContain('1. Ivo Tarn\n2. Una Tarn');
    expect(printed).toContain('There are choices 1 to 2.');
    expect(asked.map(({ question }) => question)).toEqual([
      'when did Tarn come',
      'when did Una Tarn visit Velmark',
      '2',
    ]);
  });

  it('ends at /quit', async () => {
    expect((await chat(['/quit', 'when did she visit Port Osk'])).asked).toEqual([]);
  });

  it('ends when it is told to', async () => {
    const input = new PassThrough();
    const stop = new AbortController();
    const done = runChat({ desk: smallDesk(), input, output: new PassThrough(), env: {}, signal: stop.signal });
    stop.abort();
    await expect(done).resolves.toBeUndefined();
  });
});

describe('a chat at a terminal', () => {
  it('greets with the record and three examples, prompts, and answers', async () => {
    const { printed } = await chat(['when did she visit Port Osk', '/quit'], {
      terminal: true,
      env: { NO_COLOR: '1' },
    });
    expect(printed).toContain('Ada Brenn abroad, kept up to 31 December 1975.');
    expect(printed).toContain('who came to Lurania');
    expect(printed).toContain('› ');
    expect(printed).toContain('She visited Port Osk on 3 May 1971.');
  });

  it('ends with the input', async () => {
    await expect(chat([], { terminal: true })).resolves.toBeDefined();
  });
});

describe('colours', () => {
  const sequence = String.fromCharCode(27);
  it('stand on a terminal only, and not with NO_COLOR', () => {
    const painted = (isTTY: boolean, env = {}) => paintedAnswer(answerOf({}), paintFor({ isTTY }, env));
    expect(painted(true)).toContain(sequence);
    expect(painted(false)).not.toContain(sequence);
    expect(painted(true, { NO_COLOR: '1' })).not.toContain(sequence);
  });
});
