import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customId, readCustomId } from '../../src/discord/buttons.ts';
import { readTrail, trailLine, trailWithin } from '../../src/discord/trail.ts';

const word = fc.stringMatching(/^[a-z?é]{1,12}$/);
const question = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

describe('the questions behind an answer', () => {
  it('are read back from the line above it as they were', () => {
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 2 }), (trail) => {
        expect(readTrail(trailLine(trail))).toEqual(trail);
      }),
    );
  });

  it('are read back whole or not at all, whatever was asked', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 100 }), { maxLength: 3 }), (trail) => {
        const line = trailLine(trail);
        expect(line?.length ?? 0).toBeLessThanOrEqual(256);
        const read = readTrail(line);
        if (read !== undefined) expect(trailLine(read)).toBe(line);
      }),
    );
  });

  it('are not read from a line that was cut', () => {
    expect(readTrail(trailLine(['when '.repeat(80)]))).toBeUndefined();
    expect(readTrail(trailLine(['and then…']))).toEqual(['and then...']);
  });

  it('do not fit by half', () => {
    expect(trailWithin(['twelve chars'], 11)).toBeUndefined();
    expect(trailWithin([' '], 11)).toBeUndefined();
  });
});

describe('the id of a button', () => {
  it('is within 100 characters and says what the button does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 80 }), { maxLength: 4 }), fc.nat(999), (trail, page) => {
        const id = customId('page', page, trail);
        expect(id.length).toBeLessThanOrEqual(100);
        const press = readCustomId(id);
        expect(press).toMatchObject({ verb: 'page', argument: String(page) });
        expect(press?.rest).toBe(trailWithin(trail, 100 - `page|${page}|`.length) ?? '');
      }),
    );
  });

  it('is nothing to go by when another version wrote it', () => {
    expect(readCustomId('vote:7')).toBeUndefined();
    expect(readCustomId('page|1')).toBeUndefined();
    expect(readCustomId('')).toBeUndefined();
  });
});
