import { findFacts, type Hit } from '../find/evidence.ts';
import type { Query } from '../question/query.ts';
import type { Measure } from '../record/schema.ts';
import type { Store } from '../record/store.ts';
import { type Context, type Draft, line } from './draft.ts';
import { factLine, measureSentence, statesByVote } from './lines.ts';
import { listOf, sentence, voteText } from './phrases.ts';

type VoteHit = Hit & { measure: Measure };

/** Answers on votes: how a state voted, who abstained, the tally; `null` when no vote on record fits. */
export function answerVotes(context: Context): Draft | null {
  const { query, store, ambient } = context;
  const voters = askedVoters(query, store);
  // The states asked about need not have voted in a way that is on record; the vote is found by its other words.
  const others = {
    ...query,
    names: query.names.filter(
      (name) => !name.ids.some((id) => voters.includes(id) || voters.includes(store.standsFor(id) ?? '')),
    ),
    // Whether it passed is told by a vote that failed as well.
    words: query.ask === 'whether' ? query.words.filter(({ norm }) => !PASSED.test(norm)) : query.words,
  };
  const hits: VoteHit[] = findFacts(others, store, ambient, ['measure'])
    .flatMap((hit) =>
      hit.doc.fact.kind === 'measure' && hit.doc.fact.data.votes ? [{ ...hit, measure: hit.doc.fact.data }] : [],
    )
    .map((hit) => ({
      ...hit,
      score:
        hit.score +
        known(hit.measure, voters) +
        (query.ask === 'how-many' && hit.measure.votes?.for !== undefined ? 1.5 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const best = hits[0];
  if (!best) return null;
  const { measure } = best;
  const notable = measure.votes?.notable ?? {};
  const found = voters.filter((id) => notable[id] !== undefined);
  if (voters.length > 0 && found.length === 0) return null;
  const specific =
    others.periods.length > 0 ||
    others.names.some((name) => !name.ids.some((id) => ambient.has(id))) ||
    others.words.some((word) => !word.optional && word.concepts.length === 0);
  if (!specific && voters.length === 0 && hits.length > 1 && /\bthey\b/.test(query.text.join(' '))) return null;
  const from = best.doc.span?.from;
  const related = [
    ...store
      .ofKind('event')
      .filter((doc) => doc.span?.from === from && doc.fact.kind === 'event' && doc.fact.data.kind === 'vote'),
    ...store.ofKind('measure').filter((doc) => store.index.sameEvents[doc.index] === best.doc.index),
  ];
  const asked = groupAsked(query);
  let headline = measureSentence(measure);
  if (found.length > 0) headline = found.map((id) => votedText(store.nameOf(id), notable[id] ?? '')).join('; ');
  else if (asked) {
    const states = Object.entries(notable)
      .filter(([, vote]) => vote.startsWith(asked))
      .map(([id]) => store.nameOf(id));
    if (states.length > 0) headline = `${GROUP[asked]}: ${listOf(states)}${total(measure, asked)}`;
  } else if (query.ask === 'how-many' || /\b(tally|result|count|numbers)\b/.test(query.text.join(' ')))
    headline = `${measure.body}: ${voteText(measure)}`;
  return {
    status: 'answered',
    headline: line(sentence(headline), [measure.id], measure.sources),
    lines: [
      line(sentence(measureSentence(measure)), [measure.id], measure.sources),
      ...statesByVote(measure, store).map((text) => line(text, [measure.id], measure.sources)),
      ...related.slice(0, 2).map((doc) => factLine(doc, store)),
    ],
    qualifications: measure.note ? [measure.note] : [],
    confidence: best.coverage + 0.05,
    verdict: query.ask === 'whether' ? verdict(query, measureSentence(measure), notable, found) : undefined,
    value: numberAsked(query, measure, asked),
    unit: numberAsked(query, measure, asked) === undefined ? undefined : 'votes',
    focus: [measure.id],
  };
}

/** The states that a question on a vote asks about: they are to have cast it, not to be what it was on. */
export function askedVoters(query: Query, store: Store): string[] {
  const ids: string[] = [];
  for (const name of query.names) {
    for (const id of name.ids) {
      const state = store.entities.get(id)?.kind === 'country' ? id : store.standsFor(id);
      if (!state || store.entities.get(state)?.kind !== 'country') continue;
      // "on Norland", "to Norland": what the vote was about, not who cast it.
      const before = query.text[name.start - 1] ?? '';
      const votes = query.text
        .slice(name.end, name.end + 4)
        .some((norm) => /^(vote|voted|votes|abstain|abstained)$/.test(norm));
      if (
        state === store.record.meta.home &&
        !votes &&
        (name.start > 0 || /^(on|to|about|against|in|of)$/.test(before))
      )
        continue;
      if (name.adjective && state === store.record.meta.home && !votes) continue;
      ids.push(state);
    }
  }
  return [...new Set(ids)];
}

function known(measure: Measure, voters: readonly string[]): number {
  const notable = measure.votes?.notable ?? {};
  const size = Object.keys(notable).length;
  return (
    voters.filter((id) => notable[id] !== undefined).length * 1.2 +
    (measure.votes?.for !== undefined ? 0.3 : 0) +
    Math.min(0.3, size * 0.02)
  );
}

function votedText(state: string, vote: string): string {
  if (/^abstain/.test(vote)) return `${state} abstained`;
  if (/^(for|against)$/.test(vote)) return `${state} voted ${vote}`;
  return `${state}: ${vote}`;
}

const GROUP = { abstain: 'Abstained', against: 'Voted against', for: 'Voted in favour' } as const;

function groupAsked(query: Query): 'abstain' | 'against' | 'for' | null {
  const text = query.text.join(' ');
  if (/\bvot(e|ed|es|ing) (for|in favou?r)\b/.test(text)) return 'for';
  if (/\babst(ain|ained|ains|ention|entions|aining)\b/.test(text)) return 'abstain';
  if (/\b(against|opposed|oppose|rejected|no vote)\b/.test(text)) return 'against';
  if (
    /\b(for|in favou?r|support|supports|supported|back|backs|backed|endorse|endorsed|approve|approved|yes)\b/.test(text)
  )
    return 'for';
  return null;
}

function total(measure: Measure, asked: 'abstain' | 'against' | 'for'): string {
  const count = measure.votes?.[asked];
  return count === undefined ? '' : ` (${count} in all)`;
}

const PASSED = /^(?:pass|passed|adopted|approved|carried)$/;

// "did it pass", "is it binding": as the record puts it.
function outcomeVerdict(question: string, negated: boolean, text: string): 'yes' | 'no' | undefined {
  const asked = /\b(?:(pass|passed|adopted|approved|carried)|(binding))\b/.exec(question);
  if (asked === null) return undefined;
  const no = asked[2]
    ? /\b(?:not|non)[- ]binding\b/i
    : /\b(?:failed|rejected|defeated|vetoed|fell|not adopted|did not pass)\b/i;
  const yes = asked[2] ? /\bbinding\b/i : /\b(?:adopt|pass|approv|carri)/i;
  if (no.test(text)) return negated ? 'yes' : 'no';
  return yes.test(text) ? (negated ? 'no' : 'yes') : undefined;
}

function verdict(
  query: Query,
  measureText: string,
  notable: Readonly<Record<string, string>>,
  found: readonly string[],
): 'yes' | 'no' | undefined {
  const text = query.text.join(' ');
  const vote = notable[found[0] ?? ''];
  if (vote === undefined) return outcomeVerdict(text, query.negated, measureText);
  const claimed = /\b(veto|vetoed|block|blocked)\b/.test(text) ? 'veto' : (groupAsked(query) ?? 'for');
  const yes = vote.startsWith(claimed);
  return yes !== query.negated ? 'yes' : 'no';
}

function numberAsked(query: Query, measure: Measure, asked: 'abstain' | 'against' | 'for' | null): number | undefined {
  const { votes } = measure;
  const text = query.text.join(' ');
  if (!votes || !(query.ask === 'how-many' || /\b(tally|result|score)\b/.test(text))) return undefined;
  if (/\b(not vote|didnt vote|did not vote|not voting|no part|not take part|absent|stayed away|missed)\b/.test(text))
    return votes.not_voting;
  return votes[asked ?? 'for'];
}
