import type { NameUnit, PeriodUnit } from '../question/query.ts';
import type { Doc, Store } from '../record/store.ts';

/**
 * How well a fact is about an entity, 0 to 1: named in a field, holding it, standing for it, mentioned in a text, or
 * published by it. A city meant literally ("in Sudport") does not stand for its state.
 */
export function nameFit(id: string, doc: Doc, store: Store, literal = false): number {
  const field = doc.fields.get(id);
  if (field !== undefined) return 1;
  if (doc.within.has(id)) return 0.95;
  if (doc.mentions.has(id)) return 0.8;
  const stand = literal ? null : store.standsFor(id);
  if (stand !== null && doc.fact.kind !== 'visit' && (doc.fields.has(stand) || doc.mentions.has(stand))) return 0.85;
  if (doc.publishers.has(id)) return 0.7;
  const kind = store.entities.get(id)?.kind;
  if (
    kind === 'organisation' &&
    doc.fact.kind === 'measure' &&
    store.containers(id).some((container) => doc.fields.get(container) === 'actor')
  )
    return 0.75;
  const { home } = store.record.meta;
  // Of the state's own bodies: a band in one of its provinces got nothing of what was sold to it.
  const containers = store.containers(id);
  if (
    kind === 'organisation' &&
    doc.fields.get(home) === 'recipient' &&
    containers.includes(home) &&
    containers.slice(0, containers.indexOf(home)).every((one) => store.entities.get(one)?.kind !== 'region')
  )
    return 0.5;
  return 0;
}

/** Of a measure a state is the author only if it is the body that took it, or a body of that state did. */
export function imposes(id: string, doc: Doc, store: Store): boolean {
  if (doc.fact.kind !== 'measure' || store.entities.get(id)?.kind !== 'country' || id === store.record.meta.home)
    return true;
  return doc.fields.get(id) === 'actor' || doc.within.has(id);
}

/** A name that no field holds may still stand in the words of a fact ("helicopter plant"): 0.75, 0.7 or 0. */
export function wordsFit(name: NameUnit, doc: Doc): number {
  if (name.stems.length === 0) return 0;
  const inNames = name.stems.every((group) => group.some((stem) => doc.nameStems.has(stem)));
  if (inNames) return 0.75;
  // Most facts lack one of the words altogether.
  if (!name.stems.every((group) => group.some((stem) => doc.stemPlaces.has(stem)))) return 0;
  const inText = doc.statements.some((statement) =>
    name.stems.every((group) => group.some((stem) => statement.stems.has(stem))),
  );
  return inText ? 0.7 : 0;
}

/**
 * How well a fact lies in a period: 1 inside, 0.7 it may (its date is wider than the period), 0 outside. What was `published`
 * then is meant where the question speaks of a report or a list.
 */
export function periodFit(period: PeriodUnit, doc: Doc, published = true): number {
  const spans = doc.spans;
  let best = 0;
  for (const span of spans) {
    const from = span.from ?? '0000-00-00';
    const to = span.to ?? '9999-99-99';
    const start = period.from ?? '0000-00-00';
    const end = period.to ?? '9999-99-99';
    if (from > end || to < start) continue;
    const exact = doc.fact.kind === 'visit' && doc.fact.data.arrived.length === 10;
    best = Math.max(best, from >= start && to <= end ? 1 : exact ? 0.97 : 0.7);
  }
  if (
    best === 0 &&
    doc.asOf !== null &&
    // A sum of other years is not that of the year it was published in.
    (published || doc.fact.kind !== 'figure' || spans.length === 0 || period.grain !== 'year') &&
    period.relation !== 'before' &&
    // "2015 to 2019" are the years counted, not when they were.
    !(period.grain === 'span' && period.relation === 'between') &&
    doc.asOf >= (period.from ?? '') &&
    doc.asOf <= (period.to ?? '9999')
  )
    return 0.72;
  if (
    best === 0 &&
    doc.fact.kind !== 'visit' &&
    period.grain === 'month' &&
    period.from &&
    doc.months.has(period.from.slice(0, 7))
  )
    return 0.75;
  if (best === 0 && spans.length > 0 && doc.fact.kind !== 'visit' && period.grain === 'year') {
    const year = period.from?.slice(0, 4);
    if (year && period.to?.startsWith(year) && doc.years.has(year)) return 0.75;
  }
  if (best === 0 && spans.length === 0)
    return doc.years.size > 0 && period.from && doc.years.has(period.from.slice(0, 4)) ? 0.75 : 0;
  return best;
}
