/** What the desk gives back. Plain data without markup: the platforms render it, none of them adds a sentence of fact. */

export type Status = 'answered' | 'not-on-record' | 'ambiguous' | 'out-of-scope';

/** One sentence or list item, with the ids of the facts it states and of the sources that say so. */
export type Line = { text: string; facts: string[]; sources: string[] };

/** A source as it is shown: `published` keeps the precision of the record, `null` where the source is undated. */
export type Citation = {
  id: string;
  publisher: string;
  agency?: string;
  title: string | null;
  published: string | null;
  url: string | null;
};

/** One of the meanings that an ambiguous question may have; asking `question` gives the answer to it. */
export type Choice = { label: string; question: string };

export type Answer = {
  status: Status;
  /** The question as it was asked, trimmed and cut to 300 characters; never show it unescaped. */
  question: string;
  /** The questions that, asked one after the other in a new conversation, lead to this answer again; the last is `question`. */
  trail: string[];
  /** The first sentence: it answers, or says why not. */
  headline: Line;
  /** The other facts that match, in the order asked for. */
  lines: Line[];
  /** What qualifies the answer: sources disagree, city not stated, expected only, as of when, end of the record. */
  qualifications: string[];
  /** Nearest things that the record does hold; only beside a refusal, and never counted as answered. */
  nearest: Line[];
  /** Meanings to choose from; only when `status` is `ambiguous`. */
  choices: Choice[];
  /** Whole questions that this record answers and that may be asked next. */
  suggestions: string[];
  /** How the question was read, in one or two lines. */
  reading: string[];
  /** True when the reading was not plain (a spelling mended, a meaning chosen): then it is shown with the answer. */
  readingMatters: boolean;
  /** Ids of the facts stated, in the order in which they are stated. */
  facts: string[];
  /** Sources of the facts stated, the most used first; never empty when `status` is `answered`. */
  sources: Citation[];
  /** The day up to which the record is kept, `2026-05-31`. */
  keptUpTo: string;
  verdict?: 'yes' | 'no';
  value?: number;
  unit?: string;
};
