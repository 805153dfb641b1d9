import type { Concept } from '../question/lexicon.ts';
import type { NameUnit, PeriodUnit, Query } from '../question/query.ts';
import type { Store } from '../record/store.ts';
import { affinity } from './affinity.ts';
import { type Column, columnsOf, mostSaid } from './columns.ts';
import { type PlannedEntity, type PlannedPeriod, plannedEntity, plannedPeriod } from './fits.ts';
import { wordsFitter } from './words-fit.ts';

/** A question made ready for being put to many facts. */
export type Plan = {
  query: Query;
  store: Store;
  names: readonly PlannedName[];
  /** The entities of the names to be left out. */
  excluded: readonly (readonly PlannedEntity[])[];
  /** Dates named side by side are alternatives ("in 2022 or 2023"); a bound beside a date narrows it ("since the vote"). */
  closed: readonly PlannedPeriod[];
  bounds: readonly PlannedPeriod[];
  /** For each word of the question how well each fact has it, and how well each sort of fact suits its notions. */
  columns: readonly Column[];
  affinities: readonly Float64Array[];
  /** For a fact the weight of the statement that says most of the question's words. */
  mostSaid: (fact: number) => number;
  /** The numbers that must be in a fact: those that do not merely count things. */
  tellingNumbers: ReadonlySet<number>;
  /** It asks who imposed something, so that a state is met only by what it did itself. */
  penal: boolean;
  /** It speaks of a report, a list or a source: its dates may be of what was published. */
  published: boolean;
  /** For each word whether a note in a visit that uses it is no answer. */
  earnest: readonly boolean[];
};

export type PlannedName = {
  unit: NameUnit;
  entities: readonly PlannedEntity[];
  wordsFit: (fact: number) => number;
  ambient: boolean;
  category: boolean;
};

/** Smaller numbers may only count things; from here on a number is a name in itself ("resolution 1234"). */
const TELLING_NUMBER = 100;

// "walked out" and "quit" are about leaving, but only a question of time is answered by when a visit ended.
const LEAVING: ReadonlySet<string> = new Set(['leave', 'return']);
const TIMED: ReadonlySet<string> = new Set(['when', 'how-long', 'whether', 'list', 'how-many']);

/** Makes a question ready for being put to the facts of a record. */
export function planOf(query: Query, store: Store, ambient: ReadonlySet<string>): Plan {
  const closed = query.periods.filter(
    (period) => period.from !== null && period.to !== null && period.event === undefined,
  );
  const { concepts } = query;
  // It is asked when, how long or whether somebody did something: leaving is then what a visit's end tells.
  const timed =
    TIMED.has(query.ask) && query.names.some((name) => store.entities.get(name.ids[0] ?? '')?.kind === 'person');
  const entitiesOf = ({ ids }: NameUnit) => ids.map((id) => plannedEntity(id, store));
  return {
    query,
    store,
    names: query.names
      .filter((unit) => !unit.excluded)
      .map((unit) => ({
        unit,
        entities: entitiesOf(unit),
        wordsFit: wordsFitter(unit, store),
        ambient: unit.ids.some((id) => ambient.has(id)),
        category: unit.ids.every((id) => store.entities.get(id)?.kind === 'weapon-category'),
      })),
    excluded: query.names.filter((name) => name.excluded).map(entitiesOf),
    closed: closed.map(plannedPeriod),
    bounds: query.periods.filter((period: PeriodUnit) => !closed.includes(period)).map(plannedPeriod),
    columns: columnsOf(query, store),
    affinities: query.words.map((word) =>
      Float64Array.from(store.exemplars, (doc) =>
        Math.max(
          0,
          ...word.concepts.map((concept) => (LEAVING.has(concept) && !timed ? 0 : affinity(concept, doc.fact))),
        ),
      ),
    ),
    mostSaid: mostSaid(query, store),
    tellingNumbers: new Set(
      query.numbers.filter((number) => number >= TELLING_NUMBER || isDesignation(number, query.text)),
    ),
    penal: (concepts.has('sanction') || concepts.has('embargo')) && !concepts.has('vote') && !concepts.has('abstain'),
    published: ['report', 'list', 'source'].some((concept) => concepts.has(concept as Concept)),
    // A note that the day of return is not known does not tell it.
    earnest: query.words.map((word) => timed && word.concepts.includes('return')),
  };
}

// "type 54", "operation 27": smaller numbers that are a name.
function isDesignation(number: number, text: readonly string[]): boolean {
  return text.some(
    (norm, at) =>
      /^\d+$/.test(norm) && Number(norm) === number && /^(?:type|model|mark|mk|operation)$/.test(text[at - 1] ?? ''),
  );
}
