import type { Store } from '../../record/store.ts';
import type { NameUnit, PeriodUnit, Query } from '../query.ts';
import { type Carried, focusDoc, typeOf } from './carried.ts';

/** The last question with the names and dates of this one in place of those of the same kind. */
export function withParts(query: Query, last: Query, carried: Carried, store: Store): Query {
  let names = last.names;
  for (const name of query.names) {
    const type = typeOf(name, store);
    const home = (other: NameUnit) =>
      other.ids.includes(store.record.meta.home) && !name.ids.includes(store.record.meta.home);
    const same = names.filter(
      (other) => typeOf(other, store) === type && !home(other) && (!other.implied || type === 'person'),
    );
    const out = new Set(last.alternatives ? same : same.length > 0 ? same.slice(-1) : counterpart(type, names, store));
    names = [...names.filter((other) => !out.has(other)), placed(name, [...out][0], last)];
  }
  const ask = query.ask === 'list' || query.ask === 'what' || query.ask === 'whether' ? last.ask : query.ask;
  return {
    ...last,
    ask,
    names,
    alternatives: query.alternatives,
    periods: query.periods.length > 0 ? withYear(query.periods, last, carried, store) : last.periods,
    order: query.order ?? last.order,
    words:
      query.words.length > 0
        ? query.words.map((word) => ({ ...word, optional: false }))
        : // A word that nobody knows was a name, and another stands in its place.
          last.words.filter((word) => query.names.length === 0 || !word.unknown),
    concepts: query.words.length > 0 ? new Set([...last.concepts, ...query.concepts]) : last.concepts,
    text: query.words.length > 0 && query.names.length === 0 ? [...last.text, ...query.text] : last.text,
    only: [],
    besides: [],
    notes: query.notes,
  };
}

// "when did the league sanction it", "and Norland?": a state in the place of a body that acts as states do.
function counterpart(type: string, names: readonly NameUnit[], store: Store): NameUnit[] {
  if (type !== 'place' || names.length < 2) return [];
  const [first] = names;
  return first && typeOf(first, store) === 'organisation' ? [first] : [];
}

// The new name stands where the old one stood, so that rules on word order see the last question unchanged.
function placed(name: NameUnit, old: NameUnit | undefined, last: Query): NameUnit {
  const at = old ?? { start: last.text.length, end: last.text.length + 1, literal: name.literal };
  return { ...name, start: at.start, end: at.end, literal: at.literal || name.literal };
}

// "and in September?" after a question on 2021 means September of that year.
function withYear(periods: readonly PeriodUnit[], last: Query, carried: Carried, store: Store): PeriodUnit[] {
  const year =
    last.periods.find((period) => period.from)?.from?.slice(0, 4) ?? focusDoc(carried, store)?.span?.from?.slice(0, 4);
  return periods.map((period) => {
    const month = period.months?.[0];
    if (month === undefined || year === undefined) return period;
    const text = `${year}-${String(month).padStart(2, '0')}`;
    const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
    return { ...period, from: `${text}-01`, to: `${text}-${days}`, months: undefined };
  });
}
