import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, phraseKey, stemOf, wordsOf } from '../src/text.ts';

const norms = (text: string) => wordsOf(text).map(({ norm }) => norm);

describe('a text, folded', () => {
  it.each([
    ['Düsseldorf', 'dusseldorf'],
    ['Łódź', 'lodz'],
    ['ĐÀ NẴNG', 'da nang'],
    ['İstanbul ve Iğdır', 'istanbul ve igdir'],
    ['Straße', 'strasse'],
    ['ﬁve ①', 'five 1'],
    ['Москва', 'москва'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps the vowel signs of Indic scripts, which are no accents', () => {
    expect(fold('မြန်မာ')).toBe('မြန်မာ');
    expect(fold('मॉस्को')).toBe('मॉस्को');
  });
});

describe('the words of a text', () => {
  it.each<[string, string[]]>([
    ['When did she visit Osk?', ['when', 'did', 'she', 'visit', 'osk']],
    ["Norland's ships and the ships' crews", ['norland', 'ships', 'and', 'the', 'ships', 'crews']],
    ['she didn’t, O’Brien did', ['she', 'didnt', 'obrien', 'did']],
    ['the U.S. and the U.N.', ['the', 'us', 'and', 'the', 'un']],
    ['1.5bn, 109,604 tonnes', ['1.5bn', '109,604', 'tonnes']],
    ['su-30/mi-38', ['su', '30', 'mi', '38']],
    ['the 1990’s', ['the', '1990s']],
    ['', []],
    ['?! … 👍', []],
  ])('%s', (text, expected) => {
    expect(norms(text)).toEqual(expected);
  });

  it('stand where they say, with what was before them', () => {
    const text = 'to Osk – Tarnby';
    for (const word of wordsOf(text)) expect(text.slice(word.start, word.end)).toBe(word.text);
    expect(wordsOf(text).map(({ gap }) => gap)).toEqual(['', ' ', ' – ']);
  });

  it('are read from any text, in order and never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let end = 0;
        for (const word of wordsOf(text)) {
          expect(word.norm).not.toBe('');
          expect(word.start).toBeGreaterThanOrEqual(end);
          end = word.end;
        }
      }),
    );
  });

  it('of a very long text are those of its beginning', () => {
    expect(wordsOf('osk '.repeat(10_000)).length).toBeLessThan(1000);
  });
});

it('a name is looked up under its folded words', () => {
  expect(phraseKey('  Südport – the “Great” Harbour ')).toBe('sudport the great harbour');
});

describe('stems', () => {
  it.each([
    ['agreements', 'agreement'],
    ['visited', 'visiting'],
    ['defence', 'defense'],
    ['programme', 'program'],
    ['organised', 'organized'],
    ['travelled', 'traveled'],
    ['armour', 'armor'],
    ['centre', 'center'],
  ])('%s and %s meet', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it.each([
    ['promise', 'prize'],
    ['arm', 'army'],
  ])('%s and %s stay apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});
