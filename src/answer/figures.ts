import type { Context, Draft } from './draft.ts';
import { asksComparison, comparePeriods, compareSuppliers } from './figures/compare.ts';
import { figureHits } from './figures/find.ts';
import { single } from './figures/single.ts';

export { asksComparison } from './figures/compare.ts';
export { asksShare, countsThings, coversPeriod, isSum, rankedOtherwise, suppliersIn } from './figures/find.ts';
export { answerRanking } from './figures/ranking.ts';

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
