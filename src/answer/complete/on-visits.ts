import type { Visit } from '../../record/schema.ts';
import { agendaOf, heldWith } from './agenda.ts';
import { grouped, inMonth, type Naming, type Offer } from './question.ts';

/** What may be asked of one visit, each by the place and the month, so that it stands alone. */
export function onVisit(visit: Visit, naming: Naming): Offer[] {
  const { store } = naming;
  const { visitor, country } = visit;
  if (!naming.usable(country) || !naming.usable(visitor)) return [];
  const who = naming.who(visitor);
  const where = store.nameOf(country);
  const when = inMonth(visit.arrived);
  const offer = (family: string, text: string): Offer => ({ text, family, facts: [visit.id], entities: [visitor, country] });
  const offers = [offer('visit-why', `why did ${who} ${goVerb(visit, naming)} ${where} ${when}`)];
  if (heldWith(visit).some((id) => id !== visitor)) offers.push(offer('visit-who', `who did ${who} meet in ${where} ${when}`));
  if (hasLength(visit)) offers.push(offer('visit-length', `how long was ${who} in ${where} ${when}`));
  if (visit.outcomes?.length) offers.push(offer('visit-outcome', `what came of ${of(visit, naming)} visit to ${where} ${when}`));
  offers.push(offer('visit-whether', `did ${who} visit ${where} ${when}`));
  return offers;
}

// Guests come to the home country; the subject goes to others.
function goVerb(visit: Visit, { store }: Naming): string {
  return visit.country === store.record.meta.home ? 'come to' : 'go to';
}

function of(visit: Visit, naming: Naming): string {
  const who = naming.who(visit.visitor);
  if (who === 'he') return 'his';
  if (who === 'she') return 'her';
  return who.endsWith('s') ? `${who}'` : `${who}'s`;
}

/** Whether the record says how long a visit was: both days, or what sources say against each other. */
function hasLength(visit: Visit): boolean {
  const dated = visit.arrived.length === 10 && visit.departed?.length === 10;
  return dated || (visit.disputed ?? []).some(({ field }) => field === 'duration');
}

/** What may be asked of somebody's travels taken together: by country, by city, by year. */
export function onTravels(visitor: string, naming: Naming): Offer[] {
  const { store } = naming;
  const visits = agendaOf(store).trips.get(visitor) ?? [];
  if (!naming.usable(visitor)) return [];
  const who = naming.who(visitor);
  const whose = of({ visitor } as Visit, naming);
  const offers: Offer[] = [];
  const add = (family: string, text: string, about: readonly Visit[], place?: string) =>
    offers.push({ text, family, facts: about.map(({ id }) => id), entities: [visitor, ...(place === undefined ? [] : [place])] });
  for (const [place, here] of frequent(grouped(visits, placesOf), naming)) {
    const name = store.nameOf(place);
    if (place === store.record.meta.home) {
      add('guest-when', `when did ${who} come to ${name}`, here, place);
      continue;
    }
    add('visit-when', `when did ${who} visit ${name}`, here, place);
    if (here.some((visit) => heldWith(visit).some((id) => id !== visitor))) add('visit-met', `who did ${who} meet in ${name}`, here, place);
    add('visit-count', `how many times has ${who} been to ${name}`, here, place);
    if (here.length > 1) {
      add('visit-list', `list ${whose} visits to ${name}`, here, place);
      add('visit-last', `when was ${who} last in ${name}`, here.slice(-1), place);
      add('visit-first', `when did ${who} first visit ${name}`, here.slice(0, 1), place);
    }
  }
  return offers;
}

/** What may be asked of the travels of the record's subject by year and by month. */
export function onYears(visitor: string, naming: Naming): Offer[] {
  const visits = (agendaOf(naming.store).trips.get(visitor) ?? []).filter((visit) => visit.country !== naming.store.record.meta.home);
  if (!naming.usable(visitor)) return [];
  const who = naming.who(visitor);
  const whose = of({ visitor } as Visit, naming);
  const offers: Offer[] = [];
  for (const [year, then] of [...grouped(visits, (visit) => [visit.arrived.slice(0, 4)])].reverse()) {
    const about = { facts: then.map(({ id }) => id), entities: [visitor] };
    offers.push({ ...about, family: 'year-where', text: `where did ${who} go in ${year}` });
    offers.push({ ...about, family: 'year-list', text: `list ${whose} visits in ${year}` });
    offers.push({ ...about, family: 'year-countries', text: `which countries did ${who} visit in ${year}` });
    offers.push({ ...about, family: 'year-count', text: `how many trips did ${who} make in ${year}` });
  }
  const dated = visits.filter((visit) => visit.arrived.length >= 7);
  for (const [month, then] of [...grouped(dated, (visit) => [visit.arrived.slice(0, 7)])].reverse()) {
    offers.push({ facts: then.map(({ id }) => id), entities: [visitor], family: 'month-where', text: `where was ${who} ${inMonth(month)}` });
  }
  return offers;
}

/** What may be asked of the people whom the record's subject met, the most often met first. */
export function onMeetings(naming: Naming): Offer[] {
  const { store } = naming;
  const { subject } = store.record.meta;
  if (!naming.usable(subject)) return [];
  const who = naming.who(subject);
  const offers: Offer[] = [];
  for (const [person, visits] of frequent(grouped(agendaOf(store).visits.filter((visit) => together(visit, subject)), (visit) => others(visit, subject)), naming)) {
    if (store.entities.get(person)?.kind !== 'person') continue;
    const name = store.nameOf(person);
    const about = { facts: visits.map(({ id }) => id), entities: [subject, person] };
    offers.push({ ...about, family: 'met-whether', text: `did ${who} meet ${name}` });
    offers.push({ ...about, family: 'met-last', text: `when did ${who} last meet ${name}` });
    offers.push({ ...about, family: 'met-where', text: `where did ${who} meet ${name}` });
    if (visits.length > 1) offers.push({ ...about, family: 'met-count', text: `how many times did ${who} meet ${name}` });
  }
  return offers;
}

/** Whether a visit brought the subject together with somebody: as the visitor, or as one of those met. */
function together(visit: Visit, subject: string): boolean {
  return visit.visitor === subject ? heldWith(visit).length > 0 : heldWith(visit).includes(subject);
}

function others(visit: Visit, subject: string): string[] {
  return visit.visitor === subject ? heldWith(visit).filter((id) => id !== subject) : [visit.visitor];
}

/** What may be asked of the guests of the home country in a year. */
export function onGuests(naming: Naming): Offer[] {
  const { store } = naming;
  const { home } = store.record.meta;
  if (!naming.usable(home)) return [];
  const inward = agendaOf(store).visits.filter((visit) => visit.country === home);
  return [...grouped(inward, (visit) => [visit.arrived.slice(0, 4)])]
    .reverse()
    .map(([year, visits]) => ({ text: `who visited ${store.nameOf(home)} in ${year}`, family: 'guest-who', facts: visits.map(({ id }) => id), entities: [home] }));
}

function placesOf(visit: Visit): string[] {
  return [visit.country, ...(visit.places ?? []).map(({ city }) => city)];
}

/** Groups whose key may be named, the largest first. */
function frequent<T>(groups: Map<string, T[]>, naming: Naming): [string, T[]][] {
  return [...groups].filter(([id]) => naming.usable(id)).sort((a, b) => b[1].length - a[1].length);
}
