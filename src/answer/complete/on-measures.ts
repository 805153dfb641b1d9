import type { Measure } from '../../record/schema.ts';
import { inMonth, type Naming, type Offer, withArticle } from './question.ts';

/** What may be asked of a vote: who was for, against, abstained, how each state voted. */
export function onVote(measure: Measure, naming: Naming): Offer[] {
  const { store } = naming;
  const { votes, date } = measure;
  if (!votes || date === null) return [];
  const where = `in ${withArticle(measure.body)} ${inMonth(date)}`;
  const states = Object.entries(votes.notable ?? {});
  const offers: Offer[] = [];
  const add = (family: string, text: string, entities: readonly string[]) => offers.push({ text, family, facts: [measure.id], entities });
  const groups = [
    ['abstain', `who abstained ${where}`],
    ['against', `who voted against ${where}`],
    ['for', `who voted for it ${where}`],
  ] as const;
  for (const [vote, text] of groups) {
    const group = states.filter(([, cast]) => cast.startsWith(vote)).map(([id]) => id);
    if (group.length > 0) add('vote-who', text, group);
  }
  for (const [id] of states) if (naming.usable(id)) add('vote-state', `how did ${store.nameOf(id)} vote ${where}`, [id]);
  if (votes.for !== undefined) add('vote-tally', `what was the result of the vote ${where}`, []);
  return offers;
}

/** How a state voted, whatever the vote. */
export function onVoter(state: string, measures: readonly Measure[], naming: Naming): Offer[] {
  if (!naming.usable(state)) return [];
  return [{ text: `how did ${naming.store.nameOf(state)} vote`, family: 'vote-state', facts: measures.map(({ id }) => id), entities: [state] }];
}

/** What may be asked of a sanction or an embargo by who imposed it. */
export function onMeasure(measure: Measure, naming: Naming): Offer[] {
  const { store } = naming;
  const body = store.record.entities.find((entity) => entity.name === measure.body)?.id;
  if (body === undefined || !naming.usable(body) || measure.votes) return [];
  const who = withArticle(measure.body);
  const offer = (family: string, text: string): Offer => ({ text, family, facts: [measure.id], entities: [body] });
  if (measure.kind === 'sanction') {
    return [
      ...(measure.date ? [offer('sanction', `what sanctions did ${who} impose ${inMonth(measure.date)}`)] : []),
      offer('sanction', `when did ${who} impose sanctions`),
    ];
  }
  if (measure.kind === 'embargo') return [offer('embargo', `did ${who} impose an arms embargo`)];
  if (measure.kind === 'report' && measure.date) return [offer('report', `what did ${who} report ${inMonth(measure.date)}`)];
  return [];
}
