import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames, indexNames, type NameMention } from '../../src/question/names.ts';
import { wordsOf } from '../../src/question/words.ts';
import type { Entity } from '../../src/record/schema.ts';

const entities: Entity[] = [
  {
    id: 'mah',
    kind: 'person',
    name: 'Min Aung Hlaing',
    aliases: ['MAH', 'junta chief', 'the junta chief', 'မင်းအောင်လှိုင်', 'Мин Аун Хлайн', '敏昂莱', '민 아웅 흘라잉'],
  },
  { id: 'suu-kyi', kind: 'person', name: 'Aung San Suu Kyi', aliases: ['Suu Kyi'] },
  { id: 'win-myint', kind: 'person', name: 'Win Myint', ambiguous_aliases: ['Myint'] },
  { id: 'myint-swe', kind: 'person', name: 'Myint Swe', ambiguous_aliases: ['Myint'] },
  { id: 'putin', kind: 'person', name: 'Vladimir Putin', aliases: ['Putin', 'President Putin'] },
  { id: 'likhachev', kind: 'person', name: 'Alexey Likhachev' },
  { id: 'shringla', kind: 'person', name: 'Harsh Vardhan Shringla' },
  { id: 'han-zheng', kind: 'person', name: 'Han Zheng' },
  { id: 'liu-zheng', kind: 'person', name: 'Liu Zheng' },
  { id: 'myanmar', kind: 'country', name: 'Myanmar', aliases: ['Burma', 'Burmese', 'Мьянма', 'မြန်မာ'] },
  { id: 'russia', kind: 'country', name: 'Russia', aliases: ['Russian', 'Russian Federation', '俄罗斯', 'russe'] },
  { id: 'china', kind: 'country', name: 'China', aliases: ['Chinese', 'PRC'] },
  { id: 'thailand', kind: 'country', name: 'Thailand', aliases: ['Thai', 'Siam'] },
  { id: 'laos', kind: 'country', name: 'Laos', aliases: ['Lao'] },
  { id: 'iran', kind: 'country', name: 'Iran' },
  { id: 'ukraine', kind: 'country', name: 'Ukraine' },
  { id: 'niger', kind: 'country', name: 'Niger' },
  { id: 'nigeria', kind: 'country', name: 'Nigeria' },
  { id: 'us', kind: 'country', name: 'United States', aliases: ['US', 'U.S.', 'American'] },
  { id: 'chin', kind: 'region', name: 'Chin State' },
  { id: 'crimea', kind: 'region', name: 'Crimea' },
  { id: 'africa', kind: 'region', name: 'Africa' },
  { id: 'moscow', kind: 'city', name: 'Moscow', aliases: ['Москва'] },
  { id: 'naypyidaw', kind: 'city', name: 'Naypyidaw', aliases: ['Nay Pyi Taw'] },
  { id: 'st-petersburg', kind: 'city', name: 'Saint Petersburg', aliases: ['St Petersburg'] },
  { id: 'muse', kind: 'city', name: 'Muse' },
  { id: 'un', kind: 'organisation', name: 'United Nations', aliases: ['UN', 'the UN'] },
  { id: 'unga', kind: 'organisation', name: 'UN General Assembly', aliases: ['General Assembly'] },
  { id: 'mec', kind: 'organisation', name: 'Myanmar Economic Corporation' },
  { id: 'forum-host', kind: 'organisation', name: 'Eastern Economic Forum (as host)' },
  { id: 'atomic-week', kind: 'occasion', name: 'World Atomic Week 2025' },
  { id: 'summit-2022', kind: 'occasion', name: 'SCO summit 2022' },
  { id: 'summit-2025', kind: 'occasion', name: 'SCO summit 2025' },
  { id: 'su-30', kind: 'weapon', name: 'Su-30' },
  { id: 'mig-29', kind: 'weapon', name: 'MiG-29' },
  { id: 'mig-29s', kind: 'weapon', name: 'MiG-29S' },
  { id: 'mi-17', kind: 'weapon', name: 'Mi-17' },
  { id: 'a-5', kind: 'weapon', name: 'A-5' },
  { id: 'orlan', kind: 'weapon', name: 'Orlan-10E' },
  { id: 'tor', kind: 'weapon', name: 'Tor' },
  { id: 'arms', kind: 'weapon-category', name: 'Arms', aliases: ['weapons'] },
  { id: 'jets', kind: 'weapon-category', name: 'Combat aircraft', aliases: ['fighter jets', 'warplanes'] },
  { id: 'foreign-minister', kind: 'role', name: 'Foreign minister' },
];
const index = indexNames([...entities, { id: 'gazette', name: 'Zenda Gazette' }]);

const find = (text: string) => findNames(wordsOf(text), index);
/** Everyone a text names, in order; those that are weak with a question mark. */
const named = (text: string) => find(text).map(({ entities: ids, weak }) => ids.join('/') + (weak ? '?' : ''));
const only = (text: string): NameMention => {
  const [mention, ...others] = find(text);
  if (mention === undefined || others.length > 0) throw new Error(`${others.length + 1} or no names in ${text}`);
  return mention;
};

describe('names that are spelt right', () => {
  it.each([
    ['Naypyidaw', 'naypyidaw'],
    ['naypyitaw', 'naypyidaw'],
    ['nay pyitaw', 'naypyidaw'],
    ['NAY PYI TAW', 'naypyidaw'],
    ['su30', 'su-30'],
    ['su 30', 'su-30'],
    ['Su-30', 'su-30'],
    ['saint petersburg', 'st-petersburg'],
    ["Myanmar's", 'myanmar'],
    ['Мин Аун Хлайн', 'mah'],
    ['minaunghlaing', 'mah'],
    ['Zenda Gazette', 'gazette'],
  ])('%s is %s', (text, id) => {
    expect(only(text)).toMatchObject({ entities: [id], edits: 0, weak: false });
  });

  it('are found in a sentence, each at its words', () => {
    const words = wordsOf('did Russia sell Su-30s to the Burmese?');
    expect(findNames(words, index).map(({ start, end, text }) => [start, end, text])).toEqual([
      [1, 2, 'Russia'],
      [3, 5, 'Su-30s'],
      [7, 8, 'Burmese'],
    ]);
  });

  it('may be in another number, with no edit counted', () => {
    for (const text of ['russias', 'russians', 'su-30s', 'the thais', 'burmas', 'fighter jet', 'weapon', 'warplane']) {
      expect(only(text), text).toMatchObject({ edits: 0, weak: false });
    }
  });

  it('of one model and of more of another are both meant where both may be', () => {
    expect(only('mig-29s').entities).toEqual(['mig-29', 'mig-29s']);
    expect(only('MiG-29S').entities).toEqual(['mig-29s']);
    expect(only('mig-29').entities).toEqual(['mig-29']);
  });

  it('win over shorter names inside them, and articles count for nothing', () => {
    expect(named('the UN General Assembly')).toEqual(['unga']);
    expect(named('the UN')).toEqual(['un']);
    expect(named('Russian Federation')).toEqual(['russia']);
  });

  it('of several are given with all of them', () => {
    expect(only('Myint').entities).toEqual(['win-myint', 'myint-swe']);
  });
});

describe('names in scripts without spaces', () => {
  it('are found inside longer runs of letters', () => {
    expect(named('မင်းအောင်လှိုင်')).toEqual(['mah']);
    expect(named('မင်းအောင်လှိုင်က မြန်မာကို')).toEqual(['mah', 'myanmar']);
    expect(named('敏昂莱什么时候访问俄罗斯')).toEqual(['mah', 'russia']);
    expect(named('민 아웅 흘라잉은 언제')).toEqual(['mah']);
  });

  it('end where a syllable ends', () => {
    expect(named('မြန်မာ့')).toEqual(['myanmar']);
    expect(named('မြန်မာန်ဟို')).toEqual([]);
    expect(named('မင်းအောင်')).toEqual([]);
  });
});

describe('misspelt names', () => {
  it.each([
    ['moscw', 'moscow', 1],
    ['mocsow', 'moscow', 1],
    ['Москве', 'moscow', 1],
    ['min ang hlaing', 'mah', 1],
    ['aung san su kyi', 'suu-kyi', 1],
    ['st petersberg', 'st-petersburg', 1],
    ['saint petersbrg', 'st-petersburg', 1],
    ['naypidaw', 'naypyidaw', 1],
    ['likachev', 'likhachev', 1],
    ['lichachov', 'likhachev', 2],
    ['united natoins', 'un', 1],
    ['worl atomik week', 'atomic-week', 2],
  ])('%s is %s', (text, id, edits) => {
    expect(only(text)).toMatchObject({ entities: [id], edits, weak: false });
  });

  it('win over the exact names inside them that explain less', () => {
    expect(named('what does the myanmar economc corporation own')).toEqual(['mec']);
  });

  it('are not made of other everyday words', () => {
    expect(named('myanmar economic cooperation')).toEqual(['myanmar']);
  });

  it('are never countries, models or regions that are near but others', () => {
    expect(named('iran ukraine niger nigeria chin china mi-18 mi-17')).toEqual([
      'iran',
      'ukraine',
      'niger',
      'nigeria',
      'china',
      'mi-17',
    ]);
  });

  it('are no names of the wide world that the record does not hold', () => {
    expect(named('iraq')).toEqual([]);
    expect(named('iraqq')).toEqual([]);
    expect(named('irak')).toEqual(['iran?']);
  });

  it('that are as near to two are ambiguous, not guessed', () => {
    expect(only('sco sumit').entities).toEqual(['summit-2022', 'summit-2025']);
    const twins = indexNames([
      { id: 'a', kind: 'city', name: 'Barovna' },
      { id: 'b', kind: 'city', name: 'Barovka' },
    ]);
    expect(findNames(wordsOf('Barova'), twins)[0]).toMatchObject({ entities: ['a', 'b'], edits: 1 });
  });

  it('do not reach over blocked words', () => {
    const words = wordsOf('united natoins');
    expect(findNames(words, index, { blocked: (place) => place === 1 })).toEqual([]);
    expect(findNames(words, index, { blocked: (place) => place > 2 })).toHaveLength(1);
  });
});

describe('everyday words', () => {
  it('are no misspelt names', () => {
    const words = `mosque chain when mail visit march may man min san turkey mug mine lance laws organ crime orphan
      thin than those main loss iron ruse chins mask union nation`;
    expect(named(words)).toEqual([]);
  });

  it('are weak where they are not written as names', () => {
    expect(named('when was the tor delivered')).toEqual(['tor?']);
    expect(named('when was the Tor delivered')).toEqual(['tor']);
    expect(named('Muse is what I like')).toEqual(['muse?']);
    expect(named('we drove to Muse together')).toEqual(['muse']);
    expect(named('WE DROVE TO MUSE TOGETHER')).toEqual(['muse?']);
    expect(named('We Drove To Muse Together')).toEqual(['muse?']);
  });

  it('us is a pronoun unless it is written or used as a name', () => {
    expect(named('tell us what the US said')).toEqual(['us?', 'us']);
    expect(named('from the us')).toEqual(['us']);
    expect(named('U.S. jets')).toEqual(['us']);
  });

  it('are good names of kinds of things', () => {
    expect(named('arms and weapons')).toEqual(['arms', 'arms']);
    expect(named('did they arm anyone')).toEqual(['arms?']);
  });

  it('and numbers are no models', () => {
    expect(named('a 5 day visit')).toEqual(['a-5?']);
    expect(named('an A-5')).toEqual(['a-5']);
  });

  it('misspelt are no names, or weak ones', () => {
    expect(find('thsi').every(({ weak }) => weak)).toBe(true);
    expect(named('waht wich whne wehn recieved septmber visted')).toEqual([]);
  });
});

describe('names that follow from those listed', () => {
  it('are surnames that one person has or two', () => {
    expect(named('Likhachev and Shringla')).toEqual(['likhachev', 'shringla']);
    expect(named('Zheng')).toEqual(['han-zheng/liu-zheng']);
    expect(named('Harsh Shringla')).toEqual(['shringla']);
  });

  it('are names without their parenthesis, year or model number', () => {
    expect(named('Eastern Economic Forum')).toEqual(['forum-host']);
    expect(named('World Atomic Week')).toEqual(['atomic-week']);
    expect(named('SCO summit')).toEqual(['summit-2022/summit-2025']);
    expect(named('SCO summit 2025')).toEqual(['summit-2025']);
    expect(named('Orlan')).toEqual(['orlan']);
  });

  it('give way to what the record lists', () => {
    const listed = indexNames([
      { id: 'drones', kind: 'weapon', name: 'Drones (unspecified)' },
      { id: 'uav', kind: 'weapon-category', name: 'Drones' },
    ]);
    expect(findNames(wordsOf('drones'), listed)[0]?.entities).toEqual(['uav']);
  });
});

describe('adjectives of countries', () => {
  it('are told from the countries', () => {
    const adjective = (text: string) => only(text).adjective;
    expect(
      ['Russian', 'russians', 'Thai', 'Chinese', 'Burmese', 'American', 'Lao', 'russe', 'african'].map(adjective),
    ).toEqual(Array(9).fill(true));
    expect(['Russia', 'Thailand', 'Siam', 'China', 'PRC', 'Burma', 'Laos', 'Africa', 'Iran'].map(adjective)).toEqual(
      Array(9).fill(false),
    );
  });
});

describe('titles', () => {
  it('before a person belong to the name', () => {
    for (const text of ['general likhachev', 'Snr. Gen. Min Aung Hlaing', 'U Win Myint', 'foreign minister putin']) {
      expect(only(text), text).toMatchObject({ start: 0, text });
    }
  });

  it('by themselves, or before others, do not', () => {
    expect(named('the senior general')).toEqual([]);
    expect(find('general Moscow')[0]?.start).toBe(1);
    expect(named('which foreign minister met putin')).toEqual(['foreign-minister', 'putin']);
  });
});

describe('any text', () => {
  const script = fc.constantFrom(
    ...'min aung hlaing moscow su-30 the US မင်းအောင်လှိုင် မြန်မာ့ Москва 俄罗斯 민 รัสเซีย مو ä 🙂 \u0301 \ud800 5 , . /'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.array(fc.oneof(script, fc.string({ maxLength: 6 })), { maxLength: 20 }).map((parts) => parts.join(' ')),
  );

  it('is read without an exception, into mentions in order that do not overlap', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const words = wordsOf(typed);
        let last = 0;
        for (const { start, end, entities: ids } of findNames(words, index)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(words.length);
          expect(ids.length).toBeGreaterThan(0);
          // Only names inside one run of a script without spaces may share words.
          if (!/[\u0e00-\uffff]/.test(typed)) expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  // Other work on the machine can slow one measurement: it is taken again before it counts.
  it('is read in time that grows no faster than its length', { retry: 3 }, () => {
    const nonsense = (count: number) =>
      wordsOf(
        Array.from({ length: count }, (_, n) => `${'kmrst'[n % 5]}o${'nvzl'[n % 4]}aro${'bdg'[n % 3]}`).join(' '),
      );
    const time = (count: number) => {
      const words = nonsense(count);
      let best = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 5; run += 1) {
        const begin = performance.now();
        findNames(words, index);
        best = Math.min(best, performance.now() - begin);
      }
      return best;
    };
    time(30);
    // Ten times the words: a hundredfold would be the square.
    expect(time(300)).toBeLessThan(40 * time(30));
  });
});
