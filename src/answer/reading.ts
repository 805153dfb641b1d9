import type { Query } from '../question/query.ts';
import type { Store } from '../record/store.ts';
import { formatDate } from './dates.ts';
import { listOf } from './phrases.ts';

/** How a question was read, in one or two lines: what is asked, of whom and where, when, and what was mended. */
export function readingLines(query: Query, store: Store): string[] {
  const parts: string[] = [];
  const names = query.names.map(
    (name) => `${name.excluded ? 'not ' : ''}${listOf([...new Set(name.ids.map(store.nameOf))], 'or')}`,
  );
  if (names.length > 0) parts.push([...new Set(names)].join(', '));
  for (const period of query.periods) parts.push(periodReading(period.from, period.to));
  const lines = parts.length > 0 ? [`Read as: ${parts.join('; ')}.`] : [];
  const mended = query.names
    .filter((name) => name.edits > 0 && !name.implied)
    .map((name) => `Read “${name.text}” as ${name.matched}.`);
  return [...lines, ...[...new Set([...mended, ...query.notes])].slice(0, 2)];
}

function periodReading(from: string | null, to: string | null): string {
  if (from && to) return from === to ? formatDate(from) : `${formatDate(from)} to ${formatDate(to)}`;
  if (from) return `since ${formatDate(from)}`;
  return to ? `until ${formatDate(to)}` : '';
}
