import { asksTravel, readTravel, type Travel } from '../find/traveller.ts';
import type { Context, Draft } from './draft.ts';
import { orderOfTwo } from './visits/before-after.ts';
import { countAnswer } from './visits/count.ts';
import { asksDeparture, departureAnswer, lengthAnswer } from './visits/dates.ts';
import { detailAnswer, whereAnswer, whyAnswer } from './visits/details.ts';
import { asRole, inOffice, ofKind, type VisitHit, visitHits } from './visits/find.ts';
import { listAnswer } from './visits/list.ts';
import { isAboutMeeting, meetingAnswer, wasHeld } from './visits/meetings.ts';
import { pick } from './visits/order.ts';
import { whetherAnswer } from './visits/whether.ts';
import { whoAnswer } from './visits/who.ts';

export { asksDeparture } from './visits/dates.ts';

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
  chosen = inOffice(query, travel, asRole(query, ofKind(query, chosen), store));
  chosen.sort((a, b) => a.doc.orderDay.localeCompare(b.doc.orderDay));
  if (chosen.length === 0) return null;
  const confidence = chosen.reduce((most, hit) => Math.max(most, hit.coverage), 0);
  const draft = shape(context, travel, chosen);
  return draft && { ...draft, confidence };
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
  if (picked === null || picked.length === 0) return null;
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
    case 'which-of':
      // "did she meet Ada Orr or Bo Lund": the meetings themselves say whom.
      return meeting ? meetingAnswer(context, travel, picked) : detailAnswer(context, picked, true);
    case 'conflict':
      return detailAnswer(context, picked, true);
    case 'source':
    case 'outcome':
    case 'what':
      return detailAnswer(context, picked, false);
    default:
      return meeting ? meetingAnswer(context, travel, picked) : listAnswer(context, travel, picked);
  }
}
