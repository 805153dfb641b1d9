import { impliedName } from '../question/implied-name.ts';
import { conceptsOf } from '../question/lexicon.ts';
import type { NameUnit, Query, WordUnit } from '../question/query.ts';
import { stemOf } from '../text.ts';
import { answerByGloss, answerDefinition } from './definitions.ts';
import type { Context, Draft } from './draft.ts';
import { answerHolder } from './holder.ts';
import { factLine } from './lines.ts';
import { answerLeavingOffice, answerRoles, answerTakingOffice } from './offices.ts';

/** Answers on what or who something is, what somebody was and when: questions that no kind of fact has a frame for. */
export function define(context: Context): Draft | null {
  const { query, store } = context;
  const text = query.text.join(' ');
  const names = query.names.filter((name) => !name.excluded);
  const content = query.words.filter((word) => !word.optional);
  const term = query.ask === 'when' ? (answerTakingOffice(context) ?? answerLeavingOffice(context)) : null;
  if (term) return term;
  const role =
    /\b(title|post|position|office|job|rank|role)s?\b/.test(text) ||
    (!query.concepts.has('visit') &&
      /\bwhat (was|is|were) (he|she|his|her|\w+ ?\w* ?\w*)( (in|since|before|after|during|until|at)\b.*)?$/.test(text));
  const person = names.find(
    (name) => name.ids.length === 1 && store.entities.get(name.ids[0] ?? '')?.kind === 'person',
  );
  if (
    role &&
    person &&
    (content.every((word) => word.concepts.length > 0) || /\b(title|post|position|office|job)s?\b/.test(text)) &&
    names.length === 1 &&
    /^what|title|post|position|office|job|rank|role/.test(text)
  ) {
    const draft = answerRoles(context, person.ids[0] ?? '');
    if (draft) return draft;
  }
  if (person && query.ask === 'when' && query.words.length === 0 && person.start === -1) {
    const draft = answerRoles({ ...context, query: { ...query, periods: [] } }, person.ids[0] ?? '');
    if (draft) return draft;
  }
  const asksWhatIs =
    /^(?:so |and )?(who|what|whos|whats)( is| are| was| were| does| do|s)?\b/.test(text) ||
    /\b(stands? for|mean|means|meaning|definition|abbreviation|acronym|define|explain|tell me about|who is|what is)\b/.test(
      text,
    );
  const only = names[0];
  // "who is the president of Norland": whoever is now, though the record calls somebody else so.
  const holder = only && query.ask === 'who' && content.length === 0 ? holderCalled(only, context) : null;
  if (holder) return holder;
  if (
    asksWhatIs &&
    (names.length === 1 || isBearerOf(names, context)) &&
    only &&
    content.length === 0 &&
    !query.words.some((word) => word.concepts.includes('person') || word.concepts.includes('country')) &&
    query.periods.length === 0 &&
    only.ids.length === 1 &&
    !query.alternatives &&
    !hasVerb(query)
  ) {
    return answerDefinition(context, only.ids[0] ?? '');
  }
  // A name alone, of what is neither a person nor a place to go to.
  if (
    names.length === 1 &&
    only?.ids.length === 1 &&
    query.text.length <= only.end - only.start &&
    !['person', 'country', 'city'].includes(store.entities.get(only.ids[0] ?? '')?.kind ?? 'person')
  ) {
    const told = answerDefinition(context, only.ids[0] ?? '');
    if (told) return told;
  }
  if (
    query.ask === 'when' &&
    query.order === null &&
    names.length === 1 &&
    only &&
    query.words.every(({ optional }) => optional)
  ) {
    const own = occasionOf(only.ids, context);
    if (own) return own;
  }
  if (query.ask === 'who' && names.length === 1 && only) {
    const told = answerByGloss(context, only.ids);
    if (told) return told;
  }
  if (
    /^(who|whos) (is|was|are|were|s|ran|runs|heads|headed|leads|led|holds|held|commands|commanded|rules|ruled|chairs|chaired)\b/.test(
      text,
    ) ||
    (['who', 'list', 'what'].includes(query.ask) &&
      query.words.length > 0 &&
      query.words.every(
        (word) =>
          word.concepts.includes('person') ||
          word.concepts.includes('takeover') ||
          (word.concepts.length === 0 && endsInOffice(query)) ||
          word.concepts.includes('abroad') ||
          word.norm === 'name',
      ))
  )
    return answerHolder(context);
  return null;
}

function holderCalled(name: NameUnit, context: Context): Draft | null {
  const { query, store } = context;
  const called = query.text.slice(name.start, name.end);
  const isOffice = called[1] === 'of' && conceptsOf(called[0] ?? '').includes('person') && called[2] !== undefined;
  if (!isOffice || store.entities.get(name.ids[0] ?? '')?.kind !== 'person') return null;
  const stem = stemOf(called[0] ?? '');
  const word: WordUnit = {
    norm: called[0] ?? '',
    at: name.start,
    stems: new Map([[stem, 1]]),
    weight: 1,
    unknown: false,
    concepts: conceptsOf(called[0] ?? ''),
    optional: false,
  };
  const home = impliedName(store.record.meta.home, store, name.end - 1);
  return answerHolder({ ...context, query: { ...query, words: [word], names: [home] } });
}

// "who is the regent of Norland": the home country beside a person says whose.
function isBearerOf([first, second, ...others]: readonly NameUnit[], { store }: Context): boolean {
  return (
    others.length === 0 &&
    first?.ids.length === 1 &&
    store.entities.get(first.ids[0] ?? '')?.kind === 'person' &&
    second?.ids[0] === store.record.meta.home
  );
}

// "the league's special envoy": the last word is of somebody in an office.
function endsInOffice({ words }: Query): boolean {
  return words.length <= MOST_OFFICE_WORDS && words.at(-1)?.concepts.includes('person') === true;
}

const MOST_OFFICE_WORDS = 4;

// "when was the coup": the event that is the occasion, not the visits made for it.
function occasionOf(ids: readonly string[], context: Context): Draft | null {
  const [id] = ids;
  const { store } = context;
  const entity = store.entities.get(id ?? '');
  if (id === undefined || ids.length > 1 || entity?.kind !== 'occasion') return null;
  const event = (store.byEntity.get(id) ?? [])
    .flatMap((index) => store.docs[index] ?? [])
    .find((doc) => doc.fact.kind === 'event' && doc.fields.get(id) === 'occasion');
  // Without an event of its own an occasion is dated by what is said of it.
  if (event === undefined)
    return /\b(?:1[89]|20)\d\d\b/.test(entity?.gloss ?? '') ? answerDefinition(context, id) : null;
  return {
    status: 'answered',
    headline: factLine(event, store),
    lines: [],
    qualifications: [],
    confidence: 1,
    focus: [event.fact.id],
  };
}

function hasVerb(query: Query): boolean {
  return query.words.some(
    (word) =>
      word.concepts.length > 0 &&
      !['define', 'role', 'source', 'person', 'country', 'report'].some((concept) =>
        word.concepts.includes(concept as never),
      ),
  );
}
