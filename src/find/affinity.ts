import type { Concept } from '../question/lexicon.ts';
import type { Fact } from '../record/facts.ts';

/**
 * How well a kind of fact suits a notion of the field, 0 to 1: "sold" is what figures, deliveries and rankings are
 * about, whatever words they use. A notion that a kind says nothing on must be found in the fact's words instead. It looks
 * at nothing that differs between facts of one sort (`sortOf`).
 */
export function affinity(concept: Concept, fact: Fact): number {
  switch (concept) {
    case 'leave':
    case 'return':
      return fact.kind === 'visit' && (fact.data.departed || fact.data.places?.some((place) => place.to)) ? 1 : 0;
    case 'invite':
      return fact.kind === 'visit' && fact.data.host ? 0.7 : 0;
    case 'arrive':
      if (fact.kind === 'delivery') return 0.9;
      return fact.kind === 'visit' ? 1 : fact.kind === 'event' && fact.data.kind === 'diplomacy' ? 0.5 : 0;
    case 'visit':
    case 'stay':
    case 'abroad':
    case 'length':
      return fact.kind === 'visit' ? 1 : fact.kind === 'event' && fact.data.kind === 'diplomacy' ? 0.5 : 0;
    case 'meet':
    case 'receive':
      return fact.kind === 'visit' ? 0.95 : 0;
    case 'supply':
    case 'buy':
      return fact.kind === 'figure' || fact.kind === 'delivery' ? 1 : fact.kind === 'ranking' ? 0.9 : 0;
    case 'order':
      // "the deal" is an agreement as well as an order.
      if (fact.kind === 'event') return fact.data.kind === 'agreement' ? 0.7 : 0;
      return fact.kind === 'delivery' ? (fact.data.ordered === null ? 0.5 : 1) : fact.kind === 'figure' ? 0.4 : 0;
    case 'arms':
      if (fact.kind === 'measure') return fact.data.kind === 'embargo' ? 0.9 : 0.5;
      return fact.kind === 'figure' || fact.kind === 'delivery' || fact.kind === 'ranking' ? 0.9 : 0;
    case 'amount':
    case 'total':
      return fact.kind === 'figure' ? 1 : fact.kind === 'delivery' && fact.data.value ? 0.7 : 0;
    case 'price':
      return fact.kind === 'delivery' && fact.data.value ? 1 : fact.kind === 'figure' ? 0.6 : 0;
    case 'share':
      return fact.kind === 'figure' && fact.data.unit === 'percent-share' ? 1 : 0;
    case 'rank':
      return fact.kind === 'ranking' ? 1 : fact.kind === 'figure' ? 0.4 : 0;
    case 'more':
    case 'less':
    case 'change':
      return fact.kind === 'figure' ? 0.8 : 0;
    case 'vote':
    case 'abstain':
    case 'against':
    case 'favour':
    case 'veto':
      if (fact.kind === 'measure') return fact.data.votes ? 1 : fact.data.kind === 'vote' ? 0.9 : 0;
      return fact.kind === 'event' && fact.data.kind === 'vote' ? 0.9 : 0;
    case 'sanction':
    case 'embargo':
      if (fact.kind === 'measure') return fact.data.kind === concept ? 1 : fact.data.kind === 'report' ? 0.2 : 0.7;
      return fact.kind === 'event' && fact.data.kind === 'sanction' ? (concept === 'embargo' ? 0.5 : 0.9) : 0;
    case 'takeover':
      return fact.kind === 'event' && fact.data.kind === 'coup' ? 1 : 0;
    default:
      return 0;
  }
}
