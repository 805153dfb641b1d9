import { asksTravel } from '../find/traveller.ts';
import type { Concept } from '../question/lexicon.ts';
import type { Query } from '../question/query.ts';
import type { FactKind } from '../record/facts.ts';
import type { Store } from '../record/store.ts';
import { asksComparison, asksShare } from './figures.ts';
import { ITEM, namesKind } from './names-kind.ts';

// A volume is counted over deliveries; no one of them tells it.
function asksVolume(query: Query, store: Store): boolean {
  return (
    query.ask === 'how-much' &&
    !namesKind(query, store, ['weapon']) &&
    /\b(volume|tiv|in all|altogether|overall)\b/.test(query.text.join(' '))
  );
}

// "what has it provided besides arms": what is left out is not looked for.
const BESIDES_ARMS = /\b(besides|apart from|other than|aside from|except)( the)? (arms|weapons|weaponry)\b/;

/** The kinds of fact that a question leaves to be looked through; `undefined` for all. */
export function kindsLeft(query: Query): readonly FactKind[] | undefined {
  return BESIDES_ARMS.test(query.text.join(' '))
    ? ['event', 'visit', 'measure']
    : query.concepts.has('happen') && /\b(happen|happened|happens|happening|events|event)\b/.test(query.text.join(' '))
      ? ['event', 'measure']
      : undefined;
}

type Leaning = { visit: number; figure: number; ranking: number; delivery: number; vote: number };

const COMPARING =
  /\b(more|less|bigger|larger|higher|lower|ahead|than|versus|vs|v|compare|compared|difference|gap|ratio|times|outsold|against|between)\b/;
const PLACED = /\b(place|position|customer|customers|comes?|\d(st|nd|rd|th))\b/;
const TOP_FEW = /\btop (\d|two|three|four|five)\b/;
const TRADER = /\b(supplier|suppliers|source|sources|customer|customers|buyer|ranking|ranked)\b/;
const RANKING =
  /\b(rank|ranks|ranked|ranking|place|position|customer|customers|biggest|largest|top|main|first|second|third|fourth|fifth|number|no|best|leading|most|\d(st|nd|rd|th))\b/;
const SURELY_RANKING =
  /\b(rank|ranked|ranking|customer|customers|buyer|buyers|fourth|fifth|third|place|\d(st|nd|rd|th)|top (\d|two|three|four|five)|no \d|number (one|two|three|four|five|\d)|second (biggest|largest|best|most)\w*|(top|biggest|largest|main|leading|number one) (\w+ ){0,2}(seller|supplier|source|exporter|vendor|provider)s?)\b/;

/** Towards which kinds of fact the wording leans: 0 not at all, else what is added to a frame's confidence. */
export function leaning(query: Query, store: Store): Leaning {
  const has = (...concepts: Concept[]) => concepts.some((concept) => query.concepts.has(concept));
  const text = query.text.join(' ');
  const item = namesKind(query, store, ITEM);
  const trade = has('supply', 'buy', 'arms', 'order', 'price') || item;
  const amount = query.ask === 'how-much' || has('amount', 'share', 'price') || /\b(how much|total|worth)\b/.test(text);
  const travel =
    asksTravel(query, store) ||
    (has('visit', 'arrive', 'meet', 'receive', 'invite', 'abroad', 'stay') && !(trade && amount));
  const compared = asksComparison(query, store) && COMPARING.test(text);
  // "Norland against Torvia, arms volume": beside each other.
  const beside = compared && (amount || trade) && !has('vote');
  const vote = has('vote', 'abstain', 'veto') || (has('against') && !has('sanction', 'embargo') && !beside);
  // Why is told by what somebody said, not by an amount.
  const untraded = query.ask === 'why' || BESIDES_ARMS.test(text);
  const share = asksShare(query);
  return {
    visit: travel ? 0.06 : 0,
    figure: untraded ? 0 : compared ? 0.2 : towardsFigures(trade, amount, has('change')),
    ranking:
      untraded || share || compared || query.ask === 'how-many'
        ? 0
        : towardsRankings(text, trade || amount, has('rank', 'more')),
    delivery: untraded || share || compared || asksVolume(query, store) ? 0 : item ? 0.06 : trade ? 0.03 : 0,
    vote: vote || /\b(resolution|tally|amendment|motion)\b/.test(text) ? 0.06 : 0,
  };
}

function towardsFigures(trade: boolean, amount: boolean, change: boolean): number {
  if (amount || change) return 0.08;
  return trade ? 0.02 : 0;
}

function towardsRankings(text: string, trade: boolean, ranks: boolean): number {
  const ofTrade = trade || TOP_FEW.test(text) || TRADER.test(text);
  if (!ofTrade || !(ranks || PLACED.test(text))) return 0;
  if (!RANKING.test(text)) return 0.02;
  return SURELY_RANKING.test(text) ? 0.16 : 0.1;
}
