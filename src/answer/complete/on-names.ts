import type { Entity } from '../../record/schema.ts';
import { inSentence } from './on-arms.ts';
import type { Naming, Offer } from './question.ts';

/** What may be asked of a name alone: who or what it is; nothing of places, which everybody knows. */
export function onName(entity: Entity, naming: Naming): Offer[] {
  const { store } = naming;
  if (!naming.usable(entity.id) || ['country', 'city', 'region'].includes(entity.kind)) return [];
  const sourced = (entity.roles ?? []).length > 0 || (store.byEntity.get(entity.id) ?? []).some((index) => store.docs[index]?.fact.kind !== 'entity');
  if (!sourced) return [];
  const offers: Offer[] = [];
  const add = (family: string, text: string) => offers.push({ text, family, facts: [entity.id], entities: [entity.id] });
  if (entity.kind === 'person') {
    add('who-is', `who is ${entity.name}`);
    if ((entity.roles ?? []).length > 0) add('office', `what posts has ${entity.name} held`);
  } else add('what-is', `what is ${inSentence(entity.name)}`);
  return offers;
}
