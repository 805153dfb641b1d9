import { describe, expect, it } from 'vitest';
import { type Concept, conceptsOf, conceptWords, functionWords, isFunctionWord } from '../../src/question/lexicon.ts';

describe("the field's own words", () => {
  it.each<[Concept, readonly string[]]>([
    ['visit', ['trip', 'visited', 'travelled', 'traveled', 'went', 'flew', 'tour']],
    ['meet', ['met', 'talks', 'saw']],
    ['receive', ['hosted', 'welcomed', 'received']],
    ['supply', ['sold', 'delivered', 'exports', 'supplier']],
    ['buy', ['bought', 'imports', 'procured']],
    ['abstain', ['abstained', 'abstention']],
    ['sanction', ['sanctions', 'blacklisted']],
    ['embargo', ['embargo', 'banned']],
    ['takeover', ['coup', 'seized']],
  ])('%s', (concept, forms) => {
    expect(forms.filter((form) => !conceptsOf(form).includes(concept))).toEqual([]);
  });

  it('a word may stand for several notions', () => {
    expect(conceptsOf('land')).toEqual(expect.arrayContaining(['visit', 'arrive']));
  });

  it.each(['fish', 'pagoda', 'constructor', 'toString', '__proto__', ''])('%j is none of them', (word) => {
    expect(conceptsOf(word)).toEqual([]);
  });

  it('are folded, as questions are', () => {
    for (const word of conceptWords()) expect(word).toMatch(/^[a-z-]+$/);
  });
});

describe('words without content of their own', () => {
  it('are articles, prepositions, pronouns, auxiliaries and question words', () => {
    for (const word of ['the', 'of', 'she', 'did', 'who', 'not', 'before'])
      expect(isFunctionWord(word), word).toBe(true);
    for (const word of ['visit', 'osk', 'president', 'hasOwnProperty']) expect(isFunctionWord(word), word).toBe(false);
    expect([...functionWords()]).not.toContain('');
  });
});
