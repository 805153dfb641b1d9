import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Desk, newConversations } from '../../src/desk.ts';
import { deskOf, TODAY } from './core.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const MEGABYTE = 2 ** 20;

function heapUsed(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** Different each time: names, misspelt names, years and words that nobody knows. */
function question(n: number): string {
  const places = ['Moscow', 'moskow', 'Beijing', 'Naypyitaw', 'Bangkok', 'Lima', `Town${n}`];
  const frames = ['when did he visit', 'who came to', 'how much was sold to', 'did he meet anyone in', `word${n} of`];
  return `${frames[n % frames.length]} ${places[n % places.length]} in ${1990 + (n % 40)}`;
}

describe('a desk that is asked for long', { timeout: 300_000 }, () => {
  const conversations = newConversations();
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOf('seeds', conversations);
  });

  it('needs no more memory after ten thousand questions than after two thousand', () => {
    for (let n = 0; n < 2_000; n++) desk.ask(question(n), { now: TODAY });
    const before = heapUsed();
    for (let n = 2_000; n < 12_000; n++) desk.ask(question(n), { now: TODAY });
    // Stems of ten thousand words never seen before are among it; they are kept up to a bound.
    expect((heapUsed() - before) / MEGABYTE).toBeLessThan(6);
  });

  it('keeps a thousand conversations apart, and no more than that', () => {
    const before = heapUsed();
    const ask = (n: number, text: string) => desk.ask(text, { conversation: `c${n}`, now: TODAY });
    const first = ['when did he visit Moscow in 2021', 'who came to Myanmar in January 2021'];
    const alone = first.map((opening) => desk.replay([opening, 'and in 2022?'], { now: TODAY }));
    expect(alone[0]?.facts).not.toEqual(alone[1]?.facts);

    for (let n = 0; n < 1_000; n++) ask(n, first[n % 2] ?? '');
    for (let n = 0; n < 1_000; n++) expect(ask(n, 'and in 2022?').facts).toEqual(alone[n % 2]?.facts);
    const thousand = heapUsed();
    expect((thousand - before) / MEGABYTE).toBeLessThan(8);

    for (let n = 1_000; n < 4_000; n++) ask(n, first[n % 2] ?? '');
    expect(conversations.size).toBe(1_000);
    expect((heapUsed() - thousand) / MEGABYTE).toBeLessThan(3);
  });
});
