import type { Delivery, Event, Figure, Measure, Ranking, Visit } from '../../record/schema.ts';
import type { Doc } from '../../record/store.ts';
import { agendaOf, beginningOf, heldWith } from './agenda.ts';
import { onComparisons, onItem, onRankings, onSupplier } from './on-arms.ts';
import { onEvent, onMonth } from './on-events.ts';
import { onMeasures, onVote } from './on-measures.ts';
import { onName } from './on-names.ts';
import { onMeetings, onPlace, onVisit } from './on-visits.ts';
import type { Naming, Offer } from './question.ts';

/** What may be asked next of a fact, that which lies nearest first: of itself, of whom it names, of the fact after it. */
export function nextOn(doc: Doc, naming: Naming): Offer[] {
  const { fact } = doc;
  switch (fact.kind) {
    case 'visit':
      return afterVisit(fact.data, naming);
    case 'event':
      return afterEvent(fact.data, naming);
    case 'figure':
      return afterFigure(fact.data, naming);
    case 'delivery':
      return afterDelivery(fact.data, naming);
    case 'ranking':
      return afterRanking(fact.data, naming);
    case 'measure':
      return afterMeasure(fact.data, naming);
    case 'entity':
      return inTurn(afterName(fact.id, naming), ...factsOn(fact.id, naming).map((other) => nextOn(other, naming)));
  }
}

/** Takes one of each list in turn. */
function inTurn(...lists: (readonly Offer[])[]): Offer[] {
  const most = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

function afterVisit(visit: Visit, naming: Naming): Offer[] {
  const { store } = naming;
  const agenda = agendaOf(store);
  const { visitor, country } = visit;
  const { subject } = store.record.meta;
  const trips = agenda.trips.get(visitor) ?? [];
  const following = trips[trips.findIndex(({ id }) => id === visit.id) + 1];
  const partner = visitor === subject ? heldWith(visit)[0] : visitor;
  const meetings = partner === undefined ? [] : onMeetings(partner, agenda.company.get(partner) ?? [], naming);
  const there = onPlace(
    visitor,
    country,
    trips.filter((trip) => trip.country === country),
    naming,
  );
  // Whether the visit was is not asked again.
  const own = onVisit(visit, naming).filter(({ family }) => family !== 'visit-whether');
  const last = meetings.filter(({ family }) => family === 'met-last');
  const count = there.filter(({ family }) => family === 'visit-count');
  const later =
    following === undefined ? [] : onVisit(following, naming).filter(({ family }) => family === 'visit-why');
  // Why the next one was is another question than why this one was.
  const [next] = later.map((offer) => ({ ...offer, family: 'visit-next' }));
  return [...inTurn(own.slice(0, 2), [...last, ...count]), ...(next ? [next] : []), ...own.slice(2)];
}

function afterEvent(event: Event, naming: Naming): Offer[] {
  const { store } = naming;
  const next = agendaOf(store).eventAfter(event);
  const actors = event.actors
    .filter((id) => id !== store.record.meta.subject)
    .flatMap((id) => store.entities.get(id) ?? []);
  const people = actors.filter(({ kind }) => kind === 'person');
  const names = [...people, ...actors.filter(({ kind }) => kind !== 'person')].flatMap(
    (entity) => onName(entity, naming)[0] ?? [],
  );
  return inTurn(names, [...onMonth(beginningOf(event), naming), ...(next === undefined ? [] : onEvent(next))]);
}

function afterFigure(figure: Figure, naming: Naming): Offer[] {
  const { supplier } = figure;
  const sold = onSupplier(supplier, naming).filter(({ facts }) => !facts.includes(figure.id));
  const against = onComparisons(naming).filter(({ entities }) => entities.includes(supplier));
  return inTurn(
    against,
    sold.filter(({ family }) => family === 'supplier-items' || family === 'share'),
    sold.filter(({ family }) => family === 'sold-years'),
    against.length > 0 ? [] : onComparisons(naming),
  );
}

function afterDelivery(delivery: Delivery, naming: Naming): Offer[] {
  const sold = onSupplier(delivery.supplier, naming);
  return inTurn(
    onItem(delivery.item, naming),
    sold.filter(({ family }) => family === 'supplier-items' || family === 'sold'),
  );
}

function afterRanking(ranking: Ranking, naming: Naming): Offer[] {
  const [first = ''] = ranking.order;
  const pairs = onComparisons(naming).filter(({ entities }) => entities.every((id) => ranking.order.includes(id)));
  const sold = ranking.order.flatMap((id) => onSupplier(id, naming).slice(0, 1));
  const others = onRankings(naming).filter(({ facts }) => facts.length > 0 && !facts.includes(ranking.id));
  return inTurn(pairs, sold, others, onSupplier(first, naming).slice(1, 2));
}

function afterMeasure(measure: Measure, naming: Naming): Offer[] {
  if (measure.votes) return onVote(measure, naming);
  const others = agendaOf(naming.store).measures.get(measure.body) ?? [];
  return inTurn(onMeasures(measure.body, others, naming), onMonth(measure.date, naming));
}

function afterName(id: string, naming: Naming): Offer[] {
  const { store } = naming;
  const entity = store.entities.get(id);
  if (entity === undefined) return [];
  const agenda = agendaOf(store);
  const { subject, home } = store.record.meta;
  const visits = (place: string) => (agenda.trips.get(subject) ?? []).filter((trip) => reaches(trip, place));
  switch (entity.kind) {
    case 'person': {
      const trips = agenda.trips.get(id) ?? [];
      const here = trips.filter(({ country }) => country === home);
      const latest = trips.at(-1);
      return inTurn(
        onMeetings(id, agenda.company.get(id) ?? [], naming),
        onPlace(id, home, here, naming),
        latest === undefined ? [] : onVisit(latest, naming),
        onName(entity, naming).slice(1),
      );
    }
    case 'country':
    case 'city': {
      const here = visits(id);
      return inTurn(onPlace(subject, id, here, naming), onSupplier(id, naming));
    }
    case 'weapon':
    case 'weapon-category':
      return onItem(id, naming);
    default:
      return onName(entity, naming);
  }
}

/** How many facts that name somebody or something are gone on from. */
const MOST_FACTS = 2;

/** Visits and events with somebody or something, by their place in the record. */
function factsOn(id: string, { store }: Naming): Doc[] {
  const found: Doc[] = [];
  for (const index of store.byEntity.get(id) ?? []) {
    const doc = store.docs[index];
    if ((doc?.fact.kind === 'visit' || doc?.fact.kind === 'event') && doc.fields.has(id)) found.push(doc);
    if (found.length === MOST_FACTS) break;
  }
  return found;
}

function reaches(visit: Visit, place: string): boolean {
  return visit.country === place || (visit.places ?? []).some(({ city }) => city === place);
}
