import { isFunctionWord } from '../question/lexicon.ts';
import type { Query, WordUnit } from '../question/query.ts';
import { lastDay } from '../record/days.ts';
import type { Entity } from '../record/schema.ts';
import type { Store } from '../record/store.ts';
import { stemOf, wordsOf } from '../text.ts';
import { type Context, type Draft, line } from './draft.ts';
import { holds, isLesser, type Role, roleText } from './offices.ts';
import { listOf, sentence } from './phrases.ts';
import { ambiguousAnswer } from './refuse.ts';

/** Who holds or held an office: the people whose roles say so, those of the period asked for first. */
export function answerHolder(context: Context): Draft | null {
  const { query, store, today } = context;
  const wanted = query.words.filter(
    (word) =>
      !/^(name|ran|runs|heads|headed|leads|led|holds|held|rules|ruled|chairs|chaired)$/.test(word.norm) &&
      (!word.optional || word.concepts.includes('person') || word.concepts.includes('abroad')),
  );
  const found: { entity: Entity; role: Role; fit: number }[] = [];
  const country = query.names.flatMap((name) =>
    name.excluded
      ? []
      : // A body of the home country: whoever leads it is of that country.
        name.ids.map((id) => (context.ambient.has(id) ? store.record.meta.home : id)),
  );
  // Of an office all words are wanted, so that only those come into question whose roles have the first.
  for (const { fact } of store.saying(wanted[0]?.stems.keys() ?? [], 'entity')) {
    const entity = store.entities.get(fact.id);
    if (entity?.kind !== 'person') continue;
    for (const role of entity.roles ?? []) {
      const fit = officeFit(role, entity, wanted, country, store);
      if (fit > 0 && inTime(role, query, today)) found.push({ entity, role, fit });
    }
  }
  const best = Math.max(0, ...found.map((entry) => entry.fit));
  const told = found
    .filter((entry) => entry.fit === best)
    .sort((a, b) => (b.role.from ?? '').localeCompare(a.role.from ?? '') * (query.order?.kind === 'first' ? -1 : 1));
  const first = told[0];
  if (!first || best < 0.99) return null;
  // "what about the minister": one is meant, but which?
  if (told.length > 1 && /^(?:what about )?the \w+$/.test(query.text.join(' ')))
    return ambiguousAnswer(
      'Who is meant?',
      told.slice(0, 5).map(({ entity }) => ({ label: entity.name, question: `who is ${entity.name}` })),
    );
  // Only those who held it in the same words and at the same time are told in one breath.
  const alike = told.filter(({ role }) => roleText(role) === roleText(first.role));
  const others = told.filter((entry) => !alike.includes(entry));
  return {
    status: 'answered',
    headline: line(
      sentence(`${listOf(alike.map((entry) => entry.entity.name))}: ${roleText(first.role)}`),
      told.map((entry) => entry.entity.id),
      [...new Set(alike.flatMap((entry) => entry.role.sources))],
    ),
    lines: others.map((entry) =>
      line(sentence(`${entry.entity.name}: ${roleText(entry.role)}`), [entry.entity.id], entry.role.sources),
    ),
    qualifications: [],
    confidence: 0.9,
    focus: [first.entity.id],
  };
}

function inTime(role: Role, query: Query, today: string): boolean {
  if (query.order?.kind === 'first') return true;
  if (query.periods.length > 0) return query.periods.every((period) => holds(role, period.from, period.to));
  const past = query.text.some((norm) => ['was', 'were', 'had', 'former', 'previous', 'used'].includes(norm));
  return past || role.to === undefined || lastDay(role.to) >= today;
}

// By one of its names, whole: an envoy of Norland is not one of the league because both are special envoys.
function namedIn(id: string, stems: ReadonlySet<string>, store: Store): boolean {
  const entity = store.entities.get(id);
  return [entity?.name ?? '', ...(entity?.aliases ?? [])].some((name) => {
    const words = store.wordsOfName(name).filter((norm) => !isFunctionWord(norm));
    return words.length > 0 && words.every((norm) => stems.has(stemOf(norm)));
  });
}

// "who commands the army": the commander.
function officeStems(word: WordUnit, wanted: readonly WordUnit[]): string[] {
  const own = stemOf(word.norm);
  // Of "prime minister" each word must be found by itself.
  const others = wanted.map(({ norm }) => stemOf(norm)).filter((stem) => stem !== own);
  const stems = [...word.stems.keys()].filter((stem) => !others.includes(stem));
  return [...stems, ...(AGENTS.get(own) ?? []).map(stemOf)];
}

const AGENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['command', ['commander']],
  ['chair', ['chairman', 'chairwoman']],
]);

function officeFit(role: Role, entity: Entity, wanted: Query['words'], names: readonly string[], store: Store): number {
  if (wanted.length === 0) return 0;
  const doc = store.byId.get(entity.id);
  const statement = doc?.statements.find((candidate) => candidate.part === 'role' && candidate.text === role.title);
  if (!statement) return 0;
  const words = wanted.filter((word) => officeStems(word, wanted).some((stem) => statement.stems.has(stem)));
  if (words.length < wanted.length) return 0;
  const own = new Set([entity.id, ...store.containers(entity.id)]);
  const fits = names.every(
    (id) => own.has(id) || namedIn(id, statement.stems, store) || own.has(store.standsFor(id) ?? ''),
  );
  if (!fits) return 0;
  const asked = wanted.map((word) => stemOf(word.norm));
  // A caretaker holds the office for the time being.
  if (isLesser(role, asked) && !/\bcaretaker\b/i.test(role.title)) return 0.5;
  const head = wordsOf(role.title)[0]?.norm ?? '';
  return wanted.some((word) => word.stems.has(stemOf(head))) ? 1.1 : 1;
}
