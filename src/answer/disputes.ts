import type { Disputed } from '../record/schema.ts';
import type { Doc, Store } from '../record/store.ts';
import { formatDate } from './dates.ts';
import { listOf } from './phrases.ts';

/** Where sources disagree within a fact: one sentence a field, each value with the publisher that gives it. */
export function disputes(doc: Doc, store: Store, fields?: RegExp): string[] {
  const { fact } = doc;
  const disputed: readonly Disputed[] = fact.kind === 'visit' || fact.kind === 'event' ? (fact.data.disputed ?? []) : [];
  const byField = new Map<string, Disputed[]>();
  for (const entry of disputed) {
    if (fields && !fields.test(entry.field)) continue;
    byField.set(entry.field, [...(byField.get(entry.field) ?? []), entry]);
  }
  return [...byField].map(([field, entries]) => {
    const values = entries.map((entry) => `${datesIn(nameIn(entry.value, store))} (${publisherOf(entry.source, store)})`);
    return `Sources disagree on ${fieldName(field)}: ${listOf(values)}.`;
  });
}

/** The same over several facts, at most so many sentences. */
export function disputesOn(docs: readonly Doc[], store: Store, fields: RegExp | undefined, most: number): string[] {
  return docs.flatMap((doc) => disputes(doc, store, fields)).slice(0, most);
}

function fieldName(field: string): string {
  const names: Readonly<Partial<Record<string, string>>> = {
    arrived: 'the arrival',
    departed: 'the departure',
    kind: 'what kind of visit it was',
    place: 'the place',
    date: 'the date',
    duration: 'how long it lasted',
    counted_as: 'how it is counted',
    visitor_role: "the visitor's rank",
    'who-was-met': 'who was met',
  };
  return names[field] ?? (/^(was|had|did|is|has|were) /.test(field) ? `the question “${field}”` : field.replaceAll('-', ' ').replaceAll('_', ' '));
}

// A value may be the id of a place; it is shown by its name.
function nameIn(value: string, store: Store): string {
  return store.entities.get(value)?.name ?? value;
}

/** ISO dates inside a text as a reader writes them. */
export function datesIn(text: string): string {
  return text.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, (date) => formatDate(date));
}

export function publisherOf(id: string, store: Store): string {
  return (store.sources.get(id)?.publisher ?? id).replace(/ \(.*\)$/, '');
}
