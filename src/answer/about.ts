import type { ExampleNames } from '../../commands/command.ts';
import type { About } from '../desk.ts';
import type { Measure, Visit } from '../record/schema.ts';
import type { Store } from '../record/store.ts';
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
    newest: [...store.ofKind('visit'), ...store.ofKind('event')]
      .sort((a, b) => b.orderDay.localeCompare(a.orderDay))
      .slice(0, 5)
      .map((doc) => factLine(doc, store)),
  };
}

function exampleQuestions(names: ExampleNames): string[] {
  return [
    `when did ${names.pronoun} visit ${names.place}`,
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

function exampleNames(store: Store): ExampleNames {
  const { record } = store;
  const { subject, home } = record.meta;
  const own: Visit[] = [];
  const guests: Visit[] = [];
  for (const visit of store.read('visits')) {
    if (visit.visitor === subject) own.push(visit);
    if (visit.country === home) guests.push(visit);
  }
  const name = (id: string | undefined, fallback: string) => (id === undefined ? fallback : store.nameOf(id));
  const place = commonest(own.flatMap((visit) => (visit.places ?? []).map((stop) => stop.city)));
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
    pronoun: store.entities.get(subject)?.gender === 'female' ? 'she' : 'he',
    home: store.nameOf(home),
    place: name(place, name(own[0]?.country, store.nameOf(home))),
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
