import type { Travel } from '../../find/traveller.ts';
import type { Query } from '../../question/query.ts';
import type { Visit } from '../../record/schema.ts';
import { disputesOn } from '../disputes.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { capital, countWord, destination, onDate, sentence, visitTime } from '../phrases.ts';
import { ids, sourcesOf, type VisitHit } from './find.ts';
import { listAnswer } from './list.ts';
import { singleAnswer } from './single.ts';

/** Whether the question is about a meeting with somebody it names. */
export function isAboutMeeting(query: Query, travel: Travel): boolean {
  return travel.met.length > 0 && (query.concepts.has('meet') || query.concepts.has('receive'));
}

/** Whether the visitor is on record as having met all of these people, not only as expected to. */
export function wasHeld(visit: Visit, met: readonly string[]): boolean {
  return met
    .filter((id) => id !== visit.visitor)
    .every((id) => (visit.met ?? []).some((meeting) => meeting.who === id && meeting.status === 'held'));
}

/** The answer that tells the meetings with the people asked about. */
export function meetingAnswer(context: Context, travel: Travel, hits: VisitHit[]): Omit<Draft, 'confidence'> | null {
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
    headline: line(`${capital(countWord(lines.length))} meetings are on record.`, ids(hits), sourcesOf(hits)),
    lines,
    qualifications: disputesOn(
      hits.map((hit) => hit.doc),
      store,
      /met|meeting/,
      3,
    ),
  };
}
