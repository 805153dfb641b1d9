import type { Delivery, Figure } from '../../record/schema.ts';
import { agendaOf } from './agenda.ts';
import { grouped, inYears, type Naming, type Offer } from './question.ts';

/** What may be asked of what a supplier sold: in all, and in the years that figures are given for. */
export function onSupplier(supplier: string, naming: Naming): Offer[] {
  const { store } = naming;
  const { home } = store.record.meta;
  if (!naming.usable(supplier) || supplier === home) return [];
  const name = store.nameOf(supplier);
  const figures = agendaOf(store).figures.get(supplier) ?? [];
  const amounts = figures.filter(isAmount);
  const offers: Offer[] = [];
  const add = (family: string, text: string, facts: readonly string[]) => offers.push({ text, family, facts, entities: [supplier, home] });
  if (amounts.length > 0) add('sold', `how much did ${name} sell to ${store.nameOf(home)}`, amounts.map(({ id }) => id));
  for (const [years, counted] of grouped(amounts, ({ period }) => [inYears(period.from, period.to)])) {
    if (years !== '') add('sold-years', `how much did ${name} sell to ${store.nameOf(home)} ${years}`, counted.map(({ id }) => id));
  }
  const shares = figures.filter((figure) => figure.unit === 'percent-share' && /\bshare\b/.test(figure.measures_what));
  for (const [years, counted] of grouped(shares, ({ period }) => [inYears(period.from, period.to)])) {
    if (years !== '') add('share', `what share of arms imports came from ${name} ${years}`, counted.map(({ id }) => id));
  }
  return offers;
}

// Counts of firms, banks and deals are no amounts of arms.
function isAmount(figure: Figure): boolean {
  return /^(USD|EUR)$/.test(figure.unit) || /-(million|billion)$/.test(figure.unit);
}

/** Which of two suppliers sold more, for those that one counter counted alike. */
export function onComparisons(naming: Naming): Offer[] {
  const { store } = naming;
  const amounts = [...agendaOf(store).figures.values()].flat().filter((figure) => isAmount(figure) && naming.usable(figure.supplier));
  const alike = grouped(amounts, (figure) => [[figure.counted_by, figure.unit, figure.period.from, figure.period.to, figure.as_of].join('|')]);
  const offers = new Map<string, Offer>();
  for (const figures of alike.values()) {
    const ranked = figures.filter(({ supplier }) => store.entities.get(supplier)?.kind === 'country').sort((a, b) => b.value - a.value);
    for (const [at, first] of ranked.slice(0, 4).entries()) {
      for (const second of ranked.slice(at + 1, 4)) {
        if (second.supplier === first.supplier) continue;
        const text = `who sold more, ${store.nameOf(first.supplier)} or ${store.nameOf(second.supplier)}`;
        const back = `who sold more, ${store.nameOf(second.supplier)} or ${store.nameOf(first.supplier)}`;
        if (!offers.has(back) && !offers.has(text)) offers.set(text, { text, family: 'compare', facts: [], entities: [first.supplier, second.supplier] });
      }
    }
  }
  return [...offers.values()];
}

/** What may be asked of one kind of weapon: when, how many, from whom, at what price. */
export function onItem(item: string, naming: Naming): Offer[] {
  const { store } = naming;
  const deliveries = agendaOf(store).deliveries.get(item) ?? [];
  if (!naming.usable(item)) return [];
  const name = inSentence(store.nameOf(item));
  const many = isPlural(name);
  const offers: Offer[] = [];
  const add = (family: string, text: string, about: readonly Delivery[]) => {
    if (about.length > 0) offers.push({ text, family, facts: about.map(({ id }) => id), entities: [item] });
  };
  const arrived = deliveries.filter((delivery) => delivery.status === 'delivered' && delivery.delivered !== null);
  add('item-when', `when ${many ? 'were' : 'was'} ${many ? '' : 'the '}${name} delivered`, arrived);
  const named = deliveries.filter(({ supplier }) => store.entities.has(supplier) && supplier !== store.record.meta.home);
  add('item-who', `who supplied ${many ? '' : 'the '}${name}`, named);
  add('item-count', `how many ${name} were delivered`, arrived.filter(({ quantity }) => (quantity ?? 0) > 0));
  add('item-ordered', `how many ${name} were ordered`, deliveries.filter((delivery) => (delivery.quantity_ordered ?? 0) > 0));
  add('item-price', `how much did the ${name} cost`, deliveries.filter(({ value }) => value !== undefined));
  return offers;
}

/** What may be asked of one supplier's deliveries. */
export function onDeliveries(supplier: string, deliveries: readonly Delivery[], naming: Naming): Offer[] {
  const { store } = naming;
  if (!naming.usable(supplier) || supplier === store.record.meta.home) return [];
  const name = store.nameOf(supplier);
  const facts = deliveries.map(({ id }) => id);
  const offers: Offer[] = [{ text: `which weapons did ${name} deliver`, family: 'supplier-items', facts, entities: [supplier] }];
  for (const [item, about] of grouped(deliveries.filter((delivery) => delivery.status === 'delivered'), (delivery) => [delivery.item])) {
    if (naming.usable(item)) {
      offers.push({ text: `did ${name} deliver ${inSentence(store.nameOf(item))}`, family: 'supplier-whether', facts: about.map(({ id }) => id), entities: [supplier, item] });
    }
  }
  return offers;
}

/** Who sold most, by the years that rankings are given for. */
export function onRankings(naming: Naming): Offer[] {
  const { store } = naming;
  const of = store.record.rankings.filter((ranking) => ranking.order.length > 1 && /\b(supplier|source)s?\b/.test(ranking.metric));
  if (of.length === 0) return [];
  const offers: Offer[] = [{ text: 'who sold the most arms', family: 'ranking', facts: [], entities: [] }];
  for (const [years, rankings] of grouped(of, ({ period }) => [inYears(period.from, period.to)])) {
    if (years !== '') offers.push({ text: `who were the biggest suppliers ${years}`, family: 'ranking', facts: rankings.map(({ id }) => id), entities: [] });
  }
  return offers;
}

/** A name inside a sentence: "Air defence systems" is "air defence systems", "Osk-4" stays. */
export function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}+(?: \p{Ll}[\p{Ll}-]*)*$/u.test(name) && isPlural(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function isPlural(name: string): boolean {
  return /[^s\d]s$/.test(name) && !/\d/.test(name);
}
