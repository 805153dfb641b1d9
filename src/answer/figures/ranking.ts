import { findFacts } from '../../find/evidence.ts';
import type { Query } from '../../question/query.ts';
import type { Ranking } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';
import { type Context, type Draft, line } from '../draft.ts';
import { factLine, rankingSentence } from '../lines.ts';
import { capital, listOf, ordinalWord, periodText, sentence } from '../phrases.ts';
import { rankedOtherwise } from './find.ts';
import { periodCloseness } from './fitness.ts';

/** Answers on who supplies most: rankings as published, with the places asked for. */
export function answerRanking(context: Context): Draft | null {
  const { query, store, ambient } = context;
  const text = query.text.join(' ');
  const hits = findFacts(query, store, ambient, ['ranking'])
    .flatMap((hit) => (hit.doc.fact.kind === 'ranking' ? [{ ...hit, ranking: hit.doc.fact.data }] : []))
    .filter((hit) => !rankedOtherwise(hit.ranking, query, store))
    .map((hit) => ({ ...hit, score: hit.score + rankingFitness(hit.ranking, query, store) }))
    .sort((a, b) => b.score - a.score);
  const best = hits[0];
  if (!best) return null;
  const { ranking } = best;
  const placed = placesAsked(query, text).filter((place) => ranking.order[place - 1] !== undefined);
  const period = periodText(ranking.period.from, ranking.period.to);
  const named = query.names
    .flatMap((name) => name.ids)
    .map((id) => (ranking.order.includes(id) ? id : (store.standsFor(id) ?? id)))
    .find((id) => ranking.order.includes(id));
  let headline = rankingSentence(ranking, store);
  if (placed.length > 0)
    headline = `${listOf(placed.map((place) => `${store.nameOf(ranking.order[place - 1] ?? '')} is ${ordinalWord(place)}`))} among ${ranking.metric}${period ? `, ${period}` : ''}`;
  else if (named)
    headline = `${store.nameOf(named)} is ${ordinalWord(ranking.order.indexOf(named) + 1)} among ${ranking.metric}${period ? `, ${period}` : ''}`;
  const others = hits.slice(1, 4).filter((hit) => hit.score > best.score - 1.5);
  const claimed =
    query.claimedOrdinal ??
    (query.ask === 'whether' && /\b(biggest|largest|top|main|leading|most)\b/.test(text) ? 1 : null);
  return {
    status: 'answered',
    headline: line(sentence(capital(headline)), [ranking.id], ranking.sources),
    lines: [
      ...(placed.length > 0 || named
        ? [line(sentence(rankingSentence(ranking, store)), [ranking.id], ranking.sources)]
        : []),
      ...others.map((hit) => factLine(hit.doc, store)),
    ],
    qualifications: others.length > 0 ? ['Rankings of other periods and counters need not agree.'] : [],
    confidence: best.coverage,
    verdict: claimed !== null && named ? (ranking.order.indexOf(named) + 1 === claimed ? 'yes' : 'no') : undefined,
  };
}

function rankingFitness(ranking: Ranking, query: Query, store: Store): number {
  let value = 0;
  for (const period of query.periods) value += periodCloseness(period, ranking.period);
  if (query.periods.length === 0) value += ranking.order.length > 1 ? 0.2 : 0;
  const longest = Math.max(0, ...placesAsked(query, query.text.join(' ')));
  if (longest > ranking.order.length) value -= 3;
  const buyers = /\b(customer|customers|buyer|buyers|recipient|client|clients|buys|bought|purchased)\b/.test(
    query.text.join(' '),
  );
  value += buyers === /\b(buyers|customers|recipients)\b/.test(ranking.metric) ? 0.3 : -1.5;
  return value + (store.entities.has(ranking.counted_by) ? 0.1 : 0);
}

function placesAsked(query: Query, text: string): number[] {
  const words = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];
  const found = words.flatMap((word, at) => (new RegExp(`\\b${word}\\b`).test(text) ? [at + 1] : []));
  const number = /\b(?:number|no|place|position|rank)\s?(\d)\b/.exec(text) ?? /\b(\d)(?:st|nd|rd|th)\b/.exec(text);
  if (number) found.push(Number(number[1]));
  if (
    /\b(biggest|largest|top|main|leading|most|best)\b/.test(text) &&
    found.length === 0 &&
    query.ask !== 'whether' &&
    !/\btop (\d+|two|three|four|five)\b/.test(text)
  )
    found.push(1);
  if (/\bsecond (biggest|largest|most)\b/.test(text)) return [2];
  return [...new Set(found)];
}
