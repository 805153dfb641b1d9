import { periodFit, plannedPeriod } from '../../find/fits.ts';
import { fitsTravel, type Travel } from '../../find/traveller.ts';
import type { Query } from '../../question/query.ts';
import type { Store } from '../../record/store.ts';
import type { Line } from '../answer.ts';
import { formatDate } from '../dates.ts';
import { disputesOn } from '../disputes.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { visitCount } from '../lines.ts';
import { capital, countWord, destination, listOf, sentence, stopTime, visitTime } from '../phrases.ts';
import { askedCity, ids, sourcesOf, type VisitHit } from './find.ts';
import { DATE_FIELDS, maySame, singleAnswer } from './single.ts';

/** The answer that lists the visits, or tells the only one whole. */
export function listAnswer(context: Context, travel: Travel, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
  const { store, query } = context;
  if (hits.length === 0) return null;
  const single = hits[0];
  const elsewhere = query.ask === 'when' && query.periods.length > 0 ? sameCountry(context, travel, hits) : [];
  if (hits.length === 1 && single) {
    const draft = singleAnswer(context, single);
    return { ...draft, lines: [...draft.lines, ...elsewhere] };
  }
  const lines = [...hits.map((hit) => visitLine(hit, context)), ...elsewhere];
  const text = `${capital(visitCount(hits.length))}${whose(travel, hits, store)}${towards(query, store)}${periodPhrase(query)} ${hits.length === 1 ? 'is' : 'are'} on record${sinceSplit(context, hits)}`;
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

/** One visit as a list item: where and when, in what capacity. */
export function visitLine(hit: VisitHit, context: Context): Line {
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

function whose(travel: Travel, hits: VisitHit[], store: Store): string {
  const visitors = [...new Set(hits.map((hit) => hit.visit.visitor))];
  if (visitors.length === 1 && visitors[0]) return ` by ${store.nameOf(visitors[0])}`;
  if (travel.guestOf.length > 0) return ` from ${listOf(travel.guestOf.map(store.nameOf))}`;
  return '';
}

/** The places asked about, as "to …", or nothing when none was named. */
export function towards(query: Query, store: Store): string {
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
export function periodPhrase(query: Query): string {
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
  const others = store
    .naming(country, 'visit')
    .filter(
      (doc) =>
        doc.fact.kind === 'visit' &&
        doc.fact.data.country === country &&
        (doc.fact.data.places ?? []).length === 0 &&
        fitsTravel(doc.fact.data, { ...travel, destinations: [] }, store) &&
        query.periods.every(
          (period) =>
            (doc.span?.from ?? '') <= (period.to ?? '9999') && (doc.span?.to ?? '9999') >= (period.from ?? ''),
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
  return store.naming(country, 'visit').flatMap((doc) => {
    if (doc.fact.kind !== 'visit' || hits.some((hit) => hit.doc === doc) || !fitsTravel(doc.fact.data, wider, store))
      return [];
    if (
      !query.periods.every((period) => periodFit(plannedPeriod(period), doc.index, store) > 0) ||
      (doc.fact.data.places ?? []).length === 0
    )
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
