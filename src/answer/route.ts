import { findFacts, type Hit } from '../find/evidence.ts';
import { asksTravel, fitsTravel, readTravel, type Travel } from '../find/traveller.ts';
import type { Concept } from '../question/lexicon.ts';
import type { Query } from '../question/query.ts';
import type { FactKind } from '../record/facts.ts';
import type { Entity } from '../record/schema.ts';
import type { Doc, Store } from '../record/store.ts';
import {
  answerByGloss,
  answerDefinition,
  answerHolder,
  answerLeavingOffice,
  answerRoles,
  answerTakingOffice,
} from './definitions.ts';
import { answerDeliveries } from './deliveries.ts';
import type { Context, Draft } from './draft.ts';
import { answerEvidence, CALLED } from './evidence.ts';
import { answerFigures, answerRanking, asksComparison, asksShare, suppliersIn } from './figures.ts';
import { factLine } from './lines.ts';
import { answerVisits, asksDeparture } from './visits.ts';
import { answerVotes, askedVoters } from './votes.ts';
import { answerWhichFirst } from './which-first.ts';

/** The share of a question that facts must account for before they are its answer. */
const ENOUGH = 0.6;
/** What an answer on a vote may come to: a vote by its tally is surer than the same told in words. */
const SUREST_VOTE = 1.05;

/** The best answer that the record has to a question, or nothing when what it holds accounts for too little of it. */
export function answerQuery(context: Context): Draft | null {
  const drafts = framesFor(context);
  const best = drafts.filter((draft) => draft.confidence >= ENOUGH).sort((a, b) => b.confidence - a.confidence)[0];
  return best ?? null;
}

function framesFor(context: Context): Draft[] {
  const { query, store, ambient } = context;
  const definition = define(context) ?? answerWhichFirst(context);
  if (definition) return [definition];
  const travelling = asksTravel(query, store);
  const travel = readTravel(query, store);
  // "between the Osk trip and Tarnby": what lay between two visits is not one of them.
  const between = query.text.indexOf('between');
  if (travelling && between >= 0 && !query.periods.some(({ start, end }) => between >= start && between < end))
    return [];
  // "the Norland premier in Southland - when": somebody's guest, though no verb says so.
  const guest = travel.guestOf.length > 0 && travel.destinations.length > 0;
  const going = travelling || guest || query.concepts.has('receive') || query.concepts.has('meet');
  const suppliers =
    query.alternatives ||
    !query.words.some((word) =>
      ['supply', 'buy', 'arms', 'order'].some((concept) => word.concepts.includes(concept as Concept)),
    )
      ? []
      : suppliersIn(query, store);
  const fits = (doc: Doc) =>
    doc.fact.kind === 'visit'
      ? !(travelling && asksDeparture(query)) && (!going || fitsTravel(doc.fact.data, travel, store))
      : !travelling || tellsTravel(doc, travel, store, query.ask === 'where');
  const kinds = leaning(query, store);
  const voters = kinds.vote > 0 ? askedVoters(query, store) : [];
  const share = asksShare(query);
  const transfer = asksTransfer(query, store);
  const hits = findFacts(query, store, ambient, kindsLeft(query)).filter(
    (hit) =>
      suppliedBy(hit.doc, suppliers) &&
      fits(hit.doc) &&
      says(hit, query, store) &&
      (voters.length === 0 || votedIn(hit.doc, voters)) &&
      (!share || tellsShare(hit.doc)) &&
      !(transfer && hit.doc.fact.kind === 'visit' && !tellsTransfer(hit.doc, query)),
  );
  const drafts: Draft[] = [];
  let sure = 0;
  // What cannot be surer than what is there is not drafted: of equals the first is taken.
  const add = (make: () => Draft | null, bonus: number, most = 1) => {
    const draft = sure >= most + bonus ? null : make();
    if (!draft) return;
    sure = Math.max(sure, draft.confidence + bonus);
    drafts.push({ ...draft, confidence: draft.confidence + bonus });
  };
  // Who invited is told by the invitation, not by who was met on the visit that came of it.
  if (query.concepts.has('invite') && hits.some((hit) => hit.doc.fact.kind === 'event' && hit.coverage >= 0.9))
    kinds.visit = 0;
  if (share) Object.assign(kinds, { delivery: 0, ranking: 0 });
  // A volume is counted over deliveries; no one of them tells it.
  if (asksVolume(query, store)) Object.assign(kinds, { delivery: 0 });
  // "what has it provided besides arms": what is left out is not looked for.
  if (BESIDES_ARMS.test(query.text.join(' '))) Object.assign(kinds, { figure: 0, ranking: 0, delivery: 0 });
  if (kinds.visit > 0 || guest || (query.concepts.size === 0 && namesTraveller(query, store)))
    add(() => answerVisits(context), Math.max(kinds.visit, guest ? 0.06 : 0));
  // Why is told by what somebody said, not by an amount.
  if (query.ask === 'why') Object.assign(kinds, { figure: 0, ranking: 0, delivery: 0 });
  if (kinds.figure > 0) add(() => answerFigures(context), kinds.figure);
  if (kinds.ranking > 0) add(() => answerRanking(context), kinds.ranking);
  if (kinds.delivery > 0) add(() => answerDeliveries(context), kinds.delivery);
  if (kinds.vote > 0) add(() => answerVotes(context), kinds.vote, SUREST_VOTE);
  // Travel that fits no visit is not told by a visit's words either.
  const others = travelling && drafts.length === 0 ? hits.filter(({ doc }) => doc.fact.kind !== 'visit') : hits;
  add(() => answerEvidence(context, others), 0, 1 + CALLED);
  return drafts;
}

// The tally of a vote does not tell how a state voted that is not named in it.
function votedIn(doc: Doc, voters: readonly string[]): boolean {
  return voters.some((id) => doc.fields.has(id) || doc.mentions.has(id));
}

function asksVolume(query: Query, store: Store): boolean {
  return (
    query.ask === 'how-much' &&
    !namesKind(query, store, ['weapon']) &&
    /\b(volume|tiv|in all|altogether|overall)\b/.test(query.text.join(' '))
  );
}

const TRANSFER: readonly Concept[] = ['supply', 'buy', 'order'];

// "did Torvia send a submarine", "how many submarines has it from there": a transfer of a thing, not talk of it.
function asksTransfer(query: Query, store: Store): boolean {
  const item = namesKind(query, store, ITEM);
  return (
    item &&
    (query.ask === 'how-many' || query.words.some((word) => TRANSFER.some((one) => word.concepts.includes(one))))
  );
}

// A visit tells of one where it says so in the question's own words.
function tellsTransfer(doc: Doc, query: Query): boolean {
  const verbs = query.words.filter((word) => TRANSFER.some((one) => word.concepts.includes(one)));
  const stems = verbs.flatMap((word) => [...word.stems.keys()]);
  return stems.some((stem) => doc.stemPlaces.has(stem));
}

// A share is told by a share: neither a sum nor a list of deliveries is one.
function tellsShare({ fact, statements }: Doc): boolean {
  if (fact.kind === 'figure') return /^percent/.test(fact.data.unit);
  return statements.some(({ text }) => /\bper ?cent\b|%|\bshare\b/.test(text));
}

const GOING_STEMS = [
  'visit',
  'trip',
  'travel',
  'journei',
  'tour',
  'go',
  'went',
  'flew',
  'fly',
  'arriv',
  'came',
  'come',
  'left',
  'return',
];
const TRAVEL_STEMS = [...GOING_STEMS, 'attend', 'receiv', 'summit', 'invit', 'meet', 'met'];

// An event answers on travel only when it tells of travel, of the traveller asked about, to the place asked about.
function tellsTravel(doc: Doc, travel: Travel, store: Store, asksWhere: boolean): boolean {
  if (doc.fact.kind !== 'event') return false;
  const { actors, place } = doc.fact.data;
  if (!travel.travellers.every((id) => actors.includes(id))) return false;
  const where = place === undefined ? [] : [place, ...store.containers(place)];
  if (travel.direction === 'abroad' && where.includes(store.record.meta.home)) return false;
  const reached = (ids: readonly string[]) =>
    ids.some((id) => where.includes(id) || (place === undefined && doc.mentions.has(id)));
  if (
    travel.destinations.length > 0 &&
    !(travel.anyDestination ? travel.destinations.some(reached) : travel.destinations.every(reached))
  )
    return false;
  return doc.statements.some(
    (statement) =>
      !(asksWhere && statement.part !== 'text') &&
      (asksWhere ? GOING_STEMS : TRAVEL_STEMS).some((stem) => statement.stems.has(stem)),
  );
}

// When and why need to know of what: a person or a state alone, without a word of what was done, is no such question.
function says(hit: Hit, query: Query, store: Store): boolean {
  if (
    hit.matched === 0 &&
    (query.ask === 'what' || (query.ask === 'who' && ['figure', 'delivery', 'ranking'].includes(hit.doc.fact.kind))) &&
    query.words.length > 0 &&
    query.words.every(
      (word) =>
        word.concepts.length > 0 && word.concepts.every((concept) => concept === 'country' || concept === 'person'),
    )
  )
    return false;
  if (
    hit.matched > 0 ||
    query.only.length > 0 ||
    !['when', 'why', 'how-many', 'how-much', 'whether'].includes(query.ask)
  )
    return true;
  if (query.words.some((word) => word.concepts.length > 0) || hit.anchors >= 3) return true;
  return query.names.some(
    (name) =>
      !name.implied &&
      name.ids.some((id) => ['occasion', 'weapon', 'weapon-category'].includes(store.entities.get(id)?.kind ?? '')),
  );
}

// A transfer is told of a state only if that state was in it.
function suppliedBy(doc: Doc, suppliers: readonly string[]): boolean {
  const { fact } = doc;
  if (suppliers.length === 0 || (fact.kind !== 'figure' && fact.kind !== 'delivery')) return true;
  return (
    suppliers.some((id) => id === fact.data.supplier || id === fact.data.recipient) || fact.data.supplier === 'all'
  );
}

const BESIDES_ARMS = /\b(besides|apart from|other than|aside from|except)( the)? (arms|weapons|weaponry)\b/;

function kindsLeft(query: Query): readonly FactKind[] | undefined {
  return BESIDES_ARMS.test(query.text.join(' '))
    ? ['event', 'visit', 'measure']
    : query.concepts.has('happen') && /\b(happen|happened|happens|happening|events|event)\b/.test(query.text.join(' '))
      ? ['event', 'measure']
      : undefined;
}

const ITEM: readonly Entity['kind'][] = ['weapon', 'weapon-category'];

function namesKind(query: Query, store: Store, kinds: readonly Entity['kind'][]): boolean {
  return query.names.some((name) =>
    name.ids.some((id) => {
      const kind = store.entities.get(id)?.kind;
      return kind !== undefined && kinds.includes(kind);
    }),
  );
}

function namesTraveller(query: Query, store: Store): boolean {
  return namesKind(query, store, ['person', 'country', 'city', 'region', 'occasion']);
}

type Leaning = { visit: number; figure: number; ranking: number; delivery: number; vote: number };

/** Towards which kinds of fact the wording leans: 0 not at all, else what is added to a frame's confidence. */
function leaning(query: Query, store: Store): Leaning {
  const has = (...concepts: Concept[]) => concepts.some((concept) => query.concepts.has(concept));
  const text = query.text.join(' ');
  const item = namesKind(query, store, ITEM);
  const trade = has('supply', 'buy', 'arms', 'order', 'price') || item;
  const amount = query.ask === 'how-much' || has('amount', 'share', 'price') || /\b(how much|total|worth)\b/.test(text);
  const travel =
    asksTravel(query, store) ||
    (has('visit', 'arrive', 'meet', 'receive', 'invite', 'abroad', 'stay') && !(trade && amount));
  const compared =
    asksComparison(query, store) &&
    /\b(more|less|bigger|larger|higher|lower|ahead|than|versus|vs|v|compare|compared|difference|gap|ratio|times|outsold|against|between)\b/.test(
      text,
    );
  return {
    visit: travel ? 0.06 : 0,
    figure:
      compared || trade || amount || has('share', 'change')
        ? compared
          ? 0.2
          : amount || has('change')
            ? 0.08
            : 0.02
        : 0,
    ranking: compared
      ? 0
      : (has('rank', 'more') || /\b(place|position|customer|customers|comes?|\d(st|nd|rd|th))\b/.test(text)) &&
          (trade ||
            /\btop (\d|two|three|four|five)\b/.test(text) ||
            /\b(supplier|suppliers|source|sources|customer|customers|buyer|ranking|ranked)\b/.test(text))
        ? /\b(rank|ranks|ranked|ranking|place|position|customer|customers|biggest|largest|top|main|first|second|third|fourth|fifth|number|no|best|leading|most|\d(st|nd|rd|th))\b/.test(
            text,
          )
          ? /\b(rank|ranked|ranking|customer|customers|buyer|buyers|fourth|fifth|third|place|\d(st|nd|rd|th)|top (\d|two|three|four|five))\b/.test(
              text,
            )
            ? 0.16
            : 0.1
          : 0.02
        : 0,
    delivery: compared ? 0 : item ? 0.06 : trade ? 0.03 : 0,
    vote:
      has('vote', 'abstain', 'veto') ||
      (has('against') && !has('sanction', 'embargo')) ||
      /\b(resolution|tally)\b/.test(text)
        ? 0.06
        : 0,
  };
}

function define(context: Context): Draft | null {
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
  if (
    asksWhatIs &&
    names.length === 1 &&
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
  if (query.ask === 'when' && names.length === 1 && only && query.words.every((word) => word.optional)) {
    const own = occasionOf(only.ids, context);
    if (own) return own;
  }
  if (query.ask === 'who' && names.length === 1 && only) {
    const told = answerByGloss(context, only.ids);
    if (told) return told;
  }
  if (
    /^(who|whos) (is|was|are|were|s|ran|runs|heads|headed|leads|led|holds|held)\b/.test(text) ||
    (['who', 'list', 'what'].includes(query.ask) &&
      query.words.length > 0 &&
      query.words.every(
        (word) =>
          word.concepts.includes('person') ||
          word.concepts.includes('takeover') ||
          word.concepts.includes('abroad') ||
          word.norm === 'name',
      ))
  )
    return answerHolder(context);
  return null;
}

// "when was the coup": the event that is the occasion, not the visits made for it.
function occasionOf(ids: readonly string[], { store }: Context): Draft | null {
  const [id] = ids;
  if (id === undefined || ids.length > 1 || store.entities.get(id)?.kind !== 'occasion') return null;
  const event = (store.byEntity.get(id) ?? [])
    .flatMap((index) => store.docs[index] ?? [])
    .find((doc) => doc.fact.kind === 'event' && doc.fields.get(id) === 'occasion');
  if (event === undefined) return null;
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
