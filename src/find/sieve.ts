import { periodFit } from './fits.ts';
import type { Plan } from './plan.ts';
import { AMBIENT_WEIGHT, NAME_WEIGHT, NEAR, NUMBER_WEIGHT, PERIOD_WEIGHT } from './weights.ts';

/**
 * Of facts (by index) those that may settle a question, and of all that may, all: most fail on their words, and a look at
 * numbers tells. Scoring them would make a hundred thousand objects for one question.
 */
export function maySettle(pool: Iterable<number>, plan: Plan): number[] {
  const { words } = plan.query;
  const { sorts } = plan.store.index;
  // For each sort of fact the words that must be found in a fact itself, as the sort has nothing of their notions.
  const wanted = plan.store.exemplars.map((_, sort) =>
    [...words.keys()].filter((at) => words[at]?.optional === false && (plan.affinities[at]?.[sort] ?? 0) === 0),
  );
  const strict = words.map((word) => word.unknown || word.concepts.length > 0);
  const kept: number[] = [];
  for (const fact of pool) {
    let missing = 0;
    for (const at of wanted[sorts[fact] ?? 0] ?? [])
      if ((plan.columns[at]?.[fact] ?? 0) === 0) missing += strict[at] === true ? 2 : 1;
    if (missing < 2 && isInPeriods(fact, plan)) kept.push(fact);
  }
  return kept;
}

/** Of facts those that may account for as much of a question as makes them near it, and of all that may, all. */
export function mayBeNear(pool: Iterable<number>, plan: Plan): number[] {
  const { words, numbers, periods } = plan.query;
  const { sorts } = plan.store.index;
  const weights = words.map((word) => (word.optional ? 0 : word.weight));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const names = plan.names.reduce((sum, { ambient }) => sum + (ambient ? AMBIENT_WEIGHT : NAME_WEIGHT), 0);
  const others = names + periods.length * PERIOD_WEIGHT + numbers.length * NUMBER_WEIGHT;
  const needed = NEAR * (total + others) - others;
  const kept: number[] = [];
  for (const fact of pool) {
    const sort = sorts[fact] ?? 0;
    let got = 0;
    for (let at = 0; at < weights.length; at += 1)
      got += (weights[at] ?? 0) * Math.max(plan.columns[at]?.[fact] ?? 0, plan.affinities[at]?.[sort] ?? 0);
    if (got >= needed && isInPeriods(fact, plan)) kept.push(fact);
  }
  return kept;
}

function isInPeriods(fact: number, { bounds, closed, store, published }: Plan): boolean {
  for (const period of bounds) if (periodFit(period, fact, store, published) === 0) return false;
  if (closed.length === 0) return true;
  for (const period of closed) if (periodFit(period, fact, store, published) > 0) return true;
  return false;
}
