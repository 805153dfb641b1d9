import type { Doc, Store } from '../../record/store.ts';
import type { NameUnit, Query } from '../query.ts';

/** What earlier turns left for this one. */
export type Carried = {
  query: Query | null;
  /** The facts last spoken of, the main one first. */
  focus: readonly string[];
  /** All facts last stated, in order. */
  stated: readonly string[];
};

const PERSON = /^(he|him|his|hes|she|her|hers|shes|himself|herself)$/;

function lastPerson(last: Query, store: Store): NameUnit | undefined {
  const people = last.names.filter(
    (name) => name.ids.length === 1 && !name.excluded && store.entities.get(name.ids[0] ?? '')?.kind === 'person',
  );
  // "did he meet Ada Orr": the next "he" is the same as this one.
  return people.find((name) => name.implied) ?? people[0];
}

/** Whether "he" or "she" means somebody whom an earlier turn named, other than the subject of the record. */
export function usesPerson(query: Query, last: Query, store: Store): boolean {
  const person = lastPerson(last, store);
  return (
    person !== undefined &&
    !person.ids.includes(store.record.meta.subject) &&
    query.text.some((norm) => PERSON.test(norm)) &&
    !namesPerson(query, store)
  );
}

function namesPerson(query: Query, store: Store): boolean {
  return query.names.some((name) => store.entities.get(name.ids[0] ?? '')?.kind === 'person');
}

// "she" is not the man last asked about.
function mayBeSaidOf(query: Query, { ids }: NameUnit, store: Store): boolean {
  const gender = store.entities.get(ids[0] ?? '')?.gender;
  const pronoun = query.text.find((norm) => PERSON.test(norm)) ?? '';
  return gender == null || (gender === 'male') === /^hi?[mse]?(self)?s?$/.test(pronoun);
}

/** "he" is the person last asked about (else `guest`), as long as the question names no other. */
export function withPerson(query: Query, last: Query, store: Store, guest?: NameUnit): Query {
  const person = [lastPerson(last, store), guest].find((unit) => unit && mayBeSaidOf(query, unit, store));
  const at = query.text.findIndex((norm) => PERSON.test(norm));
  if (!person || at < 0 || namesPerson(query, store)) return query;
  return { ...query, names: [...query.names, { ...person, start: at, end: at + 1, implied: true, literal: false }] };
}

/** What a name can take the place of: a place, an item, or the kind of its entity. */
export function typeOf(name: NameUnit, store: Store): string {
  const kind = store.entities.get(name.ids[0] ?? '')?.kind ?? '';
  return ['country', 'city', 'region'].includes(kind)
    ? 'place'
    : ['weapon', 'weapon-category'].includes(kind)
      ? 'item'
      : kind;
}

/** The fact last spoken of. */
export function focusDoc(carried: Carried, store: Store): Doc | undefined {
  return store.byId.get(carried.focus[0] ?? '');
}

/** A period of no particular bounds, for one that earlier turns gave. */
export const blank = {
  grain: 'span' as const,
  relation: 'in' as const,
  start: -1,
  end: -1,
  loose: false,
  from: null,
  to: null,
};

/** What a turn asks: its own question word, or that of the last question when it has none. */
export function asksOwnRole(query: Query, last: Query): Query['ask'] {
  return query.ask === 'list' || query.ask === 'what' ? last.ask : query.ask;
}
