import { impliedName } from '../question/implied-name.ts';
import { conceptsOf } from '../question/lexicon.ts';
import type { NameUnit, Query } from '../question/query.ts';
import { pronounAt } from '../question/read.ts';
import type { Store } from '../record/store.ts';
import { stemOf } from '../text.ts';

/** Names that say little in this record because all of it is about them: the home country, its leader and its bodies. */
export function ambientNames(store: Store): ReadonlySet<string> {
  const known = ambientByStore.get(store);
  if (known) return known;
  const { home, subject } = store.record.meta;
  const ambient = new Set([home]);
  for (const id of store.contents(home)) {
    const uses = (store.byEntity.get(id) ?? []).length;
    if (store.entities.get(id)?.kind === 'organisation' && uses >= store.docs.length * 0.012) ambient.add(id);
  }
  ambient.delete(subject);
  ambientByStore.set(store, ambient);
  return ambient;
}

const ambientByStore = new WeakMap<Store, ReadonlySet<string>>();

/** "he" and "she" mean the record's subject when nobody else is named before them. */
export function implySubject(query: Query, store: Store): Query {
  const pronoun = pronounAt(query);
  const at = pronoun >= 0 ? pronoun : titleAt(query, store);
  const { subject } = store.record.meta;
  if (at < 0 || query.names.some((name) => name.ids.includes(subject))) return query;
  const before = query.names.some((name) => {
    const person = name.ids.length === 1 && store.entities.get(name.ids[0] ?? '')?.kind === 'person';
    return (
      person &&
      (name.implied ||
        (name.end <= at && !/^(with|of|by|to|from|and|met|meet)$/.test(query.text[name.start - 1] ?? '')))
    );
  });
  // "what did they sell him": what his country bought.
  const behind = query.text[at - (pronoun >= 0 ? 1 : 2)] ?? '';
  const sold = conceptsOf(behind).includes('supply') || behind === 'for';
  if (sold || before || (pronoun >= 0 && guestBefore(query, at, store))) return query;
  const words =
    pronoun >= 0
      ? query.words
      : query.words.filter((word) => word.at !== at && !(word.at === at - 1 && QUALIFIER.test(word.norm)));
  return {
    ...query,
    words,
    names: [...query.names, impliedName(subject, store, at)],
  };
}

/** "a guest from Osk", "the general from Osk": whoever comes from the capital comes from the state. */
export function guestsFromCapitals(query: Query, store: Store): Query {
  const isFrom = (name: NameUnit) =>
    query.text[name.start - 1] === 'from' && conceptsOf(query.text[name.start - 2] ?? '').includes('person');
  if (!query.names.some(isFrom)) return query;
  const names = query.names.map((name) => {
    const states = isFrom(name) ? name.ids.map((id) => store.standsFor(id) ?? id) : name.ids;
    return states.every((id, at) => id === name.ids[at]) ? name : { ...name, ids: states, literal: false };
  });
  return { ...query, names };
}

// "the Norland colonel of 2022, when did he leave": somebody of that state.
function guestBefore(query: Query, at: number, store: Store): boolean {
  return query.names.some(
    (name) =>
      name.adjective &&
      name.end < at &&
      name.start <= 1 &&
      name.ids.every((id) => store.entities.get(id)?.kind === 'country' && id !== store.record.meta.home) &&
      conceptsOf(query.text[name.end] ?? '').includes('person'),
  );
}

const QUALIFIER = /^(army|military|junta|coup|regime|state|government|country|countrys)$/;

const titlesByStore = new WeakMap<Store, ReadonlySet<string>>();

/** Stems of the subject's names and titles. */
function titleStems(store: Store): ReadonlySet<string> {
  const known = titlesByStore.get(store);
  if (known) return known;
  const { subject } = store.record.meta;
  const stems = new Set([
    ...store.nameStems(subject),
    ...(store.byId.get(subject)?.statements ?? []).flatMap((statement) => [...statement.stems]),
  ]);
  titlesByStore.set(store, stems);
  return stems;
}

// "norland general": of the home country.
function ownAdjective(query: Query, at: number, store: Store): boolean {
  // "who was norland's president": not always the same.
  if (query.ask === 'who') return false;
  return query.names.some(({ end, adjective, ids }) => end === at && adjective && ids.includes(store.record.meta.home));
}

// "the general", "the army chief": a title with an article and nothing to say whose means the subject who bears it.
function titleAt(query: Query, store: Store): number {
  const titles = titleStems(store);
  return query.text.findIndex((norm, at) => {
    const before = query.text[at - 1] ?? '';
    const article = before !== 'the' && QUALIFIER.test(before) ? query.text[at - 2] : before;
    if (
      !(article === 'the' || ownAdjective(query, at, store)) ||
      query.names.some(
        (name) =>
          ((name.end === at || name.start === at - 1) && !ownAdjective(query, at, store)) ||
          (name.start <= at && name.end > at),
      ) ||
      !/^(general|leader|ruler|boss|chief|strongman|dictator|president|premier|marshal|colonel|king|queen|chairman|chairwoman|generalissimo|doctor|senator|sheikh|emir|shah|sultan|prince|princess|chancellor|mayor|governor)$/.test(
        norm,
      )
    )
      return false;
    const next = query.text[at + 1] ?? '';
    return (
      next !== 'of' &&
      (titles.has(stemOf(norm)) || /^(leader|ruler|boss|strongman|dictator)$/.test(norm)) &&
      !query.words.some((word) => word.at === at + 1 && word.concepts.includes('person'))
    );
  });
}
