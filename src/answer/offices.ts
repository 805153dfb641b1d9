import { officeStart } from '../find/event-times.ts';
import type { NameUnit, Query } from '../question/query.ts';
import { firstDay, lastDay } from '../record/days.ts';
import type { Entity } from '../record/schema.ts';
import type { Store } from '../record/store.ts';
import { normsOf, stemOf } from '../text.ts';
import type { Line } from './answer.ts';
import { formatDate } from './dates.ts';
import { type Context, type Draft, line } from './draft.ts';
import { endOfRecord } from './finish.ts';
import { listOf, periodText, sentence } from './phrases.ts';
import { notOnRecord } from './refuse.ts';

export type Role = NonNullable<Entity['roles']>[number];

/** A role with its time, as it stands in an answer. */
export function roleText(role: Role): string {
  if (role.from || role.to) return `${role.title}, ${periodText(role.from ?? null, role.to ?? null)}`;
  return role.as_of
    ? `${role.title}, as of ${role.as_of.replace(/\d{4}-\d{2}(-\d{2})?/g, (date) => formatDate(date))}`
    : role.title;
}

/** The one person that a question names first. */
function personIn(query: Query, store: Store): NameUnit | undefined {
  return query.names.find((name) => name.ids.length === 1 && store.entities.get(name.ids[0] ?? '')?.kind === 'person');
}

/** The roles of a person whose titles have all these stems. */
function rolesCalled(id: string, asked: readonly string[], store: Store): Role[] {
  return (store.entities.get(id)?.roles ?? []).filter((role) => {
    const stems = new Set(normsOf(role.title).map(stemOf));
    return asked.every((stem) => stems.has(stem));
  });
}

/** Since when somebody holds or held an office ("when did she become president"); `null` when no such role is on record. */
export function answerTakingOffice({ query, store }: Context): Draft | null {
  const person = personIn(query, store);
  const id = person?.ids[0];
  const at = query.text.findIndex((norm) => /^(become|became|appointed|named|made|sworn|elected)$/.test(norm));
  if (id === undefined || at < 0) return null;
  const start = officeStart(query.text.slice(query.text[at - 1] === 'was' ? at - 1 : at), store, id);
  if (!start) return null;
  return {
    status: 'answered',
    headline: line(sentence(`${store.nameOf(id)}: ${roleText(start.role)}`), [id], start.role.sources),
    lines: [],
    qualifications: [],
    confidence: 1,
    focus: [id],
  };
}

const LEAVING_OFFICE =
  /\b(resign|resigned|resigns|give up|gave up|relinquish|relinquished|step down|stepped down|stand down|stood down|quit|retire|retired|sacked|fired|dismissed|ousted|removed|deposed) (?:\w+ ){0,3}?(?:as|from|of) (?:the |a |an |his |her |its )?(?:post of |office of )?(.+)$/;

/**
 * Until when somebody held an office ("when did she resign as president"); `null` when the question is no such one or the
 * record knows no such role of theirs. A role without an end refuses: whoever holds it has not left it, for all the record knows.
 */
export function answerLeavingOffice(context: Context): Draft | null {
  const { query, store } = context;
  const office = LEAVING_OFFICE.exec(query.text.join(' '))?.[2];
  const person = personIn(query, store);
  const id = person?.ids[0];
  if (id === undefined || office === undefined) return null;
  const asked = normsOf(office).map(stemOf);
  const roles = rolesCalled(id, asked, store).filter((role) => !isLesser(role, asked));
  const ended = roles.filter((role) => role.to);
  const [first] = ended;
  if (first === undefined) return roles.length > 0 ? notOnRecord(context) : null;
  return {
    status: 'answered',
    headline: line(sentence(`${store.nameOf(id)}: ${roleText(first)}`), [id], first.sources),
    lines: ended.slice(1).map((role) => line(sentence(roleText(role)), [id], role.sources)),
    qualifications: [],
    confidence: 1,
    focus: [id],
  };
}

const IN_OFFICE =
  /^(?:still |already |now |currently )?(?:the |a |an )?((?:\w+ )?(?:president|minister|premier|commander in chief|commander|chairman|chairwoman|general|admiral|king|queen|secretary|senator|ambassador|speaker))(?: of \w+)?(?: now| currently| today| already)?(?: (?:in|on|at|during|since|before|after|by)\b.*)?$/;

/**
 * Whether somebody is or was in an office ("is he president now", "was she admiral in 2015"); `null` when the question is no
 * such one or the record knows no such role of theirs: absence is no "no".
 */
export function answerWhetherInOffice(context: Context): Draft | null {
  const { query, store, today } = context;
  const person = personIn(query, store);
  const id = person?.ids[0];
  if (id === undefined || !person || !/^(is|was)$/.test(query.text[0] ?? '')) return null;
  // What stands behind the name, or behind "he" where that is meant.
  const office = IN_OFFICE.exec(query.text.slice(person.start === 1 ? person.end : 2).join(' '))?.[1];
  if (office === undefined) return null;
  const asked = normsOf(office).map(stemOf);
  const roles = rolesCalled(id, asked, store).filter(
    // A caretaker is in the office for the time being, and the title says so.
    (role) => /\bcaretaker\b/i.test(role.title) || !isLesser(role, asked),
  );
  const [first] = roles;
  if (first === undefined) return null;
  const isNow = query.periods.length === 0;
  const times = isNow ? [{ from: today, to: today }] : query.periods;
  const then = roles.filter((role) => times.every(({ from, to }) => holds(role, from, to)));
  const yes = (isNow && query.text[0] === 'was') || then.length > 0;
  // An office known only as of some day began before and ended after: when, nobody says.
  if (!yes && roles.some((role) => !role.from)) return isNow ? notOnRecord(context) : null;
  const told = then[0] ?? first;
  return {
    status: 'answered',
    headline: line(sentence(`${store.nameOf(id)}: ${roleText(told)}`), [id], told.sources),
    lines: [],
    qualifications: isNow && today > store.record.meta.kept_up_to ? [endOfRecord(store)] : [],
    confidence: 1,
    verdict: yes !== query.negated ? 'yes' : 'no',
    focus: [id],
  };
}

/** What somebody was at a time: the roles whose days overlap the period asked for, or all of them. */
export function answerRoles(context: Context, id: string): Draft | null {
  const { query, store } = context;
  const entity = store.entities.get(id);
  const roles = entity?.roles ?? [];
  if (!entity || roles.length === 0) return null;
  const told = roles.filter((role) => query.periods.every((period) => holds(role, period.from, period.to)));
  if (told.length === 0) return null;
  const when = query.periods.map((period) => ` ${period.text.trim()}`).join('');
  return {
    status: 'answered',
    headline: line(
      sentence(`${entity.name}${when}: ${listOf(told.map((role) => role.title))}`),
      [id],
      [...new Set(told.flatMap((role) => role.sources))],
    ),
    lines: (told.length === roles.length ? told : [...told, ...roles.filter((role) => !told.includes(role))]).map(
      (role): Line => line(sentence(roleText(role)), [id], role.sources),
    ),
    qualifications: [],
    confidence: 0.9,
    focus: [id],
  };
}

export function holds(role: Role, from: string | null, to: string | null): boolean {
  const years = role.as_of?.match(/\d{4}(?:-\d{2}(?:-\d{2})?)?/g) ?? [];
  const start = role.from ?? years[0];
  const end = role.to ?? (role.from ? undefined : years.at(-1));
  return (
    (start === undefined || firstDay(start) <= (to ?? '9999')) &&
    (end === undefined || lastDay(end) >= (from ?? '0000'))
  );
}

// "president" is not "acting president" or "vice president".
export function isLesser(role: Role, asked: readonly string[]): boolean {
  const extra = /\b(acting|vice|deputy|former|caretaker)\b/i.exec(role.title)?.[0];
  return extra !== undefined && !asked.includes(stemOf(extra.toLowerCase()));
}
