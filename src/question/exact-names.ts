import { once } from '../record/collections.ts';
import type { Alias } from './aliases.ts';
import { isDigit } from './edits.ts';
import { isEveryday, isFunctionWord } from './everyday.ts';
import { type Concept, conceptsOf } from './lexicon.ts';
import type { Candidate } from './mention.ts';
import { LONGEST_NAME, mayBegin, type NameIndex, withoutNumber } from './name-index.ts';
import { isTitle } from './titles.ts';
import type { Word } from './words.ts';
import { type Writing, writtenAs } from './writing.ts';

/** A joined spelling that the typed words divide otherwise than the name ("hong kong" for "Hongkong") must be this long. */
const LONGEST_CHANCE_JOIN = 5;

const known = new WeakMap<readonly Word[], { index: NameIndex; found: readonly Candidate[] }>();

/**
 * Every stretch of words that spells a name: in any case and number, with or without spaces and hyphens inside. Looked for once
 * in the same words.
 */
export function exactCandidates(words: readonly Word[], index: NameIndex): readonly Candidate[] {
  const before = known.get(words);
  if (before?.index === index) return before.found;
  const found = spelledIn(words, index);
  known.set(words, { index, found });
  return found;
}

function spelledIn(words: readonly Word[], index: NameIndex): Candidate[] {
  const found: Candidate[] = [];
  // Only a few names are words as well, of which the writing tells.
  const as = once(() => writtenAs(words));
  for (let start = 0; start < words.length; start += 1) {
    let joined = '';
    let numberless = '';
    let differs = false;
    for (let end = start + 1; end <= words.length && end - start <= LONGEST_NAME; end += 1) {
      const word = words[end - 1];
      if (word === undefined) break;
      joined += word.norm;
      const singular = withoutNumber(word.norm);
      numberless += singular;
      differs ||= singular !== word.norm;
      if (!mayBegin(joined, index) && !(differs && mayBegin(numberless, index))) break;
      const alias = index.exact.get(joined);
      if (alias !== undefined && dividesLike(words.slice(start, end), alias)) {
        found.push(candidate(words, start, end, alias, isWeak(words, start, end, alias, as)));
        const other = variantAndPlural(word, joined, index);
        const last = found.at(-1);
        if (other !== undefined && last !== undefined) {
          last.entities = [...other.entities, ...last.entities];
          last.matched = other.text;
        }
        continue;
      }
      const one = joined.length > 3 && joined.endsWith('s') ? index.exact.get(joined.slice(0, -1)) : undefined;
      if (one !== undefined && dividesLike([...words.slice(start, end - 1), withoutS(word)], one)) {
        const isOtherWord = isEveryday(word.norm) && !isEveryday(one.words.at(-1) ?? '');
        found.push(candidate(words, start, end, one, isOtherWord || isWeak(words, start, end, one, as)));
        continue;
      }
      const other = end - start > 1 ? index.numberless.get(numberless) : undefined;
      if (other !== undefined && other.words.length === end - start)
        found.push(candidate(words, start, end, other, false));
    }
  }
  return found;
}

/** A candidate for the words from `start` to `end`. */
export function candidate(
  words: readonly Word[],
  start: number,
  end: number,
  alias: Alias,
  weak: boolean,
  edits = 0,
): Candidate {
  let letters = 0;
  for (let place = start; place < end; place += 1) {
    const norm = words[place]?.norm ?? '';
    // "The Board" explains no more of "the Board of Trade" than "Board" does.
    if (place > start || !/^(?:the|an?)$/.test(norm)) letters += norm.length;
  }
  return {
    start,
    end,
    text: typedText(words, start, end),
    entities: [...alias.entities],
    matched: alias.text,
    edits,
    weak,
    adjective: alias.adjective,
    // Of two equal explanations the one with fewer names is meant, and the one that divides its words like the name; a
    // misspelt name must explain more than an exact one.
    explained: letters - 0.1 - (edits === 0 ? 0 : edits + 1 + 0.5 * Math.abs(end - start - alias.words.length)),
    person: alias.person,
  };
}

/** The question's own text from one word to before another. */
export function typedText(words: readonly Word[], start: number, end: number): string {
  let text = '';
  for (let place = start; place < end; place += 1) {
    const word = words[place];
    if (word !== undefined) text += (place === start ? '' : word.gap) + word.text;
  }
  return text;
}

function withoutS(word: Word): Word {
  return { ...word, norm: word.norm.slice(0, -1) };
}

/** "XY-1s" is more of XY-1 where the record also knows a model XY-1S; "XY-1S" is the model alone. */
function variantAndPlural(word: Word, joined: string, index: NameIndex): Alias | undefined {
  return /\ds$/.test(joined) && word.text.endsWith('s') ? index.exact.get(joined.slice(0, -1)) : undefined;
}

/** Whether the typed words may be the words of the name although they are divided otherwise. */
function dividesLike(typed: readonly Word[], alias: Alias): boolean {
  if (alias.phrases.includes(typed.map((word) => word.norm).join(' '))) return true;
  const own = new Set<number>();
  let length = 0;
  for (const word of alias.words) {
    length += word.length;
    own.add(length);
  }
  const isLong = alias.key.length > LONGEST_CHANCE_JOIN && !typed.every((word) => isEveryday(word.norm));
  length = 0;
  for (const word of typed) {
    length += word.norm.length;
    if (length >= alias.key.length || own.has(length)) continue;
    const before = isDigit(alias.key.charCodeAt(length - 1));
    const after = isDigit(alias.key.charCodeAt(length));
    if ((before && after) || (before === after && !isLong)) return false;
  }
  return true;
}

const COMPARES = /^(versus|vs|than)$/;
const TAKES_OBJECT =
  /^(tell|tells|told|give|gives|gave|show|shows|showed|let|lets|send|sent|sell|sells|sold|help|remind|get|for|with|to|about|of|from|by|on|at|like|join|visit|met|meet|buy|ask|asked|teach|bring|let)$/;
/** Notions of what a state has or does. */
const OWNED: readonly Concept[] = ['arms', 'supply', 'sanction', 'embargo', 'person', 'visit'];

function isWeak(
  words: readonly Word[],
  start: number,
  end: number,
  alias: Alias,
  as: () => (place: number) => Writing,
): boolean {
  const first = words[start];
  const second = words[start + 1];
  // "a 9" is a count, "A-9" a model.
  if (first !== undefined && second !== undefined && end - start > 1 && /^[ai]$/.test(first.text)) {
    return /^\s+$/.test(second.gap) && /^\d/.test(second.norm);
  }
  if (alias.weak === 'never') return false;
  if (alias.weak === 'always') return true;
  // A pronoun has no article before it: "the us" is a name.
  if (end - start === 1 && isFunctionWord(first?.norm ?? '')) {
    const before = words[start - 1]?.norm ?? '';
    const after = words[end]?.norm ?? '';
    if (before === 'the' || COMPARES.test(before) || COMPARES.test(after)) return false;
    // "which us president", "us arms sales", not "tell us sales figures".
    if (!TAKES_OBJECT.test(before) && (isTitle(after) || OWNED.some((one) => conceptsOf(after).includes(one))))
      return false;
  }
  // In "the East" the second word shows whether a name is meant.
  const written = as()(end - start > 1 && isFunctionWord(first?.norm ?? '') ? start + 1 : start);
  return !(written === 'capitals' || (written === 'capitalised' && alias.weak === 'unless capitalised'));
}
