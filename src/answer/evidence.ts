import type { Hit } from '../find/evidence.ts';
import type { Query } from '../question/query.ts';
import type { Fact } from '../record/facts.ts';
import type { IndexedStatement, Store } from '../record/store.ts';
import { normsOf, stemOf } from '../text.ts';
import type { Line } from './answer.ts';
import { datesIn, disputes } from './disputes.ts';
import { type Context, type Draft, line } from './draft.ts';
import { countsThings, coversPeriod, isSum, rankedOtherwise } from './figures.ts';
import { factLine, statesByVote } from './lines.ts';
import { COUNT_WORDS, capital, countWord, listOf, ordinalWord, sentence } from './phrases.ts';

/** Answers from what facts say in words: the best fact whole, what of it bears on the question, then the next best. */
export function answerEvidence(context: Context, hits: readonly Hit[]): Draft | null {
  const { query, store } = context;
  const counting = query.ask === 'how-many' || query.ask === 'how-much';
  const priced = query.concepts.has('price');
  const wished = asksWhatBecame(query);
  const things = countsThings(query);
  const counts = counting ? counterFor(query) : () => true;
  const counted = hits.filter(
    (hit) =>
      !(wished && isWish(hit)) &&
      !(
        hit.doc.kind === 'figure' &&
        hit.doc.fact.kind === 'figure' &&
        (!coversPeriod(hit.doc.fact.data, query) || (things && isSum(hit.doc.fact.data)))
      ) &&
      !(
        hit.doc.kind === 'ranking' &&
        hit.doc.fact.kind === 'ranking' &&
        rankedOtherwise(hit.doc.fact.data, query, store)
      ) &&
      !(query.ask === 'why' && (hit.doc.kind === 'figure' || hit.doc.kind === 'delivery')) &&
      !(query.ask === 'when' && hit.doc.kind === 'figure' && !TRADE.some((concept) => query.concepts.has(concept))) &&
      counts(hit) &&
      !(priced && hit.doc.kind === 'delivery' && hit.doc.fact.kind === 'delivery' && !hit.doc.fact.data.value),
  );
  const ordered = inOrder(query, counted);
  const best = ordered[0];
  if (!best) return null;
  const all = query.ask === 'list' || query.ask === 'how-many';
  const margin = all ? 1.6 : 0.9;
  const alike = ordered.slice(1).filter((hit) => hit.score > best.score - margin && hit.coverage > best.coverage - 0.2);
  const others = alike.slice(0, all ? 13 : 4);
  const telling = ['what', 'who', 'outcome', 'why', 'which-of'].includes(query.ask);
  const lines: Line[] = [
    ...detailLines(best, query, store, 4),
    ...others.flatMap((hit) => [factLine(hit.doc, store), ...(telling ? detailLines(hit, query, store, 1) : [])]),
  ];
  const asked = new Set(query.words.flatMap((word) => [...word.stems.keys()]));
  const bearing = (text: string) =>
    normsOf(text).filter((norm) => asked.has(stemOf(norm)) || query.numbers.includes(Number(norm))).length;
  const disputed = disputes(best.doc, store)
    .map((text) => ({ text, bears: bearing(text) }))
    .sort((a, b) => b.bears - a.bears)
    .map(({ text }) => text);
  // A list is told as one: none of it stands for the others.
  const listed = query.ask === 'list' && others.length > 0 ? [best, ...others] : [];
  return {
    status: 'answered',
    headline:
      listed.length > 0
        ? line(
            alike.length > others.length
              ? `${capital(countWord(alike.length + 1))} entries on record fit; ${countWord(listed.length)} of them follow.`
              : `${capital(countWord(listed.length))} entries on record fit.`,
            listed.map((hit) => hit.doc.fact.id),
            factLine(best.doc, store).sources,
          )
        : factLine(best.doc, store),
    lines: listed.length > 0 ? [factLine(best.doc, store), ...lines] : lines,
    qualifications: [...disputed.slice(0, 3), ...notesOf(best)],
    // "the first foreign leader": who is called so is it, whoever came before without being one.
    confidence: best.coverage + (isCalledSo(best, query) ? CALLED : 0),
    verdict: query.ask === 'whether' ? verdictOf(best, query, store) : undefined,
    value: query.ask === 'how-many' || query.ask === 'how-much' ? numberIn(best, query) : undefined,
    focus: [best.doc.fact.id],
  };
}

/** Notions of which a figure tells the time. */
const TRADE = ['supply', 'buy', 'arms', 'order', 'amount', 'price', 'share', 'change'] as const;

/** How much surer a fact is that itself says who was the first leader than a list of guests put in order. */
export const CALLED = 0.1;

/** Whether the first of leaders is asked for, so that a fact may call somebody so. */
export function asksWhoIsCalled(query: Query): boolean {
  return (
    query.order?.kind === 'first' &&
    query.ask !== 'whether' &&
    /\b(leader|head of state|head of government)\b/.test(query.text.join(' '))
  );
}

function isCalledSo(hit: Hit, query: Query): boolean {
  return hit.doc.kind === 'event' && asksWhoIsCalled(query) && saysOrdinal(hit, 1);
}

/** Beyond it no fact is called by its place. */
const MOST_CALLED = 10;

/** The hits in the order asked for: those that a fact itself calls the second, else the second of those that fit. */
function inOrder(query: Query, hits: readonly Hit[]): readonly Hit[] {
  const { order } = query;
  const top = hits[0];
  if (!order || !top) return hits;
  const peers = () =>
    hits
      .filter((hit) => hit.coverage >= top.coverage - 0.2 && hit.score > top.score - 1.6)
      .sort((a, b) => a.doc.orderDay.localeCompare(b.doc.orderDay));
  if (order.kind === 'before')
    return peers()
      .filter((hit) => hit.doc.orderDay < order.day)
      .reverse();
  if (order.kind === 'after') return peers().filter((hit) => hit.doc.orderDay > order.day);
  if (order.kind === 'last') return peers().reverse();
  const n = order.kind === 'first' ? 1 : order.n;
  const called = hits.filter((hit) => hit.coverage >= top.coverage - 0.1 && saysOrdinal(hit, n));
  if (called.length > 0) return [...called, ...hits.filter((hit) => !called.includes(hit))];
  if (n !== 1) return [];
  const [first] = peers();
  return first ? [first, ...hits.filter((hit) => hit !== first)] : hits;
}

// "when did it join" is not answered by a bid to join: a wish is told only where a wish is asked about.
function asksWhatBecame(query: Query): boolean {
  if (!['when', 'why', 'whether'].includes(query.ask)) return false;
  const asked = query.text.join(' ');
  return JOINED.test(asked) && !WISHED.test(asked);
}

function isWish({ doc }: Hit): boolean {
  return doc.kind === 'event' && doc.fact.kind === 'event' && WISHED.test(doc.fact.data.text);
}

const JOINED = /\b(become|became|becomes|join|joined|joins|admitted|accepted|readmitted|enter|entered|member)\b/;
const WISHED =
  /\b(would like|wishe?[ds]?|wishes|wants?|wanted|bids?|promised?|promises|appl(y|ied|ication)|hopes?|hoped|seeks?|sought|aspires?|candida\w+|backs?|backed|support(s|ed)?|asked?|plans?|planned|observer)\b/i;

const OF_A_VISIT: readonly string[] = ['outcome', 'purpose', 'counted'];
const OF_OTHERS: readonly string[] = ['text', 'also', 'note', 'item'];

function saysOrdinal({ doc }: Hit, n: number): boolean {
  const word = n <= MOST_CALLED ? ordinalWord(n) : undefined;
  if (word === undefined || !doc.uses(word)) return false;
  const own = doc.kind === 'visit' ? OF_A_VISIT : OF_OTHERS;
  return doc.statements.some((statement) => own.includes(statement.part) && statement.stems.has(word));
}

// "how many soldiers": a fact counts something only where it puts a number to it.
function counterFor(query: Query): (hit: Hit) => boolean {
  const noun = /\b(?:how many|number of|count of) ((?:\w+ ){0,4}\w+)/.exec(query.text.join(' '))?.[1];
  const isAmount = ({ doc }: Hit) => doc.kind === 'figure' || doc.kind === 'delivery';
  if (noun === undefined) {
    if (query.ask !== 'how-much') return () => true;
    const sum = isTraded(query) ? AMOUNT : COUNTING;
    return (hit) => isAmount(hit) || sum.test(undated(hit.statements()[0]?.text ?? ''));
  }
  const nouns = noun.split(' ');
  const wanted = query.words.filter(({ norm }) => nouns.includes(norm)).flatMap((word) => [...word.stems.keys()]);
  // Most statements lack the words altogether, which is sooner told by their stems.
  const counts = ({ text, stems }: IndexedStatement) =>
    wanted.length === 0
      ? COUNTING.test(undated(text))
      : wanted.some((stem) => stems.has(stem)) && countsNear(undated(text), wanted);
  return (hit) => isAmount(hit) || hit.doc.statements.some(counts);
}

// "how much did it sell": a sum, not whatever a fact counts.
function isTraded({ concepts }: Query): boolean {
  return concepts.has('supply') || concepts.has('buy') || concepts.has('arms');
}

const AMOUNT =
  /\b(?:million|billion|thousand|dollars?|euros?|pounds?|francs?|marks?|rou?bles?|yuan|rupees?|kyats?|tonnes?|tons?|barrels?|per ?cent|half|third|quarter|fifth|free)\b|[%$€£]/i;
const COUNTING =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens|hundred|hundreds|thousand|thousands|million|billion)\b/i;
const DATES =
  /\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?\b|\b(?:19|20)\d\d\b/g;
/** How many words may stand between a number and what it counts ("more than 700 of the country's students"). */
const COUNT_REACH = 5;

function undated(text: string): string {
  return text.replace(DATES, '');
}

// A number counts what stands near it: "a delegation of 20", not "a helicopter near a village, 20 dead".
function countsNear(text: string, wanted: readonly string[]): boolean {
  const words = normsOf(text);
  return words.some(
    (norm, at) =>
      COUNTING.test(norm) &&
      words.slice(Math.max(0, at - COUNT_REACH), at + COUNT_REACH + 1).some((near) => wanted.includes(stemOf(near))),
  );
}

function detailLines(hit: Hit, query: Query, store: Store, most: number): Line[] {
  const { fact } = hit.doc;
  const parts: readonly string[] = fact.kind === 'visit' ? ['outcome', 'purpose', 'met', 'counted', 'kind'] : ['also'];
  const who = query.ask === 'who' && fact.kind === 'visit';
  const lines = hit
    .statements()
    .filter((statement) => parts.includes(statement.part))
    .filter((statement, at) => at < most || (who && statement.part === 'met'))
    .map((statement) => lineOf(statement, fact, store));
  if (fact.kind === 'measure')
    for (const text of statesByVote(fact.data, store)) lines.unshift(line(text, [fact.id], fact.data.sources));
  if (fact.kind === 'event' && (query.ask === 'who' || /\bwhich\b/.test(query.text.join(' ')))) {
    const people = fact.data.actors
      .filter((id) => query.ask !== 'who' || store.entities.get(id)?.kind === 'person')
      .map(store.nameOf);
    if (people.length > 0) lines.push(line(`Named: ${listOf(people)}.`, [fact.id], fact.data.sources));
  }
  if (fact.kind === 'event' && fact.data.place && query.ask === 'where')
    lines.unshift(line(`Place: ${store.nameOf(fact.data.place)}.`, [fact.id], fact.data.sources));
  return lines;
}

function lineOf(statement: IndexedStatement, fact: Fact, store: Store): Line {
  const expected =
    fact.kind === 'visit' &&
    (fact.data.met ?? []).some(
      (meeting) => meeting.status === 'expected' && statement.text.startsWith(store.nameOf(meeting.who)),
    );
  const lead: Readonly<Partial<Record<string, string>>> = {
    met: expected ? 'Was expected to meet ' : 'Met ',
    counted: 'Counted as ',
    purpose: 'Purpose: ',
  };
  return line(
    sentence(`${lead[statement.part] ?? ''}${lead[statement.part] ? statement.text : capital(statement.text)}`),
    [fact.id],
    statement.sources,
  );
}

function notesOf(hit: Hit): string[] {
  const { fact } = hit.doc;
  if (fact.kind === 'measure' || fact.kind === 'figure') return fact.data.note ? [datesIn(fact.data.note)] : [];
  return [];
}

const NEGATION =
  /\b(not|never|refused|failed|rejected|denied|denies|abstained|abstaining|blocked|declined|could not|did not|put off|left out|shut out|barred|kept out)\b/i;

/** Yes when the fact says so, no when what it says is the contrary: a negation that the question does not share. */
function verdictOf(hit: Hit, query: Query, store: Store): 'yes' | 'no' {
  const statement = hit.statements()[0];
  if (!statement) return 'yes';
  if (query.claimedOrdinal !== null) {
    const said = Array.from({ length: MOST_CALLED }, (_, at) => at + 1).find((n) =>
      statement.stems.has(ordinalWord(n)),
    );
    if (said !== undefined && said !== query.claimedOrdinal) return 'no';
  }
  const asked = new Set(query.words.flatMap((word) => [...word.stems.keys()]));
  const clause = closestClause(statement.text, asked, actorStems(query, store));
  const against = [...clause.matchAll(new RegExp(NEGATION, 'gi'))].filter(
    ([word]) => !word.split(' ').some((part) => asked.has(stemOf(part.toLowerCase()))),
  );
  const none = /\bno ((?:\w+ ){0,2}\w+)/i.exec(clause)?.[1] ?? '';
  if (normsOf(none).some((norm) => asked.has(stemOf(norm)))) return query.negated ? 'yes' : 'no';
  return against.length > 0 === query.negated ? 'yes' : 'no';
}

/** Stems of the name that the question asks of: "did Norland vote", "has she met". */
function actorStems(query: Query, store: Store): ReadonlySet<string> {
  const actor = query.names.find(
    (name) => name.start === 1 || /^(did|has|had|does|do|was|were|is)$/.test(query.text[name.start - 1] ?? ''),
  );
  const ids = actor?.ids.flatMap((id) => [id, store.standsFor(id) ?? id]) ?? [];
  return new Set(ids.flatMap((id) => store.nameStems(id)));
}

// The clause that shares most with the question: what is denied elsewhere in a sentence is not denied of it.
function closestClause(text: string, asked: ReadonlySet<string>, actor: ReadonlySet<string>): string {
  const clauses = text.split(/[;:–]|, (?:and|but|while|which|who|though|according|so)\b/);
  const shared = (clause: string) => normsOf(clause).filter((norm) => asked.has(stemOf(norm))).length;
  // "…, while Norland did not": where one clause alone names whoever is asked about, it is told there.
  const naming = clauses.filter((clause) => normsOf(clause).some((norm) => actor.has(stemOf(norm))));
  const [only] = naming;
  if (
    only !== undefined &&
    naming.length === 1 &&
    clauses.length > 1 &&
    /\b(did|does|do|had|has|was|were) not\s*\W*$/.test(only)
  )
    return only;
  return clauses.reduce((best, clause) => (shared(clause) > shared(best) ? clause : best), clauses[0] ?? text);
}

/** The number that stands nearest to the question's words in what the fact says; years are no numbers. */
function numberIn(hit: Hit, query: Query): number | undefined {
  const asked = new Set(query.words.flatMap((word) => [...word.stems.keys()]));
  let best: { number: number; distance: number } | undefined;
  for (const [rank, statement] of hit.statements().slice(0, 3).entries()) {
    const words = normsOf(statement.text);
    const hits = words.flatMap((word, at) => (asked.has(stemOf(word)) ? [at] : []));
    words.forEach((_, at) => {
      const number = amountAt(words, at);
      if (number === null) return;
      const distance = Math.min(20, ...hits.map((place) => Math.abs(place - at))) + rank * 4;
      if (!best || distance < best.distance) best = { number, distance };
    });
  }
  return best?.number;
}

function amountAt(words: readonly string[], at: number): number | null {
  const word = words[at] ?? '';
  const spelt = COUNT_WORDS.indexOf(word);
  const plain =
    spelt > 1
      ? spelt
      : /^\d[\d,]*(\.\d+)?$/.test(word) && !/^(19|20)\d\d$/.test(word)
        ? Number(word.replaceAll(',', ''))
        : null;
  if (plain === null || (words[at - 1] === 'of' && /^\d/.test(words[at - 2] ?? ''))) return null;
  const months = /^(january|february|march|april|may|june|july|august|september|october|november|december)$/;
  if (plain <= 31 && months.test(words[at + 1] ?? '')) return null;
  return plain * (words[at + 1] === 'million' ? 1e6 : words[at + 1] === 'billion' ? 1e9 : 1);
}
