import { type Item, itemAt, type Opened } from './items.ts';
import { type Days, monthsFrom, type Part } from './part.ts';
import { type Context, follows, wordAt } from './tokens.ts';

/** Keeps a long run of numbers from being tried as one list from each of its words. */
const LONGEST_LIST = 16;

type Connection = 'and' | 'comma' | 'none';

/** One period of a list, with the year and month that it names or that the list supplies. */
export type Link = { item: Item; connection: Connection; year: number | null; month: number | null; shared: boolean };

/** The items found at places of one question, so that a list tried from each of its words reads each word once. */
export type Seen = Map<number, Item | null>;

function itemOnce(context: Context, at: number, seen: Seen): Item | null {
  const known = seen.get(at);
  if (known !== undefined) return known;
  const item = itemAt(context, at, null);
  seen.set(at, item);
  return item;
}

/** A list of periods that begins at a place: "in June, July and August 2021". Empty when none does. */
export function listAt(context: Context, at: number, opened: Opened, seen: Seen): Link[] {
  const first = opened === null ? itemOnce(context, at, seen) : itemAt(context, at, opened);
  if (first === null) return [];
  const links = [linkOf(first, 'none')];
  for (let last = links[0]; last && links.length < LONGEST_LIST; last = links.at(-1)) {
    const [place, connection] = connectionAt(context, last.item.end);
    const next = place < context.tokens.length ? itemOnce(context, place, seen) : null;
    if (next === null) break;
    const merged = merge(context, last.item, next, connection);
    if (merged) links[links.length - 1] = linkOf(merged, last.connection);
    else if (connection === 'none') break;
    else links.push(linkOf(next, connection));
  }
  share(links);
  readBareYears(links);
  voidRemainder(context, links);
  return links.filter((link, place) => stands(context, link, links[place - 1], links[place + 1]));
}

function linkOf(item: Item, connection: Connection): Link {
  return { item, connection, year: item.part.year, month: item.part.month, shared: false };
}

function connectionAt(context: Context, at: number): [place: number, connection: Connection] {
  const token = context.tokens[at];
  if (token === undefined || token.joint === 'start') return [context.tokens.length, 'none'];
  if (token.joint === 'ampersand' || token.joint === 'slash') return [at, 'and'];
  if (isConjunction(context, at) && follows(context, at + 1)) {
    // "the 3rd or the 4th of March"
    const article = wordAt(context, at + 1) === 'the' && follows(context, at + 2);
    return [article ? at + 2 : at + 1, 'and'];
  }
  if (token.joint === 'comma') return [at, 'comma'];
  return follows(context, at) ? [at, 'none'] : [context.tokens.length, 'none'];
}

function isConjunction({ tokens }: Context, at: number): boolean {
  return /^(?:and|or|plus|vs|versus)$/.test(tokens[at]?.word ?? '');
}

/** "in 2021, in June" and "in June in 2021" are one period. */
function merge(context: Context, one: Item, other: Item, connection: Connection): Item | null {
  if (connection === 'and') return null;
  const fields = { start: one.start, end: other.end };
  if (isYear(one) && other.part.lacks === 'year' && (!other.part.unsure || other.strength !== null)) {
    return { ...other, ...fields, strength: 'time', part: supplied(other.part, one.part) };
  }
  const belongs = connection === 'none' || !isConjunction(context, other.end);
  if (isYear(other) && one.part.lacks === 'year' && other.strength !== null && belongs) {
    return { ...one, ...fields, part: supplied(one.part, other.part) };
  }
  return null;
}

function isYear(item: Item): boolean {
  return item.part.grain === 'year' && item.relation === 'in';
}

function supplied(part: Part, from: Part): Part {
  const { year } = from;
  if (year === null) return part;
  const readings = (): readonly Days[] => part.readings(year, part.month ?? 1);
  const relative = part.relative || from.relative;
  return { ...part, lacks: 'nothing', year, relative, loose: part.loose || from.loose, readings };
}

/** Within a list a later part supplies the year and month that an earlier one lacks; failing that, an earlier one does. */
function share(links: Link[]): void {
  for (let place = links.length - 2; place >= 0; place--) take(links[place], links[place + 1]);
  for (let place = 1; place < links.length; place++) take(links[place], links[place - 1]);
}

function take(link: Link | undefined, giver: Link | undefined): void {
  if (link === undefined || giver === undefined) return;
  const { part } = link.item;
  const given = giver.item.part;
  if (part.lacks === 'month' && link.month === null && given.grain === 'day') link.month = giver.month;
  if (part.lacks === 'nothing' || link.year !== null || given.grain === 'year' || giver.year === null) return;
  link.year = giver.year;
  link.shared = true;
  link.item = { ...link.item, part: { ...part, relative: part.relative || given.relative } };
}

// "June 2021 and 2022": the second may be June 2022 or the whole year.
function readBareYears(links: Link[]): void {
  let month: number | null = null;
  for (const link of links) {
    const { part, strength, relation } = link.item;
    const { year } = link;
    if (part.grain !== 'year') {
      month = part.grain === 'month' && year !== null && relation === 'in' ? link.month : null;
    } else if (strength !== null || year === null) {
      month = null;
    } else if (month !== null) {
      const readings = [...part.readings(year, 1), monthsFrom(year, month, 1)];
      link.item = { ...link.item, part: { ...part, readings: () => readings } };
    }
  }
}

// "2021-2022-2023": a number glued to the end was not read, so the last period is not either.
function voidRemainder({ tokens }: Context, links: Link[]): void {
  const last = links.at(-1);
  const next = tokens[last?.item.end ?? tokens.length];
  if (last === undefined || next === undefined || !/^\d/.test(next.norm)) return;
  if (next.joint !== 'hyphen' && next.joint !== 'slash') return;
  last.item = { ...last.item, part: { ...last.item.part, readings: () => [] } };
}

/** Whether a part is sure enough to be a period where it stands. */
function stands(context: Context, link: Link, before: Link | undefined, next: Link | undefined): boolean {
  const { part, strength } = link.item;
  const following = context.tokens[part.end];
  const isLast = following === undefined || following.joint !== 'space';
  if (part.lacks === 'month') {
    // "on June 20, 3 ministers" counts ministers.
    return link.month !== null && (isLast || isConjunction(context, part.end) || part.year !== null);
  }
  if (!part.unsure || strength === 'time' || (strength !== null && part.grain === 'day')) return true;
  const joined = before !== undefined && link.connection === 'and';
  if (joined && (isLast || before.item.strength === 'time')) return true;
  return link.shared && (joined || next?.connection === 'and');
}
