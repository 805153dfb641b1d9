import type { PeriodUnit, Query } from '../../question/query.ts';
import { listAt } from '../../record/lists.ts';
import type { Figure } from '../../record/schema.ts';
import type { Doc, Store } from '../../record/store.ts';
import { wordsOf } from '../../text.ts';

/** What speaks for one figure before another beyond the words: its period, its unit, how special it is. */
export function fitnessFor(query: Query, store: Store, suppliers: readonly string[]): (figure: Figure) => number {
  const text = query.text.join(' ');
  const share =
    /\bhow much of\b/.test(text) ||
    (query.concepts.has('share') &&
      /\b(share|percent|percentage|per cent|proportion|slice|fraction|pct|part)\b/.test(text));
  const change = asksChange(text);
  const dollars = /\b(usd|dollar|dollars|us\$|bucks)\b|\$/.test(text);
  const euros = /\b(euro|euros|eur)\b/.test(text);
  const volume = /\bvolume\b/.test(text);
  const units = unitsNamed(text, store);
  const asked = new Set(query.words.flatMap((word) => [...word.stems.keys()]));
  return (figure) => {
    let value = figure.headline ? 0.35 : 0;
    for (const period of query.periods) value += periodCloseness(period, figure.period);
    if (query.periods.length === 0 && figure.headline) value += 0.3;
    if (share) value += figure.unit === 'percent-share' ? 1.6 : -0.8;
    else if (figure.unit === 'percent-share') value -= change ? 0.2 : 1.4;
    if (dollars) value += figure.unit === 'USD' ? 1.2 : -0.6;
    if (euros) value += figure.unit === 'EUR' ? 1.2 : -0.4;
    for (const unit of units) value += figure.unit.toLowerCase().startsWith(unit) ? 1.4 : -0.4;
    if (volume) value += /-million$/.test(figure.unit) ? 1.2 : -0.4;
    if (query.ask === 'how-much' && figure.unit === 'USD') value += 0.25;
    if (change && /\b(fall|rise|decline|growth|drop)\b/.test(figure.measures_what)) value += 1.2;
    if (query.ask === 'how-many') value += figure.unit === 'items' ? 0.8 : -0.3;
    else if (figure.unit === 'items') value -= 0.8;
    if (suppliers.length === 0) value += figure.supplier === 'all' ? 0.8 : -0.3;
    else if (!suppliers.includes(figure.supplier)) value -= 0.6;
    if (figure.recipient !== store.record.meta.home) value -= 1.2;
    return value - speciality(figure, asked, store);
  };
}

function asksChange(text: string): boolean {
  return /\b(change|rise|rose|fall|fell|drop|dropped|increase|decline|grew|grow|percent|%)\b/.test(text);
}

/** The units of counters that a question names, in small letters: they are the record's own ("TIV-million"). */
export function unitsNamed(text: string, store: Store): string[] {
  const words = new Set(text.split(' '));
  return counterUnits(store).filter((unit) => words.has(unit));
}

const unitsByStore = new WeakMap<Store, string[]>();

function counterUnits(store: Store): string[] {
  const known = unitsByStore.get(store);
  if (known) return known;
  const units = new Set<string>();
  for (const { fact } of store.exemplars) {
    const name = fact.kind === 'figure' ? /^(.+)-(?:million|billion)$/.exec(fact.data.unit)?.[1] : undefined;
    if (name) units.add(name.toLowerCase());
  }
  unitsByStore.set(store, [...units]);
  return [...units];
}

// "arms payments processed by banks" is no answer to "how much was sold" unless the question speaks of banks: each
// special word that the question does not share counts against the figure.
function speciality(figure: Figure, asked: ReadonlySet<string>, store: Store): number {
  const plain = plainStems(store);
  let special = 0;
  let shared = 0;
  for (const stem of stemsOfMeasures(store.byId.get(figure.id), store)) {
    if (asked.has(stem)) shared++;
    else if (!plain.has(stem)) special++;
  }
  return Math.min(1.5, special * 0.18) - Math.min(1, shared * 0.2);
}

// What a figure measures is the first thing that it says; looked up, as thousands of figures may be weighed for one question.
function* stemsOfMeasures(doc: Doc | undefined, { index }: Store): Generator<string> {
  if (doc === undefined) return;
  for (const stem of listAt(index.statementStems, index.statements[doc.index] ?? 0)) yield index.stems[stem] ?? '';
}

const plainByStore = new WeakMap<Store, Set<string>>();

// Stems that the headline figures use are plain: they say "arms delivered" in one way or another.
function plainStems(store: Store): Set<string> {
  const known = plainByStore.get(store);
  if (known) return known;
  const plain = new Set<string>();
  for (const doc of store.ofKind('figure')) {
    const like = store.exemplars[store.index.sorts[doc.index] ?? 0]?.fact;
    if (like?.kind !== 'figure' || !like.data.headline) continue;
    for (const stem of stemsOfMeasures(doc, store)) plain.add(stem);
  }
  for (const { norm } of wordsOf(figureWords)) plain.add(norm);
  plainByStore.set(store, plain);
  return plain;
}

const figureWords = 'arm weapon of to from the and by bought sold import deliv major militari hardwar volum share';

/** How closely a period of the record matches the one asked about, above nought when an end is the same. */
export function periodCloseness(asked: PeriodUnit, period: Figure['period']): number {
  const from = asked.from?.slice(0, 4);
  const to = asked.to?.slice(0, 4);
  const start = period.from?.slice(0, 4);
  const end = period.to?.slice(0, 4);
  if (asked.grain === 'day' || asked.grain === 'month') return 0;
  if (from && to) return (from === start ? 0.8 : 0) + (to === end ? 0.8 : 0) - gap(from, start) - gap(to, end);
  if (from) return (from === start ? 1.6 : 0) - gap(from, start);
  if (to) return to === end ? 0.8 : -gap(to, end);
  return 0;
}

function gap(a: string, b: string | undefined): number {
  return b === undefined ? 0.5 : Math.min(1, Math.abs(Number(a) - Number(b)) * 0.12);
}
