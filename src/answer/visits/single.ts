import type { Visit } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';
import type { Line } from '../answer.ts';
import { disputesOn } from '../disputes.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { visitSentence } from '../lines.ts';
import { destination, listOf, sentence, stopTime, visitTime } from '../phrases.ts';
import { askedCity, type VisitHit } from './find.ts';
import { metLines, relevantStatements } from './statements.ts';

/** One visit told whole: when and where, why, whom he met. */
export function singleAnswer(context: Context, hit: VisitHit): Omit<Draft, 'confidence'> {
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

/** What the record notes on the dates of a visit, if anything. */
export function dateNote(visit: Visit): string[] {
  return visit.date_note ? [visit.date_note] : [];
}

/** A note that two of the visits may be one and the same, when the record says so. */
export function maySame(hits: VisitHit[], store: Store): string[] {
  const pairs = hits.filter((hit) =>
    hit.visit.may_be_same_as?.some((id) => hits.some((other) => other.doc.fact.id === id)),
  );
  if (pairs.length < 2) return [];
  return [
    `${listOf(pairs.map((hit) => `${store.nameOf(hit.visit.visitor)} ${visitTime(hit.visit)}`))} may be one and the same visit.`,
  ];
}

/** The disputed fields that bear on when and where a visit was. */
export const DATE_FIELDS = /^(arrived|departed|date|place|duration)/;
