import { addMonths, lastDay } from '../record/days.ts';
import type { Doc, Store } from '../record/store.ts';
import type { NameUnit, PeriodUnit, Query } from './query.ts';

/** What earlier turns left for this one. */
export type Carried = {
  query: Query | null;
  /** The facts last spoken of, the main one first. */
  focus: readonly string[];
  /** All facts last stated, in order. */
  stated: readonly string[];
};

const CONNECTOR =
  /^(and|what about|how about|or|also|but|no|i mean|i meant|sorry|same for|same|then|ok|okay|so|not|rather|instead|now)\b/;
const PERSON = /^(he|him|his|hes|she|her|hers|shes|himself|herself)$/;
const THING = /^(it|its|that|this|those|these|they|them|their|one|ones|there|then|same)$/;

/**
 * A question with what earlier turns said put in where it leaves something out: "and in 2022?" is the last question with
 * another period, "who did he meet there?" asks about the facts last stated. A question that is whole drops the old one.
 */
export function readFollowUp(query: Query, carried: Carried, store: Store): FollowUp {
  const last = carried.query;
  const alone = { query, fallbacks: [], isFollowUp: false };
  if (!last || (query.text.length === 0 && query.lead.length === 0)) return alone;
  const kind = kindOf(query);
  if (kind === 'whole')
    return { ...alone, query: withPerson(query, last, store), isFollowUp: usesPerson(query, last, store) };
  if (kind === 'parts') return { query: withParts(query, last, carried, store), fallbacks: [], isFollowUp: true };
  const first = about(query, last, carried, store);
  // What the facts last stated do not tell may be told of the same person or place at another time.
  const wider = {
    ...withPerson(query, last, store),
    only: [],
    periods: query.periods.length > 0 ? query.periods : thenPeriods(query, carried, store),
  };
  const widest = {
    ...wider,
    names: [
      ...wider.names,
      ...last.names.filter((name) => !wider.names.some((other) => other.ids.some((id) => name.ids.includes(id)))),
    ],
    periods: query.periods.length > 0 ? query.periods : last.periods,
    words: [...query.words, ...last.words.filter((word) => !query.words.some((other) => other.norm === word.norm))],
  };
  return {
    query: first,
    fallbacks: first.only.length > 0 && query.words.some((word) => !word.optional) ? [wider, widest] : [],
    isFollowUp: true,
  };
}

/**
 * The question that a conversation goes on from after a turn on what was last said: the one before it with what the turn asks
 * ("when did she visit Osk", "why?": "and in 2024?" asks why she visited Osk then).
 */
export function goneOn(before: Query, turn: Query): Query {
  return {
    ...before,
    ask: asksOwnRole(turn, before),
    words: [...before.words, ...turn.words.filter((word) => !before.words.some(({ norm }) => norm === word.norm))],
    concepts: new Set([...before.concepts, ...turn.concepts]),
    text: [...before.text, ...turn.text],
    only: [],
    besides: [],
  };
}

/** The reading of a turn, and what to try when the record has nothing on it. */
export type FollowUp = { query: Query; fallbacks: Query[]; isFollowUp: boolean };

function thenPeriods(query: Query, carried: Carried, store: Store): PeriodUnit[] {
  const span = query.text.includes('then') ? focusDoc(carried, store)?.span : undefined;
  return span ? [{ ...blank, from: span.from, to: span.to, text: 'then' }] : [];
}

/** `parts`: names or dates to put into the last question; `about`: a question on what was last said; `whole`: neither. */
function kindOf(query: Query): 'whole' | 'parts' | 'about' {
  const text = query.text.join(' ');
  const lead = `${query.lead.join(' ')} ${text}`.trim();
  const named = query.names.filter((name) => !name.implied).length > 0 || query.periods.length > 0;
  const content = query.words.filter((word) => !word.optional).length > 0;
  const anaphora = query.text.some(
    (norm, at) =>
      THING.test(norm) &&
      !(norm === 'that' && isConjunction(query, at)) &&
      !(norm === 'there' && /^(is|are|was|were|any)$/.test(query.text[at - 1] ?? '')),
  );
  const order =
    query.order !== null || /\b(before|after|earlier|later|previous|next) ?(that|this|it|one|then)?( one)?$/.test(text);
  if (
    !named &&
    content &&
    CONNECTOR.test(lead) &&
    query.text.length <= 3 &&
    !asksOwn(query) &&
    query.words.every((word) => word.concepts.length > 0)
  )
    return 'parts';
  if (named && !content && (CONNECTOR.test(lead) || query.ask === 'list' || query.text.length <= 4) && !asksOwn(query))
    return 'parts';
  if (anaphora || (order && !named && query.text.length <= 8 && !content)) return 'about';
  if (!named && !content) return 'about';
  if (!named && /\b(he|she|him|her|his)\b/.test(text) && query.text.length <= 9) return 'about';
  if (!named && CONNECTOR.test(lead) && query.text.length <= 7) return 'about';
  if (/\b(else|again|also|other|others|another|too|himself|herself)\b/.test(text) && query.names.length === 0)
    return 'about';
  if (!named && query.text.length <= 6) return 'about';
  return 'whole';
}

function isConjunction(query: Query, at: number): boolean {
  return (
    /^(say|said|says|claim|claimed|know|see|report|reported|agree|agreed|think)$/.test(query.text[at - 1] ?? '') &&
    at < query.text.length - 2
  );
}

// "and who?", "why sudport?": a question word of its own makes it more than a part to put in.
function asksOwn(query: Query): boolean {
  const text = query.text.join(' ');
  return (
    /^(who|whos|when|where|why|how|what|whats|which|did|was|is|has|does|were)\b|\b(who|when|where|why|how) (did|was|were|is|has|had|does)\b/.test(
      text,
    ) && !/^(how|what) about\b/.test(text)
  );
}

function lastPerson(last: Query, store: Store): NameUnit | undefined {
  const people = last.names.filter(
    (name) => name.ids.length === 1 && !name.excluded && store.entities.get(name.ids[0] ?? '')?.kind === 'person',
  );
  // "did he meet Ada Orr": the next "he" is the same as this one.
  return people.find((name) => name.implied) ?? people[0];
}

function usesPerson(query: Query, last: Query, store: Store): boolean {
  const person = lastPerson(last, store);
  return (
    person !== undefined &&
    !person.ids.includes(store.record.meta.subject) &&
    query.text.some((norm) => PERSON.test(norm)) &&
    !namesPerson(query, store)
  );
}

function namesPerson(query: Query, store: Store): boolean {
  return query.names.some((name) => store.entities.get(name.ids[0] ?? '')?.kind === 'person');
}

// "she" is not the man last asked about.
function mayBeSaidOf(query: Query, { ids }: NameUnit, store: Store): boolean {
  const gender = store.entities.get(ids[0] ?? '')?.gender;
  const pronoun = query.text.find((norm) => PERSON.test(norm)) ?? '';
  return gender == null || (gender === 'male') === /^hi?[mse]?(self)?s?$/.test(pronoun);
}

/** "he" is the person last asked about (else `guest`), as long as the question names no other. */
function withPerson(query: Query, last: Query, store: Store, guest?: NameUnit): Query {
  const person = [lastPerson(last, store), guest].find((unit) => unit && mayBeSaidOf(query, unit, store));
  const at = query.text.findIndex((norm) => PERSON.test(norm));
  if (!person || at < 0 || namesPerson(query, store)) return query;
  return { ...query, names: [...query.names, { ...person, start: at, end: at + 1, implied: true, literal: false }] };
}

function typeOf(name: NameUnit, store: Store): string {
  const kind = store.entities.get(name.ids[0] ?? '')?.kind ?? '';
  return ['country', 'city', 'region'].includes(kind)
    ? 'place'
    : ['weapon', 'weapon-category'].includes(kind)
      ? 'item'
      : kind;
}

/** The last question with the names and dates of this one in place of those of the same kind. */
function withParts(query: Query, last: Query, carried: Carried, store: Store): Query {
  let names = last.names;
  for (const name of query.names) {
    const type = typeOf(name, store);
    const home = (other: NameUnit) =>
      other.ids.includes(store.record.meta.home) && !name.ids.includes(store.record.meta.home);
    const same = names.filter(
      (other) => typeOf(other, store) === type && !home(other) && (!other.implied || type === 'person'),
    );
    const out = new Set(last.alternatives ? same : same.length > 0 ? same.slice(-1) : counterpart(type, names, store));
    names = [...names.filter((other) => !out.has(other)), placed(name, [...out][0], last)];
  }
  const ask = query.ask === 'list' || query.ask === 'what' || query.ask === 'whether' ? last.ask : query.ask;
  return {
    ...last,
    ask,
    names,
    alternatives: query.alternatives,
    periods: query.periods.length > 0 ? withYear(query.periods, last, carried, store) : last.periods,
    order: query.order ?? last.order,
    words:
      query.words.length > 0
        ? query.words.map((word) => ({ ...word, optional: false }))
        : // A word that nobody knows was a name, and another stands in its place.
          last.words.filter((word) => query.names.length === 0 || !word.unknown),
    concepts: query.words.length > 0 ? new Set([...last.concepts, ...query.concepts]) : last.concepts,
    text: query.words.length > 0 && query.names.length === 0 ? [...last.text, ...query.text] : last.text,
    only: [],
    besides: [],
    notes: query.notes,
  };
}

// "when did the league sanction it", "and Norland?": a state in the place of a body that acts as states do.
function counterpart(type: string, names: readonly NameUnit[], store: Store): NameUnit[] {
  if (type !== 'place' || names.length < 2) return [];
  const [first] = names;
  return first && typeOf(first, store) === 'organisation' ? [first] : [];
}

// The new name stands where the old one stood, so that rules on word order see the last question unchanged.
function placed(name: NameUnit, old: NameUnit | undefined, last: Query): NameUnit {
  const at = old ?? { start: last.text.length, end: last.text.length + 1, literal: name.literal };
  return { ...name, start: at.start, end: at.end, literal: at.literal || name.literal };
}

// "and in September?" after a question on 2021 means September of that year.
function withYear(periods: readonly PeriodUnit[], last: Query, carried: Carried, store: Store): PeriodUnit[] {
  const year =
    last.periods.find((period) => period.from)?.from?.slice(0, 4) ?? focusDoc(carried, store)?.span?.from?.slice(0, 4);
  return periods.map((period) => {
    const month = period.months?.[0];
    if (month === undefined || year === undefined) return period;
    const text = `${year}-${String(month).padStart(2, '0')}`;
    const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
    return { ...period, from: `${text}-01`, to: `${text}-${days}`, months: undefined };
  });
}

function focusDoc(carried: Carried, store: Store): Doc | undefined {
  return store.byId.get(carried.focus[0] ?? '');
}

/** A question on what was last said: its pronouns, "there" and "that year" are given their meaning. */
function about(query: Query, last: Query, carried: Carried, store: Store): Query {
  const text = query.text.join(' ');
  const focus = carried.focus.filter((id) => store.byId.has(id));
  const doc = focusDoc(carried, store);
  if (/^how many (is|was|are|were|does|would) (that|those|these|they|there)\b/.test(text))
    return { ...last, ask: 'how-many', only: [], besides: [] };
  const now = store.record.meta.kept_up_to;
  if (/^(and )?(now|today|currently|nowadays|at present)$/.test(text))
    return { ...last, periods: [{ ...blank, from: now, to: now, text: 'now' }], only: [], besides: [] };
  const compared = sinceTheYearBefore(text, last);
  if (compared) return { ...last, ...compared, text: [...last.text, ...query.text], only: [], besides: [] };
  if (doc?.fact.kind === 'entity') return aboutEntity(query, doc.fact.id, store);
  if (
    /\b(total|altogether|together|overall|all suppliers|all of them|in all|combined)\b/.test(
      [...query.lead, text].join(' '),
    ) &&
    query.names.length === 0 &&
    (last.ask === 'how-much' || last.concepts.has('supply') || last.concepts.has('buy'))
  ) {
    const { home } = store.record.meta;
    return {
      ...last,
      ask: 'how-much',
      names: last.names.filter((name) => typeOf(name, store) !== 'place' || name.ids.includes(home)),
      only: [],
      besides: [],
    };
  }
  const nth = query.order?.kind === 'nth' ? query.order.n : 1;
  if (
    query.order &&
    query.names.length === 0 &&
    (last.order !== null || carried.stated.length < Math.max(nth, 2)) &&
    /\b(time|one|visit|trip|meeting)$/.test(text) &&
    query.text.length <= 9
  ) {
    return { ...last, ask: asksOwnRole(query, last), order: query.order, only: [], besides: [] };
  }
  const picked = pickedFact(query, carried);
  if (picked) {
    const names = withPerson(query, last, store, guestOf(store.byId.get(picked), store)).names;
    return { ...last, ...own(query, last), only: [picked], besides: [], order: null, periods: [], names };
  }
  const relative = /\b(before|earlier|previous|prior)\b/.test(text)
    ? 'before'
    : /\b(after|later|next|following|since then)\b/.test(text)
      ? 'after'
      : null;
  if (
    relative &&
    doc &&
    /\b(before|after|previous|next|earlier|later)( (that|this|it|one|then|the one))*( one)?$/.test(text) &&
    query.names.length === 0
  ) {
    return {
      ...last,
      ask: asksOwnRole(query, last),
      order: { kind: relative, day: doc.orderDay, besides: [doc.fact.id] },
      periods: [],
      only: [],
      besides: [doc.fact.id],
    };
  }
  const again = /\b(again|another|back|else|other|others|also|too)\b/.test(text);
  const there = query.text.includes('there') ? placesOf(last, doc, store) : [];
  const time = thatTime(text, doc);
  const named = query.names.length > 0 || query.periods.length > 0;
  const base = withPerson({ ...query }, last, store, guestOf(doc, store));
  if (again && (there.length > 0 || time)) {
    const later =
      /\blater\b/.test(text) && doc ? [{ ...blank, from: doc.orderDay, to: time?.to ?? null, text: 'later' }] : [];
    const inherited = there.length > 0 ? there : last.names.filter((name) => typeOf(name, store) === 'place');
    return {
      ...base,
      // "did he come back" asks for another visit, not for the end of this one.
      words: base.words.filter((word) => !word.concepts.includes('return') && !word.concepts.includes('leave')),
      names: [
        ...base.names,
        ...inherited.filter((name) => !base.names.some((other) => other.ids.some((id) => name.ids.includes(id)))),
      ],
      periods: later.length > 0 ? later : time ? [{ ...blank, ...time, text: 'that time' }] : query.periods,
      besides: [...focus],
    };
  }
  if (/\belse\b/.test(text) || (!named && focus.length > 0 && focus.length <= 6)) {
    return {
      ...base,
      ...own(query, last),
      names: /\belse\b/.test(text) ? [] : base.names.filter((name) => name.implied),
      only: [...focus],
    };
  }
  return {
    ...base,
    words: query.words.length > 0 ? query.words : last.words,
    names: [
      ...base.names,
      ...there.filter((name) => !base.names.some((other) => other.ids.some((id) => name.ids.includes(id)))),
      ...(named || there.length > 0 ? [] : last.names.filter((name) => !name.implied)),
    ],
    periods:
      query.periods.length > 0
        ? query.periods
        : time
          ? [{ ...blank, ...time, text: 'that time' }]
          : there.length > 0
            ? last.periods
            : named
              ? []
              : last.periods,
  };
}

// "how much more than the year before?": the same amount for the year asked about and for the one before it.
function sinceTheYearBefore(text: string, last: Query): Pick<Query, 'ask' | 'periods'> | null {
  const [period] = last.periods;
  const year = period?.grain === 'year' ? period.from?.slice(0, 4) : undefined;
  if (
    !period ||
    year === undefined ||
    !/\b(than|to|with|from|over|versus|vs) (in )?the (year before|previous year|prior year)\b/.test(text)
  )
    return null;
  const before = `${Number(year) - 1}`;
  return {
    ask: 'how-much',
    periods: [{ ...period, from: `${before}-01-01`, to: `${before}-12-31`, text: before }, period],
  };
}

// "he" after a list of guests: the one spoken of first.
function guestOf(doc: Doc | undefined, store: Store): NameUnit | undefined {
  if (doc?.fact.kind !== 'visit' || doc.fact.data.visitor === store.record.meta.subject) return undefined;
  return unitFor(doc.fact.data.visitor, store);
}

function unitFor(id: string, store: Store): NameUnit {
  const name = store.nameOf(id);
  return {
    ids: [id],
    start: -1,
    end: -1,
    text: name,
    matched: name,
    edits: 0,
    adjective: false,
    literal: false,
    generic: false,
    stems: [],
    attributed: false,
    excluded: false,
    implied: true,
  };
}

// "when was it agreed?" after "what is the plan?": the thing explained is what is now asked about.
function aboutEntity(query: Query, id: string, store: Store): Query {
  return { ...query, names: [unitFor(id, store), ...query.names] };
}

const blank = {
  grain: 'span' as const,
  relation: 'in' as const,
  start: -1,
  end: -1,
  loose: false,
  from: null,
  to: null,
};

function own(
  query: Query,
  last: Query,
): Pick<
  Query,
  'ask' | 'words' | 'concepts' | 'text' | 'lead' | 'negated' | 'notes' | 'claimedOrdinal' | 'numbers' | 'alternatives'
> {
  const bare = query.ask === 'list' && query.words.length === 0;
  return {
    ask: bare ? last.ask : query.ask,
    words: query.words,
    concepts: query.concepts,
    text: bare ? last.text : query.text,
    lead: query.lead,
    negated: query.negated,
    notes: query.notes,
    claimedOrdinal: query.claimedOrdinal,
    numbers: query.numbers,
    alternatives: query.alternatives,
  };
}

function asksOwnRole(query: Query, last: Query): Query['ask'] {
  return query.ask === 'list' || query.ask === 'what' ? last.ask : query.ask;
}

// "the first one", "the second", "the last one": one of the facts last stated.
function pickedFact(query: Query, carried: Carried): string | null {
  const text = query.text.join(' ');
  if (
    !/^(the |and the |what about the )?(\w+)( one| visit| trip| of (them|these|those))?\b/.test(text) ||
    !query.order ||
    query.names.some((name) => !name.implied)
  )
    return null;
  if (!/^(the )?\w+$/.test(text) && !/\b(one|visit|trip|of (them|these|those))\b/.test(text)) return null;
  if (query.order.kind === 'first') return carried.stated[0] ?? null;
  if (query.order.kind === 'last') return carried.stated.at(-1) ?? null;
  return query.order.kind === 'nth' ? (carried.stated[query.order.n - 1] ?? null) : null;
}

function placesOf(last: Query, doc: Doc | undefined, store: Store): NameUnit[] {
  const named = last.names.filter((name) => typeOf(name, store) === 'place' && !name.adjective && !name.excluded);
  if (named.length > 0) return named.map((name) => ({ ...name, implied: true }));
  const id =
    doc?.fact.kind === 'visit'
      ? (doc.fact.data.places?.[0]?.city ?? doc.fact.data.country)
      : doc?.fact.kind === 'event'
        ? doc.fact.data.place
        : undefined;
  if (id === undefined) return [];
  return [{ ...unitFor(id, store), literal: true }];
}

function thatTime(text: string, doc: Doc | undefined): { from: string; to: string } | null {
  const day = doc?.span?.from ?? doc?.orderDay;
  if (!day) return null;
  const year = day.slice(0, 4);
  const next = /\b(next|following) (month|year)\b|\b(month|year) (later|after)\b/.exec(text);
  if (next) {
    const moved = addMonths(`${day.slice(0, 7)}-01`, (next[2] ?? next[3]) === 'year' ? 12 : 1);
    return (next[2] ?? next[3]) === 'year'
      ? { from: `${moved.slice(0, 4)}-01-01`, to: `${moved.slice(0, 4)}-12-31` }
      : { from: moved, to: lastDay(moved.slice(0, 7)) };
  }
  if (/\bthen$/.test(text) && doc?.span?.from) return { from: doc.span.from, to: doc.span.to ?? doc.span.from };
  if (/\b(that|the same|same) year\b/.test(text)) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (/\b(that|the same|same) day\b/.test(text)) return { from: day, to: day };
  if (/\b(that|the same|same) month\b/.test(text))
    return { from: `${day.slice(0, 7)}-01`, to: lastDay(day.slice(0, 7)) };
  return null;
}
