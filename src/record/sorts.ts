import type { Fact } from './facts.ts';

/**
 * The sort of a fact: its kind, and the few of its fields by which a question about a notion of the field ("sold",
 * "abstained") tells whether that kind of fact is meant. What holds of one fact of a sort holds of all: see `affinity`.
 */
export function sortOf(fact: Fact): string {
  return [fact.kind, ...traitsOf(fact)].join(' ');
}

function traitsOf(fact: Fact): (string | boolean)[] {
  switch (fact.kind) {
    case 'visit': {
      const { departed, places, host, arrived } = fact.data;
      const left = departed !== undefined || places?.some((place) => place.to) === true;
      return [left, host !== undefined, arrived.length === 10];
    }
    case 'event':
      return [fact.data.kind];
    case 'figure':
      return [fact.data.unit, fact.data.headline === true];
    case 'delivery':
      return [fact.data.ordered === null, fact.data.value !== undefined];
    case 'measure':
      return [fact.data.kind, fact.data.votes !== undefined];
    case 'ranking':
    case 'entity':
      return [];
  }
}
