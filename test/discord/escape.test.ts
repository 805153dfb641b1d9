import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, escapeMarkdown, escapeWithin, linkAddress, oneLine } from '../../src/discord/escape.ts';

/** What Discord makes of escapes: a backslash before ASCII punctuation is not shown. */
function shown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('\u200b', '');
}
/** Signs that would format, link or mention, when no backslash stands before them. */
const LIVE = /(?<!\\)(?:\\\\)*[*_~|`[\]<]/;
const PIECES = [
  '@everyone',
  '@here',
  '<@1>',
  '<@&2>',
  '<#3>',
  '</a:4>',
  '<t:5>',
  '<:x:6>',
  ':smile:',
  '**',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '\\',
  '[a](https://b.example)',
  'https://c.example',
  '# ',
  '-# ',
  '> ',
  '>>> ',
  '- ',
  '1. ',
  '\n',
  '\u202e',
  ' ',
  'Naypyidaw',
  '2021',
  'é',
  '😀',
  '\ud83d',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' })), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('escaping', () => {
  it.each([
    ['@everyone', '@\u200beveryone'],
    ['<@&1> <#2> </help:3>', '\\<@\u200b&1> \\<#2> \\</help:3>'],
    ['[free](https://x.example)', '\\[free\\](https\\://x.example)'],
    ['# loud', '\\# loud'],
    ['-# small', '\\-# small'],
    ['> said', '\\> said'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
    ['a_b*c', 'a\\_b\\*c'],
    [':smile:', '\\:smile:'],
    ['at 10:30', 'at 10:30'],
    ['two\nlines', 'two lines'],
    ['U.S.-made Mi-17, 2.5 tonnes (est.)', 'U.S.-made Mi-17, 2.5 tonnes (est.)'],
  ])('of %j', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));

  it('leaves nothing live in any text, and shows it as it was', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(LIVE);
        expect(escaped).not.toMatch(/@(?:everyone|here|&?\d|!)/);
        expect(escaped).not.toMatch(/https?:\/\//i);
        expect(escaped).not.toMatch(/^(?:#{1,3}|-#|[-+>]|\d+[.)])(?:\s|$)|\n/);
        expect(shown(escaped)).toBe(oneLine(text).replaceAll('\u200b', ''));
      }),
    );
  });

  it('stays within any length, and never ends in half an escape', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 300 }), (text, most) => {
        const escaped = escapeWithin(text, most);
        expect(escaped.length).toBeLessThanOrEqual(most);
        expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*\\$/);
        expect(escaped).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('cutting', () => {
  it('cuts at the end of a word', () => expect(cut('a long journey to the capital', 20)).toBe('a long journey to…'));
  it('cuts a word that is too long by itself', () => expect(cut('x'.repeat(30), 10)).toBe(`${'x'.repeat(9)}…`));
  it('leaves what fits', () => expect(cut('short', 5)).toBe('short'));
});

describe('addresses of links', () => {
  it.each([
    ['https://paper.example/a_(b)?c=[1]|2', 'https://paper.example/a_%28b%29?c=%5B1%5D%7C2'],
    ['https://paper.example/a b', 'https://paper.example/a%20b'],
    ['javascript:alert(1)', undefined],
    ['paper.example', undefined],
  ])('of %j', (url, address) => expect(linkAddress(url)).toBe(address));

  it('hold nothing that ends a link', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rest) => {
        expect(linkAddress(`https://x${rest}`)).not.toMatch(/[\s()<>[\]|`\\]/);
      }),
    );
  });
});
