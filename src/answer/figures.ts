import { findFacts, type Hit } from '../find/evidence.ts';
import type { PeriodUnit, Query } from '../question/query.ts';
import { firstDay, lastDay } from '../record/days.ts';
import type { Figure, Ranking } from '../record/schema.ts';
import type { Store } from '../record/store.ts';
import { wordsOf } from '../text.ts';
import { type Context, type Draft, line } from './draft.ts';
import { factLine, figureSentence, rankingSentence } from './lines.ts';
import { amountText, capital, figureAmount, listOf, ordinalWord, periodText, sentence } from './phrases.ts';

type FigureHit = Hit & { figure: Figure };
type Body = Omit<Draft, 'confidence'>;

/** Answers on amounts: one figure, two compared, a share, a change; `null` when no figure fits. */
export function answerFigures(context: Context): Draft | null {
  const hits = figureHits(context);
  const best = hits[0];
  if (!best) return null;
  const { query } = context;
  const compare = asksComparison(query, context.store);
  const body =
    (compare ? (compareSuppliers(context, hits) ?? comparePeriods(context, hits)) : null) ?? single(context, hits);
  return body && { ...body, confidence: best.coverage };
}

/** Whether the question sets two suppliers or two periods side by side. */
export function asksComparison(query: Query, store: Store): boolean {
  const suppliers = suppliersIn(query, store);
  const text = query.text.join(' ');
  if (suppliers.length >= 2) return true;
  const words =
    /\b(more|less|bigger|larger|higher|lower|compare|compared|comparison|versus|vs|difference|ratio|against|change|changed|then and now|rise|rose|fall|fell|grow|grew|drop|dropped|increase|decrease|decline|double|doubled|halved|times)\b/;
  return query.periods.length >= 2 && words.test(text);
}

/** The foreign states that a question names, or that a place in it stands for. */
export function suppliersIn(query: Query, store: Store): string[] {
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
}

function figureHits(context: Context): FigureHit[] {
  const { query, store, ambient } = context;
  const suppliers = suppliersIn(query, store);
  return findFacts(query, store, ambient, ['figure'])
    .flatMap((hit) => (hit.doc.fact.kind === 'figure' ? [{ ...hit, figure: hit.doc.fact.data }] : []))
    .filter(
      (hit) =>
        suppliers.length === 0 ||
        query.alternatives ||
        suppliers.includes(hit.figure.supplier) ||
        suppliers.includes(hit.figure.recipient) ||
        hit.figure.supplier === 'all',
    )
    .filter((hit) => coversPeriod(hit.figure, query))
    .map((hit) => ({ ...hit, score: hit.score + fitness(hit.figure, query, store, suppliers) }))
    .sort((a, b) => b.score - a.score);
}

/** What speaks for one figure before another beyond the words: its period, its unit, how special it is. */
function fitness(figure: Figure, query: Query, store: Store, suppliers: readonly string[]): number {
  const text = query.text.join(' ');
  let value = figure.headline ? 0.35 : 0;
  for (const period of query.periods) value += periodCloseness(period, figure.period);
  if (query.periods.length === 0 && figure.headline) value += 0.3;
  const share =
    /\bhow much of\b/.test(text) ||
    (query.concepts.has('share') &&
      /\b(share|percent|percentage|per cent|proportion|slice|fraction|pct|part)\b/.test(text));
  if (share) value += figure.unit === 'percent-share' ? 1.6 : -0.8;
  else if (figure.unit === 'percent-share') value -= asksChange(text) ? 0.2 : 1.4;
  if (/\b(usd|dollar|dollars|us\$|bucks)\b|\$/.test(text)) value += figure.unit === 'USD' ? 1.2 : -0.6;
  if (/\b(euro|euros|eur)\b/.test(text)) value += figure.unit === 'EUR' ? 1.2 : -0.4;
  for (const unit of unitsNamed(text, store)) value += figure.unit.toLowerCase().startsWith(unit) ? 1.4 : -0.4;
  if (/\bvolume\b/.test(text)) value += /-million$/.test(figure.unit) ? 1.2 : -0.4;
  if (query.ask === 'how-much' && figure.unit === 'USD') value += 0.25;
  if (asksChange(text) && /\b(fall|rise|decline|growth|drop)\b/.test(figure.measures_what)) value += 1.2;
  if (query.ask === 'how-many') value += figure.unit === 'items' ? 0.8 : -0.3;
  else if (figure.unit === 'items') value -= 0.8;
  if (suppliers.length === 0) value += figure.supplier === 'all' ? 0.8 : -0.3;
  else if (!suppliers.includes(figure.supplier)) value -= 0.6;
  if (figure.recipient !== store.record.meta.home) value -= 1.2;
  return value - speciality(figure, query, store);
}

// A sum over many years says nothing of one of them, and one year's nothing of many.
/** Whether a figure is for the period asked about, and not for another that only overlaps it. */
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
  return off(asked.from, figure.period.from) <= 1.05 && (asked.to === null || off(asked.to, end) <= 1.05);
}

const YEAR_MS = 365.25 * 86_400_000;

function asksChange(text: string): boolean {
  return /\b(change|rise|rose|fall|fell|drop|dropped|increase|decline|grew|grow|percent|%)\b/.test(text);
}

// Units of counters are the record's own ("TIV-million"): a question may name one.
function unitsNamed(text: string, store: Store): string[] {
  const words = new Set(text.split(' '));
  return counterUnits(store).filter((unit) => words.has(unit));
}

const unitsByStore = new WeakMap<Store, string[]>();

function counterUnits(store: Store): string[] {
  const known = unitsByStore.get(store);
  if (known) return known;
  const units = new Set<string>();
  for (const { unit } of store.record.figures) {
    const name = /^(.+)-(?:million|billion)$/.exec(unit)?.[1];
    if (name) units.add(name.toLowerCase());
  }
  unitsByStore.set(store, [...units]);
  return [...units];
}

// "arms payments processed by banks" is no answer to "how much was sold" unless the question speaks of banks: each
// special word that the question does not share counts against the figure.
function speciality(figure: Figure, query: Query, store: Store): number {
  const asked = new Set(query.words.flatMap((word) => [...word.stems.keys()]));
  const plain = plainStems(store);
  let special = 0;
  let shared = 0;
  for (const statement of store.byId.get(figure.id)?.statements ?? []) {
    if (statement.part !== 'measures') continue;
    for (const stem of statement.stems) {
      if (asked.has(stem)) shared++;
      else if (!plain.has(stem)) special++;
    }
  }
  return Math.min(1.5, special * 0.18) - Math.min(1, shared * 0.2);
}

const plainByStore = new WeakMap<Store, Set<string>>();

// Stems that the headline figures use are plain: they say "arms delivered" in one way or another.
function plainStems(store: Store): Set<string> {
  const known = plainByStore.get(store);
  if (known) return known;
  const plain = new Set<string>();
  for (const figure of store.record.figures) {
    if (!figure.headline) continue;
    for (const statement of store.byId.get(figure.id)?.statements ?? [])
      if (statement.part === 'measures') for (const stem of statement.stems) plain.add(stem);
  }
  for (const { norm } of wordsOf(figureWords)) plain.add(norm);
  plainByStore.set(store, plain);
  return plain;
}

const figureWords = 'arm weapon of to from the and by bought sold import deliv major militari hardwar volum share';

function periodCloseness(asked: PeriodUnit, period: Figure['period']): number {
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

function single(context: Context, hits: FigureHit[]): Body | null {
  const { store } = context;
  const best = hits[0];
  if (!best) return null;
  const { figure } = best;
  const others = related(best, hits, store);
  return {
    status: 'answered',
    headline: line(sentence(figureSentence(figure, store)), [figure.id], figure.sources),
    lines: others.map((hit) => factLine(hit.doc, store)),
    qualifications: notesOn([figure], others.length > 0),
    verdict: context.query.ask === 'whether' ? (context.query.negated ? 'no' : 'yes') : undefined,
    value: figure.value,
    unit: figure.unit,
    focus: [figure.id],
  };
}

function related(best: FigureHit, hits: FigureHit[], store: Store): FigureHit[] {
  const { figure } = best;
  const near = hits.filter(
    (hit) => hit !== best && hit.score > best.score - 1.3 && hit.figure.supplier === figure.supplier,
  );
  const conflicting = (figure.conflicts_with ?? []).flatMap((id) => {
    const hit = hits.find((candidate) => candidate.figure.id === id);
    if (hit) return [hit];
    const doc = store.byId.get(id);
    return doc?.fact.kind === 'figure' ? [{ ...best, doc, figure: doc.fact.data }] : [];
  });
  return [...new Map([...conflicting, ...near].map((hit) => [hit.figure.id, hit])).values()].slice(0, 4);
}

/** What a reader must know of figures before quoting them. */
function notesOn(figures: readonly Figure[], several: boolean): string[] {
  const notes = figures.flatMap((figure) =>
    [figure.note, figure.derivation].filter((note): note is string => note !== undefined),
  );
  if (several) notes.push('These figures overlap or are counted differently; they are not to be added up.');
  return [...new Set(notes)].slice(0, 4);
}

/** Figures of the same counter, unit, period and kind of measure, one for each supplier. */
function compareSuppliers(context: Context, hits: FigureHit[]): Body | null {
  const { query, store } = context;
  const suppliers = suppliersIn(query, store);
  if (suppliers.length < 2) return null;
  const groups = new Map<string, FigureHit[]>();
  for (const hit of hits) {
    const { figure } = hit;
    if (!suppliers.includes(figure.supplier)) continue;
    const key = [figure.counted_by, figure.unit, figure.period.from, figure.period.to, figure.as_of].join('|');
    const group = groups.get(key) ?? [];
    if (!group.some((other) => other.figure.supplier === figure.supplier)) group.push(hit);
    groups.set(key, group);
  }
  const whole = [...groups.values()].filter((group) => group.length === suppliers.length);
  whole.sort((a, b) => total(b) - total(a));
  const group = whole[0];
  if (!group) return null;
  const sorted = [...group].sort((a, b) => b.figure.value - a.figure.value);
  const [most, next] = sorted;
  if (!most || !next) return null;
  const figures = sorted.map((hit) => hit.figure);
  const amounts = listOf(figures.map((figure) => `${store.nameOf(figure.supplier)} ${figureAmount(figure)}`));
  const period = periodText(most.figure.period.from, most.figure.period.to);
  const counter = store.entities.get(most.figure.counted_by)?.name;
  const headline =
    most.figure.value === next.figure.value
      ? `${listOf(sorted.map((hit) => store.nameOf(hit.figure.supplier)))} are level: ${amounts}`
      : `${store.nameOf(most.figure.supplier)} is ahead, ${period}${counter ? `, counted by ${counter}` : ''}: ${amounts}`;
  const lines = [
    line(
      sentence(ratioText(most.figure, next.figure, store)),
      figures.map((figure) => figure.id),
      [...new Set(figures.flatMap((figure) => figure.sources))],
    ),
  ];
  for (const other of whole.slice(1, 4)) {
    const [first, second] = [...other].sort((a, b) => b.figure.value - a.figure.value);
    if (first && second) {
      lines.push(
        line(
          sentence(
            `${capital(periodText(first.figure.period.from, first.figure.period.to))}${store.entities.has(first.figure.counted_by) ? `, counted by ${store.nameOf(first.figure.counted_by)}` : ''}: ${store.nameOf(first.figure.supplier)} ${figureAmount(first.figure)}, ${store.nameOf(second.figure.supplier)} ${figureAmount(second.figure)}`,
          ),
          [first.figure.id, second.figure.id],
          [...new Set([...first.figure.sources, ...second.figure.sources])],
        ),
      );
    }
  }
  const named = suppliers[0];
  const ahead = most.figure.supplier === named;
  const text = query.text.join(' ');
  const asksMore = /\b(more|bigger|larger|higher|ahead|outsell|outsold|exceed|exceeds|most|greater|over)\b/.test(text);
  const asksLess = /\b(less|fewer|smaller|lower|behind)\b/.test(text);
  const verdict =
    query.ask === 'whether' && (asksMore || asksLess)
      ? ahead === asksMore
        ? ('yes' as const)
        : ('no' as const)
      : undefined;
  const ratio = /\b(how many times|ratio|times (as|more|bigger|larger|higher))\b/.test(text);
  const difference = /\b(difference|how much more|how much less|by how much|gap)\b/.test(text);
  return {
    status: 'answered',
    headline: line(
      sentence(headline),
      figures.map((figure) => figure.id),
      [...new Set(figures.flatMap((figure) => figure.sources))],
    ),
    lines,
    qualifications: notesOn(figures, false),
    verdict,
    value: ratio
      ? most.figure.value / next.figure.value
      : difference
        ? most.figure.value - next.figure.value
        : undefined,
    unit: ratio ? 'times' : difference ? most.figure.unit : undefined,
  };
}

function total(group: readonly FigureHit[]): number {
  return group.reduce((sum, hit) => sum + hit.score, 0) / group.length;
}

function ratioText(most: Figure, next: Figure, store: Store): string {
  const difference = amountText(Number((most.value - next.value).toFixed(2)), most.unit);
  const ratio = next.value === 0 ? null : most.value / next.value;
  const times = ratio === null ? '' : `, about ${ratio.toFixed(ratio < 10 ? 1 : 0)} times as much`;
  return `The difference is ${difference}${times}: ${store.nameOf(most.supplier)} against ${store.nameOf(next.supplier)}`;
}

/** One supplier's figures in two periods, by the same counter and in the same unit. */
function comparePeriods(context: Context, hits: FigureHit[]): Body | null {
  const { query, store } = context;
  const [first, second] = [...query.periods].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  if (!first || !second) return null;
  let best: { before: FigureHit; after: FigureHit; score: number } | null = null;
  for (const before of hits) {
    const fitBefore = periodCloseness(first, before.figure.period);
    if (fitBefore < 0.8) continue;
    for (const after of hits) {
      if (
        after === before ||
        after.figure.counted_by !== before.figure.counted_by ||
        after.figure.unit !== before.figure.unit ||
        after.figure.supplier !== before.figure.supplier
      )
        continue;
      const fitAfter = periodCloseness(second, after.figure.period);
      if (fitAfter < 0.8) continue;
      const score =
        before.score +
        after.score +
        fitBefore +
        fitAfter +
        (before.figure.measures_what === after.figure.measures_what ? 1 : 0);
      if (!best || score > best.score) best = { before, after, score };
    }
  }
  if (!best) return null;
  const { before, after } = { before: best.before.figure, after: best.after.figure };
  const same = before.measures_what === after.measures_what;
  const change = after.value - before.value;
  const percent =
    before.value === 0 || before.unit === 'percent-share'
      ? ''
      : ` (${change > 0 ? '+' : '−'}${Math.abs((change / before.value) * 100).toFixed(0)} per cent)`;
  const verb = change > 0 ? 'rose' : change < 0 ? 'fell' : 'stayed the same';
  const headline = same
    ? `${store.nameOf(before.supplier)}: ${before.measures_what} ${verb} from ${figureAmount(before)} (${periodText(before.period.from, before.period.to)}) to ${figureAmount(after)} (${periodText(after.period.from, after.period.to)})${percent}`
    : `${figureSentence(before, store)}; ${figureSentence(after, store)}`;
  return {
    status: 'answered',
    headline: line(sentence(headline), [before.id, after.id], [...new Set([...before.sources, ...after.sources])]),
    lines: hits
      .filter(
        (hit) =>
          hit.figure.unit === 'percent-share' &&
          hit.figure.id !== before.id &&
          hit.figure.id !== after.id &&
          /\b(fall|rise|change|decline|growth)\b/.test(hit.figure.measures_what),
      )
      .slice(0, 2)
      .map((hit) => factLine(hit.doc, store)),
    qualifications: notesOn([before, after], false),
  };
}

/** Answers on who supplies most: rankings as published, with the places asked for. */
export function answerRanking(context: Context): Draft | null {
  const { query, store, ambient } = context;
  const text = query.text.join(' ');
  const hits = findFacts(query, store, ambient, ['ranking'])
    .flatMap((hit) => (hit.doc.fact.kind === 'ranking' ? [{ ...hit, ranking: hit.doc.fact.data }] : []))
    .map((hit) => ({ ...hit, score: hit.score + rankingFitness(hit.ranking, query, store) }))
    .sort((a, b) => b.score - a.score);
  const best = hits[0];
  if (!best) return null;
  const { ranking } = best;
  const placed = placesAsked(query, text).filter((place) => ranking.order[place - 1] !== undefined);
  const period = periodText(ranking.period.from, ranking.period.to);
  const named = query.names
    .flatMap((name) => name.ids)
    .map((id) => (ranking.order.includes(id) ? id : (store.standsFor(id) ?? id)))
    .find((id) => ranking.order.includes(id));
  let headline = rankingSentence(ranking, store);
  if (placed.length > 0)
    headline = `${listOf(placed.map((place) => `${ordinalWord(place)} ${store.nameOf(ranking.order[place - 1] ?? '')}`))} among ${ranking.metric}${period ? `, ${period}` : ''}`;
  else if (named)
    headline = `${store.nameOf(named)} is ${ordinalWord(ranking.order.indexOf(named) + 1)} among ${ranking.metric}${period ? `, ${period}` : ''}`;
  const others = hits.slice(1, 4).filter((hit) => hit.score > best.score - 1.5);
  const claimed =
    query.claimedOrdinal ??
    (query.ask === 'whether' && /\b(biggest|largest|top|main|leading|most)\b/.test(text) ? 1 : null);
  return {
    status: 'answered',
    headline: line(sentence(capital(headline)), [ranking.id], ranking.sources),
    lines: [
      ...(placed.length > 0 || named
        ? [line(sentence(rankingSentence(ranking, store)), [ranking.id], ranking.sources)]
        : []),
      ...others.map((hit) => factLine(hit.doc, store)),
    ],
    qualifications: others.length > 0 ? ['Rankings of other periods and counters need not agree.'] : [],
    confidence: best.coverage,
    verdict: claimed !== null && named ? (ranking.order.indexOf(named) + 1 === claimed ? 'yes' : 'no') : undefined,
  };
}

function rankingFitness(ranking: Ranking, query: Query, store: Store): number {
  let value = 0;
  for (const period of query.periods) value += periodCloseness(period, ranking.period);
  if (query.periods.length === 0) value += ranking.order.length > 1 ? 0.2 : 0;
  const longest = Math.max(0, ...placesAsked(query, query.text.join(' ')));
  if (longest > ranking.order.length) value -= 3;
  const buyers = /\b(customer|customers|buyer|buyers|recipient|client|clients|buys|bought|purchased)\b/.test(
    query.text.join(' '),
  );
  value += buyers === /\b(buyers|customers|recipients)\b/.test(ranking.metric) ? 0.3 : -1.5;
  return value + (store.entities.has(ranking.counted_by) ? 0.1 : 0);
}

function placesAsked(query: Query, text: string): number[] {
  const words = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
  const found = words.flatMap((word, at) => (new RegExp(`\\b${word}\\b`).test(text) ? [at + 1] : []));
  const number = /\b(?:number|no|place|position|rank)\s?(\d)\b/.exec(text);
  if (number) found.push(Number(number[1]));
  if (
    /\b(biggest|largest|top|main|leading|most|best)\b/.test(text) &&
    found.length === 0 &&
    query.ask !== 'whether' &&
    !/\btop (\d+|two|three|four|five)\b/.test(text)
  )
    found.push(1);
  if (/\bsecond (biggest|largest|most)\b/.test(text)) return [2];
  return [...new Set(found)];
}
