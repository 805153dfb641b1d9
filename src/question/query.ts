import type { Concept } from './lexicon.ts';

/** What a question wants to be told. */
export type Ask =
  | 'when'
  | 'where'
  | 'who'
  | 'why'
  | 'how-long'
  | 'how-many'
  | 'how-much'
  | 'what'
  | 'whether'
  | 'which-of'
  | 'list'
  | 'source'
  | 'conflict'
  | 'define'
  | 'role'
  | 'outcome';

/** A name of the record that the question uses. */
export type NameUnit = {
  ids: string[];
  /** Word indexes, end exclusive. */
  start: number;
  end: number;
  text: string;
  matched: string;
  edits: number;
  /** "Norlandish" rather than "Norland". */
  adjective: boolean;
  /** A place meant as such ("in Sudport"), not as the state that governs from it. */
  literal: boolean;
  /** A kind of thing ("helicopters"), not one thing: the words of a fact may name it as well as its fields. */
  generic: boolean;
  /** For each word of the name the stems that would say it in a fact's text; empty for a person. */
  stems: string[][];
  /** Whom the question follows ("according to X") rather than what it is about: met where possible, not required. */
  attributed: boolean;
  /** Named only to be left out: "other than Ada Orr", "besides Norland". */
  excluded: boolean;
  /** Stands for "he", "there", "that year" of an earlier turn, or for the record's own subject. */
  implied: boolean;
};

/** A stretch of time that the question limits itself to. */
export type PeriodUnit = {
  from: string | null;
  to: string | null;
  grain: 'day' | 'month' | 'quarter' | 'half' | 'season' | 'year' | 'decade' | 'span';
  relation: 'in' | 'since' | 'after' | 'before' | 'until' | 'on' | 'between';
  text: string;
  start: number;
  end: number;
  loose: boolean;
  months?: number[];
  /** The fact whose date gave the bounds, when the question named an event instead of a date. */
  event?: string;
};

/** A word that is no name, date or function word: it must be found in a fact for the fact to answer. */
export type WordUnit = {
  norm: string;
  at: number;
  /** Stems that would satisfy it, with how well (1: itself). */
  stems: Map<string, number>;
  weight: number;
  /** Neither an everyday word nor a word of the record: an unknown name, most likely. */
  unknown: boolean;
  /** The notions of the field that the word may stand for. */
  concepts: readonly Concept[];
  /** Counts when it is found and does no harm when it is not: "signed", "official", "list". */
  optional: boolean;
  /** The word the spelling was mended to, if it was. */
  mended?: string;
};

export type Order =
  | { kind: 'first' }
  | { kind: 'last' }
  | { kind: 'nth'; n: number; fromEnd: boolean }
  | { kind: 'after'; day: string; besides: string[] }
  | { kind: 'before'; day: string; besides: string[] };

/** A question, understood. */
export type Query = {
  ask: Ask;
  concepts: Set<Concept>;
  names: NameUnit[];
  /** True when the names are alternatives ("Ada Orr or Bo Lund"), to be compared or looked for one by one. */
  alternatives: boolean;
  periods: PeriodUnit[];
  words: WordUnit[];
  order: Order | null;
  /** An ordinal claimed in a yes/no question: "was it his third visit". */
  claimedOrdinal: number | null;
  /** Numbers of the question that are no dates. */
  numbers: number[];
  /** Facts of the turn before that "it" and "that visit" stand for: only they are asked about. Empty: all facts. */
  only: string[];
  /** Facts of the turn before that are not meant again: "was he there again?". */
  besides: string[];
  negated: boolean;
  /** Words left out before the question proper: "and", "no", "what about". */
  lead: string[];
  /** Folded words, for the few rules that look at word order. */
  text: string[];
  /** What had to be mended or assumed, in sentences. */
  notes: string[];
};
