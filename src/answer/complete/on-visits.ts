import type { Visit } from '../../record/schema.ts';
import { agendaOf, heldWith } from './agenda.ts';
import { grouped, idsOf, inMonth, type Naming, type Offer, whose } from './question.ts';

/** What may be asked of one visit, each time with its country and month, so that the question stands alone. */
export function onVisit(visit: Visit, naming: Naming): Offer[] {
  const { store } = naming;
  const { visitor, country } = visit;
  if (!naming.usable(country) || !naming.usable(visitor)) return [];
  const who = naming.who(visitor);
  const isGuest = country === store.record.meta.home;
  const there = `${store.nameOf(country)} ${inMonth(visit.arrived)}`;
  const entities = [visitor, country, ...(visit.places ?? []).map(({ city }) => city)];
  const offers: Offer[] = [];
  const add = (family: string, text: string, others: readonly string[] = []) =>
    offers.push({ text, family, facts: [visit.id], entities: [...entities, ...others] });
  const met = heldWith(visit);
  if (met.length > 0) add('visit-who', `who did ${who} meet in ${there}`, met);
  add('visit-why', `why did ${who} ${isGuest ? 'come' : 'go'} to ${there}`);
  if (hasLength(visit)) add('visit-length', `how long was ${who} in ${there}`);
  if (visit.outcomes?.length) add('visit-outcome', `what came of ${whose(who)} visit to ${there}`);
  add('visit-whether', `did ${who} visit ${there}`);
  if (visit.disputed?.length) add('visit-conflict', `do sources agree on ${whose(who)} visit to ${there}`);
  add('visit-source', `sources for ${whose(who)} visit to ${there}`);
  return offers;
}

/** Whether the record says how long a visit was: by both days, or by what sources say against each other. */
function hasLength(visit: Visit): boolean {
  const isDated = visit.arrived.length === 10 && visit.departed?.length === 10;
  return isDated || (visit.disputed ?? []).some(({ field }) => field === 'duration');
}

/** What may be asked of somebody's travels to one country or city, of which `here` are all on record. */
export function onPlace(visitor: string, place: string, here: readonly Visit[], naming: Naming): Offer[] {
  const { store } = naming;
  if (here.length === 0 || !naming.usable(visitor) || !naming.usable(place)) return [];
  const who = naming.who(visitor);
  const name = store.nameOf(place);
  const offers: Offer[] = [];
  const add = (family: string, text: string, about: readonly Visit[] = here) =>
    offers.push({ text, family, facts: idsOf(about), entities: [visitor, place] });
  if (place === store.record.meta.home) {
    add('guest-when', `when did ${who} come to ${name}`);
    return offers;
  }
  add('visit-when', `when did ${who} visit ${name}`);
  add('visit-count', `how many times has ${who} been to ${name}`);
  if (here.some((visit) => heldWith(visit).length > 0)) add('place-who', `who did ${who} meet in ${name}`);
  add('visit-did', `did ${who} visit ${name}`);
  if (here.length > 1) {
    add('visit-last', `when was ${who} last in ${name}`, here.slice(-1));
    add('visit-list', `list ${whose(who)} visits to ${name}`);
    add('visit-first', `when did ${who} first visit ${name}`, here.slice(0, 1));
    for (const [year, then] of [...grouped(here, ({ arrived }) => [arrived.slice(0, 4)])].reverse()) {
      add('visit-when-year', `when did ${who} visit ${name} in ${year}`, then);
    }
  }
  return offers;
}

/** The countries and cities that somebody visited, those most often visited first, each with the visits. */
export function placesOf(visitor: string, naming: Naming): [place: string, here: Visit[]][] {
  const trips = agendaOf(naming.store).trips.get(visitor) ?? [];
  const places = grouped(trips, (visit) => [visit.country, ...(visit.places ?? []).map(({ city }) => city)]);
  return [...places].sort((a, b) => b[1].length - a[1].length);
}

/** What may be asked of somebody's travels abroad as a whole and by year and month, the latest first. */
export function* onYears(visitor: string, naming: Naming): Generator<Offer> {
  const { store } = naming;
  const { home, since } = store.record.meta;
  const visits = (agendaOf(store).trips.get(visitor) ?? []).filter(({ country }) => country !== home).reverse();
  if (!naming.usable(visitor) || visits.length === 0) return;
  const who = naming.who(visitor);
  const offer = (family: string, text: string, about: readonly Visit[]): Offer => ({
    text,
    family,
    facts: idsOf(about),
    entities: [visitor],
  });
  yield offer('travel-last', `when was ${whose(who)} last trip abroad`, visits.slice(0, 1));
  yield offer('travel-where', `where has ${who} been`, visits);
  yield offer('travel-list', `list ${whose(who)} visits`, visits);
  yield offer('travel-count', `how many trips abroad has ${who} made`, visits);
  const turn = store.byId.get(since ?? '')?.fact;
  const after = turn?.kind === 'event' ? visits.filter((visit) => isAfter(visit, turn.data.date)) : [];
  if (turn?.kind === 'event' && after.length > 0) {
    yield offer('since-list', `list ${whose(who)} visits since the ${turn.data.kind}`, after);
    yield offer('since-countries', `which countries has ${who} visited since the ${turn.data.kind}`, after);
  }
  for (const [year, then] of grouped(visits, ({ arrived }) => [arrived.slice(0, 4)])) {
    yield offer('year-where', `where did ${who} go in ${year}`, then);
    yield offer('year-list', `list ${whose(who)} visits in ${year}`, then);
    yield offer('year-countries', `which countries did ${who} visit in ${year}`, then);
    yield offer('year-count', `how many trips did ${who} make in ${year}`, then);
  }
  const dated = visits.filter(({ arrived }) => arrived.length >= 7);
  for (const [month, then] of grouped(dated, ({ arrived }) => [arrived.slice(0, 7)])) {
    yield offer('month-where', `where was ${who} ${inMonth(month)}`, then);
  }
}

function isAfter({ arrived }: Visit, turn: string | { from: string | null }): boolean {
  const day = typeof turn === 'string' ? turn : (turn.from ?? '9999');
  return arrived > day;
}

/** What may be asked of the meetings of the record's subject with one person, on the visits given. */
export function onMeetings(person: string, visits: readonly Visit[], naming: Naming): Offer[] {
  const { store } = naming;
  const { subject } = store.record.meta;
  const isPerson = store.entities.get(person)?.kind === 'person';
  if (visits.length === 0 || !isPerson || !naming.usable(subject) || !naming.usable(person)) return [];
  const who = naming.who(subject);
  const name = store.nameOf(person);
  const offers: Offer[] = [];
  const add = (family: string, text: string) =>
    offers.push({ text, family, facts: idsOf(visits), entities: [subject, person] });
  add('met-whether', `did ${who} meet ${name}`);
  add('met-last', `when did ${who} last meet ${name}`);
  add('met-where', `where did ${who} meet ${name}`);
  if (visits.length > 1) add('met-count', `how many times did ${who} meet ${name}`);
  return offers;
}

/** Who came to the home country, at all and in each year, the latest first. */
export function* onGuests(naming: Naming): Generator<Offer> {
  const { store } = naming;
  const { home } = store.record.meta;
  const inward = [...(agendaOf(store).destinations.get(home) ?? [])].reverse();
  if (!naming.usable(home) || inward.length === 0) return;
  const name = store.nameOf(home);
  yield { text: `who visited ${name}`, family: 'guest-who', facts: idsOf(inward), entities: [home] };
  for (const [year, then] of grouped(inward, ({ arrived }) => [arrived.slice(0, 4)])) {
    yield { text: `who visited ${name} in ${year}`, family: 'guest-who', facts: idsOf(then), entities: [home] };
  }
}
