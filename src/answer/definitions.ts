import type { Doc, Store } from '../record/store.ts';
import { normsOf, stemOf } from '../text.ts';
import { type Context, type Draft, line } from './draft.ts';
import { factLine } from './lines.ts';
import { roleText } from './offices.ts';
import { listOf, sentence } from './phrases.ts';

/** Answers on who or what something is; `null` when the name is not one of the record's or nothing more is said of it. */
export function answerDefinition(context: Context, id: string): Draft | null {
  const { store } = context;
  const entity = store.entities.get(id);
  if (!entity) return null;
  const facts = factsAbout(id, store);
  const sources = [
    ...new Set([
      ...(entity.roles ?? []).flatMap((role) => role.sources),
      ...facts.slice(0, 3).flatMap((doc) => sourcesOf(doc)),
    ]),
  ];
  if (sources.length === 0) return null;
  const known = (entity.aliases ?? []).filter((alias) => /^[\p{Script=Latin}\d .'’-]+$/u.test(alias)).slice(0, 3);
  const roles = (entity.roles ?? []).map((role) => line(sentence(roleText(role)), [id], role.sources));
  return {
    status: 'answered',
    headline: line(
      sentence(
        `${entity.name}: ${entity.gloss ?? (known.length > 0 ? `also called ${listOf(known)}` : 'named in the record')}`,
      ),
      [id],
      sources.slice(0, 4),
    ),
    lines: [
      ...(known.length > 0 && entity.gloss ? [line(sentence(`Also called ${listOf(known)}`), [id], [])] : []),
      ...roles.slice(0, 6),
      ...facts.slice(0, 3).map((doc) => factLine(doc, store)),
    ],
    qualifications: [],
    confidence: 0.95,
    focus: [id],
  };
}

function sourcesOf(doc: Doc): string[] {
  return doc.fact.kind === 'entity' ? [] : doc.fact.data.sources.slice(0, 2);
}

// No field holds it: the facts one of whose texts has its name, word for word.
function factsInWords(id: string, store: Store): Doc[] {
  const stems = store.wordsOfName(store.nameOf(id)).map(stemOf);
  const [first] = stems;
  if (first === undefined) return [];
  return (store.byStem.get(first) ?? [])
    .flatMap((index) => store.docs[index] ?? [])
    .filter(
      (doc) =>
        doc.fact.kind !== 'entity' &&
        doc.statements.some((statement) => stems.every((stem) => statement.stems.has(stem))),
    );
}

/** Facts that name an entity in a field, the newest first; else those whose text mentions it. */
function factsAbout(id: string, store: Store): Doc[] {
  const naming = (store.byEntity.get(id) ?? [])
    .flatMap((index) => store.docs[index] ?? [])
    .filter((doc) => doc.fact.kind !== 'entity');
  const docs = naming.length > 0 ? naming : factsInWords(id, store);
  const weight = (doc: Doc) => (doc.fields.has(id) ? (doc.fact.kind === 'event' ? 3 : 2) : 1);
  return docs.sort((a, b) => weight(b) - weight(a) || b.orderDay.localeCompare(a.orderDay));
}

/** "who leads the front": the people whose gloss says so of the thing named; `null` when none or several dozen do. */
export function answerByGloss(context: Context, ids: readonly string[]): Draft | null {
  const { query, store } = context;
  const wanted = query.words.filter((word) => !word.optional);
  if (
    wanted.length === 0 ||
    wanted.length > 2 ||
    query.periods.length > 0 ||
    wanted.some((word) => word.concepts.length > 0)
  )
    return null;
  const names = ids.map((id) => store.nameOf(id).toLowerCase());
  const described = store.saying(wanted[0]?.stems.keys() ?? [], 'entity');
  const found = described
    .flatMap(({ fact }) => store.entities.get(fact.id) ?? [])
    .filter((entity) => {
      if (entity.kind !== 'person' || !entity.gloss) return false;
      const gloss = entity.gloss.toLowerCase();
      if (!ids.some((id) => entity.part_of === id) && !names.some((name) => gloss.includes(name))) return false;
      const stems = new Set(normsOf(entity.gloss).map(stemOf));
      return wanted.every((word) => [...word.stems.keys()].some((stem) => stems.has(stem)));
    });
  const [first] = found;
  return found.length >= 1 && found.length <= 3 && first ? answerDefinition(context, first.id) : null;
}
