import { readFileSync } from 'node:fs';

/** What a right answer must show; the keys are explained in test/questions/README.md. */
export type Expectation = {
  status?: string | string[];
  facts_all?: string[];
  facts_any?: string[];
  facts_only?: boolean;
  facts_none?: string[];
  first?: string;
  text_all?: string[];
  text_none?: string[];
  verdict?: 'yes' | 'no';
  value?: number;
};

/** One turn to be asked: a question on its own, or one of a dialogue. */
export type Turn = {
  id: string;
  conversation?: string;
  category: string;
  now: string;
  q: string;
  expect: Expectation;
  why?: string;
};

type Entry = {
  id: string;
  q?: string;
  turns?: { q: string; expect: Expectation }[];
  category?: string;
  now?: string;
  expect?: Expectation;
  why?: string;
};

const DEFAULT_DAY = '2026-11-21';

/** The turns of question files, in order. Throws a SyntaxError that names file and line for a line that is no JSON. */
export function readTurns(files: readonly string[]): Turn[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((text, at) => (text.trim() === '' ? [] : turnsOf(parse(text, `${file}:${at + 1}`)))),
  );
}

function parse(text: string, where: string): Entry {
  try {
    return JSON.parse(text) as Entry;
  } catch (error) {
    throw new SyntaxError(`${where}: ${(error as Error).message}`);
  }
}

function turnsOf(entry: Entry): Turn[] {
  const now = entry.now ?? DEFAULT_DAY;
  if (entry.turns) {
    return entry.turns.map(({ q, expect }, at) => ({
      id: `${entry.id}/${at + 1}`,
      conversation: entry.id,
      category: 'dialogue',
      now,
      q,
      expect,
      why: entry.why,
    }));
  }
  return [
    {
      id: entry.id,
      category: entry.category ?? 'other',
      now,
      q: entry.q ?? '',
      expect: entry.expect ?? {},
      why: entry.why,
    },
  ];
}
