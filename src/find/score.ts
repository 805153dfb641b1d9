import type { Concept } from '../question/lexicon.ts';
import type { NameUnit, PeriodUnit, Query, WordUnit } from '../question/query.ts';
import { once } from '../record/collections.ts';
import type { Doc, IndexedStatement, Store } from '../record/store.ts';
import { affinity } from './affinity.ts';
import { type Column, columnsOf, saidIn } from './columns.ts';
import { imposes, nameFit, periodFit, wordsFit } from './fits.ts';

/** How a fact fits a question. */
export type Hit = {
  doc: Doc;
  /** For putting hits in order; only hits of one question compare. */
  score: number;
  /** Share of the question's weight that the fact accounts for, 0 to 1. */
  coverage: number;
  /** Words of the question that the fact does not account for. */
  missing: WordUnit[];
  /** How many content words it accounts for, misspelt ones not counted. */
  matched: number;
  /** How many telling names and periods it meets. */
  anchors: number;
  /** The fact's statements, those first that say most of what was asked. */
  statements: () => IndexedStatement[];
  /** The period asked for may or may not hold the fact: its date is less precise than the period. */
  uncertainDate: boolean;
};

/** A question made ready for being put to many facts. */
export type Plan = {
  query: Query;
  store: Store;
  names: readonly PlannedName[];
  excluded: readonly NameUnit[];
  /** Dates named side by side are alternatives ("in 2022 or 2023"); a bound beside a date narrows it ("since the vote"). */
  closed: readonly PeriodUnit[];
  bounds: readonly PeriodUnit[];
  /** For each word of the question how well each document has it. */
  columns: readonly Column[];
  /** It is asked when, how long or whether somebody did something: leaving is then what a visit's end tells. */
  timed: boolean;
  /** It asks who imposed something, so that a state is met only by what it did itself. */
  penal: boolean;
  /** It speaks of a report, a list or a source: its dates may be of what was published. */
  published: boolean;
};

type PlannedName = { unit: NameUnit; ambient: boolean; category: boolean };

const NAME_WEIGHT = 2.2;
const AMBIENT_WEIGHT = 0.5;
const PERIOD_WEIGHT = 1.8;
const NUMBER_WEIGHT = 1.2;
/** Smaller numbers may only count things; from here on a number is a name in itself ("resolution 1234"). */
const TELLING_NUMBER = 100;
/** Notions that a visit itself answers, whatever its texts say. */
const TRAVELS = ['visit', 'stay', 'arrive', 'meet', 'receive'] as const;
/** How much of a question a fact must account for to be near it. */
const NEAR = 0.35;
const LENIENT_COVERAGE = 0.72;

// "walked out" and "quit" are about leaving, but only a question of time is answered by when a visit ended.
const LEAVING: ReadonlySet<string> = new Set(['leave', 'return']);
const TIMED: ReadonlySet<string> = new Set(['when', 'how-long', 'whether', 'list', 'how-many']);

/** Makes a question ready for being put to the facts of a record. */
export function planOf(query: Query, store: Store, ambient: ReadonlySet<string>): Plan {
  const closed = query.periods.filter(
    (period) => period.from !== null && period.to !== null && period.event === undefined,
  );
  const { concepts } = query;
  return {
    query,
    store,
    names: query.names
      .filter((unit) => !unit.excluded)
      .map((unit) => ({
        unit,
        ambient: unit.ids.some((id) => ambient.has(id)),
        category: unit.ids.every((id) => store.entities.get(id)?.kind === 'weapon-category'),
      })),
    excluded: query.names.filter((name) => name.excluded),
    closed,
    bounds: query.periods.filter((period) => !closed.includes(period)),
    columns: columnsOf(query, store),
    timed: TIMED.has(query.ask) && query.names.some((name) => store.entities.get(name.ids[0] ?? '')?.kind === 'person'),
    published: ['report', 'list', 'source'].some((concept) => concepts.has(concept as Concept)),
    penal: (concepts.has('sanction') || concepts.has('embargo')) && !concepts.has('vote') && !concepts.has('abstain'),
  };
}

type Sum = { total: number; got: number; bonus: number; anchors: number };

/** How a fact fits a question; `null` when it lies outside its period or, unless `lenient`, does not settle it. */
export function score(doc: Doc, plan: Plan, lenient: boolean): Hit | null {
  const sum: Sum = { total: 0, got: 0, bonus: 0, anchors: 0 };
  const words = addWords(sum, doc, plan, lenient);
  if (words === null) return null;
  const period = addPeriods(sum, doc, plan);
  if (period === 'outside') return null;
  if (!addNames(sum, doc, plan, lenient)) return null;
  const numbers = addNumbers(sum, doc, plan);
  if (!numbers && !lenient) return null;
  const { query, store } = plan;
  const coverage = sum.total === 0 ? (query.only.length > 0 ? 1 : 0) : sum.got / sum.total;
  if (
    !lenient &&
    !isSettled(
      words,
      sum.anchors,
      coverage,
      query,
      doc.fact.kind === 'visit' && !TRAVELS.some((concept) => query.concepts.has(concept)),
    )
  )
    return null;
  if (lenient && coverage <= NEAR) return null;
  const said = saidIn(doc, query);
  const peak = Math.max(0, ...said);
  const missed = words.missing.reduce((weight, word) => weight + word.weight, 0);
  const headline = doc.fact.kind === 'figure' && doc.fact.data.headline ? 0.15 : 0;
  return {
    doc,
    score: sum.got + sum.bonus + peak * 0.25 - missed * 0.6 + headline,
    coverage,
    missing: words.missing,
    matched: words.matched - words.mended,
    anchors: sum.anchors,
    uncertainDate: period === 'perhaps',
    statements: once(() => byWeight(doc, said, plan.names, store)),
  };
}

type WordsFound = { missing: WordUnit[]; matched: number; mended: number; plain: number; quality: number };

// Words come first: most facts fail on them, and what they are worth is looked up.
function addWords(sum: Sum, doc: Doc, plan: Plan, lenient: boolean): WordsFound | null {
  const found: WordsFound = { missing: [], matched: 0, mended: 0, plain: 0, quality: 0 };
  const { words } = plan.query;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) continue;
    let best = plan.columns[at]?.[doc.index] ?? 0;
    // A note that the day of return is not known does not tell it.
    if (plan.timed && best <= 0.75 && doc.fact.kind === 'visit' && word.concepts.includes('return')) best = 0;
    for (const concept of word.concepts) {
      if (!LEAVING.has(concept) || plan.timed) best = Math.max(best, affinity(concept, doc));
    }
    if (word.optional) {
      sum.bonus += word.weight * 0.3 * best;
      continue;
    }
    sum.total += word.weight;
    sum.got += word.weight * best;
    if (best > 0) {
      found.quality += best;
      found.matched += 1;
      if (word.mended !== undefined) found.mended += 1;
      if (word.concepts.length === 0) found.plain += 1;
      continue;
    }
    found.missing.push(word);
    if (!lenient && (word.unknown || word.concepts.length > 0 || found.missing.length > 1)) return null;
  }
  return found;
}

function addPeriods(sum: Sum, doc: Doc, plan: Plan): 'inside' | 'perhaps' | 'outside' {
  let least = 1;
  for (const period of plan.bounds) {
    const fit = periodFit(period, doc, plan.published);
    if (fit === 0) return 'outside';
    addPeriod(sum, fit);
    least = Math.min(least, fit);
  }
  if (plan.closed.length > 0) {
    let best = 0;
    for (const period of plan.closed) best = Math.max(best, periodFit(period, doc, plan.published));
    if (best === 0) return 'outside';
    addPeriod(sum, best);
    least = Math.min(least, best);
  }
  return least < 0.75 ? 'perhaps' : 'inside';
}

function addPeriod(sum: Sum, fit: number): void {
  sum.total += PERIOD_WEIGHT;
  sum.got += PERIOD_WEIGHT * fit;
  sum.anchors += 1;
}

// False when a name that the question needs is not met.
function addNames(sum: Sum, doc: Doc, plan: Plan, lenient: boolean): boolean {
  let alternatives = 0;
  let best = 0;
  for (const name of plan.excluded) if (name.ids.some((id) => nameFit(id, doc, plan.store) > 0)) sum.bonus += 2.5;
  for (const name of plan.names) {
    const fit = fitOf(name, doc, plan);
    const weight = name.ambient ? AMBIENT_WEIGHT : NAME_WEIGHT;
    if (plan.query.alternatives && !name.ambient) {
      alternatives += 1;
      best = Math.max(best, fit);
      sum.got += weight * fit * 0.5;
      sum.total += weight * 0.5;
      continue;
    }
    if (name.unit.attributed) {
      sum.bonus += fit * 0.8;
      if (fit > 0) sum.anchors += 1;
      continue;
    }
    if (fit === 0 && isSaidTwice(name, doc, plan)) continue;
    sum.total += weight;
    if (fit > 0 && !name.ambient) sum.anchors += 1;
    if (fit > 0) sum.got += weight * fit;
    else if (name.ambient) sum.got += weight * 0.3;
    else if (!lenient) return false;
  }
  return alternatives === 0 || best > 0;
}

function fitOf({ unit }: PlannedName, doc: Doc, { store, penal }: Plan): number {
  const literal = unit.literal && (doc.fact.kind === 'visit' || doc.fact.kind === 'event');
  let fit = 0;
  let imposed = !penal;
  for (const id of unit.ids) {
    const own = !penal || imposes(id, doc, store);
    if (own) {
      imposed = true;
      fit = Math.max(fit, nameFit(id, doc, store, literal));
    }
  }
  return imposed || doc.fact.kind !== 'measure' ? Math.max(fit, wordsFit(unit, doc)) : fit;
}

// "Osk missiles": the kind beside the thing itself says nothing more.
function isSaidTwice(name: PlannedName, doc: Doc, { names, store }: Plan): boolean {
  if (!name.unit.generic || !name.category) return false;
  return names.some(
    (other) =>
      other !== name &&
      other.unit.generic &&
      !other.category &&
      other.unit.ids.some((id) => nameFit(id, doc, store) > 0),
  );
}

// False when a telling number of the question is not in the fact.
function addNumbers(sum: Sum, doc: Doc, { query, names }: Plan): boolean {
  let all = true;
  for (const number of query.numbers) {
    const telling = number >= TELLING_NUMBER || isDesignation(number, query.text);
    if (telling) sum.total += NUMBER_WEIGHT;
    if (doc.numbers.has(number) || names.some((name) => name.unit.text.includes(String(number)))) {
      sum.bonus += telling ? 1.4 : number >= 10 ? 1 : 0.4;
      if (telling) {
        sum.got += NUMBER_WEIGHT;
        sum.anchors += 1;
      }
    } else if (telling) all = false;
  }
  return all;
}

// "type 54", "operation 27": smaller numbers that are a name.
function isDesignation(number: number, text: readonly string[]): boolean {
  return text.some(
    (norm, at) =>
      /^\d+$/.test(norm) && Number(norm) === number && /^(?:type|model|mark|mk|operation)$/.test(text[at - 1] ?? ''),
  );
}

/**
 * Whether a fact accounts for a question well enough to answer it. Every content word must be found, but for one
 * everyday word beside several that are; a word that neither English nor the record knows, or a number, never may miss.
 */
function isSettled(words: WordsFound, anchors: number, coverage: number, query: Query, visit: boolean): boolean {
  const { missing, mended, plain } = words;
  const matched = words.matched - mended;
  // Only misspelt words speak for it.
  if (mended > 0 && matched === 0 && anchors === 0) return false;
  // When, why or whether: then the one word that says of what must be meant in earnest, not found by a related one; the
  // less so in a visit, whose date is not that of all that its texts speak of.
  const timed = query.ask === 'when' || query.ask === 'why' || query.ask === 'whether';
  const needed = matched > 1 ? 0.55 : anchors > 1 || !timed ? 0.45 : visit ? 0.9 : 0.84;
  if (words.matched > 0 && words.quality / words.matched < needed) return false;
  if (missing.length === 0) return true;
  if (missing.some((word) => isNeeded(word, query))) return false;
  // With a word missing the others must be meant in earnest.
  if (words.quality / words.matched < (matched > 1 ? 0.75 : 0.86)) return false;
  if (plain >= 1 && (matched >= 2 || anchors >= 2) && coverage >= LENIENT_COVERAGE) return true;
  return matched >= 4 && coverage >= 0.66;
}

/** Whether a question without the word would be another question: it says which, or what was done. */
export function isNeeded(word: WordUnit, query: Query): boolean {
  return belongsTo(word, query) || isDone(word, query);
}

/** Whether a word says which of the things named right behind it ("heavy submarines"), or what the one asked for did. */
export function isTelling(word: WordUnit, { text, names }: Query): boolean {
  return (
    names.some((name) => name.start === word.at + 1 && name.generic) || /^(who|whom)$/.test(text[word.at - 1] ?? '')
  );
}

// "the security conference": beside a word that is found the other says which.
function belongsTo(word: WordUnit, query: Query): boolean {
  return query.words.some(
    (other) => other !== word && !other.optional && other.concepts.length === 0 && other.at === word.at + 1,
  );
}

// "how did the court rule": what was done is what is asked about.
function isDone(word: WordUnit, { text, names }: Query): boolean {
  const inName = (at: number) => names.some((name) => at >= name.start && at < name.end);
  for (let at = word.at - 1; at >= 0; at -= 1) {
    if (inName(at) || /^(the|a|an|he|she|they|it|his|her|their|ever|also|really)$/.test(text[at] ?? '')) continue;
    return /^(did|does|do)$/.test(text[at] ?? '') && text[0] !== 'which';
  }
  return false;
}

// Put in order only for the few facts that are told.
function byWeight(doc: Doc, said: readonly number[], names: readonly PlannedName[], store: Store): IndexedStatement[] {
  return doc.statements
    .map((statement, at) => ({ statement, value: (said[at] ?? 0) + nameHits(names, statement, store) }))
    .sort((a, b) => b.value - a.value)
    .map(({ statement }) => statement);
}

function nameHits(names: readonly PlannedName[], statement: IndexedStatement, store: Store): number {
  let hits = 0;
  for (const { unit } of names) {
    if (unit.ids.some((id) => store.nameStems(id).some((stem) => statement.stems.has(stem)))) hits += 0.8;
  }
  return hits;
}
