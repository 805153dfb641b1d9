import { valueIn } from './columns.ts';
import { periodFit } from './fits.ts';
import type { Plan } from './plan.ts';
import { AMBIENT_WEIGHT, NAME_WEIGHT, NEAR, NUMBER_WEIGHT, PERIOD_WEIGHT } from './weights.ts';

/**
 * Tells of a fact (by index) whether it may settle a question; false only when it does not. Most fail on their words, and a
 * look at numbers tells: scoring them all would make a hundred thousand objects for one question.
 */
export function settlingSieve(plan: Plan): (fact: number) => boolean {
  const { words } = plan.query;
  const { sorts } = plan.store.index;
  // For each sort of fact the words that must be found in a fact itself, as the sort has nothing of their notions.
  const wanted = plan.store.exemplars.map((_, sort) =>
    [...words.keys()].filter((at) => words[at]?.optional === false && (plan.affinities[at]?.[sort] ?? 0) === 0),
  );
  const strict = words.map((word) => word.unknown || word.concepts.length > 0);
  return (fact) => {
    let missing = 0;
    for (const at of wanted[sorts[fact] ?? 0] ?? [])
      if (plan.columns[at]?.codes[fact] === 0) missing += strict[at] === true ? 2 : 1;
    return missing < 2 && isInPeriods(fact, plan);
  };
}

/** Tells of a fact whether it may account for so much of a question that it is near it; false only when it does not. */
export function nearnessSieve(plan: Plan): (fact: number) => boolean {
  const { words, numbers, periods } = plan.query;
  const { sorts } = plan.store.index;
  const weights = words.map((word) => (word.optional ? 0 : word.weight));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const names = plan.names.reduce((sum, { ambient }) => sum + (ambient ? AMBIENT_WEIGHT : NAME_WEIGHT), 0);
  const others = names + periods.length * PERIOD_WEIGHT + numbers.length * NUMBER_WEIGHT;
  const needed = NEAR * (total + others) - others;
  return (fact) => {
    const sort = sorts[fact] ?? 0;
    let got = 0;
    for (let at = 0; at < weights.length; at += 1)
      got += (weights[at] ?? 0) * Math.max(valueIn(plan.columns[at], fact), plan.affinities[at]?.[sort] ?? 0);
    return got >= needed && isInPeriods(fact, plan);
  };
}

function isInPeriods(fact: number, { bounds, closed, store, published }: Plan): boolean {
  for (const period of bounds) if (periodFit(period, fact, store, published) === 0) return false;
  if (closed.length === 0) return true;
  for (const period of closed) if (periodFit(period, fact, store, published) > 0) return true;
  return false;
}
