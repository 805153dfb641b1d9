import { firstDay, lastDay } from '../record/days.ts';
import type { Store } from '../record/store.ts';
import { stemOf, type Word, wordsOf } from '../text.ts';
import { readAsk, withoutPrelude } from './ask.ts';
import { isEveryday } from './everyday.ts';
import { type Concept, conceptsOf, conceptWords, functionWords, isFunctionWord } from './lexicon.ts';
import { type Mender, makeMender, mendWord } from './mend.ts';
import {
  findNames,
  indexNames,
  indexSpelling,
  type NameIndex,
  type NameMention,
  nearestWord,
  type SpellingIndex,
  spelledNames,
} from './names.ts';
import { numberOf, ordinalOf } from './numbers.ts';
import { timeWords } from './periods/vocabulary.ts';
import { type AmbiguousDate, findPeriods, type PeriodMention } from './periods.ts';
import type { NameUnit, Order, PeriodUnit, Query, WordUnit } from './query.ts';
import { isWeakWord, relatedStems, replacePhrases, WEAK } from './thesaurus.ts';

/** What is made once from a record so that questions can be read: its names and its words. */
export type Reader = {
  store: Store;
  names: NameIndex;
  /** Words of the field and of the record, for spelling. */
  spelling: SpellingIndex;
  known: ReadonlySet<string>;
  mender: Mender;
  /** Designations of weapons with letters and digits joined (`g120tp`), and whose they are. */
  designations: readonly { key: string; id: string }[];
};

export function makeReader(store: Store): Reader {
  const known = new Set<string>(conceptWords());
  const texts = new Map<string, number>();
  for (const doc of store.docs) {
    for (const statement of doc.statements) {
      for (const { norm } of wordsOf(statement.text)) {
        known.add(norm);
        texts.set(norm, (texts.get(norm) ?? 0) + 1);
      }
    }
  }
  const names = store.record.entities.flatMap((entity) =>
    [entity.name, ...(entity.aliases ?? [])].flatMap((name) => wordsOf(name).map((word) => word.norm)),
  );
  return {
    store,
    names: indexNames(store.record.entities),
    spelling: indexSpelling(known),
    known,
    designations: store.record.entities.flatMap((entity) =>
      entity.kind !== 'weapon'
        ? []
        : [entity.name, ...(entity.aliases ?? [])].map((name) => ({ key: joined(name), id: entity.id })),
    ),
    mender: makeMender([...conceptWords(), ...functionWords(), ...timeWords(), ...WEAK], names, texts),
  };
}

function joined(name: string): string {
  return wordsOf(name)
    .map((word) => word.norm)
    .join('');
}

/** A question cut to what is asked, with its words, dates and names; the raw material of a Query. */
export type Reading = {
  words: Word[];
  periods: PeriodMention[];
  ambiguousDates: AmbiguousDate[];
  query: Query;
};

const PRONOUN_SUBJECT = new Set(['he', 'him', 'his', 'himself', 'hes', 'she', 'her', 'hers', 'shes', 'herself']);

/** Reads a question that stands alone; what earlier turns said is put in afterwards. Never throws. */
export function readQuestion(question: string, today: string, reader: Reader, bold = false): Reading {
  const all = mendWords(wordsOf(mainSentence(spelledOut(question))).map(unabbreviated), reader, bold);
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
    notes: words.flatMap((word) =>
      word.text !== word.norm && MENDED.has(word) ? [`Read “${word.text}” as ${word.norm}.`] : [],
    ),
  };
  return { words, periods, ambiguousDates: ambiguous, query };
}

/** True when the question says "he" or "she" of somebody not named before it in the same question. */
export function pronounAt(query: Query): number {
  const inPeriod = (at: number) => query.periods.some((period) => at >= period.start && at < period.end);
  return query.text.findIndex((norm, at) => PRONOUN_SUBJECT.has(norm) && !inPeriod(at));
}

// Greetings and what an asker says of himself are no part of the question; other sentences beside it are.
function mainSentence(question: string): string {
  const sentences = question.split(/(?<=[.!?\n])\s+(?=\S)/).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const telling = sentences.filter((sentence) => !ASIDE.test(sentence) || sentence.includes('?'));
  return telling.length > 0 && telling.length < sentences.length ? telling.join(' ') : question;
}

const ASIDE =
  /^\W*(hi|hello|hey|good (morning|afternoon|evening)|i ?[’']?a?m\b|im\b|we are|we[’']re|i have|i (see|saw|read|heard|think|guess|keep|found)|my |thanks|thank you|cheers|on deadline|sorry|quick question|long time|first of all|great|awesome|love)\b/i;

/** Signs that stand for words, so that they are read as such. */
function spelledOut(question: string): string {
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
    def: 'defence',
    defmin: 'defence',
    pres: 'president',
    fm: 'fm',
    intl: 'international',
    wpns: 'weapons',
    recieved: 'received',
  }),
);

// "from 1990 to 2004 usd": a currency after a year does not make an amount of it.
function withoutCurrency(word: Word, at: number, words: readonly Word[]): Word {
  return /^(usd|eur|dollar|dollars|euro|euros)$/.test(word.norm) && /^(19|20)\d\d$/.test(words[at - 1]?.norm ?? '')
    ? { ...word, norm: 'please' }
    : word;
}

function unabbreviated(word: Word): Word {
  const long = ABBREVIATED.get(word.norm);
  return long === undefined ? word : { ...word, norm: long };
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

const MENDED = new WeakSet<Word>();

/** Puts the likeliest word in place of one that neither English nor the record knows. */
function mendWords(words: readonly Word[], reader: Reader, bold: boolean): Word[] {
  return words.map((word) => {
    if (isFunctionWord(word.norm)) return word;
    const better = mendWord(word.norm, reader.mender, bold);
    if (better === null) return word;
    const mended = { ...word, norm: better };
    MENDED.add(mended);
    return mended;
  });
}

function readNames(words: readonly Word[], reader: Reader, inPeriod: (at: number) => boolean): NameUnit[] {
  const found = findNames(words, reader.names, {
    blocked: (at) =>
      inPeriod(at) || isFunctionWord(words[at]?.norm ?? '') || conceptsOf(words[at]?.norm ?? '').length > 0,
  });
  return found
    .filter((mention) => !mention.weak || likelyPlace(mention, words, reader))
    .filter((mention) => {
      // "Osk-3" is not the Osk-4 that the record knows.
      const next = words[mention.end];
      return !(next?.gap === '-' && /^\d{1,3}[a-z]?$/.test(next.norm) && mention.end - mention.start === 1);
    })
    .filter((mention) => {
      // A name that is one word of the field ("sanctions", "arms", "embargo") is read as that word.
      if (words.length <= 5 && words.some((word) => /^(mean|means|stand|stands|define|definition)$/.test(word.norm)))
        return true;
      const only = mention.end - mention.start === 1 ? words[mention.start]?.norm : undefined;
      return only === undefined || conceptsOf(only).length === 0;
    })
    .filter(
      (mention) =>
        words.length - (mention.end - mention.start) <= 4 ||
        !mention.entities.every((id) => ['role', 'measure'].includes(reader.store.entities.get(id)?.kind ?? '')),
    )
    .map((mention) => ({
      ids: mention.entities,
      start: mention.start,
      end: mention.end,
      text: mention.text,
      matched: mention.matched,
      edits: mention.edits,
      adjective: mention.adjective,
      excluded: isExcluded(words, mention.start),
      attributed: isAttributed(words, mention.start, mention.entities, reader),
      literal: /^(in|to|at|near|from|around|through|via|inside|outside|into)$/.test(
        words[mention.start - 1]?.norm ?? '',
      ),
      generic: mention.entities.every((id) =>
        ['weapon-category', 'weapon', 'occasion'].includes(reader.store.entities.get(id)?.kind ?? ''),
      ),
      stems: nameWordStems(words.slice(mention.start, mention.end)),
      implied: false,
    }));
}

// "in bejing": a misspelling that might be an everyday word is a place where a place is due.
function likelyPlace(mention: NameMention, words: readonly Word[], reader: Reader): boolean {
  const before = words[mention.start - 1]?.norm ?? '';
  const place = mention.entities.every((id) =>
    ['city', 'country', 'region'].includes(reader.store.entities.get(id)?.kind ?? ''),
  );
  return (
    place &&
    mention.edits > 0 &&
    mention.entities.length === 1 &&
    /^(in|to|at|from|visit|visited|near|via)$/.test(before)
  );
}

// "k-20" for the K 20TP: a designation cut short is the weapon's whose designation begins so, if there is just one.
function withDesignations(
  words: readonly Word[],
  names: NameUnit[],
  reader: Reader,
  inPeriod: (at: number) => boolean,
): NameUnit[] {
  const taken = (at: number) => inPeriod(at) || names.some((name) => at >= name.start && at < name.end);
  const found = words.flatMap((_, at) => {
    const designation = taken(at) ? null : designationAt(words, at, taken);
    if (!designation) return [];
    const key = designation.norm.replace('-', '');
    const ids = [
      ...new Set(
        reader.designations
          .filter((entry) => entry.key.startsWith(key) && !/^\d/.test(entry.key.slice(key.length)))
          .map((entry) => entry.id),
      ),
    ];
    if (ids.length !== 1) return [];
    const text = words
      .slice(at, designation.end)
      .map((word) => word.text)
      .join('-');
    return [
      {
        ids,
        start: at,
        end: designation.end,
        text,
        matched: reader.store.nameOf(ids[0] ?? ''),
        edits: 0,
        adjective: false,
        literal: false,
        generic: true,
        stems: [],
        attributed: false,
        excluded: false,
        implied: false,
      },
    ];
  });
  return found.length === 0 ? names : [...names, ...found].sort((a, b) => a.start - b.start);
}

function nameWordStems(words: readonly Word[]): string[][] {
  return words
    .filter(({ norm }) => !isFunctionWord(norm) && !/^(19|20)\d\d$/.test(norm))
    .map(({ norm }) => [stemOf(norm), ...relatedStems(stemOf(norm))]);
}

// "according to the institute", "per the agency's piece", "by the rapporteur's count".
function isAttributed(words: readonly Word[], start: number, ids: readonly string[], reader: Reader): boolean {
  if (!ids.every((id) => ['organisation', 'person'].includes(reader.store.entities.get(id)?.kind ?? ''))) return false;
  const before = words
    .slice(Math.max(0, start - 4), start)
    .map((word) => word.norm)
    .join(' ');
  return (
    /\b(according to|per|says|by|as told by|in the words of|cited by|reported by|quoted by)( the| an| a| its| \w+ \d{4})?( \w+)?$/.test(
      before,
    ) && !/\b(by) (\w+ing)$/.test(before)
  );
}

function isExcluded(words: readonly Word[], start: number): boolean {
  const before = words.slice(Math.max(0, start - 3), start).map((word) => word.norm);
  return /\b(other than|besides|apart from|except|except for|aside from|not counting|excluding|but not)$/.test(
    before.join(' '),
  );
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

// "that June week in 2021": a month without a year takes the year that stands beside it.
function withYears(periods: PeriodUnit[]): PeriodUnit[] {
  const year = periods.find((period) => period.grain === 'year' && period.from !== null && period.to !== null);
  const months = periods.filter((period) => period.months !== undefined);
  if (!year?.from || months.length === 0) return periods;
  return periods.flatMap((period) => {
    if (period === year) return [];
    const month = period.months?.[0];
    if (month === undefined) return [period];
    const text = `${year.from?.slice(0, 4)}-${String(month).padStart(2, '0')}`;
    return [
      { ...period, from: firstDay(text), to: lastDay(text), months: undefined, text: `${period.text} ${year.text}` },
    ];
  });
}

// "fiscal 2022 v 2023": the second year is a fiscal one as well.
function fiscalYears(periods: PeriodUnit[]): PeriodUnit[] {
  if (!periods.some((period) => /\b(fiscal|fy)/i.test(period.text))) return periods;
  return periods.map((period) => {
    const year =
      period.grain === 'year' && period.from?.endsWith('-01-01') && period.to?.endsWith('-12-31')
        ? Number(period.from.slice(0, 4))
        : null;
    return year === null ? period : { ...period, from: `${year}-04-01`, to: `${year + 1}-03-31` };
  });
}

function periodUnit(mention: PeriodMention): PeriodUnit {
  return {
    from: mention.period.from,
    to: mention.period.to,
    grain: mention.grain,
    relation: mention.relation,
    text: mention.text,
    start: mention.start,
    end: mention.end,
    loose: mention.loose,
    months: mention.months,
  };
}

const SCALE: ReadonlyMap<string, number> = new Map(
  Object.entries({ bn: 1e9, billion: 1e9, b: 1e9, m: 1e6, mn: 1e6, mln: 1e6, million: 1e6, k: 1e3, thousand: 1e3 }),
);

/** The numbers of a question in figures, with the million or billion that follows: `1.5 billion`, `1.6bn`, `109,604`. */
function numbersIn(text: readonly string[], taken: (at: number) => boolean): number[] {
  return text.flatMap((norm, at) => {
    const match = taken(at) ? null : /^(\d[\d.,]*)([a-z]*)$/.exec(norm);
    if (!match?.[1]) return [];
    const plain = /^\d{1,3}(,\d{3})+$/.test(match[1]) ? match[1].replaceAll(',', '') : match[1].replace(',', '.');
    const scale = SCALE.get(match[2] || (text[at + 1] ?? '')) ?? 1;
    const number = Number(plain) * scale;
    return Number.isFinite(number) ? [number] : [];
  });
}

function readOrder(
  text: readonly string[],
  inPeriod: (at: number) => boolean,
  inName: (at: number) => boolean,
): { order: Order | null; ordinal: number | null; used: Set<number> } {
  const used = new Set<number>();
  let order: Order | null = null;
  let ordinal: number | null = null;
  text.forEach((norm, at) => {
    if (inPeriod(at) || inName(at)) return;
    const nth = ordinalOf(norm);
    if (nth !== null && text[at + 1] !== 'of' && text[at - 1] !== 'world') {
      used.add(at);
      ordinal ??= nth;
      order ??= nth === 1 ? { kind: 'first' } : { kind: 'nth', n: nth, fromEnd: false };
    } else if (/^(first|earliest|initially|maiden|debut)$/.test(norm)) {
      used.add(at);
      ordinal ??= 1;
      order ??= { kind: 'first' };
    } else if (/^(last|latest|newest)$/.test(norm) || (/^(recent|recently)$/.test(norm) && text[at - 1] === 'most')) {
      used.add(at);
      order ??= { kind: 'last' };
    } else if (
      norm === 'next' &&
      /^(trip|visit|journey|meeting|tour|stop|time|one|foreign|official)$/.test(text[at + 1] ?? '')
    ) {
      used.add(at);
      order ??= { kind: 'first' };
    } else if (/^number$/.test(norm) && numberOf(text[at + 1] ?? '') !== null) {
      ordinal ??= numberOf(text[at + 1] ?? '');
      used.add(at).add(at + 1);
      if (ordinal !== null) order ??= { kind: 'nth', n: ordinal, fromEnd: false };
    }
  });
  return { order, ordinal, used };
}

// Notions that say what is wanted rather than what it is about: a fact need not contain them.
const STRUCTURAL: ReadonlySet<Concept> = new Set([
  'amount',
  'rank',
  'more',
  'less',
  'change',
  'define',
  'role',
  'source',
  'conflict',
  'happen',
  'list',
  'count',
  'first',
  'last',
  'next',
  'previous',
  'purpose',
  'outcome',
  'length',
  'expected',
  'total',
  'country',
  'person',
  'abroad',
  'official',
  'private',
  'working',
  'state',
  'multilateral',
  'report',
  'stay',
  'favour',
  'share',
]);

// An entity that is a notion rather than a thing ("petroleum products", "death toll") is read as words, its own names
// among them.
function notionWords(
  spelled: readonly NameMention[],
  reader: Reader,
  inPeriod: (at: number) => boolean,
): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (const mention of spelled) {
    if (inPeriod(mention.start)) continue;
    const id = mention.entities[0];
    const entity = id === undefined ? undefined : reader.store.entities.get(id);
    if (!id || mention.weak || (entity?.kind !== 'measure' && entity?.kind !== 'role')) continue;
    const stems = wordsOf(entity.name)
      .map((word) => word.norm)
      .filter((norm) => !isFunctionWord(norm))
      .map(stemOf);
    for (let at = mention.start; at < mention.end; at++) found.set(at, stems);
  }
  return found;
}

function readWords(
  words: readonly Word[],
  reader: Reader,
  taken: (at: number) => boolean,
  used: ReadonlySet<number>,
  notionStems: ReadonlyMap<number, readonly string[]>,
): WordUnit[] {
  const phrases = new Map<number, { end: number; word: string }>();
  for (const phrase of replacePhrases(words.map((word) => word.norm))) {
    let free = true;
    for (let at = phrase.start; at < phrase.end; at++) if (taken(at)) free = false;
    if (free) phrases.set(phrase.start, { end: phrase.end, word: phrase.word });
  }
  const units: WordUnit[] = [];
  for (let at = 0; at < words.length; at++) {
    if (taken(at)) continue;
    const word = words[at];
    if (word === undefined) continue;
    const phrase = phrases.get(at);
    const norm = phrase?.word ?? word.norm;
    const concepts = conceptsOf(norm);
    const weak = isWeakWord(norm) || PALE.has(norm) || isSmallNumber(norm);
    if (
      !phrase &&
      !designationAt(words, at, taken) &&
      (isFunctionWord(norm) || (norm.length === 1 && !/\d/.test(norm)))
    )
      continue;
    const designation = designationAt(words, at, taken);
    if (designation) {
      units.push({ ...wordUnit(designation.norm, at, [], false, reader), unknown: true });
      at = designation.end - 1;
      continue;
    }
    if (/^\d/.test(norm)) continue;
    if (used.has(at) && concepts.length === 0) continue;
    if (weak && concepts.length === 0) continue;
    const before = `${words[at - 2]?.norm ?? ''} ${words[at - 1]?.norm ?? ''}`;
    if (/(\bbesides|\bapart from|\bother than|\baside from)$/.test(before)) continue;
    const unit = wordUnit(norm, at, concepts, weak || used.has(at), reader);
    // A phrase stands for its word and still for its own ("sworn in" for an oath, but "sworn" all the same).
    if (phrase)
      for (const own of words.slice(at, phrase.end))
        if (!isFunctionWord(own.norm) && !LIGHT.has(own.norm)) unit.stems.set(stemOf(own.norm), 1);
    for (const stem of notionStems.get(at) ?? []) unit.stems.set(stem, Math.max(0.85, unit.stems.get(stem) ?? 0));
    // "walked out" is nothing like "walked": a phrase that no fact uses is looked for in vain.
    if (
      phrase &&
      concepts.length === 0 &&
      [...unit.stems.keys()].every(
        (stem) =>
          !reader.store.byStem.has(stem) || words.slice(at, phrase.end).some((own) => stemOf(own.norm) === stem),
      )
    )
      unit.unknown = true;
    if (['leave', 'return', 'price'].some((concept) => concepts.includes(concept as Concept))) unit.optional = false;
    units.push(MENDED.has(word) ? { ...unit, mended: word.text } : unit);
    if (phrase) at = phrase.end - 1;
  }
  return units;
}

// "F-16", "S400": the designation of a weapon that is no name of the record.
function designationAt(
  words: readonly Word[],
  at: number,
  taken: (at: number) => boolean,
): { norm: string; end: number } | null {
  const word = words[at];
  const next = words[at + 1];
  if (!word) return null;
  if (/^[a-z]{1,3}\d{1,3}[a-z]?$/.test(word.norm) && !/^(q[1-4]|fy\d+|g7|g20)$/.test(word.norm))
    return { norm: word.norm, end: at + 1 };
  if (
    next &&
    !taken(at + 1) &&
    next.gap === '-' &&
    /^[a-z]{1,12}$/.test(word.norm) &&
    /^\d{1,3}[a-z]?$/.test(next.norm)
  )
    return { norm: `${word.norm}-${next.norm}`, end: at + 2 };
  return null;
}

// Words that are content elsewhere and only colour a question here.
const PALE = new Set(
  'date dates unit origin new based fleet paper piece article story straight time times far concerned counted year years month months week weeks known hit ran run sidelines straight leg single lot batch given stood beside call expert experts currency document wich sooner size gap two three record moment period course meant name names named kinds types sort aspect tell told made make makes making reportedly'.split(
    ' ',
  ),
);

// Verbs that lean on another word: "give a reason", "send a delegation", "make a trip".
const LIGHT = new Set(
  'give gives gave given get gets got send sends sent make made makes take takes took taken hold held hand put has had spend spent pay paid'.split(
    ' ',
  ),
);

function isSmallNumber(norm: string): boolean {
  const number = numberOf(norm);
  return (number !== null && number < 100) || /^\d{1,2}(st|nd|rd|th)?$/.test(norm);
}

function wordUnit(norm: string, at: number, concepts: readonly Concept[], soft: boolean, reader: Reader): WordUnit {
  const stem = stemOf(norm);
  const stems = new Map<string, number>([[stem, 1]]);
  for (const related of relatedStems(stem)) stems.set(related, 0.85);
  const inRecord = reader.store.byStem.has(stem);
  const everyday = isEveryday(norm);
  let mended: string | undefined;
  if (!inRecord && norm.length >= 5) {
    const near = nearestWord(norm, reader.spelling);
    if (near && near.edits > 0 && !stems.has(stemOf(near.word))) {
      stems.set(stemOf(near.word), everyday ? 0.6 : 0.8);
      if (!everyday && concepts.length === 0) mended = norm;
    }
  }
  const structural = concepts.length > 0 && concepts.every((concept) => STRUCTURAL.has(concept));
  const rarity = inRecord ? reader.store.rarity(stem) : everyday ? 0.7 : 1;
  return {
    norm,
    at,
    stems,
    weight: 0.4 + 1.2 * rarity,
    unknown:
      !everyday &&
      !reader.known.has(norm) &&
      concepts.length === 0 &&
      [...stems.keys()].every((s) => !reader.store.byStem.has(s)),
    concepts,
    optional: soft || structural || LIGHT.has(norm),
    ...(mended === undefined ? {} : { mended }),
  };
}
