import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { RecordFaults } from '../../src/record/faults.ts';
import { reportFault, runAsk } from '../../src/terminal/run-ask.ts';
import { smallDesk } from './small-desk.ts';

async function run(args: string[], input = '', desk = smallDesk()) {
  const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
  streams.input.end(input);
  const printed = Promise.all([text(streams.output), text(streams.error)]);
  const code = await runAsk(args, async () => desk, streams);
  streams.output.end();
  streams.error.end();
  const [output, error] = await printed;
  const objects = () =>
    output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  return { code, output, error, objects, asked: desk.asked };
}

describe('one question', () => {
  it('is answered as text, with exit code 0', async () => {
    const { code, output } = await run(['when did she visit Port Osk']);
    expect(code).toBe(0);
    expect(output).toMatch(/^She visited Port Osk on 3 May 1971\.\n\nSource: Gazette/);
  });

  it('may come without quotes, and as a command', async () => {
    expect((await run(['/when', 'did', 'she', 'visit', 'Port', 'Osk'])).asked[0]?.question).toBe(
      'when did she visit Port Osk',
    );
  });

  it('exits with 1 when it is not on record and with 2 when it is ambiguous or empty', async () => {
    expect((await run(['when did she visit the moon'])).code).toBe(1);
    expect((await run(['when did Tarn come'])).code).toBe(2);
    expect((await run([''])).code).toBe(2);
  });

  it('is printed as one object with --json', async () => {
    const { objects, code } = await run(['--json', 'when did she visit Port Osk']);
    expect(code).toBe(0);
    expect(objects()).toEqual([
      {
        status: 'answered',
        text: 'She visited Port Osk on 3 May 1971.\n\nSource: Gazette, 4 May 1971, https://gazette.example/1',
        facts: ['visit-1'],
        sources: ['gazette'],
        reading: '',
        suggestions: [],
      },
    ]);
  });

  it('is asked on the day that --now gives', async () => {
    const { asked } = await run(['--now', '1972-02-29', 'where is she in Velmark']);
    expect(asked[0]?.options?.now).toBe('1972-02-29');
  });

  it('may be /help', async () => {
    const { output } = await run(['/help']);
    expect(output).toContain('/when did she visit Port Osk');
    expect(output).toContain('Kept up to 31 December 1975');
  });
});

describe('wrong usage', () => {
  it.each([
    [['--frobnicate', 'x'], /frobnicate/],
    [[], /No question/],
    [['--now', 'today', 'x'], /--now/],
    [['--now', '2021-02-30', 'x'], /--now/],
    [['--json', '--jsonl'], /exclude/],
    [['--jsonl', 'x'], /standard input/],
  ])('%j prints the usage on standard error and exits with 64', async (args, message) => {
    const { code, output, error, asked } = await run(args);
    expect({ code, output, asked }).toEqual({ code: 64, output: '', asked: [] });
    expect(error).toMatch(message);
    expect(error).toContain('Usage: npm run');
  });

  it('is none when --help is asked for', async () => {
    const { code, output } = await run(['--help']);
    expect(code).toBe(0);
    expect(output).toContain('Usage: npm run');
  });
});

describe('questions as JSON Lines', () => {
  it('are answered one a line, in order, each with its id, day and conversation', async () => {
    const lines = [
      '{"id":"1","q":"when did she visit Port Osk","now":"1972-01-02","conversation":"c"}',
      '{"id":2,"q":"/when did she visit Velmark"}',
      '{"q":"the moon?"}',
    ];
    const { objects, asked, code } = await run(['--jsonl', '--now', '1973-01-01'], `${lines.join('\n')}\n`);
    expect(objects().map(({ id, status }) => [id, status])).toEqual([
      ['1', 'answered'],
      [2, 'answered'],
      [null, 'not-on-record'],
    ]);
    expect(asked.map(({ options }) => [options?.now, options?.conversation])).toEqual([
      ['1972-01-02', 'c'],
      ['1973-01-01', undefined],
      ['1973-01-01', undefined],
    ]);
    expect(code).toBe(0);
  });

  it('get an error object each when a line is wrong, and the next goes on', async () => {
    const lines = [
      '{"id":"1","q":',
      '',
      '{"id":"3"}',
      '{"id":"4","q":"x","now":"1971-02-30"}',
      '[]',
      '{"id":"6","q":"x"}',
    ];
    const { objects } = await run(['--jsonl'], lines.join('\r\n'));
    expect(objects()).toEqual([
      { id: null, error: { message: 'not valid JSON', line: 1 } },
      { id: '3', error: { message: 'q is missing', line: 3 } },
      { id: '4', error: { message: 'now must be a day such as 2026-11-21', line: 4 } },
      { id: null, error: { message: 'must be an object such as {"q": "…"}', line: 5 } },
      expect.objectContaining({ id: '6', status: 'not-on-record' }),
    ]);
  });

  it('may be 100,000 characters long, and hold line separators of Unicode', async () => {
    const q = `Velmark \u2028 ${'x'.repeat(100_000)}`;
    const { objects, asked } = await run(['--jsonl'], JSON.stringify({ q }));
    expect(asked[0]?.question).toBe(q);
    expect(objects()).toHaveLength(1);
  });

  it('are each answered before the next is there', async () => {
    const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
    const done = runAsk(['--jsonl'], async () => smallDesk(), streams);
    streams.input.write('{"id":"1","q":"Velmark"}\n');
    const [first] = await new Promise<string[]>((resolve) => {
      streams.output.once('data', (chunk) => resolve([String(chunk)]));
    });
    expect(JSON.parse(first ?? '')).toMatchObject({ id: '1' });
    streams.input.end();
    expect(await done).toBe(0);
  });

  it('are read no faster than the answers are', async () => {
    const input = new PassThrough();
    input.end('{"q":"Velmark"}\n'.repeat(100));
    const held: (() => void)[] = [];
    const output = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, next) => held.push(next) });
    const desk = smallDesk();
    const done = runAsk(['--jsonl'], async () => desk, { input, output, error: new PassThrough() });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(desk.asked.length).toBe(1);
    const release = setInterval(() => held.shift()?.(), 0);
    await done;
    clearInterval(release);
    expect(desk.asked.length).toBe(100);
  });

  it('end quietly when nobody reads any more', async () => {
    const input = new PassThrough();
    input.write('{"q":"Velmark"}\n'.repeat(3));
    const output = new Writable({
      write: (_chunk, _encoding, next) => next(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    const desk = smallDesk();
    expect(await runAsk(['--jsonl'], async () => desk, { input, output, error: new PassThrough() })).toBe(0);
    expect(desk.asked.length).toBeLessThan(3);
  });
});

describe('a fault', () => {
  it('of the record is told a line each, with exit code 70', async () => {
    const output = new PassThrough();
    const fault = (line: number) => ({ file: 'seeds/a.yaml', line, column: 1, path: 'x.y', message: 'is wrong' });
    expect(reportFault(new RecordFaults([fault(2), fault(1)]), output)).toBe(70);
    output.end();
    expect(await text(output)).toBe('seeds/a.yaml:1:1 x.y: is wrong\nseeds/a.yaml:2:1 x.y: is wrong\n');
  });
});
