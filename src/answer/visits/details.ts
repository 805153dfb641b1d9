import { readTravel } from '../../find/traveller.ts';
import type { Line } from '../answer.ts';
import { disputes, disputesOn } from '../disputes.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { visitCount, visitSentence } from '../lines.ts';
import { capital, countWord, destination, listOf, sentence, stopTime, visitTime } from '../phrases.ts';
import { ids, sourcesOf, type VisitHit } from './find.ts';
import { listAnswer, periodPhrase, visitLine } from './list.ts';
import { dateNote } from './single.ts';
import { metLines, overlap, relevantStatements } from './statements.ts';

/** What the visits were for; `null` when there are too many to tell. */
export function whyAnswer(context: Context, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
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

/** Where the visits led: the stops of one, or the countries of several. */
export function whereAnswer(context: Context, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
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
export function detailAnswer(context: Context, hits: VisitHit[], conflict: boolean): Omit<Draft, 'confidence'> | null {
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
