import { phraseKey } from '../../text.ts';
import type { Reader } from '../../question/read.ts';
import { agendaOf } from './agenda.ts';
import { onComparisons, onDeliveries, onItem, onRankings, onSupplier } from './on-arms.ts';
import { onEvent, onTimes, onTurningPoint } from './on-events.ts';
import { onMeasure, onVote, onVoter } from './on-measures.ts';
import { onName } from './on-names.ts';
import { onGuests, onMeetings, onTravels, onVisit, onYears } from './on-visits.ts';
import { byPronoun, grouped, type Offer } from './question.ts';

export function* poolOf(reader: Reader): Generator<Offer> {
  const { store } = reader;
  const { record } = store;
  const usable = (id: string) => {
    const alias = reader.names.exact.get(phraseKey(store.nameOf(id)).replaceAll(' ', ''));
    return alias !== undefined && alias.entities.length === 1 && alias.entities[0] === id && alias.weak !== 'always';
  };
  const naming = byPronoun(store, usable);
  const agenda = agendaOf(store);
  for (const id of agenda.trips.keys()) yield* onTravels(id, naming);
  for (const visit of agenda.visits) yield* onVisit(visit, naming);
  yield* onYears(record.meta.subject, naming);
  yield* onMeetings(naming);
  yield* onGuests(naming);
  for (const id of agenda.figures.keys()) yield* onSupplier(id, naming);
  yield* onComparisons(naming);
  yield* onRankings(naming);
  for (const id of agenda.deliveries.keys()) yield* onItem(id, naming);
  for (const [id, list] of grouped([...agenda.deliveries.values()].flat(), (d) => [d.supplier])) yield* onDeliveries(id, list, naming);
  for (const m of record.measures) yield* onVote(m, naming);
  for (const [id, list] of agenda.votes) yield* onVoter(id, list, naming);
  for (const m of record.measures) yield* onMeasure(m, naming);
  for (const e of agenda.events) yield* onEvent(e);
  yield* onTimes(naming);
  yield* onTurningPoint(naming);
  for (const e of record.entities) yield* onName(e, naming);
}
