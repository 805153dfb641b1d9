import { findFacts, type Hit } from '../../find/evidence.ts';
import { perQuery } from '../../question/per-query.ts';
import type { Query } from '../../question/query.ts';
import { firstDay, lastDay } from '../../record/days.ts';
import type { Figure, Ranking } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';
import type { Context } from '../draft.ts';
import { fitnessFor, unitsNamed } from './fitness.ts';

/** A figure that fits the question, with how well it fits. */
export type FigureHit = Hit & { figure: Figure };

/** The figures that fit the question, its suppliers and its period, best first. */
export function figureHits(context: Context): FigureHit[] {
  const { query, store, ambient } = context;
  const suppliers = suppliersIn(query, store);
  const share = asksShare(query);
  const things = countsThings(query);
  const currency = currencyIn(query);
  const fitness = fitnessFor(query, store, suppliers);
  const isMeant = (figure: Figure) =>
    (suppliers.length === 0 ||
      query.alternatives ||
      suppliers.includes(figure.supplier) ||
      suppliers.includes(figure.recipient)) &&
    coversPeriod(figure, query) &&
    (!share || /^percent/.test(figure.unit)) &&
    !(things && isSum(figure)) &&
    !inAnotherCurrency(figure, currency);
  const hits: FigureHit[] = [];
  for (const hit of findFacts(query, store, ambient, ['figure'])) {
    const { fact } = hit.doc;
    if (fact.kind === 'figure' && isMeant(fact.data))
      hits.push({ ...hit, figure: fact.data, score: hit.score + fitness(fact.data) });
  }
  return hits.sort((a, b) => b.score - a.score);
}

/** Whether a share is asked for, not how a sum changed: a part of what somebody sold or bought. */
export function asksShare(query: Query): boolean {
  const text = query.text.join(' ');
  return (
    /\b(share|shares|percent|percentage|proportion|pct)\b/.test(text) &&
    // "did they share a platform": the verb.
    !/\b(?:did|to|will|would|he|she|they|and) share\b|\bshared? an?\b/.test(text) &&
    !/\b(rise|rose|fall|fell|drop|dropped|increase|increased|decline|declined|grow|grew|growth|change|changed|tariff|tariffs|votes?|dollars?|usd|euros?|eur)\b/.test(
      text,
    )
  );
}

/** The currency that a question asks for, if it names one. */
function currencyIn(query: Query): string | undefined {
  const text = query.text.join(' ');
  return CURRENCIES.find(([, words]) => words.test(text))?.[0];
}

// The record converts nothing.
function inAnotherCurrency({ unit }: Figure, asked: string | undefined): boolean {
  return asked !== undefined && unit !== asked && /^[A-Z]{3}$/.test(unit);
}

/** Whether a question names a unit of the record's own ("TIV") that a ranking was not made by. */
export function rankedOtherwise({ metric }: Ranking, query: Query, store: Store): boolean {
  const named = unitsNamed(query.text.join(' '), store);
  return named.length > 0 && !named.some((unit) => metric.toLowerCase().includes(unit));
}

const CURRENCIES: readonly (readonly [unit: string, words: RegExp])[] = [
  ['USD', /\b(?:dollars?|usd|bucks)\b/],
  ['EUR', /\b(?:euros?|eur)\b/],
];

/** Whether things are to be counted: "how many suppliers" is a count, "how many dollars" a sum. */
export function countsThings(query: Query): boolean {
  const text = query.text.join(' ');
  return (
    /\b(how many|number of)\b/.test(text) &&
    !/\b(dollars?|euros?|usd|eur|million|millions|billion|billions|bn|mn|money|percent|tiv|times|tonnes|tons|francs?|pounds?|rou?bles?|yuan|kyats?|rupees?|marks?|yen|dinars?)\b/.test(
      text,
    )
  );
}

/** Whether a figure is a sum of money, a share or a volume, and no count of things. */
export function isSum({ unit }: Figure): boolean {
  return /^(?:[A-Z]{3}|percent.*|.*-(?:million|billion))$/.test(unit);
}

/** The foreign states that a question names, or that a place in it stands for. */
export const suppliersIn: (query: Query, store: Store) => readonly string[] = perQuery((query, store) => {
  const { home } = store.record.meta;
  const found: string[] = [];
  for (const name of query.names) {
    if (name.excluded) continue;
    for (const id of name.ids) {
      const state = store.entities.get(id)?.kind === 'country' ? id : store.standsFor(id);
      if (state && state !== home && !found.includes(state)) found.push(state);
    }
  }
  return found;
});

/** Whether a figure is for the period asked about: many years' sum says nothing of one, nor one year's of many. */
export function coversPeriod(figure: Figure, query: Query): boolean {
  if (query.periods.length !== 1) return true;
  const [asked] = query.periods;
  if (!asked || asked.loose || asked.event !== undefined || !['year', 'span', 'decade'].includes(asked.grain))
    return true;
  if (
    figure.as_of !== null &&
    asked.from !== null &&
    asked.to !== null &&
    figure.as_of.slice(0, 4) === asked.from.slice(0, 4) &&
    asked.grain === 'year'
  )
    return true;
  const off = (a: string | null, b: string | null) =>
    a === null || b === null ? 0 : Math.abs(Date.parse(firstDay(a.slice(0, 10))) - Date.parse(firstDay(b))) / YEAR_MS;
  const end = figure.period.to === null ? null : lastDay(figure.period.to);
  if (asked.grain === 'year' && figure.period.from === null) return false;
  // A year is that year and not the next; the ends of long stretches are given now by one year, now by another.
  const within =
    figure.period.from !== null &&
    end !== null &&
    firstDay(figure.period.from) >= (asked.from ?? '') &&
    end <= (asked.to ?? '9999');
  const most = asked.grain === 'year' && !within ? 0.4 : 1.05;
  const late = off(asked.from, figure.period.from);
  const early = asked.to === null ? 0 : off(asked.to, end);
  // Both ends off by a year are another stretch of the same length.
  return late <= most && early <= most && (within || late + early <= MOST_OFF);
}

const MOST_OFF = 1.55;
const YEAR_MS = 365.25 * 86_400_000;
