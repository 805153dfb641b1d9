import type { Reader } from '../../question/read.ts';
import type { Entity, Measure, Visit } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';
import { phraseKey } from '../../text.ts';
import { type Agenda, agendaOf, type Groups } from './agenda.ts';
import { onBuyer, onCategory, onComparisons, onItem, onRankings, onSupplier } from './on-arms.ts';
import { onEvent, onEventMonths, onEventYears } from './on-events.ts';
import { onMeasures, onVote, onVoter } from './on-measures.ts';
import { onName } from './on-names.ts';
import { onGuests, onMeetings, onPlace, onVisit, onYears, placesOf } from './on-visits.ts';
import { byPronoun, type Naming, type Offer } from './question.ts';

/** The longest question that is offered, in UTF-16 units: Discord takes no longer choice. */
const LONGEST_OFFER = 100;

/**
 * All whole questions that a record should answer, those first that more people will ask, every kind early on; each text
 * once. Made as they are taken: a record a hundred times larger need not be gone through at once.
 */
export function* offersOf(reader: Reader): Generator<Offer> {
  const { store } = reader;
  const usable = new Map<string, boolean>();
  const naming = byPronoun(store, (id) => {
    const known = usable.get(id);
    if (known !== undefined) return known;
    const found = isPlain(id, reader);
    usable.set(id, found);
    return found;
  });
  const taken = new Set<string>();
  for (const offer of inTurns(sourcesOf(naming))) {
    if (offer.text.length > LONGEST_OFFER || taken.has(offer.text)) continue;
    taken.add(offer.text);
    yield offer;
  }
}

/** Whether people would type the name of an entity as it is, and it then stands for that alone and is no everyday word. */
function isPlain(id: string, { names, store }: Reader): boolean {
  if (/[()]/.test(store.nameOf(id))) return false;
  const alias = names.exact.get(phraseKey(store.nameOf(id)).replaceAll(' ', ''));
  return alias !== undefined && alias.entities.length === 1 && alias.entities[0] === id && alias.weak !== 'always';
}

/** Where questions come from, and how many of each are taken in a turn. */
type Source = { offers: Iterator<Offer>; share: number };

function sourcesOf(naming: Naming): Source[] {
  const { store } = naming;
  const { subject } = store.record.meta;
  const agenda = agendaOf(store);
  const each = function* <T>(values: Iterable<T>, offersOn: (value: T) => Iterable<Offer>): Generator<Offer> {
    for (const value of values) yield* offersOn(value);
  };
  // Each put in order when it is its turn, and its facts read one key at a time.
  const longest = <T>(
    groups: Groups<T>,
    offersOn: (key: string, facts: readonly T[]) => Iterable<Offer>,
  ): Generator<Offer> =>
    each(
      groups.sizes().sort((a, b) => b[1] - a[1]),
      ([key]) => offersOn(key, groups.get(key) ?? []),
    );
  const onPlaces = (visitor: string) =>
    each(placesOf(visitor, naming), ([place, here]) => onPlace(visitor, place, here, naming));
  const visits = function* (isWanted: (visit: Visit) => boolean): Generator<Offer> {
    for (const visit of agenda.latest('visit')) if (isWanted(visit)) yield* onVisit(visit, naming);
  };
  return [
    { share: 12, offers: onPlaces(subject) },
    { share: 6, offers: onYears(subject, naming) },
    { share: 6, offers: longest(agenda.company, (person, met) => onMeetings(person, met, naming)) },
    { share: 6, offers: visits(({ visitor }) => visitor === subject) },
    { share: 2, offers: longest(agenda.trips, (id) => (id === subject ? [] : onPlaces(id))) },
    { share: 3, offers: visits(({ visitor }) => visitor !== subject) },
    { share: 1, offers: onGuests(naming) },
    { share: 8, offers: longest(agenda.amounts, (id) => onSupplier(id, naming)) },
    { share: 2, offers: longest(agenda.deliveries, (id) => onSupplier(id, naming)) },
    { share: 1, offers: onBuyer(naming)[Symbol.iterator]() },
    { share: 2, offers: onComparisons(naming)[Symbol.iterator]() },
    { share: 2, offers: onRankings(naming)[Symbol.iterator]() },
    { share: 6, offers: longest(agenda.items, (id) => onItem(id, naming)) },
    { share: 1, offers: longest(agenda.categories, (id) => onCategory(id, naming)) },
    { share: 3, offers: longest(agenda.votes, (id, measures) => onVoter(id, measures, naming)) },
    { share: 3, offers: each(votesOf(agenda), (measure) => onVote(measure, naming)) },
    { share: 3, offers: longest(agenda.measures, (body, measures) => onMeasures(body, measures, naming)) },
    { share: 2, offers: onEventMonths(naming)[Symbol.iterator]() },
    { share: 1, offers: onEventYears(naming)[Symbol.iterator]() },
    { share: 3, offers: each(agenda.latest('event'), onEvent) },
    { share: 8, offers: each(mostUsed(store), (entity) => onName(entity, naming)) },
  ];
}

/** Each vote once, by the states whose votes are on record. */
function* votesOf({ votes }: Agenda): Generator<Measure> {
  const taken = new Set<string>();
  for (const [state] of votes.sizes()) {
    for (const measure of votes.get(state) ?? []) {
      if (!taken.has(measure.id)) yield measure;
      taken.add(measure.id);
    }
  }
}

/** The entities of a record, those first that most facts are about; who published them does not count. */
function mostUsed({ record, facts }: Store): Entity[] {
  const uses = new Map<string, number>();
  for (const { fields } of facts) for (const id of fields.keys()) uses.set(id, (uses.get(id) ?? 0) + 1);
  return [...record.entities].sort((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0));
}

/** Takes from every source its share, turn after turn, until all are empty. */
function* inTurns(sources: readonly Source[]): Generator<Offer> {
  let open = [...sources];
  while (open.length > 0) {
    const left: Source[] = [];
    for (const source of open) {
      let count = 0;
      let next = source.offers.next();
      while (!next.done) {
        yield next.value;
        count += 1;
        if (count === source.share) break;
        next = source.offers.next();
      }
      if (!next.done) left.push(source);
    }
    open = left;
  }
}
