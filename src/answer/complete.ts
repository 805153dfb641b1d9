import type { OptionKind } from '../../commands/command.ts';
import type { About } from '../desk.ts';
import { completeName } from '../question/names.ts';
import type { Reader } from '../question/read.ts';

/** Names that fit an option of a command, for what was typed so far; best first, all different. */
export function namesFor(kind: OptionKind, partial: string, limit: number, reader: Reader): string[] {
  const { store } = reader;
  if (kind === 'visit-kind') return ['official', 'state', 'working', 'private', 'multilateral'].filter((name) => name.startsWith(partial.toLowerCase())).slice(0, limit);
  if (kind === 'year') {
    const years = new Set(store.docs.flatMap((doc) => (doc.span?.from ? [doc.span.from.slice(0, 4)] : [])));
    return [...years].filter((year) => year.startsWith(partial.trim())).sort().reverse().slice(0, limit);
  }
  const accept = acceptedBy(kind, reader);
  return [...new Set(completeName(partial, reader.names, accept, limit).map((found) => found.name))].slice(0, limit);
}

function acceptedBy(kind: OptionKind, reader: Reader): (id: string) => boolean {
  const { store } = reader;
  const { record } = store;
  switch (kind) {
    case 'person': {
      const people = new Set(record.visits.flatMap((visit) => [visit.visitor, ...(visit.met ?? []).map((meeting) => meeting.who)]));
      return (id) => people.has(id);
    }
    case 'place': {
      const places = new Set(record.visits.flatMap((visit) => [visit.country, ...(visit.places ?? []).map((stop) => stop.city)]));
      return (id) => places.has(id);
    }
    case 'supplier': {
      const suppliers = new Set([...record.figures, ...record.deliveries].map((fact) => fact.supplier));
      return (id) => suppliers.has(id) && store.entities.has(id);
    }
    case 'item': {
      const items = new Set(record.deliveries.flatMap((delivery) => [delivery.item, delivery.category]));
      return (id) => items.has(id);
    }
    default:
      return () => true;
  }
}

/** Whole questions that the record answers and that what was typed may become. */
export function completeQuestion(partial: string, limit: number, reader: Reader, about: About): string[] {
  void reader;
  return about.questions.filter((question) => question.startsWith(partial.toLowerCase())).slice(0, limit);
}
