import { firstDay, isDate, lastDay } from './days.ts';
import { type Entry, type Found, faultAt, idOf, isMap, type Path, placesAt, valueAt } from './entries.ts';
import type { Fault } from './faults.ts';

/** Fields that hold a date, by kind of entry. */
const DATES: Readonly<Record<Entry['kind'], readonly string[]>> = {
  record: ['kept_up_to'],
  visits: ['arrived', 'departed', 'places.*.from', 'places.*.to', 'met.*.date'],
  events: ['date', 'date.from', 'date.to'],
  figures: ['period.from', 'period.to', 'as_of'],
  deliveries: ['ordered', 'delivered.from', 'delivered.to', 'delivered.years.*'],
  rankings: ['period.from', 'period.to', 'as_of'],
  measures: ['date'],
  entities: ['roles.*.from', 'roles.*.to'],
  sources: ['published'],
};

/** Two fields of which the second may not be before the first, and the pattern of what holds them. */
const RUNS: Readonly<Partial<Record<Entry['kind'], readonly (readonly [within: string, from: string, to: string])[]>>> =
  {
    visits: [
      ['', 'arrived', 'departed'],
      ['places.*', 'from', 'to'],
    ],
    events: [['date', 'from', 'to']],
    figures: [['period', 'from', 'to']],
    deliveries: [['delivered', 'from', 'to']],
    rankings: [['period', 'from', 'to']],
    entities: [['roles.*', 'from', 'to']],
  };

/** Fields that say when a fact was so. Ends of periods are not among them: an agreement may run on into the future. */
const FACT_DATES: Readonly<Partial<Record<Entry['kind'], readonly string[]>>> = {
  visits: ['arrived'],
  events: ['date', 'date.from'],
  figures: ['as_of'],
  deliveries: ['delivered.from'],
  rankings: ['as_of'],
  measures: ['date'],
};

/** The latest date of a record's facts and the fact it is from. */
type Newest = { date: string; id: string };

/** Dates that are not in the calendar, and pairs of dates that run backwards. */
export function dateFaults(entries: readonly Entry[]): Fault[] {
  return entries.flatMap((entry) => [
    ...DATES[entry.kind].flatMap((pattern) => placesAt(entry.value, pattern)).flatMap((found) => unreal(entry, found)),
    ...(RUNS[entry.kind] ?? []).flatMap(([within, from, to]) =>
      placesAt(entry.value, within).flatMap((place) => backwards(entry, place.path, from, to)),
    ),
  ]);
}

/** A record that claims to be kept only up to a day before its newest fact. */
export function keptUpToFaults(entries: readonly Entry[]): Fault[] {
  const newest = newestDate(entries);
  return entries.flatMap((entry) => {
    const kept = entry.kind === 'record' ? dateAt(entry.value, ['kept_up_to']) : undefined;
    if (kept === undefined || newest === undefined || lastDay(kept) >= firstDay(newest.date)) return [];
    return [faultAt(entry, ['kept_up_to'], `${kept} is before the newest fact, ${newest.id} of ${newest.date}`)];
  });
}

/** The latest date at which a fact of the record was so; undefined when no fact has one. What is only planned is left out. */
export function newestDate(entries: readonly Entry[]): Newest | undefined {
  let newest: Newest | undefined;
  for (const entry of entries) {
    if (valueAt(entry.value, ['status']) === 'planned') continue;
    for (const { path } of (FACT_DATES[entry.kind] ?? []).flatMap((pattern) => placesAt(entry.value, pattern))) {
      const date = dateAt(entry.value, path);
      if (date === undefined || (newest !== undefined && firstDay(date) <= firstDay(newest.date))) continue;
      newest = { date, id: idOf(entry) ?? entry.label };
    }
  }
  return newest;
}

// Of any precision; a month is in the calendar when its first day is.
function isInCalendar(date: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  return parts !== null && isDate(Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1));
}

function unreal(entry: Entry, { path, value }: Found): Fault[] {
  // Other forms of date are faults of form, and a map is a period whose ends are looked at by themselves.
  const date = typeof value === 'number' ? String(value) : value;
  if (typeof date !== 'string' || !/^\d{4}(-\d{2}){0,2}$/.test(date) || isInCalendar(date)) return [];
  return [faultAt(entry, path, `${date} is not in the calendar`)];
}

function backwards(entry: Entry, within: Path, from: string, to: string): Fault[] {
  const first = dateAt(entry.value, [...within, from]);
  const last = dateAt(entry.value, [...within, to]);
  if (first === undefined || last === undefined || lastDay(last) >= firstDay(first)) return [];
  return [faultAt(entry, [...within, to], `${last} is before ${from}, ${first}`)];
}

function dateAt(value: unknown, path: Path): string | undefined {
  const found = valueAt(value, path);
  if (isMap(found)) return undefined;
  const date = String(found);
  return isInCalendar(date) ? date : undefined;
}
