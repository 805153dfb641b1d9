import type { Delivery, Figure } from '../../record/schema.ts';
import type { Store } from '../../record/store.ts';
import { agendaOf } from './agenda.ts';
import { grouped, idsOf, inSentence, inYears, isPlural, type Naming, type Offer } from './question.ts';

/** What may be asked of what a supplier sold: in all, in the years that figures are given for, and what it was. */
export function onSupplier(supplier: string, naming: Naming): Offer[] {
  const { store } = naming;
  const { home } = store.record.meta;
  if (!naming.usable(supplier) || !naming.usable(home) || supplier === home) return [];
  const agenda = agendaOf(store);
  const name = store.nameOf(supplier);
  const sold = `how much did ${name} sell to ${store.nameOf(home)}`;
  const amounts = agenda.amounts.get(supplier) ?? [];
  const deliveries = agenda.deliveries.get(supplier) ?? [];
  const offers: Offer[] = [];
  const add = (family: string, text: string, about: readonly { id: string }[], item: string[] = []) =>
    offers.push({ text, family, facts: idsOf(about), entities: [supplier, home, ...item] });
  if (amounts.length > 0) add('sold', sold, amounts);
  if (deliveries.length > 0) add('supplier-items', `which weapons did ${name} deliver`, deliveries);
  for (const [years, counted] of byYears(amounts)) add('sold-years', `${sold} ${years}`, counted);
  for (const [years, counted] of byYears(agenda.shares.get(supplier) ?? [])) {
    add('share', `what share of arms imports came from ${name} ${years}`, counted);
  }
  const arrived = deliveries.filter((delivery) => delivery.status === 'delivered');
  for (const [item, about] of grouped(arrived, (delivery) => [delivery.item])) {
    if (naming.usable(item)) {
      add('supplier-whether', `did ${name} deliver ${inSentence(item, store)}`, about, [item]);
    }
  }
  for (const [year, about] of grouped(arrived, ({ delivered }) => yearOf(delivered?.from ?? delivered?.to))) {
    add('supplier-year', `which weapons did ${name} deliver in ${year}`, about);
  }
  return offers;
}

function byYears<T extends Pick<Figure, 'period'>>(facts: readonly T[]): [years: string, facts: T[]][] {
  return [...grouped(facts, ({ period }) => [inYears(period.from, period.to)])].filter(([years]) => years !== '');
}

function yearOf(date: string | null | undefined): string[] {
  return date ? [date.slice(0, 4)] : [];
}

/** What the home country bought in all, in the years for which figures without a supplier are given. */
export function onBuyer(naming: Naming): Offer[] {
  const { store } = naming;
  const { home } = store.record.meta;
  if (!naming.usable(home)) return [];
  const all = agendaOf(store).amounts.get('all') ?? [];
  return byYears(all).map(([years, figures]) => ({
    text: `how much did ${store.nameOf(home)} buy ${years}`,
    family: 'bought',
    facts: idsOf(figures),
    entities: [home],
  }));
}

/** How many of the largest suppliers of one count are set side by side with each other. */
const MOST_COMPARED = 4;

const comparisons = new WeakMap<Store, readonly Offer[]>();

/** Which of two states sold more, for those whose sales one counter counted alike. */
export function onComparisons(naming: Naming): readonly Offer[] {
  const { store } = naming;
  const known = comparisons.get(store);
  const made = known ?? compared(store);
  if (known === undefined) comparisons.set(store, made);
  return made.filter(({ entities }) => entities.every(naming.usable));
}

function compared(store: Store): Offer[] {
  const sold = agendaOf(store).amounts;
  const amounts = sold.sizes().flatMap(([supplier]) => sold.get(supplier) ?? []);
  const alike = grouped(amounts, ({ counted_by, unit, period, as_of }) => [
    [counted_by, unit, period.from, period.to, as_of].join('|'),
  ]);
  const offers = new Map<string, Offer>();
  for (const figures of alike.values()) {
    const states = figures.filter(({ supplier }) => store.entities.get(supplier)?.kind === 'country');
    const ranked = [...new Set(states.sort((a, b) => b.value - a.value).map(({ supplier }) => supplier))];
    for (const [at, first] of ranked.slice(0, MOST_COMPARED).entries()) {
      for (const second of ranked.slice(at + 1, MOST_COMPARED)) {
        const pair = [first, second].sort().join('|');
        const text = `who sold more, ${store.nameOf(first)} or ${store.nameOf(second)}`;
        if (!offers.has(pair)) offers.set(pair, { text, family: 'compare', facts: [], entities: [first, second] });
      }
    }
  }
  return [...offers.values()];
}

/** What may be asked of one kind of weapon: when, from whom, how many, at what price. */
export function onItem(item: string, naming: Naming): Offer[] {
  const { store } = naming;
  const deliveries = agendaOf(store).items.get(item) ?? [];
  if (!naming.usable(item)) return [];
  const name = inSentence(item, store);
  const the = isPlural(name) ? name : `the ${name}`;
  const was = isPlural(name) ? 'were' : 'was';
  const offers: Offer[] = [];
  const add = (family: string, text: string, isAbout: (delivery: Delivery) => boolean) => {
    const about = deliveries.filter(isAbout);
    if (about.length > 0) offers.push({ text, family, facts: idsOf(about), entities: [item] });
  };
  add('item-when', `when ${was} ${the} delivered`, isDelivered);
  add('item-who', `who supplied ${the}`, (delivery) => isFromState(delivery, store));
  add(
    'item-count',
    `how many ${name} were delivered`,
    (delivery) => isDelivered(delivery) && (delivery.quantity ?? 0) > 0,
  );
  add('item-price', `how much did the ${name} cost`, ({ value }) => value !== undefined);
  add('item-ordered', `how many ${name} were ordered`, ({ quantity_ordered: ordered }) => (ordered ?? 0) > 0);
  add('item-order', `when ${was} ${the} ordered`, ({ ordered }) => ordered !== null);
  return offers;
}

function isDelivered({ status, delivered }: Delivery): boolean {
  return status === 'delivered' && delivered !== null;
}

function isFromState({ supplier }: Delivery, store: Store): boolean {
  return store.entities.has(supplier) && supplier !== store.record.meta.home;
}

/** What may be asked of a whole category of arms. */
export function onCategory(category: string, naming: Naming): Offer[] {
  const { store } = naming;
  const deliveries = (agendaOf(store).categories.get(category) ?? []).filter((each) => isFromState(each, store));
  if (!naming.usable(category) || deliveries.length === 0) return [];
  const name = inSentence(category, store);
  const about = { facts: idsOf(deliveries), entities: [category] };
  return [
    { ...about, family: 'category-who', text: `who supplied ${name}` },
    { ...about, family: 'category-list', text: `list the deliveries of ${name}` },
  ];
}

/** Who sold most, by the years that rankings are given for. */
export function onRankings({ store }: Naming): Offer[] {
  const rankings = store.record.rankings.filter(
    ({ order, metric }) => order.length > 1 && /\b(?:supplier|source)s?\b/.test(metric),
  );
  if (rankings.length === 0) return [];
  return [
    { text: 'who sold the most arms', family: 'ranking', facts: [], entities: [] },
    ...byYears(rankings).map(([years, about]) => ({
      text: `who were the biggest suppliers ${years}`,
      family: 'ranking',
      facts: idsOf(about),
      entities: about[0]?.order ?? [],
    })),
  ];
}
