import type { NameUnit, Query, WordUnit } from '../question/query.ts';
import type { FactKind } from '../record/facts.ts';
import type { Doc, IndexedStatement, Store } from '../record/store.ts';
import { affinity } from './affinity.ts';
import { columnsOf } from './columns.ts';
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
  /** Names that it does not account for. */
  missingNames: NameUnit[];
  /** How many content words it accounts for, misspelt ones not counted. */
  matched: number;
  /** How many of them are words of its own rather than of the field. */
  plain: number;
  /** It is asked when, why or whether: then the one word that says of what must be meant in earnest. */
  timed: boolean;
  /** Only misspelt words speak for it. */
  guessed: boolean;
  /** How surely those words are meant, 0 to 1: below 1 where only a related word, or one in a note, stands for them. */
  quality: number;
  /** How many telling names and periods it meets. */
  anchors: number;
  /** A number of the question that it does not give. */
  missingNumber: boolean;
  /** The fact's statements, those first that say most of what was asked. */
  statements: () => IndexedStatement[];
  /** The period asked for may or may not hold the fact: its date is less precise than the period. */
  uncertainDate: boolean;
};

const NAME_WEIGHT = 2.2;
const AMBIENT_WEIGHT = 0.5;
const PERIOD_WEIGHT = 1.8;

export type FindOptions = {
  kinds?: readonly FactKind[];
  /** Names need not be met (they are still counted). */
  lenient?: boolean;
  accept?: (doc: Doc) => boolean;
};

/** The facts that fit a question, best first; facts outside its period or without its names are left out. */
export function findFacts(query: Query, store: Store, ambient: ReadonlySet<string>, options: FindOptions = {}): Hit[] {
  const { kinds, accept } = options;
  const hits = options.lenient ? scoreAll(query, store, ambient, true) : scoredOnce(query, store, ambient);
  return hits.filter((hit) => (!kinds || kinds.includes(hit.doc.fact.kind)) && (!accept || accept(hit.doc)));
}

// Several frames look at the same question: it is put to the record once.
const scored = new WeakMap<Query, Hit[]>();

function scoredOnce(query: Query, store: Store, ambient: ReadonlySet<string>): Hit[] {
  const known = scored.get(query);
  if (known) return known;
  const hits = scoreAll(query, store, ambient, false);
  scored.set(query, hits);
  return hits;
}

function scoreAll(query: Query, store: Store, ambient: ReadonlySet<string>, lenient: boolean): Hit[] {
  const names = query.names.filter((name) => !name.excluded);
  const hits: Hit[] = [];
  const pool = query.only.length > 0 ? query.only.flatMap((id) => store.byId.get(id) ?? []) : candidates(query, names, store, ambient);
  for (const doc of pool) {
    if (doc.fact.kind === 'entity' || query.besides.includes(doc.fact.id)) continue;
    const hit = score(doc, query, names, store, ambient, lenient);
    if (hit) hits.push(hit);
  }
  return hits.sort((a, b) => b.score - a.score || a.doc.index - b.doc.index);
}

// Facts that share a name or a rare word with the question; all of them when it has neither.
function candidates(query: Query, names: readonly NameUnit[], store: Store, ambient: ReadonlySet<string>): Iterable<Doc> {
  const telling = names.filter((name) => !name.attributed && name.stems.length < 4 && !name.generic && !name.ids.some((id) => ambient.has(id) || ofHome(id, store)));
  const lists: number[][] = [];
  for (const name of telling) lists.push([...name.ids.flatMap((id) => docsNaming(id, store)), ...docsWording(name, store)]);
  if (lists.length > 0 && !query.alternatives) {
    const shortest = lists.reduce((least, list) => (list.length < least.length ? list : least));
    return docsAt(new Set(shortest), store);
  }
  if (lists.length > 0) return docsAt(new Set(lists.flat()), store);
  const found = new Set<number>();
  for (const word of query.words) {
    if (word.concepts.length > 0) return store.facts;
    for (const stem of word.stems.keys()) for (const index of store.byStem.get(stem) ?? []) found.add(index);
  }
  return found.size > 0 && query.words.length > 0 ? docsAt(found, store) : store.facts;
}

function isCategory(name: NameUnit, store: Store): boolean {
  return name.ids.every((id) => store.entities.get(id)?.kind === 'weapon-category');
}

// A body of the home country: what was sold to the country was sold to its navy as well.
function ofHome(id: string, store: Store): boolean {
  return store.entities.get(id)?.kind === 'organisation' && store.containers(id).includes(store.record.meta.home);
}

function docsWording(name: NameUnit, store: Store): number[] {
  const rarest = [...name.stems].sort((a, b) => uses(a, store) - uses(b, store))[0] ?? [];
  return rarest.flatMap((stem) => store.byStem.get(stem) ?? []);
}

function uses(stems: readonly string[], store: Store): number {
  return stems.reduce((sum, stem) => sum + (store.byStem.get(stem)?.length ?? 0), 0);
}

function docsAt(indexes: ReadonlySet<number>, store: Store): Doc[] {
  const docs: Doc[] = [];
  for (const index of indexes) {
    const doc = store.docs[index];
    if (doc) docs.push(doc);
  }
  return docs;
}

function docsNaming(id: string, store: Store): number[] {
  const direct = store.byEntity.get(id) ?? [];
  const stand = store.standsFor(id) ?? (store.entities.get(id)?.kind === 'organisation' ? (store.containers(id)[0] ?? null) : null);
  return stand === null ? direct : [...direct, ...(store.byEntity.get(stand) ?? [])];
}

function score(
  doc: Doc,
  query: Query,
  names: readonly NameUnit[],
  store: Store,
  ambient: ReadonlySet<string>,
  lenient: boolean,
): Hit | null {
  let total = 0;
  let got = 0;
  let bonus = 0;
  let anchors = 0;
  // Dates named side by side are alternatives ("in 2022 or 2023"); a bound beside a date narrows it ("since the vote").
  let uncertainDate = false;
  const closed = query.periods.filter((period) => period.from !== null && period.to !== null && period.event === undefined);
  const bounds = query.periods.filter((period) => !closed.includes(period));
  const fits = [...bounds.map((period) => periodFit(period, doc)), ...(closed.length > 0 ? [Math.max(...closed.map((period) => periodFit(period, doc)))] : [])];
  for (const fit of fits) {
    if (fit === 0) return null;
    total += PERIOD_WEIGHT;
    got += PERIOD_WEIGHT * fit;
    anchors++;
    if (fit < 0.75) uncertainDate = true;
  }

  const missingNames: NameUnit[] = [];
  let anyAlternative = 0;
  for (const name of query.names) if (name.excluded && name.ids.some((id) => nameFit(id, doc, store) > 0)) bonus += 2.5;
  for (const name of names) {
    const isAmbient = name.ids.some((id) => ambient.has(id));
    const fit = Math.max(0, ...name.ids.map((id) => nameFit(id, doc, store, name.literal && (doc.fact.kind === 'visit' || doc.fact.kind === 'event')) * (penal(query) && !imposes(id, doc, store) ? 0 : 1)), penal(query) && doc.fact.kind === 'measure' && name.ids.every((id) => !imposes(id, doc, store)) ? 0 : wordsFit(name, doc));
    const weight = isAmbient ? AMBIENT_WEIGHT : NAME_WEIGHT;
    if (query.alternatives && !isAmbient) {
      anyAlternative = Math.max(anyAlternative, fit);
      got += weight * fit * 0.5;
      total += weight * 0.5;
      continue;
    }
    if (name.attributed) {
      bonus += fit * 0.8;
      if (fit > 0) anchors++;
      continue;
    }
    // "Osk missiles": the kind beside the thing itself says nothing more.
    if (fit === 0 && name.generic && isCategory(name, store) && names.some((other) => other !== name && other.generic && !isCategory(other, store) && other.ids.some((id) => nameFit(id, doc, store) > 0))) continue;
    total += weight;
    if (fit > 0 && !isAmbient) anchors++;
    if (fit > 0) got += weight * fit;
    else if (isAmbient) got += weight * 0.3;
    else missingNames.push(name);
  }
  if (query.alternatives && names.some((name) => !name.ids.some((id) => ambient.has(id))) && anyAlternative === 0) return null;
  if (missingNames.length > 0 && !lenient) return null;

  let missingNumber = false;
  let matched = 0;
  let quality = 0;
  let mended = 0;
  let plain = 0;
  const timed = ['when', 'how-long', 'whether', 'list', 'how-many'].includes(query.ask) && query.names.some((name) => store.entities.get(name.ids[0] ?? '')?.kind === 'person');
  const missing: WordUnit[] = [];
  const columns = columnsOf(query, store);
  for (const [at, word] of query.words.entries()) {
    let best = columns.worth[at]?.[doc.index] ?? 0;
    for (const concept of word.concepts) best = Math.max(best, LEAVING.has(concept) && !timed ? 0 : affinity(concept, doc));
    const weight = word.optional ? word.weight * 0.3 : word.weight;
    if (word.optional) {
      bonus += weight * best;
      continue;
    }
    total += weight;
    got += weight * best;
    if (best === 0) missing.push(word);
    else {
      quality += best;
      matched++;
      if (word.mended !== undefined) mended++;
      if (word.concepts.length === 0) plain++;
    }
  }
  for (const number of query.numbers) {
    const found = doc.numbers.has(number) || names.some((name) => name.text.includes(String(number)));
    // A long number is a name in itself ("resolution 1234"); a short one may only count things.
    if (found) {
      bonus += number >= 100 ? 1.4 : number >= 10 ? 1 : 0.4;
      if (number >= 100) {
        total += 1.2;
        got += 1.2;
        anchors++;
      }
    }
    else if (number >= 100) {
      total += 1.2;
      missingNumber = true;
    }
  }
  const coverage = total === 0 ? (query.only.length > 0 ? 1 : 0) : got / total;
  const said = columns.said.get(doc.index);
  const peak = said ? Math.max(...said) : 0;
  const missed = missing.reduce((sum, word) => sum + word.weight, 0);
  const value = got + bonus + peak * 0.25 - missed * 0.6 + kindBonus(doc);
  return { doc, score: value, coverage, missing, missingNames, missingNumber, matched: matched - mended, plain, timed: query.ask === 'when' || query.ask === 'why' || query.ask === 'whether', guessed: mended > 0 && matched === mended && anchors === 0, quality: matched === 0 ? 1 : quality / matched, anchors, uncertainDate, statements: () => byWeight(doc, said, names, store) };
}

// The statements that say most of what was asked come first; put in order only for the few facts that are told.
function byWeight(doc: Doc, said: Float64Array | undefined, names: readonly NameUnit[], store: Store): IndexedStatement[] {
  return doc.statements
    .map((statement, at) => ({ statement, value: (said?.[at] ?? 0) + nameHits(names, statement, store) }))
    .sort((a, b) => b.value - a.value)
    .map(({ statement }) => statement);
}

function nameHits(names: readonly NameUnit[], statement: IndexedStatement, store: Store): number {
  let hits = 0;
  for (const name of names) {
    if (name.ids.some((id) => store.nameStems(id).some((stem) => statement.stems.has(stem)))) hits += 0.8;
  }
  return hits;
}

function kindBonus(doc: Doc): number {
  if (doc.fact.kind === 'figure' && doc.fact.data.headline) return 0.15;
  return 0;
}

// Who voted on a measure did not impose it: "Norland's sanctions" are not those that Norland abstained on.
function penal(query: Query): boolean {
  return (query.concepts.has('sanction') || query.concepts.has('embargo')) && !query.concepts.has('vote') && !query.concepts.has('abstain');
}

/**
 * Whether a fact accounts for a question well enough to answer it. Every content word must be found, but for one
 * everyday word beside several that are; a word that neither English nor the record knows, or a number, never may miss.
 */
export function isSettled(hit: Hit): boolean {
  if (hit.missingNames.length > 0 || hit.missingNumber) return false;
  if (hit.missing.some((word) => word.unknown)) return false;
  if (hit.guessed) return false;
  if (hit.quality < (hit.matched > 1 ? 0.55 : hit.anchors > 1 || !hit.timed ? 0.45 : 0.84)) return false;
  if (hit.missing.length === 0) return true;
  if (hit.missing.some((word) => word.concepts.length > 0)) return false;
  if (hit.missing.length > 1) return false;
  return (hit.matched >= 2 && hit.plain >= 1 && hit.coverage >= LENIENT_COVERAGE) || (hit.plain >= 1 && hit.anchors >= 2 && hit.coverage >= LENIENT_COVERAGE) || (hit.matched >= 4 && hit.coverage >= 0.66);
}

const LENIENT_COVERAGE = 0.72;

// "walked out" and "quit" are about leaving, but only a question of time is answered by when a visit ended.
const LEAVING: ReadonlySet<string> = new Set(['leave', 'return']);
