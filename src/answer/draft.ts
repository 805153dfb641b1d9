import type { Query } from '../question/query.ts';
import type { Store } from '../record/store.ts';
import type { Choice, Line, Status } from './answer.ts';

/** What the frames work from: the question understood, and the record. */
export type Context = {
  query: Query;
  store: Store;
  /** Names that say little about what is asked because the whole record is about them: the home country, its rulers. */
  ambient: ReadonlySet<string>;
  today: string;
};

/** What a frame has to say, before it is cited and finished. */
export type Draft = {
  status: Status;
  headline: Line;
  lines: Line[];
  qualifications: string[];
  /** How much of the question the facts account for, 0 to 1; frames are chosen by it. */
  confidence: number;
  verdict?: 'yes' | 'no';
  value?: number;
  unit?: string;
  nearest?: Line[];
  choices?: Choice[];
  /** Which facts a follow-up means by "it", "there" and "that"; left out: those stated. */
  focus?: string[];
  /** How the question was read, when the frame has something to add. */
  reading?: string[];
};

export function line(text: string, facts: readonly string[] = [], sources: readonly string[] = []): Line {
  return { text, facts: [...facts], sources: [...sources] };
}
