import { normsOf, stemOf, type Word } from '../../text.ts';
import { isDigit } from '../edits.ts';
import { isEveryday } from '../everyday.ts';
import { type Concept, conceptsOf, isFunctionWord } from '../lexicon.ts';
import type { NameMention } from '../names.ts';
import { numberOf } from '../numbers.ts';
import type { WordUnit } from '../query.ts';
import { isWeakWord, relatedStems, replacePhrases } from '../thesaurus.ts';
import { designationAt } from './designations.ts';
import type { Reader } from './reader.ts';
import { MENDED } from './wording.ts';

/** The words of the question that a fact should speak of, each with its weight and its related stems. */
export function readWords(
  words: readonly Word[],
  reader: Reader,
  taken: (at: number) => boolean,
  used: ReadonlySet<number>,
  notionStems: ReadonlyMap<number, readonly string[]>,
): WordUnit[] {
  const phrases = new Map<number, { end: number; word: string }>();
  for (const phrase of replacePhrases(words.map((word) => word.norm))) {
    let free = true;
    for (let at = phrase.start; at < phrase.end; at++) if (taken(at)) free = false;
    if (free) phrases.set(phrase.start, { end: phrase.end, word: phrase.word });
  }
  const units: WordUnit[] = [];
  for (let at = 0; at < words.length; at++) {
    if (taken(at) || (at === 0 && /^(list|name|show|enumerate)$/.test(words[0]?.norm ?? ''))) continue;
    const word = words[at];
    if (word === undefined) continue;
    const phrase = phrases.get(at);
    const norm = phrase?.word ?? word.norm;
    const concepts = conceptsOf(norm);
    const weak = isWeakWord(norm) || PALE.has(norm) || isSmallNumber(norm);
    const designation = designationAt(words, at, taken);
    if (!phrase && !designation && (isFunctionWord(norm) || (norm.length === 1 && !/\d/.test(norm)))) continue;
    if (designation) {
      units.push({ ...wordUnit(designation.norm, at, [], false, reader), unknown: true });
      at = designation.end - 1;
      continue;
    }
    if (/^\d/.test(norm)) continue;
    if (used.has(at) && concepts.length === 0) continue;
    if (weak && concepts.length === 0) continue;
    if (isLeftOut(words, at)) continue;
    const unit = wordUnit(norm, at, concepts, weak || used.has(at), reader);
    // A phrase stands for its word and still for its own ("sworn in" for an oath, but "sworn" all the same).
    if (phrase)
      for (const own of words.slice(at, phrase.end))
        if (!isFunctionWord(own.norm) && !LIGHT.has(own.norm)) unit.stems.set(stemOf(own.norm), 1);
    for (const stem of notionStems.get(at) ?? []) unit.stems.set(stem, Math.max(0.85, unit.stems.get(stem) ?? 0));
    // "walked out" is nothing like "walked": a phrase that no fact uses is looked for in vain.
    if (
      phrase &&
      concepts.length === 0 &&
      [...unit.stems.keys()].every(
        (stem) =>
          !reader.store.byStem.has(stem) || words.slice(at, phrase.end).some((own) => stemOf(own.norm) === stem),
      )
    )
      unit.unknown = true;
    if (['leave', 'return', 'price'].some((concept) => concepts.includes(concept as Concept))) unit.optional = false;
    units.push(MENDED.has(word) ? { ...unit, mended: word.text } : unit);
    if (phrase) at = phrase.end - 1;
  }
  return units;
}

// "apart from arms"
function isLeftOut(words: readonly Word[], at: number): boolean {
  const last = words[at - 1]?.norm;
  if (last === 'besides') return true;
  const before = words[at - 2]?.norm;
  return last === 'from' ? before === 'apart' || before === 'aside' : last === 'than' && before === 'other';
}

// Notions that say what is wanted rather than what it is about: a fact need not contain them.
const STRUCTURAL: ReadonlySet<Concept> = new Set([
  'amount',
  'rank',
  'more',
  'less',
  'change',
  'define',
  'role',
  'source',
  'conflict',
  'happen',
  'list',
  'count',
  'first',
  'last',
  'next',
  'previous',
  'purpose',
  'outcome',
  'length',
  'expected',
  'total',
  'country',
  'person',
  'abroad',
  'official',
  'private',
  'working',
  'state',
  'multilateral',
  'report',
  'stay',
  'favour',
  'share',
]);

/** By place, the stems of a name that is a notion rather than a thing ("death toll"), which is read as words. */
export function notionWords(
  spelled: readonly NameMention[],
  reader: Reader,
  inPeriod: (at: number) => boolean,
): Map<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (const mention of spelled) {
    if (inPeriod(mention.start)) continue;
    const id = mention.entities[0];
    const entity = id === undefined ? undefined : reader.store.entities.get(id);
    if (!id || mention.weak || (entity?.kind !== 'measure' && entity?.kind !== 'role')) continue;
    const stems = normsOf(entity.name)
      .filter((norm) => !isFunctionWord(norm))
      .map(stemOf);
    for (let at = mention.start; at < mention.end; at++) found.set(at, stems);
  }
  return found;
}

// Words that are content elsewhere and only colour a question here.
const PALE = new Set(
  'standing status accounts versions side strong severe powerful exact precise specific particular separate gist characterise characterised portray portrayed dub dubbed label labelled include includes included including contain contains contained comprise comprises consist consists cover covers covered regard regards regarding relate related appear appears appeared remain remains remained exist exists existed describe describes described makers maker date dates unit origin new based fleet paper piece article story straight time times far concerned counted year years month months week weeks known hit ran run sidelines straight leg single lot batch given stood beside call expert experts currency document wich sooner size gap two three record moment period course meant name names named kinds types sort aspect tell told made make makes making reportedly'.split(
    ' ',
  ),
);

// Verbs that lean on another word: "give a reason", "send a delegation", "make a trip".
const LIGHT = new Set(
  'give gives gave given get gets got send sends sent make made makes take takes took taken hold held hand put has had spend spent pay paid'.split(
    ' ',
  ),
);

function isSmallNumber(norm: string): boolean {
  const number = numberOf(norm);
  return (number !== null && number < 100) || (isDigit(norm.charCodeAt(0)) && /^\d{1,2}(st|nd|rd|th)?$/.test(norm));
}

function wordUnit(norm: string, at: number, concepts: readonly Concept[], soft: boolean, reader: Reader): WordUnit {
  const stem = stemOf(norm);
  const stems = new Map<string, number>([[stem, 1]]);
  for (const related of relatedStems(stem)) stems.set(related, 0.85);
  const inRecord = reader.store.byStem.has(stem);
  const everyday = isEveryday(norm);
  let mended: string | undefined;
  if (!inRecord && norm.length >= 5 && !reader.knows(norm)) {
    const near = reader.nearest(norm);
    if (near && near.edits > 0 && !stems.has(stemOf(near.word))) {
      stems.set(stemOf(near.word), everyday ? 0.6 : 0.8);
      if (!everyday && concepts.length === 0) mended = norm;
    }
  }
  const structural = concepts.length > 0 && concepts.every((concept) => STRUCTURAL.has(concept));
  const rarity = inRecord ? reader.store.rarity(stem) : everyday ? 0.7 : 1;
  return {
    norm,
    at,
    stems,
    weight: 0.4 + 1.2 * rarity,
    unknown:
      !everyday &&
      !reader.knows(norm) &&
      concepts.length === 0 &&
      [...stems.keys()].every((s) => !reader.store.byStem.has(s)),
    concepts,
    optional: soft || structural || LIGHT.has(norm),
    ...(mended === undefined ? {} : { mended }),
  };
}
