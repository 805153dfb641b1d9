import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeName, indexNames } from '../../src/question/names.ts';

const index = indexNames([
  { id: 'minsk', kind: 'city', name: 'Minsk' },
  { id: 'mah', kind: 'person', name: 'Min Aung Hlaing', aliases: ['the junta chief', 'MAH'] },
  { id: 'moscow', kind: 'city', name: 'Moscow', aliases: ['Moskva'] },
  { id: 'times', kind: 'organisation', name: 'The Moscow Times' },
  { id: 'shoigu', kind: 'person', name: 'Sergei Shoigu' },
  { id: 'su-30', kind: 'weapon', name: 'Su-30' },
  { id: 'su-30sme', kind: 'weapon', name: 'Su-30SME' },
]);
const complete = (typed: string, limit = 10) => completeName(typed, index, () => true, limit).map(({ id }) => id);

describe('completing a name', () => {
  it('offers names that begin so before those with a later word that does', () => {
    expect(complete('mos')).toEqual(['moscow', 'times']);
    expect(complete('min')).toEqual(['minsk', 'mah']);
    expect(complete('hla')).toEqual(['mah']);
  });

  it('knows aliases, and gives the name', () => {
    expect(completeName('junta', index, () => true, 5)).toEqual([{ id: 'mah', name: 'Min Aung Hlaing' }]);
  });

  it('does not mind spaces, hyphens and capitals', () => {
    for (const typed of ['su30', 'SU 30', 'Su-30']) expect(complete(typed), typed).toEqual(['su-30', 'su-30sme']);
    expect(complete('minau')).toEqual(['mah']);
  });

  it('forgives slips where nothing begins so', () => {
    expect(complete('moskow')).toContain('moscow');
    expect(complete('sergie sh')[0]).toBe('shoigu');
    expect(complete('shiogu')).toEqual(['shoigu']);
  });

  it('offers no more than asked, nothing that is not accepted, and each once', () => {
    expect(complete('m', 2)).toHaveLength(2);
    expect(completeName('m', index, (id) => id === 'mah', 5)).toEqual([{ id: 'mah', name: 'Min Aung Hlaing' }]);
    expect(complete('m')).toEqual([...new Set(complete('m'))]);
  });

  it('offers the first names of the record when nothing is typed', () => {
    expect(complete('', 3)).toEqual(['minsk', 'mah', 'moscow']);
    expect(complete('  ', 1)).toEqual(['minsk']);
  });

  it('offers nothing for what nothing begins with', () => {
    expect(complete('zzzz')).toEqual([]);
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: 0, max: 25 }), (typed, limit) => {
        expect(complete(typed, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
