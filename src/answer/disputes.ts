import { isEveryday } from '../question/everyday.ts';
import type { Disputed } from '../record/schema.ts';
import type { Doc, Store } from '../record/store.ts';
import { formatDate } from './dates.ts';
import { listOf } from './phrases.ts';

/** Where sources disagree within a fact: one sentence a field, each value with the publisher that gives it. */
export function disputes(doc: Doc, store: Store, fields?: RegExp): string[] {
  const { fact } = doc;
  const disputed: readonly Disputed[] =
    fact.kind === 'visit' || fact.kind === 'event' ? (fact.data.disputed ?? []) : [];
  const byField = new Map<string, Disputed[]>();
  for (const entry of disputed) {
    if (fields && !fields.test(entry.field)) continue;
    byField.set(entry.field, [...(byField.get(entry.field) ?? []), entry]);
  }
  return [...byField].map(([field, entries]) => {
    const values = entries.map(
      (entry) => `${datesIn(nameIn(entry.value, store))} (${publisherOf(entry.source, store)})`,
    );
    return `Sources disagree on ${fieldName(field, store)}: ${listOf(values)}.`;
  });
}

/** The same over several facts, at most so many sentences. */
export function disputesOn(docs: readonly Doc[], store: Store, fields: RegExp | undefined, most: number): string[] {
  return docs.flatMap((doc) => disputes(doc, store, fields)).slice(0, most);
}

function fieldName(field: string, store: Store): string {
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
  return (
    names[field] ??
    (/^(was|had|did|is|has|were) /.test(field) ? `the question “${field}”` : named(field.replace(/[-_]/g, ' '), store))
  );
}

// "meeting in osk": names inside the label are written as names.
function named(label: string, store: Store): string {
  return label.replace(/[\p{L}\p{N}]+/gu, (word) => (isEveryday(word) ? word : (nameWords(store).get(word) ?? word)));
}

const wordsByStore = new WeakMap<Store, ReadonlyMap<string, string>>();

/** Words of names that are written with a capital, by how they are written without. */
function nameWords(store: Store): ReadonlyMap<string, string> {
  const known = wordsByStore.get(store);
  if (known) return known;
  const words = new Map<string, string>();
  for (const entity of store.read('entities')) {
    if (!['person', 'country', 'city', 'region', 'organisation'].includes(entity.kind)) continue;
    for (const [word] of entity.name.matchAll(/\p{Lu}[\p{L}\p{N}]+/gu)) words.set(word.toLowerCase(), word);
  }
  wordsByStore.set(store, words);
  return words;
}

// A value may be the id of a place; it is shown by its name.
function nameIn(value: string, store: Store): string {
  return store.entities.get(value)?.name ?? value;
}

/** ISO dates inside a text as a reader writes them. */
export function datesIn(text: string): string {
  // Most texts hold none, which is told by the hyphen sooner than by the expression.
  if (!text.includes('-')) return text;
  return text.replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, (date) => formatDate(date));
}

function publisherOf(id: string, store: Store): string {
  return (store.sources.get(id)?.publisher ?? id).replace(/ \(.*\)$/, '');
}
