import { ENTRY_KINDS, type Entry, type EntryKind, faultAt, idOf, placesAt } from './entries.ts';
import type { Fault } from './faults.ts';
import { didYouMean } from './nearest.ts';

/** What an id may stand for: the kind of an entity, or the kind of another entry in the singular. */
type Target = string;

/** One field that holds an id: where it is, what it may stand for, and what a fault calls the thing that is not there. */
type Reference = { at: string; noun: string; targets: readonly Target[]; standIns?: readonly string[] };

const SINGULAR: Readonly<Record<Exclude<EntryKind, 'entities'>, Target>> = {
  visits: 'visit',
  events: 'event',
  figures: 'figure',
  deliveries: 'delivery',
  rankings: 'ranking',
  measures: 'measure on record',
  sources: 'source',
};

const PARTY = ['person', 'organisation'];
const TRADER = ['country', 'organisation', 'region'];
const FACT = ENTRY_KINDS.filter((kind) => kind !== 'entities' && kind !== 'sources').map((kind) => SINGULAR[kind]);

const source = (at: string): Reference => ({ at, noun: 'source', targets: ['source'] });
const facts = (at: string): Reference => ({ at, noun: 'fact', targets: FACT });
/** Whoever sells or buys. A record may say that the seller is not known, or that all of them are meant together. */
const trader = (at: string, noun: string): Reference => ({ at, noun, targets: TRADER, standIns: ['all', 'unknown'] });
const counter: Reference = { at: 'counted_by', noun: 'counter', targets: PARTY, standIns: ['unstated'] };

/** Words that stand in some fields where an id would; no entry may have one of them as its id. */
const STAND_INS: readonly string[] = ['all', 'unknown', 'unstated'];

const REFERENCES: Readonly<Record<Entry['kind'], readonly Reference[]>> = {
  record: [
    { at: 'subject', noun: 'person', targets: ['person'] },
    { at: 'home', noun: 'country', targets: ['country'] },
    { at: 'since', noun: 'event', targets: ['event'] },
  ],
  visits: [
    { at: 'visitor', noun: 'person or organisation', targets: PARTY },
    { at: 'country', noun: 'country', targets: ['country'] },
    { at: 'places.*.city', noun: 'place', targets: ['city', 'region'] },
    source('places.*.sources.*'),
    { at: 'host', noun: 'host', targets: [...PARTY, 'country'] },
    { at: 'occasions.*', noun: 'occasion', targets: ['occasion'] },
    { at: 'met.*.who', noun: 'person or organisation', targets: PARTY },
    source('met.*.sources.*'),
    source('outcomes.*.sources.*'),
    source('counted_as.*.sources.*'),
    source('disputed.*.source'),
    { at: 'may_be_same_as.*', noun: 'visit', targets: ['visit'] },
    source('sources.*'),
  ],
  events: [
    { at: 'actors.*', noun: 'actor', targets: [...PARTY, 'country', 'region'] },
    { at: 'place', noun: 'place', targets: ['city', 'region', 'country'] },
    source('disputed.*.source'),
    source('sources.*'),
  ],
  figures: [
    trader('supplier', 'supplier'),
    trader('recipient', 'recipient'),
    counter,
    source('sources.*'),
    facts('conflicts_with.*'),
    facts('related_to.*'),
  ],
  deliveries: [
    trader('supplier', 'supplier'),
    trader('recipient', 'recipient'),
    { at: 'item', noun: 'weapon', targets: ['weapon', 'weapon-category'] },
    { at: 'category', noun: 'weapon category', targets: ['weapon-category'] },
    { at: 'same_event_as', noun: 'delivery', targets: ['delivery'] },
    facts('conflicts_with.*'),
    facts('related_to.*'),
    source('sources.*'),
  ],
  rankings: [
    { at: 'order.*', noun: 'country', targets: TRADER },
    counter,
    source('sources.*'),
    facts('conflicts_with.*'),
  ],
  measures: [
    { at: 'votes.notable.%', noun: 'voter', targets: ['country', 'organisation'] },
    { at: 'same_event_as', noun: 'measure', targets: [SINGULAR.measures, 'event'] },
    facts('conflicts_with.*'),
    source('sources.*'),
  ],
  entities: [source('roles.*.sources.*')],
  sources: [],
};

/** What each kind of entity may be a part of. */
const PART_OF: Readonly<Partial<Record<string, readonly Target[]>>> = {
  person: ['country', 'organisation', 'region', 'city'],
  region: ['region', 'country'],
  country: ['region'],
  city: ['country', 'region', 'city'],
  organisation: ['country', 'organisation', 'region', 'city'],
  occasion: ['country', 'region', 'city', 'organisation', 'occasion'],
  'weapon-category': ['weapon-category'],
  weapon: ['weapon', 'weapon-category'],
  role: ['country', 'organisation', 'role'],
  measure: ['measure'],
};

/** Ids given twice, whatever the kinds of the two entries, and ids that a stand-in word takes. */
export function idFaults(entries: readonly Entry[]): Fault[] {
  const first = new Map<string, Entry>();
  const faults: Fault[] = [];
  for (const entry of entries) {
    const id = idOf(entry);
    if (id === undefined || entry.kind === 'record') continue;
    const other = first.get(id);
    if (other === undefined) first.set(id, entry);
    else {
      const { line } = other.locate(['id'], 'value');
      faults.push(faultAt(entry, ['id'], `the id "${id}" is taken already at ${other.file}:${line}`));
    }
    if (STAND_INS.includes(id))
      faults.push(faultAt(entry, ['id'], `"${id}" cannot be an id: it has a meaning of its own`));
  }
  return faults;
}

/** Ids that lead nowhere, to the wrong kind of thing or to the entry itself, and sources that nothing rests on. */
export function referenceFaults(entries: readonly Entry[]): Fault[] {
  const targets = new Map<string, Target>();
  for (const entry of entries) {
    const id = idOf(entry);
    const target = targetOf(entry);
    if (id !== undefined && target !== undefined && !targets.has(id)) targets.set(id, target);
  }
  const used = new Set<string>();
  const faults: Fault[] = [];
  for (const entry of entries) {
    for (const reference of referencesOf(entry)) {
      for (const { path, value: id, part } of placesAt(entry.value, reference.at)) {
        if (typeof id !== 'string' || reference.standIns?.includes(id)) continue;
        used.add(id);
        const message = wrong(id, idOf(entry), reference, targets);
        if (message !== undefined) faults.push(faultAt(entry, path, message, part));
      }
    }
  }
  for (const entry of entries) {
    const id = entry.kind === 'sources' ? idOf(entry) : undefined;
    if (id !== undefined && !used.has(id)) faults.push(faultAt(entry, ['id'], 'no entry names this source'));
  }
  return faults;
}

/** Entities that are a part of themselves by way of others, one fault for each circle, at its first entity. */
export function circleFaults(entries: readonly Entry[]): Fault[] {
  const entities = new Map<string, Entry>();
  for (const entry of entries) {
    const id = idOf(entry);
    if (entry.kind === 'entities' && id !== undefined && !entities.has(id)) entities.set(id, entry);
  }
  const settled = new Set<string>();
  const faults: Fault[] = [];
  for (const start of entities.keys()) {
    const way: string[] = [];
    let id: string | undefined = start;
    while (id !== undefined && !settled.has(id) && !way.includes(id)) {
      way.push(id);
      id = partOf(entities.get(id));
    }
    const entry = id === undefined ? undefined : entities.get(id);
    if (id !== undefined && entry !== undefined && way.includes(id)) {
      const circle = [...way.slice(way.indexOf(id)), id];
      faults.push(faultAt(entry, ['part_of'], `goes round in a circle: ${circle.join(' → ')}`));
    }
    for (const passed of way) settled.add(passed);
  }
  return faults;
}

function referencesOf(entry: Entry): readonly Reference[] {
  if (entry.kind !== 'entities') return REFERENCES[entry.kind];
  const targets = PART_OF[targetOf(entry) ?? ''] ?? [];
  // An entity of no known kind is a fault of its own; what it may be part of cannot be told.
  if (targets.length === 0) return REFERENCES.entities;
  return [...REFERENCES.entities, { at: 'part_of', noun: targets.join(' or '), targets }];
}

function wrong(
  id: string,
  own: string | undefined,
  reference: Reference,
  targets: ReadonlyMap<string, Target>,
): string | undefined {
  const target = targets.get(id);
  if (target === undefined) {
    const right = [...targets].filter(([, kind]) => reference.targets.includes(kind)).map(([known]) => known);
    return `no such ${reference.noun} "${id}"${didYouMean(id, [...right, ...(reference.standIns ?? [])])}`;
  }
  // An entity without a kind is a fault of its own.
  if (target !== '' && !reference.targets.includes(target)) {
    return `"${id}" is ${withArticle(target)}; ${withArticle(choice(reference.targets))} is wanted here`;
  }
  // A part of itself is a circle, which is told apart.
  if (id === own && reference.at !== 'part_of') return 'refers to itself';
  return undefined;
}

function withArticle(words: string): string {
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

function choice(targets: readonly Target[]): string {
  return targets.length < 2 ? targets.join('') : `${targets.slice(0, -1).join(', ')} or ${targets.at(-1)}`;
}

function targetOf(entry: Entry): Target | undefined {
  if (entry.kind === 'record') return undefined;
  if (entry.kind !== 'entities') return SINGULAR[entry.kind];
  const [kind] = placesAt(entry.value, 'kind');
  return typeof kind?.value === 'string' ? kind.value : '';
}

function partOf(entry: Entry | undefined): string | undefined {
  const [found] = entry === undefined ? [] : placesAt(entry.value, 'part_of');
  return typeof found?.value === 'string' ? found.value : undefined;
}
