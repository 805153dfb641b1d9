import type { OptionKind } from '../../../commands/command.ts';
import { allowedEdits, editDistance } from '../../question/edits.ts';
import { completeName } from '../../question/names.ts';
import type { Reader } from '../../question/read.ts';
import type { FactKind } from '../../record/facts.ts';
import type { Store } from '../../record/store.ts';
import { phraseKey, wordsOf } from '../../text.ts';

/** How many names are found before the most used of them are put first. */
const MOST_FOUND = 100;

/**
 * Names of the record that fit an option of a command, for what was typed so far; at most `limit`, all different. Nothing
 * typed: those that most facts use first, years the latest first. Half or misspelt: those that begin so, the most used
 * first, then those found by another name or a later word.
 */
export function namesFor(kind: OptionKind, partial: string, limit: number, reader: Reader): string[] {
  const { store } = reader;
  const uses = usesOf(kind, store);
  if (kind === 'year' || kind === 'visit-kind') return fitting([...uses.keys()], partial).slice(0, limit);
  const typed = phraseKey(partial);
  if (typed === '') return namesOf(uses.keys(), store).slice(0, limit);
  const found = completeName(partial, reader.names, (id) => uses.has(id), MOST_FOUND).map(({ id }) => id);
  const begins = new Set(found.filter((id) => phraseKey(store.nameOf(id)).startsWith(typed)));
  const plain = [...begins].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0));
  return namesOf([...plain, ...found.filter((id) => !begins.has(id))], store).slice(0, limit);
}

function namesOf(ids: Iterable<string>, store: Store): string[] {
  return [...new Set([...ids].map(store.nameOf))];
}

/** Of words without other names those that begin so; if none does, those that begin nearly so. */
function fitting(words: readonly string[], partial: string): string[] {
  const typed = wordsOf(partial)
    .map(({ norm }) => norm)
    .join('');
  const begun = words.filter((word) => word.startsWith(typed));
  if (begun.length > 0 || /\d/.test(typed)) return begun;
  const allowed = allowedEdits(typed.length);
  const slips = (word: string) =>
    Math.min(...[-1, 0, 1].map((more) => editDistance(typed, word.slice(0, typed.length + more), allowed)));
  return words.filter((word) => slips(word) <= allowed);
}

const counted = new WeakMap<Store, Map<OptionKind, ReadonlyMap<string, number>>>();

/** What an option of this kind may be, with the number of facts that use it, in the order in which it is offered. */
function usesOf(kind: OptionKind, store: Store): ReadonlyMap<string, number> {
  const kinds = counted.get(store) ?? new Map<OptionKind, ReadonlyMap<string, number>>();
  counted.set(store, kinds);
  const known = kinds.get(kind);
  if (known !== undefined) return known;
  const uses = new Map<string, number>();
  for (const values of valuesOf(kind, store)) {
    for (const [value, count] of ranked(values, kind)) if (!uses.has(value)) uses.set(value, count);
  }
  kinds.set(kind, uses);
  return uses;
}

function ranked(values: readonly string[], kind: OptionKind): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(kind === 'year' ? (a, b) => b[0].localeCompare(a[0]) : (a, b) => b[1] - a[1]);
}

/** The values in use, once for each use; those of a later list are only offered behind all of an earlier one. */
function valuesOf(kind: OptionKind, { record, entities, facts, read }: Store): string[][] {
  const { home } = record.meta;
  const each = <T>(entries: Iterable<T>, valuesIn: (entry: T) => readonly string[]): string[] => {
    const values: string[] = [];
    for (const entry of entries) values.push(...valuesIn(entry));
    return values;
  };
  switch (kind) {
    case 'person': {
      const met = each(read('visits'), (visit) => (visit.met ?? []).map(({ who }) => who));
      return [
        each(read('visits'), ({ visitor }) => [visitor]),
        met.filter((id) => entities.get(id)?.kind === 'person'),
      ];
    }
    case 'place':
      return [each(read('visits'), ({ country, places }) => [country, ...(places ?? []).map(({ city }) => city)])];
    case 'supplier': {
      const suppliers = [
        ...each(read('figures'), ({ supplier }) => [supplier]),
        ...each(read('deliveries'), ({ supplier }) => [supplier]),
      ];
      return [suppliers.filter((id) => id !== home && entities.has(id))];
    }
    case 'item':
      return [each(read('deliveries'), ({ item, category }) => [item, category]).filter((id) => entities.has(id))];
    case 'year': {
      const begun = (kinds: readonly FactKind[]) =>
        facts.flatMap((doc) => (kinds.includes(doc.kind) ? (doc.span?.from?.slice(0, 4) ?? []) : []));
      return [begun(['visit', 'event', 'delivery', 'measure']), begun(['figure', 'ranking'])];
    }
    case 'visit-kind':
      return [each(read('visits'), ({ kind: of }) => [of]).filter((of) => of !== 'unknown')];
    case 'question':
      return [];
  }
}
