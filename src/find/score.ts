import type { Query, WordUnit } from '../question/query.ts';
import { once } from '../record/collections.ts';
import { listAt } from '../record/lists.ts';
import type { Doc, IndexedStatement, Store } from '../record/store.ts';
import { saidIn, valueIn } from './columns.ts';
import { imposes, nameFit, periodFit } from './fits.ts';
import type { Plan, PlannedName } from './plan.ts';
import { AMBIENT_WEIGHT, NAME_WEIGHT, NEAR, NUMBER_WEIGHT, PERIOD_WEIGHT } from './weights.ts';

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

/** Notions that a visit itself answers, whatever its texts say. */
const TRAVELS = ['visit', 'stay', 'arrive', 'meet', 'receive'] as const;
const LENIENT_COVERAGE = 0.72;

type Sum = { total: number; got: number; bonus: number; anchors: number };
type WordsFound = { missing: WordUnit[]; matched: number; mended: number; plain: number; quality: number };

// Used for one fact after the other: a question is put to a hundred thousand, and most are no hit.
const summed: Sum = { total: 0, got: 0, bonus: 0, anchors: 0 };
const found: WordsFound = { missing: [], matched: 0, mended: 0, plain: 0, quality: 0 };

function newSum(): Sum {
  summed.total = 0;
  summed.got = 0;
  summed.bonus = 0;
  summed.anchors = 0;
  found.missing.length = 0;
  found.matched = 0;
  found.mended = 0;
  found.plain = 0;
  found.quality = 0;
  return summed;
}

/** How a fact (by its index) fits a question; `null` when it lies outside its period or, unless `lenient`, does not settle it. */
export function score(fact: number, plan: Plan, lenient: boolean): Hit | null {
  const { query, store } = plan;
  const like = store.exemplars[store.index.sorts[fact] ?? 0]?.fact;
  const sum = newSum();
  if (!addWords(sum, fact, plan, lenient)) return null;
  const period = addPeriods(sum, fact, plan);
  if (period === 'outside') return null;
  if (!addNames(sum, fact, plan, lenient)) return null;
  const numbers = addNumbers(sum, fact, plan);
  if (!numbers && !lenient) return null;
  const coverage = sum.total === 0 ? (query.only.length > 0 ? 1 : 0) : sum.got / sum.total;
  if (lenient) {
    if (coverage <= NEAR) return null;
  } else {
    const visit = like?.kind === 'visit' && !TRAVELS.some((concept) => query.concepts.has(concept));
    if (!isSettled(found, sum.anchors, coverage, query, visit)) return null;
  }
  const doc = store.facts[fact];
  if (doc === undefined) return null;
  const missed = found.missing.reduce((weight, word) => weight + word.weight, 0);
  const headline = like?.kind === 'figure' && like.data.headline ? 0.15 : 0;
  return {
    doc,
    score: sum.got + sum.bonus + plan.mostSaid(fact) * 0.25 - missed * 0.6 + headline,
    coverage,
    missing: [...found.missing],
    matched: found.matched - found.mended,
    anchors: sum.anchors,
    uncertainDate: period === 'perhaps',
    statements: once(() => byWeight(doc, saidIn(doc, query), plan.names, store)),
  };
}

// Words come first: most facts fail on them, and what they are worth is looked up. False when one that is needed is missing.
function addWords(sum: Sum, fact: number, plan: Plan, lenient: boolean): boolean {
  const { words } = plan.query;
  const { index, exemplars } = plan.store;
  const sort = index.sorts[fact] ?? 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) continue;
    let best = valueIn(plan.columns[at], fact);
    if (best <= 0.75 && plan.earnest[at] === true && exemplars[sort]?.fact.kind === 'visit') best = 0;
    best = Math.max(best, plan.affinities[at]?.[sort] ?? 0);
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
    if (!lenient && (word.unknown || word.concepts.length > 0 || found.missing.length > 1)) return false;
  }
  return true;
}

function addPeriods(
  sum: Sum,
  fact: number,
  { bounds, closed, store, published }: Plan,
): 'inside' | 'perhaps' | 'outside' {
  let least = 1;
  for (const period of bounds) {
    const fit = periodFit(period, fact, store, published);
    if (fit === 0) return 'outside';
    addPeriod(sum, fit);
    least = Math.min(least, fit);
  }
  if (closed.length > 0) {
    let best = 0;
    for (const period of closed) best = Math.max(best, periodFit(period, fact, store, published));
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
function addNames(sum: Sum, fact: number, plan: Plan, lenient: boolean): boolean {
  let alternatives = 0;
  let best = 0;
  for (const entities of plan.excluded)
    if (entities.some((entity) => nameFit(entity, fact, plan.store) > 0)) sum.bonus += 2.5;
  for (const name of plan.names) {
    const fit = fitOf(name, fact, plan);
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
    if (fit === 0 && isSaidTwice(name, fact, plan)) continue;
    sum.total += weight;
    if (fit > 0 && !name.ambient) sum.anchors += 1;
    if (fit > 0) sum.got += weight * fit;
    else if (name.ambient) sum.got += weight * 0.3;
    else if (!lenient) return false;
  }
  return alternatives === 0 || best > 0;
}

function fitOf(name: PlannedName, fact: number, { store, penal }: Plan): number {
  const kind = store.exemplars[store.index.sorts[fact] ?? 0]?.fact.kind;
  const literal = name.unit.literal && (kind === 'visit' || kind === 'event');
  let fit = 0;
  let imposed = !penal;
  for (const entity of name.entities) {
    if (penal && kind === 'measure' && !imposes(entity, fact, store)) continue;
    imposed = true;
    fit = Math.max(fit, nameFit(entity, fact, store, literal));
  }
  // Words never fit as well as a text that mentions the name.
  return fit < 0.8 && (imposed || kind !== 'measure') ? Math.max(fit, name.wordsFit(fact)) : fit;
}

// "Osk missiles": the kind beside the thing itself says nothing more.
function isSaidTwice(name: PlannedName, fact: number, { names, store }: Plan): boolean {
  if (!name.unit.generic || !name.category) return false;
  return names.some(
    (other) =>
      other !== name &&
      other.unit.generic &&
      !other.category &&
      other.entities.some((entity) => nameFit(entity, fact, store) > 0),
  );
}

// False when a telling number of the question is not in the fact.
function addNumbers(sum: Sum, fact: number, { query, names, store, tellingNumbers }: Plan): boolean {
  if (query.numbers.length === 0) return true;
  let all = true;
  for (const number of query.numbers) {
    const telling = tellingNumbers.has(number);
    if (telling) sum.total += NUMBER_WEIGHT;
    if (
      listAt(store.index.numbers, fact).includes(number) ||
      names.some((name) => name.unit.text.includes(String(number)))
    ) {
      sum.bonus += telling ? 1.4 : number >= 10 ? 1 : 0.4;
      if (telling) {
        sum.got += NUMBER_WEIGHT;
        sum.anchors += 1;
      }
    } else if (telling) all = false;
  }
  return all;
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
