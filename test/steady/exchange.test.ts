import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { newConversations, openDesk } from '../../src/desk.ts';
import { openCurrentRecord } from '../../src/service/current-record.ts';
import { deskOf, TODAY } from './core.ts';

describe('a record that is exchanged while questions are answered', { timeout: 300_000 }, () => {
  it('answers each question from one record or from the other, and goes on answering meanwhile', async () => {
    const root = mkdtempSync(join(tmpdir(), 'attache-test-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const folder = join(root, 'seeds');
    cpSync('test/records/second', folder, { recursive: true });
    const cache = [join(root, 'cache')];
    const current = await openCurrentRecord({
      folder,
      open: (record) => openDesk(record),
      logger: pino({ level: 'silent' }),
      cache,
      // Only `reload` reads them here.
      quiet: 600_000,
    });
    onTestFinished(() => current.stop());
    const meta = readFileSync(join(folder, 'record.yaml'), 'utf8');
    const titleOf = () => current.current().desk.about().title;
    const first = { title: titleOf(), desk: current.current().desk };
    const possible = new Set([first.title]);
    let asked = 0;
    let longest = 0;
    let last = performance.now();
    const asking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      const { desk } = current.current();
      desk.ask('how many visits are on record', { conversation: `c${asked % 10}`, now: TODAY });
      expect(possible).toContain(desk.about().title);
      asked += 1;
      last = performance.now();
    }, 1);
    onTestFinished(() => clearInterval(asking));
    for (const edition of ['Second', 'Third', 'Fourth']) {
      writeFileSync(join(folder, 'record.yaml'), meta.replace(/^title: .*$/m, `title: ${edition} edition`));
      possible.add(`${edition} edition`);
      expect(await current.reload()).toBe('taken-up');
    }
    clearInterval(asking);
    expect(titleOf()).toBe('Fourth edition');
    expect(first.desk.about().title).toBe(first.title);
    expect(asked).toBeGreaterThan(100);
    // Checking the seeds takes a second or more; nothing that long may come between two questions.
    expect(longest).toBeLessThan(500);
  });

  it('lets conversations go on, even where all that they were about is gone', async () => {
    const conversations = newConversations();
    const desks = [await deskOf('seeds', conversations), await deskOf('test/records/second', conversations)] as const;
    const [shipped, second] = desks;
    const opening = 'when did he visit Moscow in 2021';
    shipped.ask(opening, { conversation: 'c', now: TODAY });
    for (const follow of ['who did he meet there?', 'and in 2022?', 'source?', 'the first one', '1']) {
      for (const desk of desks) desk.ask(follow, { conversation: 'c', now: TODAY });
    }
    shipped.ask(opening, { conversation: 'd', now: TODAY });
    second.ask('thanks', { conversation: 'd', now: TODAY });
    const { facts } = shipped.ask('and in 2022?', { conversation: 'd', now: TODAY });
    expect(facts).toEqual(shipped.replay([opening, 'and in 2022?'], { now: TODAY }).facts);
    expect(facts.length).toBeGreaterThan(0);
  });
});
