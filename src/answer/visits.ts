import { findFacts, type Hit } from '../find/evidence.ts';
import { periodFit } from '../find/fits.ts';
import { asksTravel, fitsTravel, readTravel, type Travel } from '../find/traveller.ts';
import type { Query } from '../question/query.ts';
import { daysBetween } from '../record/days.ts';
import type { Visit } from '../record/schema.ts';
import type { Store } from '../record/store.ts';
import { stemOf } from '../text.ts';
import type { Line } from './answer.ts';
import { formatDate } from './dates.ts';
import { disputes, disputesOn } from './disputes.ts';
import { type Context, type Draft, line } from './draft.ts';
import { visitCount, visitSentence } from './lines.ts';
import {
  capital,
  countWord,
  destination,
  listOf,
  onDate,
  ordinalWord,
  sentence,
  stopTime,
  visitTime,
} from './phrases.ts';

type VisitHit = Hit & { visit: Visit };

/** Answers on visits and meetings; `null` when no visit fits what was asked. */
export function answerVisits(context: Context): Draft | null {
  const { query, store } = context;
  const travel = readTravel(query, store);
  const two = query.ask === 'whether' ? orderOfTwo(context, travel) : null;
  if (two) return { ...two, confidence: 1 };
  const strict = visitHits(context, travel);
  // Where no stop is on record, a place may still be told in the words of a visit ("a stopover in …").
  const loose =
    strict.length === 0 && !asksTravel(query, store) && !query.concepts.has('receive') && !query.concepts.has('meet');
  const together = strict.length === 0 && travel.destinations.length > 1 && !query.alternatives;
  if (together) return answerVisits({ ...context, query: { ...query, alternatives: true } });
  const hits = loose ? visitHits(context, { ...travel, destinations: [] }) : strict;
  const best = hits[0];
  if (!best) return null;
  const top = best.coverage;
  let chosen = hits.filter((hit) => hit.coverage >= top - 0.08);
  chosen = asRole(query, ofKind(query, chosen));
  chosen.sort((a, b) => a.doc.orderDay.localeCompare(b.doc.orderDay));
  if (chosen.length === 0) return null;
  const confidence = chosen.reduce((most, hit) => Math.max(most, hit.coverage), 0);
  const draft = shape(context, travel, chosen);
  return draft && { ...draft, confidence };
}

function visitHits(context: Context, travel: Travel): VisitHit[] {
  const { query, store, ambient } = context;
  return findFacts(query, store, ambient, ['visit']).flatMap((hit) => {
    const { fact } = hit.doc;
    return fact.kind === 'visit' && fitsTravel(fact.data, travel, store) ? [{ ...hit, visit: fact.data }] : [];
  });
}

// "official visits", "a private trip": the kind the record gives, not what one of several sources called it.
function ofKind(query: Query, hits: VisitHit[]): VisitHit[] {
  if (query.ask === 'whether' || query.ask === 'which-of' || query.ask === 'conflict') return hits;
  const text = query.text.join(' ');
  const kinds = (['official', 'private', 'working', 'state', 'multilateral'] as const).filter((kind) =>
    new RegExp(`\\b${kind}\\b (\\w+ )?(visit|visits|trip|trips|one|ones)\\b`).test(text),
  );
  if (kinds.length === 0) return hits;
  const matching = hits.filter((hit) => kinds.some((kind) => kind === hit.visit.kind));
  return matching.length > 0 ? matching : hits;
}

// "as president", "as army chief": only the visits made in that capacity.
function asRole(query: Query, hits: VisitHit[]): VisitHit[] {
  const asked = /\bas (?:the |a |an )?(?:countrys? |countries )?(\w+)/.exec(query.text.join(' '))?.[1];
  if (!asked || /^(of|far|well|such|it|he|she|they|long|soon|yet|part)$/.test(asked)) return hits;
  const stem = stemOf(asked);
  const ordered = [...hits].sort((a, b) => a.doc.orderDay.localeCompare(b.doc.orderDay));
  const held = ordered.filter(
    (hit) =>
      hit.visit.visitor_role
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .some((word) => stemOf(word) === stem) ||
      (hit.visit.counted_as ?? []).some((count) => new RegExp(`\\bas [^.]*\\b${asked}`, 'i').test(count.text)),
  );
  return held.length > 0 ? held : hits;
}

function shape(context: Context, travel: Travel, found: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { query } = context;
  let hits = found;
  const meeting = isAboutMeeting(query, travel);
  if (meeting && query.ask !== 'whether' && !query.concepts.has('expected')) {
    const held = hits.filter((hit) => wasHeld(hit.visit, travel.met));
    if (held.length > 0) hits = held;
  }
  const picked = query.ask === 'whether' ? hits : pick(context, hits, meeting ? travel.met : []);
  if (picked === null) return null;
  if (asksDeparture(query) && ['when', 'whether'].includes(query.ask)) return departureAnswer(context, picked);
  switch (query.ask) {
    case 'how-many':
      return countAnswer(context, travel, hits, meeting);
    case 'whether':
      return whetherAnswer(context, travel, picked, hits, meeting);
    case 'who':
      return whoAnswer(context, travel, picked);
    case 'why':
      return whyAnswer(context, picked);
    case 'how-long':
      return lengthAnswer(context, picked);
    case 'where':
      return whereAnswer(context, picked);
    case 'conflict':
    case 'which-of':
      return detailAnswer(context, picked, true);
    case 'source':
    case 'outcome':
    case 'what':
      return detailAnswer(context, picked, false);
    default:
      return meeting ? meetingAnswer(context, travel, picked) : listAnswer(context, travel, picked);
  }
}

/** Whether the visitor is on record as having met all of these people, not only as expected to. */
function wasHeld(visit: Visit, met: readonly string[]): boolean {
  return met
    .filter((id) => id !== visit.visitor)
    .every((id) => (visit.met ?? []).some((meeting) => meeting.who === id && meeting.status === 'held'));
}

/** Whether it is asked when somebody left or came home. */
export function asksDeparture(query: Query): boolean {
  const text = query.text.join(' ');
  if (/\b(leave|left|leaving) (the|his|her) country\b/.test(text)) return false;
  return /\b(leave|left|leaving|depart|departed|departure|return|returned|returning|(back|fly|flew|go|went|gone|come|came|get|got|head|headed) (back |him |her )?home|(get|got|come|came|go|went|fly|flew) back (home|from|to)\b|back (home|from|in)|home from)\b/.test(
    text,
  );
}

// The day of return is told where the record has it; where it has not, that is no answer.
function departureAnswer(context: Context, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store, query } = context;
  const city = askedCity(query, store);
  const known = hits.filter(
    (hit) =>
      hit.visit.departed !== undefined ||
      (city !== null && hit.visit.places?.some((place) => place.city === city && place.to)),
  );
  const first = known[0];
  if (!first || known.length > 3) return null;
  const lines = known.map((hit) => {
    const stop = city === null ? undefined : hit.visit.places?.find((place) => place.city === city && place.to);
    const left = stop?.to ?? hit.visit.departed ?? '';
    return line(
      sentence(
        `${store.nameOf(hit.visit.visitor)} left ${stop ? store.nameOf(stop.city) : destination(hit.visit, store)} ${onDate(left)}`,
      ),
      [hit.visit.id],
      stop?.sources ?? hit.visit.sources,
    );
  });
  return {
    status: 'answered',
    headline: lines[0] ?? line(''),
    lines: [
      ...lines.slice(1),
      line(sentence(visitSentence(first.visit, store)), [first.visit.id], first.visit.sources),
    ],
    qualifications: [
      ...dateNote(first.visit),
      ...disputesOn(
        known.map((hit) => hit.doc),
        store,
        /departed|duration/,
        2,
      ),
    ],
    verdict: query.ask === 'whether' ? 'yes' : undefined,
  };
}

function isAboutMeeting(query: Query, travel: Travel): boolean {
  return travel.met.length > 0 && (query.concepts.has('meet') || query.concepts.has('receive'));
}

/** First, last or nth of the visits, as the question asks; all of them when it does not. */
function pick(context: Context, hits: VisitHit[], met: readonly string[]): VisitHit[] | null {
  const { order } = context.query;
  if (!order) return hits;
  const sorted = met.length > 0 ? [...hits].sort((a, b) => meetingDay(a, met).localeCompare(meetingDay(b, met))) : hits;
  if (order.kind === 'first') return counted(context, sorted, 1) ?? sorted.slice(0, 1);
  if (order.kind === 'last') return sorted.slice(-1);
  if (order.kind === 'nth') return counted(context, sorted, order.n) ?? nth(sorted, order.n);
  if (order.kind === 'after')
    return sorted.filter((hit) => hit.doc.orderDay > order.day && !order.besides.includes(hit.doc.fact.id)).slice(0, 1);
  return sorted.filter((hit) => hit.doc.orderDay < order.day && !order.besides.includes(hit.doc.fact.id)).slice(-1);
}

function nth(hits: VisitHit[], n: number): VisitHit[] | null {
  const hit = hits[n - 1];
  return hit ? [hit] : null;
}

// Where a source counted ("fifth trip there since the vote"), its count goes before the record's own.
function counted(context: Context, hits: VisitHit[], n: number): VisitHit[] | null {
  const { query } = context;
  if (query.ask === 'whether' || n === 1) return null;
  const word = ordinalWord(n);
  const found = hits.filter((hit) =>
    (hit.visit.counted_as ?? []).some(
      (count) => new RegExp(`\\b${word}\\b`, 'i').test(count.text) && countFits(query, count.text),
    ),
  );
  const closeness = (hit: VisitHit) =>
    Math.max(
      ...(hit.visit.counted_as ?? [])
        .filter((count) => new RegExp(`\\b${word}\\b`, 'i').test(count.text))
        .map((count) => overlap(count.text, query)),
    );
  return found.length > 0 ? [...found].sort((a, b) => closeness(b) - closeness(a)).slice(0, 1) : null;
}

function countFits(query: Query, text: string): boolean {
  const stems = new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .map(stemOf),
  );
  const names = query.names.filter((name) => !name.implied && !name.adjective);
  return names.every(
    (name) =>
      name.text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .some((part) => stems.has(stemOf(part))) || name.ids.length > 1,
  );
}

function meetingDay(hit: VisitHit, met: readonly string[]): string {
  const days = (hit.visit.met ?? [])
    .filter((meeting) => met.includes(meeting.who))
    .map((meeting) => meeting.date ?? hit.doc.orderDay);
  return days.sort()[0] ?? hit.doc.orderDay;
}

const ids = (hits: readonly VisitHit[]): string[] => hits.map((hit) => hit.doc.fact.id);
const sourcesOf = (hits: readonly VisitHit[]): string[] => [...new Set(hits.flatMap((hit) => hit.visit.sources))];

/** The city that was asked about, when one was. */
function askedCity(query: Query, store: Store): string | null {
  for (const name of query.names) {
    if (name.excluded) continue;
    const id = name.ids.find((candidate) => ['city', 'region'].includes(store.entities.get(candidate)?.kind ?? ''));
    if (id) return id;
  }
  return null;
}

/** One visit as a list item: where and when, in what capacity. */
function visitLine(hit: VisitHit, context: Context): Line {
  const { store } = context;
  const { visit } = hit;
  const city = askedCity(context.query, store);
  const stop = city && visit.places?.some((place) => place.city === city) ? stopTime(visit, city) : visitTime(visit);
  const stopPlace =
    city && visit.places?.some((place) => place.city === city)
      ? `${store.nameOf(city)}, ${store.nameOf(visit.country)}`
      : destination(visit, store);
  const who = visit.visitor === store.record.meta.subject ? '' : `${store.nameOf(visit.visitor)}, `;
  const kind =
    visit.kind === 'unknown'
      ? ''
      : `, ${visit.kind === 'multilateral' ? 'for a multilateral meeting' : `${visit.kind} visit`}`;
  const maybe = hit.uncertainDate ? ' (may fall in the period; the day is not known)' : '';
  return line(
    sentence(`${capital(stop)}: ${who}${stopPlace}${kind}, as ${visit.visitor_role}${maybe}`),
    [visit.id],
    visit.sources,
  );
}

function listAnswer(context: Context, travel: Travel, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store, query } = context;
  if (hits.length === 0) return null;
  const single = hits[0];
  const elsewhere = query.ask === 'when' && query.periods.length > 0 ? sameCountry(context, travel, hits) : [];
  if (hits.length === 1 && single) {
    const draft = singleAnswer(context, single);
    return { ...draft, lines: [...draft.lines, ...elsewhere] };
  }
  const lines = [...hits.map((hit) => visitLine(hit, context)), ...elsewhere];
  const text = `${capital(visitCount(hits.length))} ${whose(travel, hits, store)}${towards(query, store)}${periodPhrase(query)} ${hits.length === 1 ? 'is' : 'are'} on record${sinceSplit(context, hits)}`;
  return {
    status: 'answered',
    headline: line(sentence(text), ids(hits), sourcesOf(hits)),
    lines: query.order?.kind === 'last' ? lines.reverse() : lines,
    qualifications: [
      ...cityNotStated(context, travel, hits),
      ...maySame(hits, store),
      ...disputesOn(
        hits.map((hit) => hit.doc),
        store,
        DATE_FIELDS,
        3,
      ),
    ],
  };
}

const DATE_FIELDS = /^(arrived|departed|date|place|duration)/;

function whose(travel: Travel, hits: VisitHit[], store: Store): string {
  const visitors = [...new Set(hits.map((hit) => hit.visit.visitor))];
  if (visitors.length === 1 && visitors[0]) return `by ${store.nameOf(visitors[0])}`;
  if (travel.guestOf.length > 0) return `from ${listOf(travel.guestOf.map(store.nameOf))}`;
  return '';
}

function towards(query: Query, store: Store): string {
  const places = query.names
    .filter(
      (name) =>
        !name.excluded &&
        !name.adjective &&
        ['country', 'city', 'region'].includes(store.entities.get(name.ids[0] ?? '')?.kind ?? ''),
    )
    .map((name) => store.nameOf(name.ids[0] ?? ''));
  return places.length > 0 ? ` to ${listOf([...new Set(places)], query.alternatives ? 'or' : 'and')}` : '';
}

/** The period asked about, as the question named it. */
function periodPhrase(query: Query): string {
  return query.periods.map((period) => ` ${period.text.trim().replace(/\?$/, '')}`).join('');
}

/** Tells the visits since the record's turning point from those before it, when there are both. */
function sinceSplit(context: Context, hits: VisitHit[]): string {
  const { store, query } = context;
  const since = store.record.meta.since ? store.byId.get(store.record.meta.since) : undefined;
  const day = since?.span?.from;
  if (!day || query.periods.length > 0 || since.fact.kind !== 'event') return '';
  const after = hits.filter((hit) => hit.doc.orderDay >= day).length;
  if (after === 0 || after === hits.length) return '';
  return `: ${countWord(hits.length - after)} before the ${since.fact.data.kind} of ${formatDate(day)}, ${countWord(after)} since`;
}

// Trips to the country of the city asked about for which no city is on record are told, not counted.
function cityNotStated(context: Context, travel: Travel, hits: VisitHit[]): string[] {
  const { query, store } = context;
  const city = askedCity(query, store);
  const country = city ? store.containers(city).find((id) => store.entities.get(id)?.kind === 'country') : undefined;
  if (!city || !country) return [];
  const others = store.docs.filter(
    (doc) =>
      doc.fact.kind === 'visit' &&
      doc.fact.data.country === country &&
      (doc.fact.data.places ?? []).length === 0 &&
      fitsTravel(doc.fact.data, { ...travel, destinations: [] }, store) &&
      query.periods.every(
        (period) => (doc.span?.from ?? '') <= (period.to ?? '9999') && (doc.span?.to ?? '9999') >= (period.from ?? ''),
      ) &&
      !hits.some((hit) => hit.doc === doc),
  );
  if (others.length === 0) return [];
  const when = others.map((doc) =>
    doc.fact.kind === 'visit' ? visitTime(doc.fact.data).replace(/^in |^from |^on /, '') : '',
  );
  return [`Also to ${store.nameOf(country)}, city not stated: ${listOf(when)}.`];
}

// Somebody who asks when he was in a city in a year should hear of other trips to that country in it.
function sameCountry(context: Context, travel: Travel, hits: VisitHit[]): Line[] {
  const { query, store } = context;
  const city = askedCity(query, store);
  const country = city ? store.containers(city).find((id) => store.entities.get(id)?.kind === 'country') : undefined;
  if (!city || !country) return [];
  const wider = { ...travel, destinations: [[country]] };
  return store.docs.flatMap((doc) => {
    if (doc.fact.kind !== 'visit' || hits.some((hit) => hit.doc === doc) || !fitsTravel(doc.fact.data, wider, store))
      return [];
    if (!query.periods.every((period) => periodFit(period, doc) > 0) || (doc.fact.data.places ?? []).length === 0)
      return [];
    const visit = doc.fact.data;
    return [
      line(
        sentence(
          `In the same period, without a stop in ${store.nameOf(city)} on record: ${destination(visit, store)} ${visitTime(visit)}`,
        ),
        [visit.id],
        visit.sources,
      ),
    ];
  });
}

function maySame(hits: VisitHit[], store: Store): string[] {
  const pairs = hits.filter((hit) =>
    hit.visit.may_be_same_as?.some((id) => hits.some((other) => other.doc.fact.id === id)),
  );
  if (pairs.length < 2) return [];
  return [
    `${listOf(pairs.map((hit) => `${store.nameOf(hit.visit.visitor)} ${visitTime(hit.visit)}`))} may be one and the same visit.`,
  ];
}

/** One visit told whole: when and where, why, whom he met. */
function singleAnswer(context: Context, hit: VisitHit): Omit<Draft, 'confidence'> {
  const { store, query } = context;
  const { visit } = hit;
  const city = askedCity(query, store);
  const stop = city && visit.places?.some((place) => place.city === city);
  const headline = stop
    ? `${store.nameOf(visit.visitor)} was in ${store.nameOf(city)} ${stopTime(visit, city)}, as ${visit.visitor_role}`
    : visitSentence(visit, store);
  const lines: Line[] = [];
  if (stop && (visit.places?.length ?? 0) > 1)
    lines.push(
      line(sentence(`The trip: ${destination(visit, store)}, ${visitTime(visit)}`), [visit.id], visit.sources),
    );
  lines.push(line(sentence(`Purpose: ${visit.purpose}`), [visit.id], visit.sources));
  lines.push(
    ...metLines(hit, context).slice(0, 4),
    ...relevantStatements(hit, query, 2, ['outcome', 'counted', 'kind']),
  );
  return {
    status: 'answered',
    headline: line(sentence(headline), [visit.id], visit.sources),
    lines,
    qualifications: [...dateNote(visit), ...disputesOn([hit.doc], store, DATE_FIELDS, 3), ...maySame([hit], store)],
  };
}

function dateNote(visit: Visit): string[] {
  return visit.date_note ? [visit.date_note] : [];
}

function metLines(hit: VisitHit, context: Context, only?: readonly string[]): Line[] {
  const { store, query } = context;
  const meetings = (hit.visit.met ?? []).filter((meeting) => !only || only.length === 0 || only.includes(meeting.who));
  const rank = (text: string) => overlap(text, query);
  return meetings
    .filter((meeting) => !query.names.some((name) => name.excluded && name.ids.includes(meeting.who)))
    .map((meeting) => ({ meeting, value: rank(`${store.nameOf(meeting.who)} ${meeting.role ?? ''}`) }))
    .sort((a, b) => b.value - a.value)
    .map(({ meeting }) => {
      const verb = meeting.status === 'held' ? 'Met' : 'Was expected to meet';
      const role = meeting.role ? `, ${meeting.role}` : '';
      const when = meeting.date ? ` ${onDate(meeting.date)}` : '';
      return line(sentence(`${verb} ${store.nameOf(meeting.who)}${role}${when}`), [hit.visit.id], meeting.sources);
    });
}

function overlap(text: string, query: Query): number {
  const stems = new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map(stemOf),
  );
  let value = 0;
  for (const word of query.words) for (const [stem, fit] of word.stems) if (stems.has(stem)) value += fit * word.weight;
  for (const name of query.names) {
    for (const part of name.text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) if (stems.has(stemOf(part))) value += 0.7;
  }
  return value;
}

const ASKED_PART: ReadonlyMap<string, string> = new Map([
  ['outcome', 'outcome'],
  ['why', 'purpose'],
]);

/** What a visit says that bears most on the question's own words. */
function relevantStatements(hit: VisitHit, query: Query, most: number, parts: readonly string[]): Line[] {
  return hit
    .statements()
    .filter((statement) => parts.includes(statement.part))
    .map((statement) => ({
      statement,
      value: overlap(statement.text, query) + (statement.part === ASKED_PART.get(query.ask) ? 2 : 0),
    }))
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ statement }) =>
      line(
        statement.part === 'counted' ? sentence(`Counted as ${statement.text}`) : sentence(capital(statement.text)),
        [hit.visit.id],
        statement.sources,
      ),
    );
}

function meetingAnswer(context: Context, travel: Travel, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store } = context;
  const lines = hits.flatMap((hit) =>
    (hit.visit.met ?? [])
      .filter((meeting) => travel.met.includes(meeting.who))
      .map((meeting) => {
        const when = meeting.date ? onDate(meeting.date) : `during the visit ${visitTime(hit.visit)}`;
        const expected = meeting.status === 'expected' ? ' (expected, not confirmed)' : '';
        return line(
          sentence(
            `${capital(when)}, ${destination(hit.visit, store)}: ${store.nameOf(hit.visit.visitor)} and ${store.nameOf(meeting.who)}${meeting.role ? `, ${meeting.role}` : ''}${expected}`,
          ),
          [hit.visit.id],
          meeting.sources,
        );
      }),
  );
  if (lines.length === 0) return listAnswer(context, travel, hits);
  const single = hits.length === 1 ? hits[0] : undefined;
  if (single) {
    const draft = singleAnswer(context, single);
    return {
      ...draft,
      headline: lines[0] ?? draft.headline,
      lines: [...lines.slice(1), ...draft.lines],
      qualifications: [...draft.qualifications, ...disputesOn([single.doc], store, /met|meeting/, 2)],
    };
  }
  return {
    status: 'answered',
    headline: line(`${capital(countWord(hits.length))} meetings are on record.`, ids(hits), sourcesOf(hits)),
    lines,
    qualifications: disputesOn(
      hits.map((hit) => hit.doc),
      store,
      /met|meeting/,
      3,
    ),
  };
}

function countAnswer(
  context: Context,
  travel: Travel,
  hits: VisitHit[],
  meeting: boolean,
): Omit<Draft, 'confidence'> | null {
  const { store, query } = context;
  const text = query.text.join(' ');
  // "how many people were in his delegation": something else than visits is counted.
  if (
    !meeting &&
    !/\b(times|trip|trips|visit|visits|often|frequently|countries|country|nations|journeys|tours|travels|occasions|capitals|cities|been|abroad)\b/.test(
      text,
    )
  )
    return null;
  const held = meeting ? hits.filter((hit) => wasHeld(hit.visit, travel.met)) : hits;
  if (held.length === 0) return null;
  const countries = /\b(how many|number of) (\w+ )?(countries|nations|states|different countries)\b/.test(text);
  if (countries) {
    const seen = [...new Set(held.map((hit) => hit.visit.country))];
    return {
      status: 'answered',
      headline: line(
        sentence(
          `${capital(countWord(seen.length))} ${seen.length === 1 ? 'country is' : 'countries are'} on record${periodPhrase(query)}: ${listOf(seen.map(store.nameOf))}`,
        ),
        ids(held),
        sourcesOf(held),
      ),
      lines: held.map((hit) => visitLine(hit, context)),
      qualifications: [],
      value: seen.length,
      unit: 'countries',
    };
  }
  const draft = meeting ? meetingAnswer(context, travel, held) : listAnswer(context, travel, held);
  if (!draft) return null;
  const what = meeting ? (held.length === 1 ? 'meeting' : 'meetings') : held.length === 1 ? 'visit' : 'visits';
  const single = held.length === 1;
  const headline =
    single || meeting
      ? line(
          sentence(
            `${capital(countWord(held.length))} ${what}${towards(query, store)}${periodPhrase(query)} ${single ? 'is' : 'are'} on record`,
          ),
          ids(held),
          sourcesOf(held),
        )
      : draft.headline;
  return {
    ...draft,
    headline,
    lines: single ? [visitLine(held[0] as VisitHit, context), ...draft.lines] : draft.lines,
    value: held.length,
    unit: meeting ? 'meetings' : 'visits',
  };
}

function whoAnswer(context: Context, travel: Travel, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store, query } = context;
  const text = query.text.join(' ');
  const asksVisitor =
    travel.travellers.length === 0 &&
    travel.direction === 'inward' &&
    !/\b(received|receive|hosted|host|welcomed|met (him|her|with)|(he|she|they) (met|meet|see|saw))\b/.test(text);
  if (asksVisitor) {
    const names = [...new Set(hits.map((hit) => hit.visit.visitor))];
    const headline =
      hits.length === 1 && hits[0]
        ? visitSentence(hits[0].visit, store)
        : `${capital(countWord(names.length))} ${names.length === 1 ? 'visitor is' : 'visitors are'} on record${periodPhrase(query)}: ${listOf(names.map(store.nameOf))}`;
    const first = hits.length === 1 ? hits[0] : undefined;
    return {
      status: 'answered',
      headline: line(sentence(headline), ids(hits), sourcesOf(hits)),
      lines: first
        ? [
            line(sentence(`Purpose: ${first.visit.purpose}`), [first.visit.id], first.visit.sources),
            ...relevantStatements(first, query, 3, ['outcome', 'counted', 'kind', 'met']),
          ]
        : hits.map((hit) => visitLine(hit, context)),
      qualifications: [
        ...maySame(hits, store),
        ...disputesOn(
          hits.map((hit) => hit.doc),
          store,
          /who|role|place/,
          2,
        ),
      ],
    };
  }
  const lines: Line[] = [];
  const people: string[] = [];
  for (const hit of hits) {
    const met = metLines(hit, context);
    for (const meeting of hit.visit.met ?? [])
      if (meeting.status === 'held' && !query.names.some((n) => n.excluded && n.ids.includes(meeting.who)))
        people.push(meeting.who);
    if (hits.length > 1)
      lines.push(
        line(
          sentence(
            `${capital(visitTime(hit.visit))}, ${destination(hit.visit, store)}: ${met.length === 0 ? 'nobody met is named' : met.map((l) => l.text.replace(/\.$/, '')).join('; ')}`,
          ),
          [hit.visit.id],
          hit.visit.sources,
        ),
      );
    else lines.push(...met);
    if (hit.visit.host && !(hit.visit.met ?? []).some((meeting) => meeting.who === hit.visit.host))
      lines.push(line(`Host: ${store.nameOf(hit.visit.host)}.`, [hit.visit.id], hit.visit.sources));
    if (hits.length === 1) lines.push(...relevantStatements(hit, query, 2, ['outcome', 'role']));
  }
  const known = [...new Set(people)].filter((id) => id !== store.record.meta.subject || travel.direction === 'inward');
  if (known.length === 0 && lines.length === 0) return null;
  const visit = hits[0]?.visit;
  const place = hits.length === 1 && visit ? ` in ${destination(visit, store)} ${visitTime(visit)}` : '';
  const best = lines[0];
  const headline =
    known.length === 0
      ? 'Nobody is named as met'
      : `${hits.length === 1 && visit ? store.nameOf(visit.visitor) : 'He'} met ${listOf(known.map(store.nameOf))}${place}`;
  return {
    status: 'answered',
    headline: line(
      sentence(hits.length > 1 ? `Met on these visits: ${listOf(known.map(store.nameOf))}` : headline),
      ids(hits),
      best?.sources.length ? [...new Set(lines.flatMap((l) => l.sources))] : sourcesOf(hits),
    ),
    lines,
    qualifications: disputesOn(
      hits.map((hit) => hit.doc),
      store,
      /who|met|meeting/,
      4,
    ),
  };
}

function whyAnswer(context: Context, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store, query } = context;
  if (hits.length > 4) return null;
  const lines: Line[] = [];
  for (const hit of hits) {
    const { visit } = hit;
    if (hits.length > 1)
      lines.push(
        line(
          sentence(`${capital(visitTime(visit))}, ${destination(visit, store)}: ${visit.purpose}`),
          [visit.id],
          visit.sources,
        ),
      );
    if (visit.occasions?.length)
      lines.push(line(sentence(`Occasion: ${listOf(visit.occasions.map(store.nameOf))}`), [visit.id], visit.sources));
    lines.push(...relevantStatements(hit, query, 2, ['outcome', 'kind']));
  }
  const first = hits[0];
  if (!first) return null;
  const headline =
    hits.length === 1
      ? `${store.nameOf(first.visit.visitor)} in ${destination(first.visit, store)} ${visitTime(first.visit)}: ${first.visit.purpose}`
      : `The purposes of ${countWord(hits.length)} visits are on record`;
  return {
    status: 'answered',
    headline: line(sentence(headline), ids(hits), sourcesOf(hits)),
    lines,
    qualifications: [
      ...(hits.length === 1 ? dateNote(first.visit) : []),
      ...disputesOn(
        hits.map((hit) => hit.doc),
        store,
        /invitation|announcement|kind/,
        2,
      ),
    ],
  };
}

function lengthAnswer(context: Context, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store } = context;
  if (hits.length > 3) return null;
  const lines: Line[] = [];
  for (const hit of hits) {
    const { visit } = hit;
    const disputed = (visit.disputed ?? []).filter((d) => d.field === 'duration');
    const long =
      visit.departed && visit.departed.length === 10 && visit.arrived.length === 10
        ? daysBetween(visit.arrived, visit.departed) + 1
        : null;
    const name = `${store.nameOf(visit.visitor)} in ${destination(visit, store)}`;
    if (long !== null)
      lines.push(
        line(
          sentence(`${name}: ${long === 1 ? 'one day' : `${countWord(long)} days`}, ${visitTime(visit)}`),
          [visit.id],
          visit.sources,
        ),
      );
    else if (disputed.length > 0)
      lines.push(
        line(
          sentence(`${name} ${visitTime(visit)}: the sources disagree on how long he stayed`),
          [visit.id],
          visit.sources,
        ),
      );
    else if (visit.departed)
      lines.push(
        line(
          sentence(`${name}: until ${formatDate(visit.departed)}; the day of arrival is not on record`),
          [visit.id],
          visit.sources,
        ),
      );
    else if (
      visit.date_note &&
      /\bday|stay|duration|until|several\b/.test(visit.date_note) &&
      hits.length === 1 &&
      visit.places?.some((place) => place.to)
    )
      lines.push(
        line(sentence(`${name} ${visitTime(visit)}; the day of return is not on record`), [visit.id], visit.sources),
      );
  }
  const first = lines[0];
  if (!first) return null;
  return {
    status: 'answered',
    headline: first,
    lines: lines.slice(1),
    qualifications: [
      ...hits.flatMap((hit) => dateNote(hit.visit)),
      ...disputesOn(
        hits.map((hit) => hit.doc),
        store,
        /duration|arrived|departed/,
        4,
      ),
    ],
  };
}

function whereAnswer(context: Context, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store, query } = context;
  const single = hits.length === 1 ? hits[0] : undefined;
  if (single) {
    const { visit } = single;
    const stops = (visit.places ?? []).map((place) =>
      line(sentence(`${store.nameOf(place.city)} ${stopTime(visit, place.city)}`), [visit.id], place.sources),
    );
    return {
      status: 'answered',
      headline: line(sentence(visitSentence(visit, store)), [visit.id], visit.sources),
      lines: [...stops, ...relevantStatements(single, query, 2, ['outcome', 'purpose', 'met'])],
      qualifications: [...dateNote(visit), ...disputesOn([single.doc], store, /place|reception|arrived/, 4)],
    };
  }
  const countries = [...new Set(hits.map((hit) => hit.visit.country))].map(store.nameOf);
  return {
    status: 'answered',
    headline: line(
      sentence(
        `${capital(visitCount(hits.length))}${periodPhrase(query)} ${hits.length === 1 ? 'is' : 'are'} on record, to ${listOf(countries)}`,
      ),
      ids(hits),
      sourcesOf(hits),
    ),
    lines: hits.map((hit) => visitLine(hit, context)),
    qualifications: disputesOn(
      hits.map((hit) => hit.doc),
      store,
      /place/,
      2,
    ),
  };
}

/** What a visit brought, what it was about, what is said of it: the statements that bear on the question come first. */
function detailAnswer(context: Context, hits: VisitHit[], conflict: boolean): Omit<Draft, 'confidence'> | null {
  const { store, query } = context;
  if (hits.length > 6)
    return query.order || query.words.some((word) => !word.optional && word.concepts.length === 0)
      ? null
      : listAnswer(context, readTravel(query, store), hits);
  const lines: Line[] = [];
  for (const hit of hits) {
    if (hits.length > 1) lines.push(line(sentence(visitSentence(hit.visit, store)), [hit.visit.id], hit.visit.sources));
    lines.push(
      ...relevantStatements(hit, query, hits.length > 2 ? 2 : 4, [
        'outcome',
        'purpose',
        'counted',
        'kind',
        'date',
        'role',
      ]),
    );
    if (hits.length === 1) lines.push(...metLines(hit, context).slice(0, 4));
  }
  const first = hits[0];
  if (!first) return null;
  const all = hits.flatMap((hit) => disputes(hit.doc, store));
  const asked = all
    .map((text) => ({ text, value: overlap(text, query) }))
    .sort((a, b) => b.value - a.value)
    .map(({ text }) => text);
  return {
    status: 'answered',
    headline: line(
      sentence(
        hits.length === 1 ? visitSentence(first.visit, store) : `${capital(visitCount(hits.length))} on record fit`,
      ),
      ids(hits),
      sourcesOf(hits),
    ),
    lines,
    qualifications: [
      ...(conflict && all.length === 0 ? ['The record notes no disagreement on this.'] : []),
      ...asked.slice(0, conflict ? 6 : 3),
    ],
  };
}

function whetherAnswer(
  context: Context,
  travel: Travel,
  hits: VisitHit[],
  all: VisitHit[],
  meeting: boolean,
): Omit<Draft, 'confidence'> | null {
  const { query } = context;
  const asksCertainty = query.text.some((norm) => /^(announced|confirmed|certain|sure)$/.test(norm));
  if (meeting && asksCertainty) {
    const expected = all.filter((hit) =>
      (hit.visit.met ?? []).some((m) => travel.met.includes(m.who) && m.status === 'expected'),
    );
    const draft = meetingAnswer(context, travel, expected.length > 0 ? expected : all);
    if (draft && expected.length > 0)
      return {
        ...draft,
        qualifications: [
          'At the time the meeting was expected; it had not been announced.',
          ...draft.qualifications,
          ...expected.flatMap((hit) => dateNote(hit.visit)),
        ],
        verdict: query.negated ? 'yes' : 'no',
      };
  }
  if (query.claimedOrdinal !== null) {
    const ordinal = ordinalAnswer(context, all, query.claimedOrdinal);
    if (ordinal) return ordinal;
  }
  const kind = kindAnswer(context, hits);
  if (kind) return kind;
  const base = meeting
    ? meetingAnswer(context, travel, hits)
    : hits.length === 1 && hits[0]
      ? singleAnswer(context, hits[0])
      : listAnswer(context, travel, hits);
  if (!base) return null;
  if (meeting) {
    if (!hits.some((hit) => wasHeld(hit.visit, travel.met)))
      return {
        ...base,
        qualifications: ['The meeting was expected; that it took place is not on record.', ...base.qualifications],
      };
  }
  if (hits.every((hit) => hit.uncertainDate))
    return {
      ...base,
      qualifications: [
        'Whether it fell in that time is not known: the record dates it less precisely.',
        ...base.qualifications,
      ],
    };
  return { ...base, verdict: 'yes' };
}

// "did he go to A before B": the first visit to each, within the period asked about.
function orderOfTwo(context: Context, travel: Travel): Omit<Draft, 'confidence'> | null {
  const { query, store } = context;
  const text = query.text.join(' ');
  const relation = /\b(before|earlier than|sooner than|after|later than)\b/.exec(text);
  const places = query.names.filter(
    (name) =>
      !name.excluded &&
      !name.implied &&
      ['country', 'city', 'region'].includes(store.entities.get(name.ids[0] ?? '')?.kind ?? ''),
  );
  const [one, two] = places;
  if (!relation || places.length !== 2 || !one || !two) return null;
  const wordAt = query.text.findIndex((norm, at) => at > one.start && at < two.start && relation[0].startsWith(norm));
  if (wordAt < 0) return null;
  const first = (ids: readonly string[]) =>
    store.docs
      .filter(
        (doc) =>
          doc.fact.kind === 'visit' &&
          fitsTravel(doc.fact.data, { ...travel, destinations: [[...ids]] }, store) &&
          query.periods.every((period) => periodFit(period, doc) > 0),
      )
      .sort((a, b) => a.orderDay.localeCompare(b.orderDay))[0];
  const [a, b] = [first(one.ids), first(two.ids)];
  if (a?.fact.kind !== 'visit' || b?.fact.kind !== 'visit') return null;
  const earlier = a.orderDay < b.orderDay;
  const yes = /before|earlier|sooner/.test(relation[0]) ? earlier : !earlier;
  const [older, newer] = earlier ? [a.fact.data, b.fact.data] : [b.fact.data, a.fact.data];
  return {
    status: 'answered',
    headline: line(
      sentence(
        `${yes ? 'Yes' : 'No'}: ${destination(older, store)} came first, ${visitTime(older)}; ${destination(newer, store)} followed ${visitTime(newer)}`,
      ),
      [older.id, newer.id],
      [...new Set([...older.sources, ...newer.sources])],
    ),
    lines: [],
    qualifications: [],
    verdict: yes ? 'yes' : 'no',
  };
}

// "was it an official visit": the record's kind settles it.
function kindAnswer(context: Context, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { query } = context;
  const asked = (['official', 'private', 'working', 'state', 'multilateral'] as const).filter(
    (kind) => query.text.includes(kind) || (kind === 'official' && query.text.includes('officially')),
  );
  const hit = hits.length === 1 ? hits[0] : undefined;
  if (asked.length !== 1 || !hit || hit.visit.kind === 'unknown' || query.text.includes('announced')) return null;
  const draft = singleAnswer(context, hit);
  const note = hit.visit.kind_note ? ` ${sentence(hit.visit.kind_note)}` : '';
  const fits = hit.visit.kind === asked[0];
  return {
    ...draft,
    headline: line(
      `${sentence(`The record has it as ${/^[aeiou]/.test(hit.visit.kind) ? 'an' : 'a'} ${hit.visit.kind} visit`)}${note}`,
      [hit.visit.id],
      hit.visit.sources,
    ),
    qualifications: [...disputesOn([hit.doc], context.store, /kind/, 3), ...draft.qualifications],
    verdict: fits ? 'yes' : 'no',
  };
}

// "was it his third visit since …": what sources counted decides; else the place in the record's own list.
function ordinalAnswer(context: Context, hits: VisitHit[], claimed: number): Omit<Draft, 'confidence'> | null {
  const { query } = context;
  const dated = query.periods.some(
    (period) => ['day', 'month', 'year'].includes(period.grain) && period.event === undefined,
  );
  const hit = hits.length === 1 ? hits[0] : dated ? hits.at(-1) : hits[0];
  if (!hit) return null;
  const counts = (hit.visit.counted_as ?? [])
    .map((count) => ({ ...count, n: ordinalIn(count.text), value: overlap(count.text, query) }))
    .sort((a, b) => b.value - a.value);
  const same = counts.filter((count) => count.n === claimed);
  const other = counts.filter((count) => count.n !== null && count.n !== claimed);
  if (same.length === 0 && other.length === 0) return null;
  const draft = singleAnswer(context, hit);
  const told = (list: typeof counts) =>
    list.map((count) => line(sentence(`Counted as ${count.text}`), [hit.visit.id], count.sources));
  const yes = same.length > 0 && (other.length === 0 || (same[0]?.value ?? 0) >= (other[0]?.value ?? 0));
  const first = (yes ? same : other)[0];
  return {
    ...draft,
    headline: line(
      sentence(`${yes ? 'Yes' : 'No'}: it is counted as ${first?.text ?? ''}`),
      [hit.visit.id],
      first?.sources ?? hit.visit.sources,
    ),
    lines: [...told(yes ? other : same), ...draft.lines],
    qualifications: [
      ...disputesOn([hit.doc], context.store, /counted|visits|trips|meetings/, 3),
      ...draft.qualifications,
    ],
    verdict: yes ? 'yes' : 'no',
  };
}

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

function ordinalIn(text: string): number | null {
  const word = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((part) => ORDINALS.includes(part));
  return word ? ORDINALS.indexOf(word) + 1 : null;
}
