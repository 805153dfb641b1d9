import { findPeriods } from '../question/periods.ts';
import type { NameUnit, PeriodUnit, Query, WordUnit } from '../question/query.ts';
import { addDays } from '../record/days.ts';
import type { Entity } from '../record/schema.ts';
import type { Doc, Store } from '../record/store.ts';
import { stemOf, wordsOf } from '../text.ts';
import { findFacts } from './evidence.ts';

type Role = NonNullable<Entity['roles']>[number];

/** "since the vote", "before he became president": a preposition of time and the event that bounds it. */
type Bound = { start: number; end: number; relation: PeriodUnit['relation']; from: string; to: string; event?: string };

type Lead = { words: string[]; relation: PeriodUnit['relation'] };

const BETWEEN: Lead = { words: ['between'], relation: 'since' };
const LEAD: readonly Lead[] = [
  { words: ['the', 'day', 'after'], relation: 'on' },
  { words: ['a', 'day', 'after'], relation: 'on' },
  { words: ['one', 'day', 'after'], relation: 'on' },
  { words: ['since'], relation: 'since' },
  { words: ['ever', 'since'], relation: 'since' },
  { words: ['after'], relation: 'after' },
  { words: ['following'], relation: 'after' },
  { words: ['once'], relation: 'after' },
  { words: ['before'], relation: 'before' },
  { words: ['on', 'the', 'eve', 'of'], relation: 'before' },
  { words: ['prior', 'to'], relation: 'before' },
  { words: ['ahead', 'of'], relation: 'before' },
  { words: ['until'], relation: 'until' },
  { words: ['till'], relation: 'until' },
  { words: ['from'], relation: 'since' },
  BETWEEN,
  { words: ['as', 'of'], relation: 'until' },
  { words: ['under'], relation: 'since' },
];

const leadsByFirstWord: ReadonlyMap<string | undefined, readonly Lead[]> = new Map(
  LEAD.map(({ words: [first] }) => [first, LEAD.filter(({ words }) => words[0] === first)]),
);

const TAKEOVER =
  /^((his|her|the|their|this|that|last|military|\d{4}) ){0,3}(coup|putsch|takeover|power grab|seizure of power|junta)\b|^(he|she|the \w+|\w+|they|\w+ \w+) (took|seized|grabbed|usurped|came to|got|assumed|taking|seizing) (over|power|control|the country)|^(taking|seizing|grabbing|coming to) (over|power|control)|^(he|she|they|his|her|the \w+|\w+) (took|came to|ascended|inherited|seized) (the |his |her )?(throne|crown|reins|helm)\b|^(his |her |the )?accession\b|^(he|she|they) (took|seized) /;

/**
 * Puts the periods into a query that name an event instead of a date, and takes the words that did so out of it. The
 * record tells which event is meant: the one its `since` names for a seizure of power, a dated occasion, or the event
 * whose text fits the clause best.
 */
export function resolveEventTimes(query: Query, today: string, store: Store, ambient: ReadonlySet<string>): Query {
  const bounds: Bound[] = [];
  for (let at = 0; at < query.text.length; at++) {
    const leads = leadsByFirstWord.get(query.text[at]);
    const lead = leads?.find(({ words }) => words.every((word, offset) => query.text[at + offset] === word));
    if (!lead || query.periods.some((period) => at >= period.start && at < period.end)) continue;
    const bound = boundAt(query, at, lead, today, store, ambient);
    if (bound && lead === BETWEEN) {
      const other = otherEnd(query, bound.end, today, store, ambient);
      if (other === null) continue;
      bounds.push(bound, ...(other === 'a date' ? [] : [other]));
      at = bound.end - 1;
      continue;
    }
    if (bound) {
      bounds.push(bound);
      at = bound.end - 1;
    }
  }
  if (bounds.length === 0) return withoutPassing(query);
  const inside = (at: number) => bounds.some((bound) => at >= bound.start && at < bound.end);
  return {
    ...query,
    periods: [...query.periods, ...bounds.map((bound) => periodOf(bound, query.text))],
    names: query.names.filter((name) => !inside(name.start)),
    words: query.words.filter((word) => !inside(word.at)),
  };
}

// "between the vote and the trip to Osk": the other end, which may also be a date that is read already.
function otherEnd(
  query: Query,
  from: number,
  today: string,
  store: Store,
  ambient: ReadonlySet<string>,
): Bound | 'a date' | null {
  const and = query.text.indexOf('and', from);
  if (query.periods.some((period) => and >= 0 && period.start >= and && period.start <= and + 1)) return 'a date';
  return and < 0 || and > from + 1
    ? null
    : boundAt(query, and, { words: ['and'], relation: 'before' }, today, store, ambient);
}

const PASSING: ReadonlySet<string> = new Set(['before', 'after', 'during', 'ahead']);

// "shortly before his visit" beside what is asked says nothing that a fact must say again.
function withoutPassing(query: Query): Query {
  const at = query.text.findIndex(
    (norm, index) =>
      PASSING.has(norm) &&
      /^(his|her|the) (visit|arrival|trip|journey|tour)$/.test(query.text.slice(index + 1, index + 3).join(' ')),
  );
  const others = query.words.filter((word) => !word.optional && word.at !== at + 2);
  if (at < 0 || at + 3 < query.text.length || others.length === 0) return query;
  return {
    ...query,
    words: query.words.filter((word) => word.at !== at + 2),
    text: query.text.slice(0, at),
    names: query.names.filter((name) => name.start < at),
  };
}

function periodOf(bound: Bound, text: readonly string[]): PeriodUnit {
  const common = {
    grain: 'span' as const,
    text: text.slice(bound.start, bound.end).join(' '),
    start: bound.start,
    end: bound.end,
    loose: false,
    event: bound.event,
  };
  switch (bound.relation) {
    case 'before':
      return { ...common, relation: 'before', from: null, to: addDays(bound.from, -1) };
    case 'until':
      return { ...common, relation: 'until', from: null, to: bound.to };
    case 'on':
      return { ...common, relation: 'on', grain: 'day', from: addDays(bound.from, 1), to: addDays(bound.from, 1) };
    default:
      return { ...common, relation: bound.relation, from: bound.from, to: null };
  }
}

function boundAt(
  query: Query,
  at: number,
  lead: Lead,
  today: string,
  store: Store,
  ambient: ReadonlySet<string>,
): Bound | null {
  const start = at + lead.words.length;
  if (start >= query.text.length || /^(what|which|when|whom|who)$/.test(query.text[start] ?? '')) return null;
  const rest = query.text.slice(start);
  const takeover = TAKEOVER.exec(rest.join(' '));
  const since = store.record.meta.since ? store.byId.get(store.record.meta.since) : undefined;
  if (takeover && since?.span?.from) {
    const length = takeover[0].trim().split(' ').length;
    return {
      start: at,
      end: start + length,
      relation: lead.relation,
      from: since.span.from,
      to: since.span.to ?? since.span.from,
      event: since.fact.id,
    };
  }
  if (lead.words[0] === 'under' || lead.words[0] === 'from') return null;
  const office = officeStart(rest, store);
  if (office)
    return { start: at, end: start + office.length, relation: lead.relation, from: office.from, to: office.from };
  const named = query.names.find((name) => name.start >= start && name.start <= start + 2);
  if (named) {
    const dated = occasionDays(named, store, today);
    if (dated) return { start: at, end: named.end, relation: lead.relation, ...dated };
  }
  return clauseBound(query, at, start, lead.relation, store, ambient);
}

const BECAME =
  /^(?:he |she |they |his |her )?(?:became|becoming|become|was made|was named|was appointed|was sworn in as|was elected|being sworn in as|being|being made|taking office as|took office as|election as|appointment as|inauguration as|was)(?: the| a| an)? (\w+(?: \w+)?)/;

// "since becoming president": the day from which the subject holds the first office so called.
export function officeStart(
  rest: readonly string[],
  store: Store,
  person = store.record.meta.subject,
): { length: number; from: string; role: Role } | null {
  const match = BECAME.exec(rest.join(' '));
  if (!match?.[1]) return null;
  const entity = store.entities.get(person);
  const words = match[1].split(' ').map(stemOf);
  for (const count of [2, 1]) {
    const wanted = words.slice(0, count);
    const role = entity?.roles?.find((held) => held.from?.length === 10 && startsWith(held.title, wanted));
    if (role?.from)
      return { length: match[0].split(' ').length - (words.length - wanted.length), from: role.from, role };
  }
  return null;
}

function startsWith(title: string, wanted: readonly string[]): boolean {
  const stems = wordsOf(title).map((word) => stemOf(word.norm));
  return wanted.length > 0 && wanted.every((stem, at) => stems[at] === stem);
}

// An occasion's own days stand in its gloss or its name ("Parade of 27 March 2021", "Harbour Fair 2025").
function occasionDays(name: Pick<NameUnit, 'ids'>, store: Store, today: string): { from: string; to: string } | null {
  if (name.ids.length !== 1) return null;
  const entity = store.entities.get(name.ids[0] ?? '');
  if (entity?.kind !== 'occasion') return null;
  for (const text of [entity.gloss ?? '', entity.name]) {
    const period = findPeriods(wordsOf(text), today).periods.find((found) => found.period.from !== null);
    if (period?.period.from) return { from: period.period.from, to: period.period.to ?? period.period.from };
  }
  return null;
}

// "since he was sworn in as president": the event of the record whose words account for the whole clause.
function clauseBound(
  query: Query,
  at: number,
  start: number,
  relation: PeriodUnit['relation'],
  store: Store,
  ambient: ReadonlySet<string>,
): Bound | null {
  const end = endOfClause(query, start);
  const inside = (index: number) => index >= start && index < end;
  const words: WordUnit[] = query.words.filter((word) => inside(word.at)).map((word) => ({ ...word, optional: false }));
  if (words.length === 0) return null;
  if (
    words.every((word) =>
      word.concepts.some((concept) => concept === 'visit' || concept === 'meet' || concept === 'arrive'),
    )
  )
    return null;
  const dated = occasionOf(query, words, inside, store);
  if (dated) return { start: at, end, relation, ...dated };
  const clause: Query = {
    ...query,
    words,
    names: query.names.filter((name) => inside(name.start) || (name.implied && inside(name.start))),
    periods: [],
    order: null,
    only: [],
    besides: [],
    alternatives: false,
  };
  const hit = findFacts(clause, store, ambient, ['event']).find(
    (candidate) => candidate.coverage > 0.8 && candidate.missing.length === 0,
  );
  const span = hit?.doc.span;
  if (!hit || !span?.from || !bounding(hit.doc)) return null;
  return { start: at, end, relation, from: span.from, to: span.to ?? span.from, event: hit.doc.fact.id };
}

// "since it invaded the neighbour": the occasion whose name has every word of the clause, by stem.
function occasionOf(
  query: Query,
  words: readonly WordUnit[],
  inside: (at: number) => boolean,
  store: Store,
): { from: string; to: string } | null {
  const named = query.names.filter((name) => inside(name.start) && !name.implied).flatMap((name) => name.stems);
  const wanted = [...words.map((word) => [...word.stems.keys()]), ...named];
  if (wanted.length < 2) return null;
  const fit = occasions(store).find((id) => {
    const stems = store.nameStems(id);
    return wanted.every((group) => group.some((stem) => stems.includes(stem)));
  });
  if (fit === undefined) return null;
  return occasionDays({ ids: [fit] }, store, store.record.meta.kept_up_to);
}

const occasionsByStore = new WeakMap<Store, readonly string[]>();

function occasions(store: Store): readonly string[] {
  const known = occasionsByStore.get(store);
  if (known !== undefined) return known;
  const found: string[] = [];
  for (const { id, kind } of store.read('entities')) if (kind === 'occasion') found.push(id);
  occasionsByStore.set(store, found);
  return found;
}

function bounding(doc: Doc): boolean {
  return (
    doc.fact.kind === 'event' &&
    ['appointment', 'coup', 'election', 'vote', 'conflict', 'accident', 'trial', 'agreement'].includes(
      doc.fact.data.kind,
    )
  );
}

function endOfClause(query: Query, start: number): number {
  for (let at = start + 1; at < query.text.length; at++) {
    if (/^(did|has|have|who|what|when|where|how|which)$/.test(query.text[at] ?? '') && at > start + 1) return at;
  }
  return query.text.length;
}
