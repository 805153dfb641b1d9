import { addDays } from '../../record/days.ts';
import { bareDay, calendarDay, joinedDate, monthPart } from './dates.ts';
import { shift } from './divisions.ts';
import { decade, fiscalYear, season } from './names.ts';
import { numericDate } from './numeric.ts';
import { mayOpen } from './openers.ts';
import { longest, type Parser, type Part, partOf, pieceOf } from './part.ts';
import { ordinalPortion, thirdPart } from './portions.ts';
import { namedQuarter, yearQuarter } from './quarters.ts';
import { joinParts } from './ranges.ts';
import { type Preposition, prepositionAt, type Relation, suffixAt } from './relations.ts';
import { agoPart, nearDay, nearUnit, rollingPart, unfinishedPart } from './relative.ts';
import { runPart, weekOfDay } from './runs.ts';
import { type Context, follows, followsLoosely, skip, wordAt } from './tokens.ts';
import { UNITS } from './vocabulary.ts';
import { countAt, digitYearAt, yearPart } from './years.ts';

/** One period with its preposition: "since 1999", "from June to September 2022", "after the 2021 coup". */
export type Item = {
  start: number;
  end: number;
  part: Part;
  relation: Relation;
  strength: Preposition['strength'] | null;
  /** The period is that of something which happened in it: "after the 2021 coup". */
  within: boolean;
  loose: boolean;
  note: string | null;
};

const PARTS: readonly Parser[] = [
  numericDate,
  calendarDay,
  monthPart,
  joinedDate,
  yearPart,
  thirdPart,
  ordinalPortion,
  namedQuarter,
  yearQuarter,
  runPart,
  weekOfDay,
  decade,
  season,
  fiscalYear,
  unfinishedPart,
  nearDay,
  nearUnit,
  rollingPart,
  agoPart,
];

// Those of them that a plain number begins: years, mostly.
const OF_NUMBERS: readonly Parser[] = [numericDate, calendarDay, monthPart, yearPart, yearQuarter, agoPart];

function partAt(context: Context, at: number): Part | null {
  const token = context.tokens[at];
  if (token === undefined || !mayOpen(context, at)) return null;
  return longest(context, at, token.digits === token.norm.length ? OF_NUMBERS : PARTS);
}

function pointAt(context: Context, at: number): Part | null {
  return mayOpen(context, at) ? (partAt(context, at) ?? offsetPart(context, at)) : null;
}

/** The day after 20 June 2021, the year before 2020, two weeks before 1 May 2021. */
function offsetPart(context: Context, at: number): Part | null {
  const count = countAt(context, at);
  const place = count?.end ?? at;
  const named = place === at ? (context.tokens[at]?.word ?? '') : wordAt(context, place);
  const unit = UNITS.get(named);
  const direction = wordAt(context, place + 1);
  if (unit === undefined || (count === null && named.endsWith('s'))) return null;
  if (!/^(?:before|after|following)$/.test(direction) || !follows(context, place + 2)) return null;
  const point = partAt(context, place + 2);
  if (point === null || point.unsure) return null;
  const size = count?.value ?? 1;
  const isDay = unit === 'day' && size === 1;
  return pieceOf(
    point,
    ({ from, to }) =>
      direction === 'before'
        ? { from: shift(from, -size, unit), to: addDays(from, -1) }
        : { from: addDays(to, 1), to: addDays(shift(addDays(to, 1), size, unit), -1) },
    {
      grain: isDay ? 'day' : 'span',
      edge: null,
      definite: true,
      loose: !isDay || point.loose,
      note: count?.note ?? point.note,
    },
  );
}

type Found = { part: Part; article: boolean };

// A point of time with what may lead to it: the, the year, the years, the month of, the period from, both.
function ledPoint(context: Context, at: number): Found | null {
  const article = context.tokens[at]?.word === 'the' ? at + 1 : at;
  if (article > at && !follows(context, article)) return null;
  const direct = pointAt(context, at) ?? (article > at ? pointAt(context, article) : null);
  if (direct) return { part: direct, article: article > at && !direct.definite && !direct.relative };
  const named = skip(context, context.tokens[article]?.word === 'calendar' ? article + 1 : article, 'calendar');
  if (!/^(?:years?|months?|period|both|either|dates?|days?)$/.test(context.tokens[named]?.word ?? '')) return null;
  let place = named + 1;
  for (const word of ['of', 'from', 'between', 'the']) place = skip(context, place, word);
  const part = follows(context, place) ? pointAt(context, place) : null;
  return part && { part, article: false };
}

/** The word before, in a question, whose other end a "to" or "and" may be: "from the vote to the end of 2022". */
export type Opened = 'from' | 'between' | null;

/** The period, if any, that begins at a place; without a preposition only when it needs none. */
export function itemAt(context: Context, at: number, opened: Opened): Item | null {
  const preposition = prepositionAt(context, at);
  const joint = context.tokens[at]?.joint;
  if (preposition === null) {
    const isDigit = context.tokens[at]?.number !== null;
    if (joint === 'sign' && isDigit) return null;
    return unprepared(context, at);
  }
  if (preposition.relation === 'to') {
    const isRange = context.tokens[at]?.word === 'and' ? opened === 'between' : opened !== null;
    if (!isRange) return null;
  }
  return prepared(context, at, preposition) ?? eventDate(context, at, preposition);
}

function unprepared(context: Context, at: number): Item | null {
  const first = pointAt(context, at) ?? bareDay(context, at);
  if (first === null) return null;
  return finish(context, { start: at, first, preposition: null, within: false });
}

function prepared(context: Context, at: number, preposition: Preposition): Item | null {
  const found = ledPoint(context, preposition.end);
  const bare = found === null ? bareDay(context, skip(context, preposition.end, 'the')) : null;
  const first = found?.part ?? bare;
  if (first === null || first === undefined) return null;
  const isPlainSpan = preposition.strength === 'span' && !first.definite && !first.relative;
  if (isPlainSpan) return null;
  const within = found?.article ?? false;
  // "in the June 2021 visit": the date belongs to the visit, and "in" does too.
  if (within && !/^(?:since|after|before|until)$/.test(preposition.relation)) return null;
  return finish(context, { start: at, first, preposition, within });
}

type Beginning = { start: number; first: Part; preposition: Preposition | null; within: boolean };

function finish(context: Context, { start, first, preposition, within }: Beginning): Item | null {
  const range = within ? null : rangeFrom(context, first, preposition);
  const part = range ?? first;
  const suffix = suffixAt(context, part.end);
  const item = {
    start,
    end: suffix?.end ?? part.end,
    part,
    strength: preposition?.strength ?? null,
    within,
    loose: preposition?.loose ?? false,
    note: null,
  };
  if (suffix && (preposition === null || /^(?:in|on|from)$/.test(preposition.relation))) {
    return { ...item, relation: suffix.relation };
  }
  const unsuffixed = { ...item, end: part.end };
  const relation = preposition?.relation ?? 'in';
  if (part.range && /^(?:in|on|from|since|between)$/.test(relation)) return { ...unsuffixed, relation: 'between' };
  if (relation === 'to') return { ...unsuffixed, relation: 'until' };
  if ((relation === 'from' || relation === 'between') && isBroken(context, part)) {
    return { ...unsuffixed, relation: 'in', part: { ...part, readings: () => [] } };
  }
  if (relation === 'from') return fromAlone(context, unsuffixed);
  if (relation === 'between') return { ...unsuffixed, relation: wordAt(context, part.end) === 'and' ? 'since' : 'in' };
  return { ...unsuffixed, relation };
}

// "from march to the town" is no month, and "between march and jne 2025" has an end that could not be read.
function isBroken(context: Context, part: Part): boolean {
  const next = wordAt(context, part.end);
  if (next !== 'to' && next !== 'and') return false;
  return part.lacks === 'year' && (part.unsure || digitYearAt(context, part.end + 2) !== null);
}

// "from 2015" opens a period, "the report from June 2021" does not; which of them was read is said in the note.
function fromAlone(context: Context, item: Omit<Item, 'relation'>): Item {
  const next = wordAt(context, item.end);
  if (/^(?:to|until|through|and|on)$/.test(next)) {
    return { ...item, end: next === 'on' ? item.end + 1 : item.end, relation: 'since' };
  }
  const opens = !item.part.relative && /^(?:year|decade|season|half|quarter)$/.test(item.part.grain);
  const relation = opens ? 'since' : 'in';
  return { ...item, relation, loose: true, note: `“from” read as “${relation}”` };
}

/** The second end of a range that begins with a part: -, to, until, through, and "and" after "between". */
function rangeFrom(context: Context, first: Part, preposition: Preposition | null): Part | null {
  const next = context.tokens[first.end];
  if (next === undefined) return null;
  let place: number | null = null;
  const isInterval = next.joint === 'slash' && first.grain === 'day' && first.lacks === 'nothing';
  if (next.joint === 'hyphen' || next.joint === 'dash' || isInterval) place = first.end;
  else if (follows(context, first.end)) {
    const isBetween = preposition?.relation === 'between';
    if (next.word === 'to' || next.word === 'until' || next.word === 'through') place = first.end + 1;
    else if (next.word === 'up' && /^(?:to|until)$/.test(wordAt(context, first.end + 1))) place = first.end + 2;
    else if (isBetween && next.word === 'and') place = first.end + 1;
  }
  if (place === null || context.tokens[place] === undefined) return null;
  if (place > first.end && !follows(context, place)) return null;
  const last = ledPoint(context, place);
  const part =
    last && !last.article ? last.part : (untilNow(context, place) ?? bareDay(context, skip(context, place, 'the')));
  return part && joinParts(first, part, preposition?.relation === 'between');
}

function untilNow(context: Context, at: number): Part | null {
  const place = context.tokens[at]?.word === 'the' ? at + 1 : at;
  if (!/^(?:now|present|date)$/.test(context.tokens[place]?.word ?? '')) return null;
  const days = { from: context.today, to: context.today };
  return partOf({ end: place + 1, grain: 'day', days, relative: true });
}

const ARTICLES = /^(?:the|a|an|his|her|their|its|this|that)$/;
const NOUN_WORDS = 3;

/** Since the vote of 3 February 2021: a thing with its date, up to three words between "the" and "of". */
function eventDate(context: Context, at: number, preposition: Preposition): Item | null {
  if (!/^(?:since|after|before|until)$/.test(preposition.relation)) return null;
  if (!ARTICLES.test(context.tokens[preposition.end]?.norm ?? '')) return null;
  for (let place = preposition.end + 2; place <= preposition.end + 1 + NOUN_WORDS; place++) {
    if (!followsLoosely(context, place)) return null;
    const word = wordAt(context, place);
    if (word !== 'of' && word !== 'on') {
      if (prepositionAt(context, place - 1) !== null) return null;
      continue;
    }
    const first = partAt(context, skip(context, place + 1, 'the'));
    if (first === null || first.unsure || (word === 'on' && first.grain !== 'day')) return null;
    return finish(context, { start: at, first, preposition, within: true });
  }
  return null;
}
