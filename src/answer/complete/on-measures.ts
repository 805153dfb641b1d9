import type { Measure } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';
import { grouped, idsOf, inMonth, type Naming, type Offer, withArticle } from './question.ts';

/** What may be asked of a vote: who abstained or was against or for, how it ended, how each state voted. */
export function onVote(measure: Measure, naming: Naming): Offer[] {
  const { votes, date } = measure;
  if (!votes || date === null) return [];
  const where = `in ${withArticle(measure.body)} ${inMonth(date)}`;
  const states = Object.entries(votes.notable ?? {});
  const offers: Offer[] = [];
  const add = (family: string, text: string, entities: readonly string[]) =>
    offers.push({ text, family, facts: [measure.id], entities });
  const groups = [
    ['abstain', `who abstained ${where}`],
    ['against', `who voted against ${where}`],
    ['for', `who voted in favour ${where}`],
  ] as const;
  for (const [vote, text] of groups) {
    const group = states.filter(([, cast]) => cast.startsWith(vote)).map(([id]) => id);
    if (group.length > 0) add('vote-who', text, group);
  }
  if (votes.for !== undefined) add('vote-result', `what was the result of the vote ${where}`, []);
  for (const [id] of states) {
    if (naming.usable(id)) add('vote-state', `how did ${withArticle(naming.store.nameOf(id))} vote ${where}`, [id]);
  }
  return offers;
}

/** How a state voted, whatever the vote. */
export function onVoter(state: string, measures: readonly Measure[], naming: Naming): Offer[] {
  if (!naming.usable(state)) return [];
  const text = `how did ${withArticle(naming.store.nameOf(state))} vote`;
  return [{ text, family: 'voter', facts: idsOf(measures), entities: [state] }];
}

/** The state or organisation of this name, where the record has one. */
function bodyNamed(name: string, store: Store): string | undefined {
  let bodies = bodiesOf.get(store);
  if (bodies === undefined) {
    bodies = new Map(store.record.entities.map((entity) => [entity.name, entity.id]));
    bodiesOf.set(store, bodies);
  }
  return bodies.get(name);
}

const bodiesOf = new WeakMap<Store, Map<string, string>>();

/** What may be asked of the sanctions, embargoes and reports of one body. */
export function onMeasures(body: string, measures: readonly Measure[], naming: Naming): Offer[] {
  const id = bodyNamed(body, naming.store);
  if (id === undefined || !naming.usable(id)) return [];
  const who = withArticle(body);
  const offers: Offer[] = [];
  const add = (family: string, text: string, about: readonly Measure[]) => {
    if (about.length > 0) offers.push({ text, family, facts: idsOf(about), entities: [id] });
  };
  add('embargo', `did ${who} impose an arms embargo`, measures.filter(isEmbargo));
  const sanctions = measures.filter(({ kind }) => kind === 'sanction');
  add('sanction', `when did ${who} impose sanctions`, sanctions);
  for (const [month, then] of grouped(sanctions, ({ date }) => (date ? [date.slice(0, 7)] : [])))
    add('sanction-month', `what sanctions did ${who} impose ${inMonth(month)}`, then);
  return offers;
}

// What stopped arms by another name ("freeze", "ruling") is not asked for as an embargo.
function isEmbargo({ kind, text }: Measure): boolean {
  return kind === 'embargo' && /\bembargo\b/i.test(text);
}
