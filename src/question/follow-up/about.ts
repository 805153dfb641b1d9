import { addMonths, lastDay } from '../../record/days.ts';
import type { Doc, Store } from '../../record/store.ts';
import { impliedName } from '../implied-name.ts';
import type { NameUnit, Query } from '../query.ts';
import { asksOwnRole, blank, type Carried, focusDoc, typeOf, withPerson } from './carried.ts';

/** A question on what was last said: its pronouns, "there" and "that year" are given their meaning. */
export function about(query: Query, last: Query, carried: Carried, store: Store): Query {
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
      ...(query.text.includes('there')
        ? { ...query, names: [...subjectsOf(last), ...placesOf(last, doc, store)] }
        : last),
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
      // "did they drop it in 2013": a date names nothing.
      ...(query.names.length > 0 || there.length > 0 ? [] : last.names.filter((name) => !name.implied)),
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
  return impliedName(doc.fact.data.visitor, store);
}

// "when was it agreed?" after "what is the plan?": the thing explained is what is now asked about.
function aboutEntity(query: Query, id: string, store: Store): Query {
  return { ...query, names: [impliedName(id, store), ...query.names] };
}

// Those that a question is about as "he" or "she".
function subjectsOf(query: Query): NameUnit[] {
  return query.names.filter((name) => name.implied);
}

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
  return [{ ...impliedName(id, store), literal: true }];
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
