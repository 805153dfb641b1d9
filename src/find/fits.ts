import type { PeriodUnit } from '../question/query.ts';
import { dayNumber, LAST, monthNumber, NO_SPAN } from '../record/day-numbers.ts';
import { FIELDS } from '../record/facts.ts';
import { HOWS, MENTIONED, PUBLISHER, WITHIN } from '../record/index-record.ts';
import { type Lists, listAt } from '../record/lists.ts';
import type { Store } from '../record/store.ts';

/** An entity that a question names, with what decides how well a fact is about it; entities by their places in `index.named`. */
export type PlannedEntity = {
  number: number;
  /** The state or body that it stands for, and the home country where it is a body of it; -1 for none. */
  stand: number;
  home: number;
  /** What contains it, where it is a body. */
  containers: readonly number[] | null;
  /** Only what it did itself is its measure: it is a state, and not the home country. */
  imposing: boolean;
};

const ACTOR = FIELDS.indexOf('actor');
const RECIPIENT = FIELDS.indexOf('recipient');
/** What relations count; of several the one further to the right holds. */
const FITS = [0, 0.5, 0.75, 0.7, 0.85, 0.8, 0.95, 1] as const;

/** Looks up what decides how well facts are about an entity. */
export function plannedEntity(id: string, store: Store): PlannedEntity {
  const { home } = store.record.meta;
  const kind = store.entities.get(id)?.kind;
  const numberOf = (other: string | null) => (other === null ? -1 : (store.namedNumber(other) ?? -1));
  const containers = kind === 'organisation' ? store.containers(id) : null;
  const toHome = containers?.includes(home) ? containers.slice(0, containers.indexOf(home)) : null;
  // Of the state's own bodies: a band in one of its provinces got nothing of what was sold to it.
  const isHomes = toHome?.every((one) => store.entities.get(one)?.kind !== 'region') === true;
  return {
    number: numberOf(id),
    stand: numberOf(store.standsFor(id)),
    home: isHomes ? numberOf(home) : -1,
    containers: containers?.map(numberOf) ?? null,
    imposing: kind === 'country' && id !== home,
  };
}

/**
 * How well a fact is about an entity, 0 to 1: named in a field, holding it, standing for it, mentioned in a text, or
 * published by it. A city meant literally ("in Sudport") does not stand for its state.
 */
export function nameFit(entity: PlannedEntity, fact: number, store: Store, literal = false): number {
  const { starts, items } = store.index.relations;
  const kind = store.exemplars[store.index.sorts[fact] ?? 0]?.fact.kind;
  let best = 0;
  for (let place = starts[fact] ?? 0; place < (starts[fact + 1] ?? 0); place += 1) {
    const relation = items[place] ?? 0;
    const how = relation % HOWS;
    const id = (relation - how) / HOWS;
    let fit = 0;
    if (id === entity.number) fit = how < WITHIN ? 7 : how === WITHIN ? 6 : how === MENTIONED ? 5 : 3;
    else if (how === PUBLISHER || how === WITHIN) continue;
    else if (id === entity.stand && !literal && kind !== 'visit') fit = 4;
    else if (how === ACTOR && kind === 'measure' && entity.containers?.includes(id)) fit = 2;
    else if (how === RECIPIENT && id === entity.home) fit = 1;
    if (fit > best) best = fit;
  }
  return FITS[best] ?? 0;
}

/** Of a measure a state is the author only if it is the body that took it, or a body of that state did. */
export function imposes(entity: PlannedEntity, fact: number, store: Store): boolean {
  if (!entity.imposing) return true;
  return listAt(store.index.relations, fact).some(
    (relation) => relation === entity.number * HOWS + ACTOR || relation === entity.number * HOWS + WITHIN,
  );
}

/** A period with its days as numbers. */
export type PlannedPeriod = {
  from: number;
  to: number;
  /** What a fact that lies outside may still say of it: the day on which it was counted, the month or the year that it names. */
  counted: boolean;
  wholeYear: boolean;
  month: number | null;
  year: number | null;
  firstYear: number | null;
};

/** Looks up what decides how well facts lie in a period. */
export function plannedPeriod({ from, to, relation, grain }: PeriodUnit): PlannedPeriod {
  const year = from?.slice(0, 4);
  return {
    from: dayNumber(from, 0),
    to: dayNumber(to, LAST),
    // "2015 to 2019" are the years counted, not when they were.
    counted: relation !== 'before' && !(grain === 'span' && relation === 'between'),
    wholeYear: grain === 'year',
    month: grain === 'month' && from ? monthNumber(from) : null,
    year: grain === 'year' && year && to?.startsWith(year) ? Number(year) : null,
    firstYear: year ? Number(year) : null,
  };
}

/**
 * How well a fact lies in a period: 1 inside, 0.7 it may (its date is wider than the period), 0 outside. What was `published`
 * then is meant where the question speaks of a report or a list.
 */
export function periodFit(period: PlannedPeriod, fact: number, { index, exemplars }: Store, published = true): number {
  const like = exemplars[index.sorts[fact] ?? 0]?.fact;
  const isVisit = like?.kind === 'visit';
  let best = 0;
  for (let place = fact * 4; place < fact * 4 + 4; place += 2) {
    const from = index.spans[place] ?? NO_SPAN;
    const to = index.spans[place + 1] ?? NO_SPAN;
    if (from === NO_SPAN || from > period.to || to < period.from) continue;
    const inside = from >= period.from && to <= period.to;
    best = Math.max(best, inside ? 1 : isVisit && like.data.arrived.length === 10 ? 0.97 : 0.7);
  }
  if (best > 0) return best;
  const dated = index.spans[fact * 4] !== NO_SPAN || index.spans[fact * 4 + 2] !== NO_SPAN;
  const asOf = index.asOf[fact] ?? 0;
  // A sum of other years is not that of the year it was published in.
  const counted = period.counted && (published || like?.kind !== 'figure' || !dated || !period.wholeYear);
  if (asOf !== 0 && counted && asOf >= period.from && asOf <= period.to) return 0.72;
  if (!isVisit && period.month !== null && holds(index.months, fact, period.month)) return 0.75;
  const year = dated ? (isVisit ? null : period.year) : period.firstYear;
  return year !== null && holds(index.years, fact, year) ? 0.75 : 0;
}

function holds(lists: Lists, fact: number, number: number): boolean {
  return listAt(lists, fact).includes(number);
}
