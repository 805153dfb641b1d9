import { type Word, wordsOf } from '../text.ts';
import { readAsk, withoutPrelude } from './ask.ts';
import { type Concept, conceptsOf } from './lexicon.ts';
import { spelledNames } from './names.ts';
import { type AmbiguousDate, findPeriods, type PeriodMention } from './periods.ts';
import type { NameUnit, Query } from './query.ts';
import { withDesignations } from './read/designations.ts';
import { readNames } from './read/names.ts';
import { numbersIn, readOrder } from './read/order.ts';
import { fiscalYears, periodUnit, withYears } from './read/periods.ts';
import type { Reader } from './read/reader.ts';
import {
  MENDED,
  mainSentence,
  mendWords,
  singular,
  spelledOut,
  unabbreviated,
  withoutCurrency,
} from './read/wording.ts';
import { notionWords, readWords } from './read/words.ts';

export { makeReader, type Reader } from './read/reader.ts';

/** A question cut to what is asked, with its words, dates and names; the raw material of a Query. */
export type Reading = {
  words: Word[];
  periods: PeriodMention[];
  ambiguousDates: AmbiguousDate[];
  /** Dates in it that no calendar has. */
  impossibleDates: string[];
  query: Query;
};

const PRONOUN_SUBJECT = new Set(['he', 'him', 'his', 'himself', 'hes', 'she', 'her', 'hers', 'shes', 'herself']);

/** Reads a question that stands alone; what earlier turns said is put in afterwards. Never throws. */
export function readQuestion(question: string, today: string, reader: Reader, bold = false): Reading {
  const all = mendWords(
    wordsOf(mainSentence(spelledOut(question))).map((word) => singular(unabbreviated(word), reader)),
    reader,
    bold,
  );
  const dropped = withoutPrelude(all.map((word) => word.norm));
  const words = all.slice(dropped);
  const found = findPeriods(words.map(withoutCurrency), today);
  const spelled = spelledNames(words, reader.names);
  const exact = spelled.filter((name) => !name.weak && name.end - name.start > 1);
  // "2019 fair", "Fair-2022": the year is part of the name.
  const periods = found.periods.filter(
    (period) => !exact.some((name) => period.start >= name.start && period.end <= name.end),
  );
  const ambiguous = found.ambiguous;
  const inPeriod = (at: number) => periods.some((period) => at >= period.start && at < period.end);
  const names = withDesignations(words, readNames(words, reader, inPeriod), reader, inPeriod);
  const inName = (at: number) => names.some((name) => at >= name.start && at < name.end);
  const text = words.map((word) => word.norm);
  const alternatives = joinsAlternatives(words, names, periods);
  const asking = askingPart(words, periods);
  const { ask, used } = readAsk(text.slice(asking), alternatives);
  const usedSet = new Set(used.map((at) => at + asking));
  const concepts = new Set<Concept>();
  text.forEach((norm, at) => {
    if (!inName(at) && !inPeriod(at)) for (const concept of conceptsOf(norm)) concepts.add(concept);
  });
  const order = readOrder(text, inPeriod, inName);
  const wordUnits = readWords(
    words,
    reader,
    (at) => inPeriod(at) || inName(at) || order.used.has(at),
    usedSet,
    notionWords(spelled, reader, inPeriod),
  );
  const query: Query = {
    ask,
    concepts,
    names,
    alternatives,
    periods: fiscalYears(withYears(periods.map(periodUnit))),
    words: wordUnits,
    order:
      order.order ??
      (ask === 'when' && /\bsince when\b|\bhow long (has|have|had)\b/.test(text.join(' ')) ? { kind: 'first' } : null),
    claimedOrdinal: ask === 'whether' || ask === 'which-of' ? order.ordinal : null,
    numbers: numbersIn(text, (at) => inPeriod(at) || inName(at)),
    only: [],
    besides: [],
    lead: all.slice(0, dropped).map((word) => word.norm),
    negated: /\b(not|never|didnt|wasnt|hasnt|isnt|doesnt|werent|havent|hadnt|dont|refuse|refused|without)\b/.test(
      text.join(' '),
    ),
    text,
    notes: words.flatMap((word, at) => {
      if (word.text === word.norm || !MENDED.has(word)) return [];
      // A name as the record writes it, where the word is all of it.
      const name = names.find(({ start, end }) => start === at && end === at + 1);
      return [`Read “${word.text}” as ${name?.matched ?? word.norm}.`];
    }),
  };
  return { words, periods, ambiguousDates: ambiguous, impossibleDates: found.impossible, query };
}

/** True when the question says "he" or "she" of somebody not named before it in the same question. */
export function pronounAt(query: Query): number {
  const inPeriod = (at: number) => query.periods.some((period) => at >= period.start && at < period.end);
  return query.text.findIndex((norm, at) => PRONOUN_SUBJECT.has(norm) && !inPeriod(at));
}

/** Where the asking begins: after "June 2021:" or "by February 2022", when a question word or verb follows. */
function askingPart(words: readonly Word[], periods: readonly PeriodMention[]): number {
  const opens = (at: number) =>
    /^(was|were|is|are|did|does|do|has|have|had|who|what|when|where|why|how|which|can|could|will|whose|whom)$/.test(
      words[at]?.norm ?? '',
    );
  const first = periods.find((period) => period.start <= 1);
  if (first && opens(first.end)) return first.end;
  const colon = words.findIndex((word, at) => at > 0 && at < 8 && /[:–—,-]\s*$/.test(word.gap) && opens(at));
  return Math.max(colon, 0);
}

// "Ada or Bo", "Sudport or Osk", "100 or 110", "official or state".
function joinsAlternatives(
  words: readonly Word[],
  names: readonly NameUnit[],
  periods: readonly PeriodMention[],
): boolean {
  return words.some((word, at) => {
    if (word.norm !== 'or') return false;
    const next = words[at + 1];
    const before = words[at - 1];
    if (!next || !before || ['not', 'so', 'anything', 'something', 'maybe'].includes(next.norm)) return false;
    return (
      !periods.some((period) => at > period.start && at < period.end) || names.some((name) => name.start === at + 1)
    );
  });
}
