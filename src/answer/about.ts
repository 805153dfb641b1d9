import type { ExampleNames } from '../../commands/command.ts';
import type { About } from '../desk.ts';
import type { Measure, Visit } from '../record/schema.ts';
import type { Doc, Store } from '../record/store.ts';
import { factLine } from './lines.ts';

/** What a record holds and a handful of names and questions from it, for help, home tabs and examples. */
export function aboutRecord(store: Store): About {
  const { record } = store;
  const names = exampleNames(store);
  return {
    title: record.meta.title,
    made: record.meta.made,
    keptUpTo: record.meta.kept_up_to,
    subject: store.nameOf(record.meta.subject),
    home: store.nameOf(record.meta.home),
    counts: store.index.entries.counts,
    names,
    questions: exampleQuestions(names),
    newest: newestOf(store, 5).map((doc) => factLine(doc, store)),
  };
}

/** The first question of `aboutRecord`, for which only the visits of the record's subject are read. */
export function exampleQuestion(store: Store): string {
  return whenVisited(pronounOf(store), placeOf(ownVisits(store), store));
}

function whenVisited(pronoun: string, place: string): string {
  return `when did ${pronoun} visit ${place}`;
}

function newestOf(store: Store, count: number): Doc[] {
  const dayOf = ({ index }: Doc) => store.index.orderDays[index] ?? 0;
  return [...store.ofKind('visit'), ...store.ofKind('event')].sort((a, b) => dayOf(b) - dayOf(a)).slice(0, count);
}

function exampleQuestions(names: ExampleNames): string[] {
  return [
    whenVisited(names.pronoun, names.place),
    `how many times has ${names.pronoun} been to ${names.country}`,
    `when did ${names.guest} come to ${names.home}`,
    `did ${names.pronoun} meet ${names.person}`,
    `how much did ${names.supplier} sell to ${names.home}`,
    `who sold more, ${names.supplier} or ${names.otherSupplier}`,
    `when was the ${names.item} delivered`,
    `how did ${names.voter} vote`,
    `who is ${names.person}`,
    `list events of ${names.year}`,
  ];
}

/** The most frequent of some values; the earliest of equals. */
function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function visitsNaming(id: string, store: Store): Visit[] {
  return store.naming(id, 'visit').flatMap(({ fact }) => (fact.kind === 'visit' ? [fact.data] : []));
}

function ownVisits(store: Store): Visit[] {
  const { subject } = store.record.meta;
  return visitsNaming(subject, store).filter(({ visitor }) => visitor === subject);
}

function pronounOf({ record, entities }: Store): 'she' | 'he' {
  return entities.get(record.meta.subject)?.gender === 'female' ? 'she' : 'he';
}

/** The city that is most often gone to; where no visit names one, a country. */
function placeOf(visits: readonly Visit[], store: Store): string {
  const place = commonest(visits.flatMap((visit) => (visit.places ?? []).map((stop) => stop.city)));
  return store.nameOf(place ?? visits[0]?.country ?? store.record.meta.home);
}

function exampleNames(store: Store): ExampleNames {
  const { record } = store;
  const { subject, home } = record.meta;
  const own = ownVisits(store);
  const guests = visitsNaming(home, store).filter(({ country }) => country === home);
  const name = (id: string | undefined, fallback: string) => (id === undefined ? fallback : store.nameOf(id));
  const person = commonest(
    own.flatMap((visit) => met(visit)).filter((id) => store.entities.get(id)?.kind === 'person'),
  );
  const figures = [...store.read('figures')].map(({ supplier, counted_by: counter }) => ({ supplier, counter }));
  const suppliers = figures.map(({ supplier }) => supplier).filter((id) => store.entities.has(id) && id !== home);
  const supplier = commonest(suppliers);
  const delivered: string[] = [];
  for (const { item, quantity, status } of store.read('deliveries'))
    if (status === 'delivered' && quantity !== null) delivered.push(item);
  const votes = firstVote(store);
  return {
    subject: store.nameOf(subject),
    pronoun: pronounOf(store),
    home: store.nameOf(home),
    place: placeOf(own, store),
    country: name(commonest(own.map((visit) => visit.country)), store.nameOf(home)),
    person: name(person, store.nameOf(subject)),
    guest: name(commonest(guests.map((visit) => visit.visitor)), store.nameOf(subject)),
    supplier: name(supplier, store.nameOf(home)),
    otherSupplier: name(commonest(suppliers.filter((id) => id !== supplier)), store.nameOf(home)),
    item: name(commonest(delivered), 'arms'),
    voter: name(
      Object.keys(votes?.votes?.notable ?? {}).find((id) => id !== home),
      store.nameOf(home),
    ),
    organisation: name(
      commonest(figures.map(({ counter }) => counter).filter((id) => store.entities.has(id))),
      store.nameOf(home),
    ),
    year: commonest(own.map((visit) => visit.arrived.slice(0, 4))) ?? record.meta.kept_up_to.slice(0, 4),
  };
}

function firstVote(store: Store): Measure | undefined {
  for (const measure of store.read('measures'))
    if (Object.keys(measure.votes?.notable ?? {}).length > 0) return measure;
  return undefined;
}

function met(visit: Visit): string[] {
  return (visit.met ?? []).filter((meeting) => meeting.status === 'held').map((meeting) => meeting.who);
}
