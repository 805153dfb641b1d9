import { type Concept, conceptsOf } from '../question/lexicon.ts';
import { perQuery } from '../question/per-query.ts';
import type { NameUnit, Query } from '../question/query.ts';
import type { Visit } from '../record/schema.ts';
import type { Doc, Store } from '../record/store.ts';

/** Who travelled where, as far as a question says: the part of a visit that each of its names plays. */
export type Travel = {
  /** The traveller by name; none: anybody on the right side. */
  travellers: string[];
  /** Abroad: somebody of the home country; inward: a guest in it; either: the question does not say. */
  direction: 'abroad' | 'inward' | 'either';
  /** The guest's own state or body ("a Norland admiral"), where no name is given. */
  guestOf: string[];
  /** People asked about as those met, received by or hosted by. */
  met: string[];
  /** Places asked about as where the visit went; each is a list of ids of which one will do. */
  destinations: string[][];
  /** It asks who met whom, not only who was where. */
  meeting: boolean;
  /** The destinations are alternatives: one of them is enough. */
  anyDestination: boolean;
};

const GO: ReadonlySet<Concept> = new Set(['visit', 'arrive', 'leave', 'return', 'stay']);

/** Reads the travel in a question about visits or meetings. */
export const readTravel: (query: Query, store: Store) => Travel = perQuery((query, store) => {
  const { subject, home } = store.record.meta;
  const people = query.names.filter((name) => !name.excluded && name.ids.every((id) => isTraveller(id, store)));
  const goAt = verbAt(query, GO);
  const meetAt = query.text.findIndex((norm) => MEET_WORD.test(norm));
  const travellers: string[] = [];
  const met: string[] = [];
  for (const name of people) {
    const role = roleOf(name, query, goAt, meetAt, subject);
    if (role === 'traveller') travellers.push(...name.ids);
    else met.push(...name.ids);
  }
  const places = query.names.filter((name) => !name.excluded && name.ids.every((id) => isPlace(id, store)));
  const foreign = places.filter(
    (name) => !name.adjective && !isOrigin(query, name) && !name.ids.some((id) => isHome(id, store)),
  );
  const homely = places.some((name) => !name.adjective && name.ids.some((id) => isHome(id, store)));
  const guests = travellers.length > 0 ? [] : guestStates(query, places, goAt, store);
  // "the Torvian deputy premier at the Osk talks": where the talks were he was no guest.
  const abroad = query.concepts.has('receive') && guests.includes(home);
  const guestOf = abroad || foreign.some((name) => !name.ids.some((id) => guests.includes(id))) ? [] : guests;
  let direction: Travel['direction'] = 'either';
  if (travellers.some((id) => id !== subject && !store.containers(id).includes(home))) direction = 'inward';
  else if (travellers.includes(subject) || abroad) direction = 'abroad';
  else if (guestOf.length > 0) direction = 'inward';
  else if (/\bout of (the )?country\b|\b(leave|left|leaving) (the|his|her) country\b/.test(query.text.join(' ')))
    direction = 'abroad';
  else if (foreign.length > 0 && (goAt >= 0 || query.concepts.has('receive'))) direction = 'abroad';
  else if (homely && (goAt >= 0 || query.ask === 'who')) direction = 'inward';
  else if (/\b(came|come|comes|coming|visitor|visitors|guest|guests|visited us)\b/.test(query.text.join(' ')))
    direction = 'inward';
  else if (
    query.concepts.has('abroad') &&
    !/\bforeign (official|officials|leader|leaders|guest|guests|visitor|visitors|minister|ministers|delegation|delegations|dignitar\w+)\b/.test(
      query.text.join(' '),
    )
  )
    direction = 'abroad';
  else if (query.ask === 'who' && goAt >= 0 && met.length === 0) direction = 'inward';
  if (
    direction === 'abroad' &&
    travellers.length === 0 &&
    query.ask !== 'who' &&
    (goAt >= 0 || query.concepts.has('abroad'))
  )
    travellers.push(subject);
  // "a stop in Norland on the way home from Southland": the visit was to Southland.
  const left = /\bway (?:home|back) from\b/.test(query.text.join(' '))
    ? places.filter((name) => isOrigin(query, name))
    : [];
  const stopover = left.length > 0 && foreign.length > 0;
  const destinations = (stopover ? left : places)
    .filter(
      (name) =>
        stopover ||
        (!name.adjective &&
          !isAgent(query, name) &&
          !guestOf.some((id) => name.ids.includes(id)) &&
          !isOrigin(query, name)),
    )
    .filter((name) => !(direction === 'abroad' && name.ids.some((id) => id === home)))
    .map((name) => name.ids);
  return {
    travellers: [...new Set(travellers)],
    direction,
    guestOf,
    met: [...new Set(met)],
    meeting: meetAt >= 0,
    destinations,
    anyDestination: query.alternatives,
  };
});

// "did the state announce …": who acts is not where somebody went.
function isAgent(query: Query, name: NameUnit): boolean {
  const next = query.text[name.end] ?? '';
  return (
    /^(did|has|had|does|do)$/.test(query.text[name.start - 1] ?? '') &&
    !conceptsOf(next).includes('visit') &&
    next !== '' &&
    !/^(in|on|since|after|before|and|or)$/.test(next)
  );
}

// "from Sudport", "on the way home from Osk": where a journey began, not where it went.
function isOrigin(query: Query, name: NameUnit): boolean {
  const before = query.text.slice(Math.max(0, name.start - 3), name.start).join(' ');
  return (
    /\b(from|back from|of|by|as far as)$/.test(before) &&
    !/\b(capital|city|town|visit|tour|leg|part|rest) of$/.test(before)
  );
}

/**
 * Whether a question is about travel: it uses a verb of travel of people, or asks when or where somebody was in a place
 * and says nothing else.
 */
export const asksTravel: (query: Query, store: Store) => boolean = perQuery((query, store) => {
  if (query.ask === 'how-much') return false;
  const concepts = new Set(query.words.flatMap((word) => word.concepts));
  if (
    ['supply', 'buy', 'arms', 'order', 'vote', 'abstain', 'sanction', 'embargo'].some(
      (concept) => concepts.has(concept as Concept) && !concepts.has('visit'),
    )
  ) {
    return false;
  }
  const person = query.names.some((name) => name.ids.every((id) => isTraveller(id, store)));
  const place = query.names.some((name) => name.ids.every((id) => isPlace(id, store)));
  const goAt = verbAt(query, GO);
  const pronoun = query.names.some((name) => name.implied);
  if (/\bout of (the )?country\b|\b(leave|left|leaving) (the|his|her) country\b/.test(query.text.join(' ')))
    return true;
  if (
    goAt >= 0 &&
    (person || pronoun || (place && query.ask !== 'what') || ['list', 'how-many', 'who', 'when'].includes(query.ask))
  )
    return true;
  return (person || pronoun) && place && query.words.every((word) => word.optional);
});

const MEET_WORD =
  /^(meet|meets|met|meeting|meetings|talk|talks|talked|speak|spoke|see|saw|seen|receive|received|receives|host|hosted|greet|greeted|welcomed|sat|encounter|encountered|audience|counterpart|dinner|dined)$/;

function verbAt(query: Query, wanted: ReadonlySet<Concept>): number {
  const named = (at: number) =>
    query.names.some((name) => at >= name.start && at < name.end) ||
    query.periods.some((period) => at >= period.start && at < period.end);
  return query.text.findIndex(
    (norm, at) =>
      (conceptsOf(norm).some((concept) => wanted.has(concept)) ||
        query.words.some(
          (word) => word.at === at && word.concepts.some((concept) => wanted.has(concept) && concept !== 'return'),
        )) &&
      !named(at) &&
      !(norm === 'going' && query.text[at + 1] === 'to' && !named(at + 2) && query.text[at + 2] !== 'the') &&
      !IDIOM.test(`${norm} ${query.text[at + 1] ?? ''}`),
  );
}

// "went on sale", "come into force", "left over": verbs of travel that do not travel.
const IDIOM =
  /^((go|goes|went|going|gone|come|came|comes|coming) (down|into|on|off|up|out|ahead|under|through|with|first|second|third|fourth|fifth|before)|(left|leave) (over|out|behind|off)|return (on|for)|long (time|ago))\b/;

function isTraveller(id: string, store: Store): boolean {
  const entity = store.entities.get(id);
  return entity?.kind === 'person' || (entity?.kind === 'organisation' && /delegation/i.test(entity.name));
}

/** Whether an entity is somewhere to go to. */
export function isPlace(id: string, store: Store): boolean {
  return ['country', 'city', 'region'].includes(store.entities.get(id)?.kind ?? '');
}

export function isHome(id: string, store: Store): boolean {
  const { home } = store.record.meta;
  return id === home || store.containers(id).includes(home);
}

function roleOf(name: NameUnit, query: Query, goAt: number, meetAt: number, subject: string): 'traveller' | 'met' {
  if (name.implied && name.start < 0) return goAt >= 0 ? 'traveller' : 'met';
  const before = query.text[name.start - 1] ?? '';
  const two = `${query.text[name.start - 2] ?? ''} ${before}`;
  const isSubject = name.ids.includes(subject);
  if (/^(with|met|meet|meeting|see|saw|seeing|receive|received|host|hosted|greet|greeted)$/.test(before)) return 'met';
  if (
    /\b(received by|hosted by|met by|welcomed by|greeted by|invited by|invitation of|invitation from|talks with|to see|to meet)$/.test(
      two,
    )
  )
    return 'met';
  if (goAt < 0) return 'met';
  // "how many trips has she made": the noun comes first.
  if (meetAt < 0 && name.start > goAt && /^(did|has|had|does|have)$/.test(before)) return 'traveller';
  if (meetAt >= 0 && meetAt < name.start && name.start > goAt) return 'met';
  if (name.start < goAt)
    return meetAt >= 0 && meetAt < name.start && !/^(did|has|had|was|is|of|by)$/.test(before) ? 'met' : 'traveller';
  if (/^(of|by)$/.test(before)) return 'traveller';
  // "who visited Ada Orr": the one visited comes after the verb.
  return isSubject || query.ask === 'who' || /^(visit|visits|visited|visiting)$/.test(before) ? 'met' : 'traveller';
}

// "Norland admiral", "Southland's public security minister": a state before the verb whose man or woman came.
function guestStates(query: Query, places: readonly NameUnit[], goAt: number, store: Store): string[] {
  // "which Norland minister received him": the stranger is the host.
  if (
    /\b(received|receive|hosted|host|welcomed|welcome|greeted|greet|met|meet|meets|sat|sit|sat down|sit down|talked|spoke|talk|speak|dined)( with| to)? (him|her|he|she)\b|\b(he|she) (met|meet|saw|see|talk|talked|spoke|speak|sit|sat|dine|dined|lunched)\b|\bon (the|his|her|that) (\d{4} )?(trip|visit|journey|tour)\b/.test(
      query.text.join(' '),
    )
  )
    return [];
  const found: string[] = [];
  for (const name of places) {
    if (
      // A region has no admirals: "the Crimean stay" went there.
      name.ids.some((id) => store.entities.get(id)?.kind !== 'country') ||
      query.periods.some((period) => period.start === name.end)
    )
      continue;
    const rest = query.text.slice(name.end, name.end + 5).join(' ');
    const person =
      /^((?!(?:any|which|what|who|when|where|how|did|was|were|has|he|she|side|would)\b)\w+ ){0,4}?(?:(?:minister|chief|admiral|general|president|premier|leader|official|envoy|delegation|commander|head|secretary|diplomat|boss|officer|colonel|visitor|guest|team|politician|spymaster|adviser|governor|king|queen|marshal|monarch)s?|navy|army|man|men|foreign|defence|defense|security|police|air|intelligence)\b/.test(
        rest,
      );
    const from =
      query.text[name.start - 1] === 'from' &&
      goAt >= 0 &&
      name.start - goAt <= 4 &&
      /^(came|come|comes|coming|visit|visited|visitors|visitor|guests|arrived)$/.test(query.text[goAt] ?? '') &&
      query.ask !== 'where';
    const guest =
      query.text[name.start - 1] === 'from' && conceptsOf(query.text[name.start - 2] ?? '').includes('person');
    // "norlanders who came": the people of a state.
    const people = name.adjective && /[^s]s$/.test(name.text) && goAt > name.start;
    if (from || guest || people) found.push(...name.ids);
    else if (person && (goAt < 0 || name.start < goAt || name.adjective)) found.push(...name.ids);
  }
  return found;
}

/** Whether a fact is a visit that fits the travel that was asked about; most that do not are not read for it. */
export function isOnTravel(doc: Doc, travel: Travel, store: Store): boolean {
  if (doc.kind !== 'visit') return false;
  const concerned = (ids: readonly string[]) => ids.some((id) => doc.concerns(id));
  if (travel.travellers.length > 0 && !concerned(travel.travellers)) return false;
  if (!travel.met.every((id) => doc.concerns(id))) return false;
  if (travel.destinations.length > 0) {
    const { destinations } = travel;
    if (!(travel.anyDestination ? destinations.some(concerned) : destinations.every(concerned))) return false;
  }
  const { fact } = doc;
  return fact.kind === 'visit' && fitsTravel(fact.data, travel, store);
}

/** Whether a visit fits the travel that was asked about. */
export function fitsTravel(visit: Visit, travel: Travel, store: Store): boolean {
  const inward = isHome(visit.country, store);
  if (travel.direction === 'abroad' && inward) return false;
  if (travel.direction === 'inward' && !inward) return false;
  if (travel.travellers.length > 0 && !travel.travellers.includes(visit.visitor)) return false;
  if (travel.guestOf.length > 0 && inward) {
    const own = [visit.visitor, ...store.containers(visit.visitor)];
    if (!travel.guestOf.some((id) => own.includes(id) || id === store.record.meta.home)) return false;
  }
  if (travel.destinations.length > 0 && !reaches(visit, travel, store)) return false;
  return travel.met.every(
    (id) =>
      visit.visitor === id ||
      visit.host === id ||
      (visit.met ?? []).some((meeting) => meeting.who === id) ||
      // "why were Orr and Lund in Osk": one of the visitor's party.
      (!travel.meeting && travel.met.length > 1 && store.byId.get(visit.id)?.mentions.has(id) === true),
  );
}

function reaches(visit: Visit, travel: Travel, store: Store): boolean {
  const stops = [visit.country, ...(visit.places ?? []).map((place) => place.city)];
  const reached = new Set([...stops, ...stops.flatMap((id) => store.containers(id))]);
  const fits = (ids: readonly string[]) => ids.some((id) => reached.has(id));
  return travel.anyDestination ? travel.destinations.some(fits) : travel.destinations.every(fits);
}
