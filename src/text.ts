import { stemmer } from 'stemmer';

/** Words of a question: what was typed, folded so that spellings of one word meet. */

export type Word = {
  /** As typed. */
  text: string;
  /** Folded: lower case, without accents, dots and a possessive 's. Never empty. */
  norm: string;
  /** Where `text` stands in the question, in UTF-16 units. */
  start: number;
  end: number;
  /** What stands between the word before (or the beginning) and this one: spaces, hyphens, slashes, commas. */
  gap: string;
};

/** The longest text that is read, in UTF-16 units; a question beyond it is cut, not refused. */
const LONGEST_TEXT = 2000;

// Most questions have nothing to fold but case.
const ASCII = /^[\x20-\x7e\n\t]*$/;
const PLAIN_WORD = /^[a-zA-Z0-9]+$/;
// Combining accents of Latin, Greek and Cyrillic only: vowel signs of Burmese and other Indic scripts carry meaning.
const ACCENTS = /[\u0300-\u036f]/g;
// Letters that NFKD leaves whole.
const WHOLE_LETTERS: Readonly<Partial<Record<string, string>>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
// A word is letters, marks and digits; dots inside initials (N.L.), apostrophes inside words and decimal points belong to it.
const WORD =
  /\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{M}\p{N}])|\d+(?:[.,]\d+)+\p{L}*|[\p{L}\p{M}\p{N}]+(?:['’ʼ`][\p{L}\p{M}\p{N}]+)*/gu;

// The same for texts of ASCII only, which most are: without classes of Unicode it is read four times as fast.
const ASCII_WORD =
  /[A-Za-z](?:\.[A-Za-z])+\.?(?![A-Za-z0-9])|\d+(?:[.,]\d+)+[A-Za-z]*|[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*/g;

/** Folds a text: compatibility forms, accents off, lower case. Keeps spaces and signs. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(/[łøđıßæœþ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);
}

function foldWord(text: string): string {
  if (PLAIN_WORD.test(text)) return text.toLowerCase();
  const folded = fold(text).replace(/[’ʼ`]/g, "'");
  if (/^\d/.test(folded)) return folded.replace(/'s$/, 's');
  return folded.replace(/\./g, '').replace(/'s$/, '').replace(/s'$/, 's').replace(/n't$/, 'nt').replace(/'/g, '');
}

/** The words of a text in order. Empty for a text without letters and digits; never throws. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  const read = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  const word = ASCII.test(read) ? ASCII_WORD : WORD;
  // Not with `matchAll`, which makes a new expression each time.
  word.lastIndex = 0;
  for (let match = word.exec(read); match !== null; match = word.exec(read)) {
    const norm = foldWord(match[0]);
    if (norm === '') continue;
    const start = match.index;
    words.push({ text: match[0], norm, start, end: start + match[0].length, gap: read.slice(end, start) });
    end = start + match[0].length;
  }
  return words;
}

/** The folded words of a text in order: what `wordsOf` gives, without where they stand. */
export function normsOf(text: string): string[] {
  const read = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  const norms: string[] = [];
  for (const word of read.match(ASCII.test(read) ? ASCII_WORD : WORD) ?? []) {
    const norm = foldWord(word);
    if (norm !== '') norms.push(norm);
  }
  return norms;
}

/** A name or phrase as folded words joined by single spaces: the key under which it is looked up. */
export function phraseKey(text: string): string {
  return normsOf(text).join(' ');
}

const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

/** The stem under which the forms of one English word meet: `agreements`, `agreement` → `agreement`. */
export function stemOf(norm: string): string {
  const known = stems.get(norm);
  if (known !== undefined) return known;
  if (stems.size > MOST_STEMS) stems.clear();
  const stem = stemmer(american(norm));
  stems.set(norm, stem);
  return stem;
}

// One spelling for words that British and American texts write differently, so that either finds the other.
function american(norm: string): string {
  return norm
    .replace(/^(d|off)efence/, '$1efense')
    .replace(/^licence/, 'license')
    .replace(/^programme/, 'program')
    .replace(/^(.*[a-z])is(e|ed|es|ing|ation|ations)$/, (whole, head: string, tail: string) =>
      /(organ|real|author|recogn|modern|special|critic|stabil|apolog|condole|normal|legal|mobil|summar|final|util|emphas|priorit|harmon|liberal|central)$/.test(
        head,
      )
        ? `${head}iz${tail}`
        : whole,
    )
    .replace(/^(arm|col|fav|hon|lab|harb|neighb|rum|behavi)our/, '$1or')
    .replace(/^(cent|theat|kilomet)re/, '$1er')
    .replace(/(trave|cance|labe|mode|signa)ll(ed|ing|er)$/, '$1l$2');
}
