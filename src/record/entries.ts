import type { Fault } from './faults.ts';

/** The kinds of entry that a record's files list, named as their sections and folders are. */
export const ENTRY_KINDS = [
  'visits',
  'events',
  'figures',
  'deliveries',
  'rankings',
  'measures',
  'entities',
  'sources',
] as const;

export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Where something stands within an entry: names of fields and numbers of list items. */
export type Path = readonly (string | number)[];

/** One entry as it stands in a file, before anything is known to be right about it. */
export type Entry = {
  kind: EntryKind | 'record';
  file: string;
  value: unknown;
  /** What a fault calls it: its id, or where there is none its place in the file. */
  label: string;
  /** The line and column of a field's value or of its name; of the nearest thing around it when it is missing. */
  locate: (path: Path, part: 'value' | 'name') => { line: number; column: number };
};

/** A fault at a field of an entry. */
export function faultAt(entry: Entry, path: Path, message: string, part: 'value' | 'name' = 'value'): Fault {
  const { line, column } = entry.locate(path, part);
  return {
    file: entry.file,
    line,
    column,
    path: [entry.label, ...path].filter((step) => step !== '').join('.'),
    message,
  };
}

/** The value at a path; undefined when there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (within, step) => (isMap(within) || Array.isArray(within) ? own(within, step) : undefined),
    value,
  );
}

/** One place where a pattern fits: the path, and the value there or, for `%`, the field's name. */
export type Found = { path: Path; value: unknown; part: 'value' | 'name' };

/**
 * Every place of a value that a pattern fits. A pattern is field names joined by dots; `*` is every item of a list, `%`
 * at the end the name of every field. Parts that have another form than the pattern are passed over.
 */
export function placesAt(value: unknown, pattern: string): Found[] {
  let found: Found[] = [{ path: [], value, part: 'value' }];
  for (const step of pattern === '' ? [] : pattern.split('.')) {
    found = found.flatMap((place) => next(place, step));
  }
  return found;
}

function next(place: Found, step: string): Found[] {
  const { path, value } = place;
  if (step === '*') {
    return Array.isArray(value)
      ? value.map((item, index) => ({ path: [...path, index], value: item, part: 'value' }))
      : [];
  }
  if (!isMap(value)) return [];
  if (step === '%') return Object.keys(value).map((name) => ({ path: [...path, name], value: name, part: 'name' }));
  const inner = own(value, step);
  return inner === undefined ? [] : [{ path: [...path, step], value: inner, part: 'value' }];
}

/** True for a map of fields: an object that is not a list. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The id of an entry, when it has one that is text. */
export function idOf(entry: Entry): string | undefined {
  const id = valueAt(entry.value, ['id']);
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function own(value: object, step: string | number): unknown {
  return Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;
}
