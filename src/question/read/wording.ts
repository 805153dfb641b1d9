import type { Word } from '../../text.ts';
import { isFunctionWord } from '../lexicon.ts';
import type { Reader } from './reader.ts';

/** The question without greetings and what an asker says of himself; other sentences beside it stay. */
export function mainSentence(question: string): string {
  // Most are one sentence.
  if (!/[.!?]\s|\n/.test(question)) return question;
  // Runs of blanks as one: an expression that ends in a run looks through it as often as it is long.
  const single = question.replace(/[^\S\n]+/g, ' ').replace(/(?: ?\n)+ ?/g, '\n');
  const sentences = single
    .split(/(?<=[.!?])(?<!\b(?:no|nr|dr|mr|mrs|gen|sen|lt|col|st|vs|approx|c)\.) |\n/i)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const telling = sentences.filter((sentence) => !ASIDE.test(sentence) || sentence.includes('?'));
  return telling.length > 0 && telling.length < sentences.length ? telling.join(' ') : question;
}

const ASIDE =
  /^\W*(?:lol|haha|ok|okay|wow|nice)\b(?: \w+)?[.!]$|^\W*(hi|hello|hey|good (morning|afternoon|evening)|i ?[’']?a?m\b|im\b|we are|we[’']re|i have|i (see|saw|read|heard|think|guess|keep|found)|my |thanks|thank you|cheers|on deadline|sorry|quick question|long time|first of all|great|awesome|love)\b/i;

/** Signs that stand for words, so that they are read as such. */
export function spelledOut(question: string): string {
  return question
    .replace(/\bin (?:chronological |date |time |the right )?order\b(?! (?:to|of|for)\b)/i, ' ')
    .replace(/%/g, ' percent ')
    .replace(/\$\s?(?=\d)/g, ' usd ')
    .replace(/€\s?(?=\d)/g, ' eur ')
    .replace(/\bw\/o\b/gi, 'without')
    .replace(/\bw\//gi, 'with ');
}

const ABBREVIATED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b4: 'before',
    ppl: 'people',
    govt: 'government',
    gov: 'government',
    wich: 'which',
    wen: 'when',
    wat: 'what',
    wot: 'what',
    hw: 'how',
    mtg: 'meeting',
    mtgs: 'meetings',
    bn: 'billion',
    mn: 'million',
    mln: 'million',
    yr: 'year',
    yrs: 'years',
    min: 'min',
    acc: 'according',
    def: 'defence',
    defmin: 'defence',
    pres: 'president',
    fm: 'fm',
    intl: 'international',
    wpns: 'weapons',
    recieved: 'received',
  }),
);

/** The word, written out if it is an abbreviation ("govt", "mtg"). */
export function unabbreviated(word: Word): Word {
  const long = ABBREVIATED.get(word.norm);
  return long === undefined ? word : { ...word, norm: long };
}

/** "the FALs": an abbreviation in the plural, where the record knows only that of one. */
export function singular(word: Word, reader: Reader): Word {
  const one = /^[A-Z]{2,}s$/.test(word.text) ? word.norm.slice(0, -1) : null;
  return one !== null && reader.knows(one) && !reader.knows(word.norm)
    ? { ...word, norm: one, text: word.text.slice(0, -1) }
    : word;
}

/** "from 1990 to 2004 usd": the word, unless it is a currency after a year, which does not make an amount of it. */
export function withoutCurrency(word: Word, at: number, words: readonly Word[]): Word {
  return /^(usd|eur|dollar|dollars|euro|euros)$/.test(word.norm) && /^(19|20)\d\d$/.test(words[at - 1]?.norm ?? '')
    ? { ...word, norm: 'please' }
    : word;
}

/** The words that mending put in place of what was typed. */
export const MENDED = new WeakSet<Word>();

/** Puts the likeliest word in place of one that neither English nor the record knows. */
export function mendWords(words: readonly Word[], reader: Reader, bold: boolean): Word[] {
  return words.map((word) => {
    if (isFunctionWord(word.norm)) return word;
    const better = reader.mend(word.norm, bold);
    if (better === null) return word;
    const mended = { ...word, norm: better };
    MENDED.add(mended);
    return mended;
  });
}
