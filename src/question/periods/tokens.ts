import { partsOf } from '../../record/days.ts';
import { isDigit } from '../edits.ts';
import type { Word } from '../words.ts';
import { timeWordOf } from './vocabulary.ts';

/**
 * What joins a word to the one before. `start` begins a text or a sentence; `hyphen`, `slash` and `tight` glue two words
 * into one; `sign` is a sign that makes a number something else than a date ($, #).
 */
export type Joint = 'start' | 'space' | 'comma' | 'ampersand' | 'hyphen' | 'dash' | 'slash' | 'tight' | 'sign';

export type Token = {
  /** As typed. */
  text: string;
  /** Folded. */
  norm: string;
  /** The word of the grammar that it stands for, or `norm`. */
  word: string;
  /** The value of a number of at most four digits. */
  number: number | null;
  digits: number;
  joint: Joint;
  /** An apostrophe stands before: '99. */
  apostrophe: boolean;
};

/** A question under reading, and the day it is asked. */
export type Context = {
  tokens: readonly Token[];
  today: string;
  year: number;
  month: number;
  /** The whole text is in capitals, so that capitals say nothing about a word. */
  shouted: boolean;
};

/** Prepares words for the grammar. Throws a RangeError when `today` is no ISO day. */
export function contextOf(words: readonly Word[], today: string): Context {
  const { year, month } = partsOf(today);
  const tokens: Token[] = [];
  for (const word of words) tokens.push(tokenOf(word, tokens.at(-1)));
  return { tokens, today, year, month, shouted: isShouted(words) };
}

const SHOUTED_WORDS = 3;

// A name in capitals and a number ("FAIR 2021") are not a shout yet.
function isShouted(words: readonly Word[]): boolean {
  if (words.some((word) => /\p{Ll}/u.test(word.text))) return false;
  return words.filter((word) => /^\p{Lu}{2,}$/u.test(word.text)).length >= SHOUTED_WORDS;
}

function tokenOf({ text, norm, gap }: Word, previous: Token | undefined): Token {
  const value = isDigit(norm.charCodeAt(0)) ? numeralOf(norm, text) : null;
  return {
    text,
    norm,
    word: value === null ? timeWordOf(norm) : norm,
    number: value === null ? null : Number(value),
    digits: value?.length ?? 0,
    joint: jointOf(gap, previous),
    apostrophe: gap !== ' ' && /['’‘ʼ`´]$/.test(gap),
  };
}

// "2021's" is 2021; "1990's" may be the decade.
function numeralOf(norm: string, text: string): string | null {
  const possessive = /^(\d{3}[1-9])s$/.exec(norm)?.[1];
  const value = possessive !== undefined && text.length > norm.length ? possessive : norm;
  return /^\d{1,4}$/.test(value) ? value : null;
}

function jointOf(gap: string, previous: Token | undefined): Joint {
  // What stands before nearly every word.
  if (gap === ' ' && previous !== undefined) return 'space';
  if (/[$€£¥#№§@=+^\\%]\s*$/.test(gap)) return 'sign';
  if (previous === undefined || /[?!;…:]/.test(gap)) return 'start';
  const signs = gap.replace(/['’‘ʼ`´]$/, '');
  if (signs === '') return gap === '' ? 'tight' : 'space';
  const bare = signs.trim();
  if (/^[-‐‑−]$/.test(signs)) return 'hyphen';
  if (/^(?:-{1,3}|[‐‑−‒–—―])$/.test(bare)) return 'dash';
  if (bare === '/') return signs === '/' ? 'slash' : 'comma';
  if (bare === '&') return 'ampersand';
  // A dot ends a sentence unless it ends an abbreviation ("Sept. 2022").
  if (/\./.test(bare)) return previous.word !== previous.norm && previous.norm.length <= 4 ? 'space' : 'start';
  if (bare.includes(',')) return 'comma';
  return /\s|[()[\]"“”„«»]/.test(signs) ? 'space' : 'tight';
}

/** Whether the word at this place follows the one before within one phrase. */
export function follows(context: Context, at: number): boolean {
  const joint = context.tokens[at]?.joint;
  return joint === 'space' || joint === 'hyphen';
}

/** The same, a comma between them allowed. */
export function followsLoosely(context: Context, at: number): boolean {
  return follows(context, at) || context.tokens[at]?.joint === 'comma';
}

/** The word of the grammar at a place, when it follows the one before; an empty string otherwise. */
export function wordAt(context: Context, at: number): string {
  return follows(context, at) ? (context.tokens[at]?.word ?? '') : '';
}

/** The place after these words when they stand here, the first as it may, the others following; `null` otherwise. */
export function after(context: Context, at: number, words: readonly string[]): number | null {
  for (let offset = 0; offset < words.length; offset += 1) {
    const token = context.tokens[at + offset];
    if (token?.word !== words[offset] || (offset > 0 && !follows(context, at + offset))) return null;
  }
  return at + words.length;
}

/** `at`, or the place after the word when it follows there. */
export function skip(context: Context, at: number, word: string): number {
  return wordAt(context, at) === word ? at + 1 : at;
}
