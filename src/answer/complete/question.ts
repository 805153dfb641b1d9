import type { PartialDate } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';
import { formatDate } from '../dates.ts';

/** A whole question that a record should answer, before anybody asked it. */
export type Offer = {
  text: string;
  /** What sort of question it is: lists of offers mix them. */
  family: string;
  /** The facts it is about: a good answer states one of them. Empty: any answer will do. */
  facts: readonly string[];
  /** Whom and what it names, also by a pronoun: it is found by their other names as well. */
  entities: readonly string[];
};

/** How the record's people and things are called in questions. */
export type Naming = {
  store: Store;
  /** What somebody is called as the one who does something: a name, or "he". */
  who: (id: string) => string;
  /** Whether a name is read back as the one it stands for, and nothing else. */
  usable: (id: string) => boolean;
};

/** Naming by name throughout: questions that stand alone wherever they are shown. */
export function byName(store: Store): Naming {
  return { store, who: store.nameOf, usable: (id) => store.entities.has(id) };
}

/** Naming as people type: the record's subject is "he" or "she". `usable` as in `Naming`. */
export function byPronoun(store: Store, usable: (id: string) => boolean): Naming {
  const { subject } = store.record.meta;
  const pronoun = store.entities.get(subject)?.gender === 'female' ? 'she' : 'he';
  return { store, who: (id) => (id === subject ? pronoun : store.nameOf(id)), usable };
}

/** The possessive of what somebody is called: `his`, `her`, `Rosa Marten's`. */
export function whose(who: string): string {
  if (who === 'he') return 'his';
  if (who === 'she') return 'her';
  return who.endsWith('s') ? `${who}'` : `${who}'s`;
}

/** The month of a date, or its year where the record has no month: `in May 2003`, `in 1998`. */
export function inMonth(date: PartialDate): string {
  return `in ${formatDate(date.slice(0, 7))}`;
}

/** A stretch of years as it is asked for: `in 2022`, `from 1999 to 2021`, `since 2020`, `until 2024`; empty when open. */
export function inYears(from: PartialDate | null, to: PartialDate | null): string {
  const [start, end] = [from?.slice(0, 4), to?.slice(0, 4)];
  if (start !== undefined && end !== undefined) return start === end ? `in ${start}` : `from ${start} to ${end}`;
  if (start !== undefined) return `since ${start}`;
  return end === undefined ? '' : `until ${end}`;
}

const WITH_ARTICLE =
  /\b(?:union|states|kingdom|nations|council|assembly|parliament|chamber|league|committee|organisation|court)\b/i;

/** The name of a body or state as English has it in a sentence: unions, councils and assemblies take an article. */
export function withArticle(name: string): string {
  return !/^the\b/i.test(name) && WITH_ARTICLE.test(name) ? `the ${name}` : name;
}

/** The name of a thing inside a sentence: "Air defence systems" is "air defence systems", "Osk-4" and "Lorn" stay. */
export function inSentence(id: string, store: Store): string {
  const name = store.nameOf(id);
  const isCommon = store.entities.get(id)?.kind === 'weapon-category' || isPlural(name);
  return isCommon && /^\p{Lu}\p{Ll}+(?:[- ]\p{Ll}[\p{Ll}-]*)*$/u.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}

/** Whether a name is that of several things, by its last letter; model numbers are not. */
export function isPlural(name: string): boolean {
  return /[^s\d]s$/.test(name) && !/\d/.test(name);
}

/** Values by their keys, groups and members in the order in which they come. */
export function grouped<T>(values: Iterable<T>, keysOf: (value: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    for (const key of new Set(keysOf(value))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}

/** The ids of facts. */
export function idsOf(facts: readonly { id: string }[]): string[] {
  return facts.map(({ id }) => id);
}
