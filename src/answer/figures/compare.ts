import { perQuery } from '../../question/per-query.ts';
import type { Query } from '../../question/query.ts';
import type { Figure } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';
import { type Context, line } from '../draft.ts';
import { factLine, figureSentence } from '../lines.ts';
import { amountText, capital, figureAmount, listOf, periodText, sentence } from '../phrases.ts';
import { type FigureHit, suppliersIn } from './find.ts';
import { periodCloseness } from './fitness.ts';
import { type Body, notesOn } from './single.ts';

/** Whether the question sets two suppliers or two periods side by side. */
export const asksComparison: (query: Query, store: Store) => boolean = perQuery((query, store) => {
  if (suppliersIn(query, store).length >= 2) return true;
  if (query.periods.length < 2) return false;
  const words =
    /\b(more|less|bigger|larger|higher|lower|compare|compared|comparison|versus|vs|difference|ratio|against|change|changed|then and now|rise|rose|fall|fell|grow|grew|drop|dropped|increase|decrease|decline|double|doubled|halved|times)\b/;
  return words.test(query.text.join(' '));
});

/** Figures of the same counter, unit, period and kind of measure, one for each supplier. */
export function compareSuppliers(context: Context, hits: FigureHit[]): Body | null {
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
export function comparePeriods(context: Context, hits: FigureHit[]): Body | null {
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
