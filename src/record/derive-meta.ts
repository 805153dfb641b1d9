import { newestDate } from './check-dates.ts';
import { lastDay } from './days.ts';
import { type Entry, idOf, valueAt } from './entries.ts';
import type { RecordMeta } from './schema.ts';

/**
 * What a record without a `record.yaml` is most likely about. Its person is the one who made most visits, or else took
 * part in most events; its home the country that others visited most, or else that received most arms, or else the
 * person's own; it is kept up to the newest date of its facts. Undefined when the entries give no person, country or date.
 */
export function deriveMeta(entries: readonly Entry[]): RecordMeta | undefined {
  const values = (kind: Entry['kind'], field: string) =>
    entries.filter((entry) => entry.kind === kind).map((entry) => valueAt(entry.value, [field]));
  const kinds = new Map(entries.filter((entry) => entry.kind === 'entities').map((entry) => [idOf(entry), entry]));
  const field = (id: unknown, name: string) =>
    valueAt(kinds.get(typeof id === 'string' ? id : undefined)?.value, [name]);
  const isOf = (kind: string) => (id: unknown) => field(id, 'kind') === kind;
  const isPerson = isOf('person');
  const isCountry = isOf('country');

  const subject =
    mostFrequent(values('visits', 'visitor').filter(isPerson)) ??
    mostFrequent(values('events', 'actors').flat().filter(isPerson));
  const received = entries
    .filter((entry) => entry.kind === 'visits' && valueAt(entry.value, ['visitor']) !== subject)
    .map((entry) => valueAt(entry.value, ['country']));
  const home =
    mostFrequent(received.filter(isCountry)) ??
    mostFrequent([...values('deliveries', 'recipient'), ...values('figures', 'recipient')].filter(isCountry)) ??
    mostFrequent([field(subject, 'part_of')].filter(isCountry));
  const newest = newestDate(entries);
  if (subject === undefined || home === undefined || newest === undefined) return undefined;
  return {
    title: `${nameOf(field(subject, 'name'), subject)} and ${nameOf(field(home, 'name'), home)}`,
    subject,
    home,
    kept_up_to: lastDay(newest.date),
    made: 'The record does not say how it was made.',
  };
}

// The first of those named equally often, so that one record always gives one answer.
function mostFrequent(ids: readonly unknown[]): string | undefined {
  const counts = new Map<string, number>();
  for (const id of ids) if (typeof id === 'string') counts.set(id, (counts.get(id) ?? 0) + 1);
  let best: string | undefined;
  for (const [id, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = id;
  return best;
}

function nameOf(name: unknown, id: string): string {
  return typeof name === 'string' ? name : id;
}
