import type { Entity, RecordData } from '../../src/record/schema.ts';
import { phraseKey } from '../../src/text.ts';
import { seededRandom } from '../eval/typos.ts';
import { type Random, wordLike } from './words.ts';

export type GrowOptions = {
  /** Whether the copies have as many other names beside their own as what they are copied from; left out: none. */
  aliases?: boolean;
};

/**
 * A record `times` as large: the record itself, and copies of its facts, sources and entities under other ids, with other
 * names made of syllables, in the texts too, and with dates some years earlier. The same each time for the same record.
 */
export function growRecord(record: RecordData, times: number, { aliases = false }: GrowOptions = {}): RecordData {
  const random = seededRandom(7);
  const copied = record.entities.filter(hasNameOfItsOwn);
  const ids = [...copied, ...factsOf(record), ...record.sources].map(({ id }) => id);
  const template = textsApart(copied.flatMap(namesOf));
  const taken = new Set(record.entities.flatMap(namesOf).map(phraseKey));
  const grown: RecordData = structuredClone(record);
  for (let copy = 1; copy < times; copy++) {
    const names = otherNames(copied, taken, random);
    const years = (copy % 20) + 1;
    const change = changer({ idOf: new Map(ids.map((id) => [id, `${id}-n${copy}`])), names, years, template });
    grown.visits.push(...change(record.visits));
    grown.events.push(...change(record.events));
    grown.figures.push(...change(record.figures));
    grown.deliveries.push(...change(record.deliveries));
    grown.rankings.push(...change(record.rankings));
    grown.measures.push(...change(record.measures));
    grown.entities.push(...change(copied.map((entity) => (aliases ? entity : withoutAliases(entity)))));
    grown.sources.push(...change(record.sources));
  }
  return grown;
}

/** Roles and categories are words of the language, not names; a larger record has the same ones. */
function hasNameOfItsOwn({ kind }: Entity): boolean {
  return kind !== 'role' && kind !== 'weapon-category';
}

function withoutAliases({ aliases: _, ambiguous_aliases: __, ...entity }: Entity): Entity {
  return entity;
}

function factsOf({ visits, events, figures, deliveries, rankings, measures }: RecordData): { id: string }[] {
  return [...visits, ...events, ...figures, ...deliveries, ...rankings, ...measures];
}

function namesOf({ name, aliases = [], ambiguous_aliases = [] }: Entity): string[] {
  return [name, ...aliases, ...ambiguous_aliases];
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A new name for each name: one word always becomes the same other word, so that a short name stays part of the long one. */
function otherNames(entities: readonly Entity[], taken: Set<string>, random: Random): Map<string, string> {
  const words = new Map<string, string>();
  const writing = lettersByWriting(entities);
  const other = (word: string) => {
    const known = words.get(word) ?? wordLike(word, random, writing);
    words.set(word, known);
    return known;
  };
  const names = new Map<string, string>();
  for (const name of entities.flatMap(namesOf)) {
    if (names.has(name)) continue;
    // "of", "and", "fighter" stay what they are, unless nothing else is left to tell the names apart.
    const capitals = name.replace(WORD, (word) =>
      /^\p{Ll}+$/u.test(word) && /\p{sc=Latn}/u.test(word) ? word : other(word),
    );
    let made = capitals === name ? name.replace(WORD, other) : capitals;
    while (taken.has(phraseKey(made))) made += wordLike('an', random, writing);
    taken.add(phraseKey(made));
    names.set(name, made);
  }
  return names;
}

/** The letters that the names use, by writing: those with many signs as a whole, others by block of 256 code points. */
function lettersByWriting(entities: readonly Entity[]): (letter: string) => readonly string[] {
  const blockOf = (letter: string) =>
    /[\p{sc=Han}\p{sc=Hang}]/u.test(letter) ? -1 : (letter.codePointAt(0) ?? 0) >> 8;
  const blocks = new Map<number, string[]>();
  for (const letter of new Set(entities.flatMap(namesOf).join(''))) {
    if (!/\p{L}/u.test(letter)) continue;
    blocks.set(blockOf(letter), [...(blocks.get(blockOf(letter)) ?? []), letter]);
  }
  return (letter) => blocks.get(blockOf(letter)) ?? [letter];
}

type Template = (text: string) => readonly string[];

/** Takes texts apart into names, years and what is between them; at even places stands what is between. */
function textsApart(names: readonly string[]): Template {
  const known = [...new Set(names)].filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
  const escaped = known.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const named = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join('|')}|(?:19|20)\\d\\d)(?![\\p{L}\\p{N}])`, 'gu');
  const parts = new Map<string, string[]>();
  return (text) => {
    const known = parts.get(text) ?? text.split(named);
    parts.set(text, known);
    return known;
  };
}

type Change = {
  idOf: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
  years: number;
  template: Template;
};

const DATE = /^(\d{4})(-\d\d)?(-\d\d)?$/;
/** Fields whose values are the schema's own words, or are shown as they are. */
const KEPT = new Set(['kind', 'status', 'unit', 'metric', 'gender', 'currency', 'field', 'url', 'number']);

function changer({ idOf, names, years, template }: Change) {
  const earlier = (year: string) => String(Number(year) - years);
  const text = (value: string) => {
    const known = idOf.get(value) ?? names.get(value);
    if (known !== undefined) return known;
    const date = DATE.exec(value);
    if (date) return earlierDate(date, years);
    return template(value)
      .map((part, at) => (at % 2 === 0 ? part : (names.get(part) ?? earlier(part))))
      .join('');
  };
  const change = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [idOf.get(key) ?? key, KEPT.has(key) ? part : change(part)]),
    );
  };
  return <T>(entries: readonly T[]): T[] => entries.map((entry) => change(entry) as T);
}

function earlierDate([, year = '', month = '', day = '']: RegExpExecArray, years: number): string {
  return `${Number(year) - years}${month}${month === '-02' && day === '-29' ? '-28' : day}`;
}
