import type { Entity } from '../../record/schema.ts';
import { agendaOf } from './agenda.ts';
import { idsOf, inSentence, isPlural, type Naming, type Offer } from './question.ts';

/**
 * What may be asked of a name alone: who or what it is, what was held, when it was. Nothing of places
 * and kinds of arms, which everybody knows.
 */
export function onName(entity: Entity, naming: Naming): Offer[] {
  const { store } = naming;
  const { id, kind, name } = entity;
  if (!naming.usable(id) || ['country', 'city', 'region', 'measure', 'role', 'weapon-category'].includes(kind))
    return [];
  const docs = (store.byEntity.get(id) ?? []).flatMap((index) => store.docs[index] ?? []);
  const facts = docs.filter(({ fact }) => fact.kind !== 'entity');
  const hasRoles = (entity.roles ?? []).length > 0;
  const offers: Offer[] = [];
  const add = (family: string, text: string, about: readonly string[]) =>
    offers.push({ text, family, facts: about, entities: [id] });
  const acts = agendaOf(store).acts.get(id) ?? [];
  if (kind === 'person') {
    if (hasRoles || facts.length > 0) add('who-is', `who is ${name}`, [id]);
    if (hasRoles) add('office', `what post did ${name} hold`, [id]);
  } else if (facts.length > 0) {
    add('what-is', `what ${isPlural(name) && kind !== 'organisation' ? 'are' : 'is'} ${inSentence(id, store)}`, [id]);
  }
  if (kind === 'occasion') {
    const dated = facts.filter((doc) => doc.fields.has(id) && doc.span !== null);
    const when = `when was ${/^\d/.test(name) ? 'the ' : ''}${name}`;
    if (dated.length > 0)
      add(
        'occasion-when',
        when,
        dated.map((doc) => doc.fact.id),
      );
  }
  const isTold = id !== store.record.meta.subject && (kind === 'person' || kind === 'organisation');
  if (isTold && acts.length > 1) add('timeline', `timeline of ${name}`, idsOf(acts));
  return offers;
}
