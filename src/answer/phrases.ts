import { precisionOf } from '../record/days.ts';
import type { Delivery, Event, Figure, Measure, PartialDate, Ranking, Visit } from '../record/schema.ts';
import type { Store } from '../record/store.ts';
import { formatDate } from './dates.ts';

/** Pieces of sentences: dates, places, amounts and names as a sub-editor would put them. No fact is chosen here. */

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[], joint = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}

/** Counts in a sentence, up to twelve. */
export const COUNT_WORDS: readonly string[] = 'no one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
);

/** One to twelve as words, more as digits with thousands separated. */
export function countWord(count: number): string {
  return COUNT_WORDS[count] ?? plainNumber(count);
}

/** `second`, `third`, … for a count in a sentence. */
export function ordinalWord(count: number): string {
  const words = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
  if (words[count]) return words[count];
  const tail = count % 100 >= 11 && count % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${tail}`;
}

export function capital(text: string): string {
  return text === '' ? text : text[0]?.toUpperCase() + text.slice(1);
}

export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** `on 20 June 2021`, `in June 2021`, `in 2021`. */
export function onDate(date: PartialDate): string {
  return `${precisionOf(date) === 'day' ? 'on' : 'in'} ${formatDate(date)}`;
}

/** `from 3 to 9 March 2025`, `on 3 March 2025`, `from 20 June 2021`, `in June 2013`: never more than the record says. */
export function stretch(from: PartialDate | null | undefined, to: PartialDate | null | undefined): string {
  if (from && to) return from === to ? onDate(from) : `from ${shortened(from, to)} to ${formatDate(to)}`;
  if (from) return precisionOf(from) === 'day' ? `from ${formatDate(from)}` : onDate(from);
  if (to) return `until ${formatDate(to)}`;
  return '';
}

function shortened(from: PartialDate, to: PartialDate): string {
  if (from.length === 10 && to.length === 10 && from.slice(0, 7) === to.slice(0, 7))
    return String(Number(from.slice(8)));
  if (from.length === 10 && to.length === 10 && from.slice(0, 4) === to.slice(0, 4)) {
    return formatDate(from).replace(/ \d{4}$/, '');
  }
  return formatDate(from);
}

/** A period as a title has it: `1999 to June 2021`, `2022`, `up to June 2024`. */
export function periodText(from: PartialDate | null, to: PartialDate | null): string {
  if (from && to) return from === to ? formatDate(from) : `${shortened(from, to)} to ${formatDate(to)}`;
  if (to) return `up to ${formatDate(to)}`;
  return from ? `since ${formatDate(from)}` : '';
}

/** When a visit was: its arrival and, where the record has it, its departure. */
export function visitTime(visit: Visit): string {
  return visit.departed ? stretch(visit.arrived, visit.departed) : arrivalTime(visit);
}

function arrivalTime(visit: Visit): string {
  if (precisionOf(visit.arrived) === 'day') return `from ${formatDate(visit.arrived)}`;
  return onDate(visit.arrived);
}

/** When a visitor was in one city: the days of that stop, else those of the visit. */
export function stopTime(visit: Visit, city: string): string {
  const stop = visit.places?.find((place) => place.city === city);
  if (stop?.from && stop.to) return stretch(stop.from, stop.to);
  if (stop?.from) return stretch(stop.from, null);
  if (stop?.to) return precisionOf(stop.to) === 'day' ? `until ${formatDate(stop.to)}` : onDate(stop.to);
  // Of a trip to several places the days of the whole are not those of one.
  const time = visitTime(visit);
  return (visit.places ?? []).length > 1 && time.startsWith('from ') ? `on the trip ${time}` : time;
}

/** `Southland (Sudport and Osk)`; the country alone when no city is named. */
export function destination(visit: Visit, store: Store): string {
  const cities = (visit.places ?? []).map((place) => store.nameOf(place.city));
  const country = store.nameOf(visit.country);
  return cities.length > 0 ? `${country} (${listOf(cities)})` : country;
}

const UNITS: Readonly<Partial<Record<string, string>>> = {
  USD: 'US dollars',
  EUR: 'euros',
  'percent-share': 'per cent',
  items: '',
};

/** An amount in its own unit: `1.5 billion US dollars`, `4,493.46 million TIV`, `43.4 per cent`, `109,604 tonnes`. */
export function amountText(value: number, unit: string): string {
  const million = /^(.+)-million$/.exec(unit);
  if (million) return `${plainNumber(value)} million ${million[1]}`;
  const billion = /^(.+)-billion$/.exec(unit);
  if (billion) return `${plainNumber(value)} billion ${billion[1]}`;
  const name = UNITS[unit] ?? unit;
  return `${unit === 'percent-share' ? plainNumber(value) : roundNumber(value)}${name ? ` ${name}` : ''}`;
}

// Making a formatter costs more than a whole answer.
const NUMBERS = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

export function plainNumber(value: number): string {
  return NUMBERS.format(value);
}

function roundNumber(value: number): string {
  if (value >= 1e9) return `${plainNumber(value / 1e9)} billion`;
  if (value >= 1e6) return `${plainNumber(value / 1e6)} million`;
  return plainNumber(value);
}

/** `figure.value_note` before the amount where it reads so: `at least 1 billion US dollars`. */
export function figureAmount(figure: Figure): string {
  const amount = amountText(figure.value, figure.unit);
  const note = figure.value_note;
  if (!note) return amount;
  return /^(about|nearly|over|at least|more than|just over|some|roughly|around|almost|up to)$/.test(note)
    ? `${note} ${amount}`
    : `${amount} (${note})`;
}

/** Who counted, as a reader would say it: `counted by Count House`; nothing when the record does not know. */
export function counterText(figure: Figure | Ranking, store: Store): string {
  const counter = store.entities.get(figure.counted_by);
  return counter
    ? `counted by ${counter.name}`
    : figure.counted_by === 'unstated'
      ? 'the source does not say who counted'
      : '';
}

export function eventTime(event: Event): string {
  return typeof event.date === 'string' ? formatDate(event.date) : periodText(event.date.from, event.date.to);
}

/** The number of things delivered or ordered with their name: `6 river boats`, `river boat (number not given)`. */
export function deliveryItems(delivery: Delivery): string {
  const { quantity, quantity_note: note } = delivery;
  if (quantity === null) return note ? `${delivery.item_name} (${note})` : delivery.item_name;
  if (quantity === 0) return delivery.item_name;
  const number = quantity < 1000 ? String(quantity) : plainNumber(quantity);
  return note ? `${delivery.item_name}: ${number} ${note}` : `${number} ${delivery.item_name}`;
}

/** Votes as a sentence would list them: `119 for, 1 against, 36 abstentions, 37 not voting`. */
export function voteText(measure: Measure): string {
  const votes = measure.votes;
  if (!votes) return '';
  const parts: string[] = [];
  if (votes.for !== undefined) parts.push(`${votes.for} for`);
  if (votes.against !== undefined) parts.push(`${votes.against} against`);
  if (votes.abstain !== undefined) parts.push(`${votes.abstain} ${votes.abstain === 1 ? 'abstention' : 'abstentions'}`);
  if (votes.not_voting !== undefined) parts.push(`${votes.not_voting} not voting`);
  return listOf(parts);
}
