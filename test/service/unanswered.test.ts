import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openUnanswered, type Unanswered } from '../../src/service/unanswered.ts';

const entry = (q: string): Unanswered => ({
  day: '1971-05-03',
  platform: 'slack',
  status: 'not-on-record',
  q,
  reading: [],
});

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'attache-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'unanswered.jsonl');
}

function logged() {
  const lines: string[] = [];
  return { lines, logger: pino({}, { write: (line: string) => lines.push(line) }) };
}

const FULL = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

describe('refused questions', () => {
  it('are written one a line in the order in which they were asked', async () => {
    const path = file();
    const unanswered = openUnanswered({ file: path, logger: logged().logger });
    const asked = Array.from({ length: 500 }, (_, n) => entry(`question ${n}\n"${n}"`));
    for (const each of asked.slice(0, 250)) unanswered.add(each);
    await new Promise((done) => setTimeout(done, 5));
    for (const each of asked.slice(250)) unanswered.add(each);
    await unanswered.written();
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(asked);
  });

  it('are added to those of earlier runs', async () => {
    const path = file();
    for (const q of ['one', 'two']) {
      const unanswered = openUnanswered({ file: path, logger: logged().logger });
      unanswered.add(entry(q));
      await unanswered.written();
    }
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2);
  });

  it('that a full disk does not take are counted in the log, once a minute', async () => {
    const { lines, logger } = logged();
    let time = 0;
    const append = () => Promise.reject(FULL);
    const unanswered = openUnanswered({ file: '/full', logger, append, now: () => time });
    for (time = 0; time < 130_000; time += 10_000) {
      unanswered.add(entry('lost'));
      await unanswered.written();
    }
    const told = lines.map((line) => JSON.parse(line));
    expect(told.map(({ lost }) => lost)).toEqual([1, 6, 6]);
    expect(told[0].err.code).toBe('ENOSPC');
  });

  it('begin on a line of their own after one that was written only in part', async () => {
    const path = file();
    let full = true;
    const append = async (to: string, text: string) => {
      await appendFile(to, full ? text.slice(0, 20) : text);
      if (full) throw FULL;
    };
    const unanswered = openUnanswered({ file: path, logger: logged().logger, append });
    unanswered.add(entry('torn'));
    await unanswered.written();
    full = false;
    unanswered.add(entry('whole'));
    await unanswered.written();
    expect(JSON.parse(readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '').q).toBe('whole');
  });

  it('do not fill the memory while the disk hangs', async () => {
    const { lines, logger } = logged();
    let written = 0;
    let free = () => {};
    const hanging = new Promise<void>((resolve) => {
      free = resolve;
    });
    const append = async (_: string, text: string) => {
      await hanging;
      written += text.split('\n').length - 1;
    };
    const unanswered = openUnanswered({ file: '/slow', logger, append });
    for (let n = 0; n < 25_000; n++) unanswered.add(entry('waits'));
    expect(lines.join('')).toContain('are waiting to be written');
    free();
    await unanswered.written();
    expect(written).toBeLessThanOrEqual(10_001);
  });
});
