import type { Travel } from '../../find/traveller.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { capital, countWord, listOf, sentence } from '../phrases.ts';
import { ids, sourcesOf, type VisitHit } from './find.ts';
import { listAnswer, periodPhrase, towards, visitLine } from './list.ts';
import { meetingAnswer, wasHeld } from './meetings.ts';

/** The number of visits, countries or meetings asked about, with the list; `null` when something else is counted. */
export function countAnswer(
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
