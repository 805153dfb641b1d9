import { findFacts, type Hit } from '../find/evidence.ts';
import { asksTravel, isOnTravel, readTravel } from '../find/traveller.ts';
import type { Concept } from '../question/lexicon.ts';
import type { Ask } from '../question/query.ts';
import { once } from '../record/collections.ts';
import type { Doc } from '../record/store.ts';
import { define } from './define.ts';
import { answerDeliveries } from './deliveries.ts';
import type { Context, Draft } from './draft.ts';
import { answerEvidence, asksWhoIsCalled, CALLED } from './evidence.ts';
import { answerFigures, answerRanking, asksShare, suppliersIn } from './figures.ts';
import { kindsLeft, leaning } from './leaning.ts';
import { namesTraveller } from './names-kind.ts';
import { asksTransfer, says, suppliedBy, tellsShare, tellsTransfer, tellsTravel, votedIn } from './tells.ts';
import { answerVisits, asksDeparture } from './visits.ts';
import { answerVotes, askedVoters } from './votes.ts';
import { answerWhichFirst } from './which-first.ts';

/** The share of a question that facts must account for before they are its answer. */
const ENOUGH = 0.6;

/** What is asked of a thing as well as of a traveller. */
const TOLD_ANYWAY: ReadonlySet<Ask> = new Set(['who', 'what', 'how-many', 'how-much', 'list', 'source', 'outcome']);
/** The share of a question that a fact must account for to be told although it is not of the travel it seems to ask about. */
const NEARLY_ALL = 0.9;

// The facts, visits apart, that say all of a question in at least two of its own words.
function untravelled({ query, store, ambient }: Context): Hit[] {
  return findFacts(query, store, ambient).filter(
    (hit) => hit.doc.fact.kind !== 'visit' && hit.coverage >= NEARLY_ALL && hit.matched >= 2,
  );
}

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
  const departing = travelling && asksDeparture(query);
  const fits = (doc: Doc) =>
    doc.kind === 'visit'
      ? !departing && (!going || isOnTravel(doc, travel, store))
      : !travelling || tellsTravel(doc, travel, store, query.ask === 'where');
  const kinds = leaning(query, store);
  const voters = kinds.vote > 0 ? askedVoters(query, store) : [];
  const share = asksShare(query);
  const transfer = asksTransfer(query, store);
  const found = findFacts(query, store, ambient, kindsLeft(query));
  const telling = once(() =>
    found.filter(
      (hit) =>
        suppliedBy(hit.doc, suppliers, query) &&
        fits(hit.doc) &&
        says(hit, query, store) &&
        (voters.length === 0 || votedIn(hit.doc, voters)) &&
        (!share || tellsShare(hit.doc)) &&
        !(transfer && hit.doc.kind === 'visit' && !tellsTransfer(hit.doc, query)),
    ),
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
  if (query.concepts.has('invite') && telling().some((hit) => hit.doc.kind === 'event' && hit.coverage >= 0.9))
    kinds.visit = 0;
  if (kinds.visit > 0 || guest || (query.concepts.size === 0 && namesTraveller(query, store)))
    add(() => answerVisits(context), Math.max(kinds.visit, guest ? 0.06 : 0));
  if (kinds.figure > 0) add(() => answerFigures(context), kinds.figure);
  if (kinds.ranking > 0) add(() => answerRanking(context), kinds.ranking);
  if (kinds.delivery > 0) add(() => answerDeliveries(context), kinds.delivery);
  if (kinds.vote > 0) add(() => answerVotes(context), kinds.vote, SUREST_VOTE);
  // Travel that fits no visit is not told by a visit's words either.
  const others = () =>
    travelling && drafts.length === 0 ? telling().filter(({ doc }) => doc.kind !== 'visit') : telling();
  const most =
    found.reduce((best, { coverage }) => Math.max(best, coverage), 0) + (asksWhoIsCalled(query) ? CALLED : 0);
  add(() => answerEvidence(context, others()), 0, most);
  // "to whose family did the bribes go": a verb of travel of which nobody travels.
  if (drafts.length === 0 && travelling && TOLD_ANYWAY.has(query.ask))
    add(() => answerEvidence(context, untravelled(context)), 0);
  return drafts;
}
