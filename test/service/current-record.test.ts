import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Desk } from '../../src/desk.ts';
import type { RecordData } from '../../src/record/schema.ts';
import { type CurrentRecord, openCurrentRecord, type ReloadOutcome } from '../../src/service/current-record.ts';
import { changed, inFolder, put, SMALL } from '../record/small-record.ts';
import { smallDesk } from '../terminal/small-desk.ts';

/** Each reading starts a process of its own. */
const SLOW_MS = 60_000;

const RENAMED = changed('record.yaml', 'A small record', 'A renamed record')['record.yaml'] ?? '';
const BROKEN = changed('visits/2021.yaml', 'visitor: bo-lund', 'visitor: nobody')['visits/2021.yaml'] ?? '';

const titled = (record: RecordData): Desk => {
  const desk = smallDesk();
  return { ...desk, about: () => ({ ...desk.about(), title: record.meta.title }) };
};

type Opened = { current: CurrentRecord; folder: string; lines: string[]; outcomes: ReloadOutcome[] };

async function opened(test: (opened: Opened) => Promise<void>, open = titled): Promise<void> {
  await inFolder(SMALL, async (folder, cache) => {
    const lines: string[] = [];
    const outcomes: ReloadOutcome[] = [];
    const logger = pino({}, { write: (line: string) => lines.push(line) });
    const onReload = (outcome: ReloadOutcome) => outcomes.push(outcome);
    const current = await openCurrentRecord({
      folder,
      open,
      logger,
      onReload,
      quiet: 50,
      cache: [cache],
      settle: 5,
    });
    onTestFinished(() => current.stop());
    await test({ current, folder, lines, outcomes });
    await current.stop();
  });
}

const titleOf = (current: CurrentRecord) => current.current().desk.about().title;

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + SLOW_MS / 2;
  while (!condition()) {
    if (Date.now() > end) throw new Error('this did not come about');
    await sleep(20);
  }
}

describe('the record in use', { timeout: SLOW_MS }, () => {
  it('says which it is, how much it holds and since when', () =>
    opened(async ({ current, lines }) => {
      const { version, counts, loadedAt } = current.current();
      expect(version).toMatch(/^[0-9a-f]{12}$/);
      expect(counts.visits).toBe(2);
      expect(Date.parse(loadedAt)).toBeGreaterThan(Date.now() - SLOW_MS);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ msg: 'record loaded', version, facts: 7, since: loadedAt });
    }));

  it('gives way to changed seeds without being told', () =>
    opened(async ({ current, folder, outcomes }) => {
      const before = current.current();
      await current.watching;
      put(folder, 'record.yaml', RENAMED);
      await until(() => outcomes.length > 0);
      expect(outcomes).toEqual(['taken-up']);
      expect(titleOf(current)).toBe('A renamed record');
      expect(current.current().version).not.toBe(before.version);
      expect(before.desk.about().title).toBe('A small record');
    }));

  it('takes no notice of what editors keep beside the seeds', () =>
    opened(async ({ current, folder, outcomes }) => {
      await current.watching;
      for (const name of ['.record.yaml.swp', 'record.yaml~', '4913', '#record.yaml#', '.#record.yaml', 'notes.md'])
        put(folder, name, RENAMED);
      put(folder, '.git/x.yaml', RENAMED);
      await sleep(400);
      expect(outcomes).toEqual([]);
      put(folder, 'visits/2022.yaml', '[]\n');
      await until(() => outcomes.length > 0);
    }));

  it('stays when the changed seeds do not hold, and the log names each fault', () =>
    opened(async ({ current, folder, lines }) => {
      const before = current.current();
      put(folder, 'visits/2021.yaml', BROKEN);
      put(folder, 'events.yaml', '- {id: event-2020-vote');
      expect(await current.reload()).toBe('refused');
      expect(current.current()).toBe(before);
      const errors = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
      expect(errors.map(({ msg }) => msg).join('\n')).toContain('events.yaml:1:');
      expect(errors.at(-1).msg).toMatch(/^\d+ faults? in the changed seeds; the record before stays in use$/);
      put(folder, 'events.yaml', SMALL['events.yaml'] ?? '');
      expect(await current.reload()).toBe('refused');
      expect(lines.join('')).toContain('nobody');
      put(folder, 'visits/2021.yaml', SMALL['visits/2021.yaml'] ?? '');
      expect(await current.reload()).toBe('unchanged');
    }));

  it('stays when its folder is gone', () =>
    opened(async ({ current, folder }) => {
      rmSync(folder, { recursive: true });
      expect(await current.reload()).toBe('refused');
      expect(titleOf(current)).toBe('A small record');
    }));

  it('gives way to a folder put in place of its own, and then to changes in that one', () =>
    opened(async ({ current, folder, outcomes }) => {
      await current.watching;
      renameSync(folder, `${folder}-before`);
      for (const [path, text] of Object.entries({ ...SMALL, 'record.yaml': RENAMED })) put(folder, path, text);
      await until(() => outcomes.includes('taken-up'));
      expect(titleOf(current)).toBe('A renamed record');
      await sleep(500);
      put(folder, 'record.yaml', RENAMED.replace('A renamed', 'A changed'));
      await until(() => titleOf(current) === 'A changed record');
    }));

  it('stays when no desk can be opened on the changed one', () => {
    const fails = (record: RecordData) => {
      if (record.meta.title === 'A renamed record') throw new Error('no desk for this');
      return titled(record);
    };
    return opened(async ({ current, folder, lines }) => {
      put(folder, 'record.yaml', RENAMED);
      expect(await current.reload()).toBe('failed');
      expect(titleOf(current)).toBe('A small record');
      expect(lines.join('')).toContain('no desk for this');
    }, fails);
  });

  it('is read once more, not five times, when five ask while it is being read', () =>
    opened(async ({ current, folder, outcomes }) => {
      const first = current.reload();
      await sleep(20);
      put(folder, 'record.yaml', RENAMED);
      const more = Array.from({ length: 5 }, () => current.reload());
      await Promise.all([first, ...more]);
      expect(outcomes).toHaveLength(2);
      expect(titleOf(current)).toBe('A renamed record');
    }));

  it('is left as it is by a reading that is under way when the bot stops', () =>
    opened(async ({ current, folder, lines }) => {
      put(folder, join('record.yaml'), RENAMED);
      const reading = current.reload();
      await sleep(20);
      await current.stop();
      expect(await reading).toBe('unchanged');
      expect(titleOf(current)).toBe('A small record');
      expect(lines.join('')).not.toContain('"level":50');
    }));
});
