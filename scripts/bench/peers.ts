import { readFileSync } from 'node:fs';
import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { loadRecord } from '../../src/record/load.ts';
import type { RecordData } from '../../src/record/schema.ts';
import { buildStore } from '../../src/record/store.ts';
import { overRounds, type Times } from './figures.ts';
import type { BenchQuestion } from './questions.ts';

/** Run by the bench in a process of its own: the questions put to plain search over the texts of the facts. */

export type PeersResult = {
  questions: Record<string, PeerFigures>;
  /** A keystroke over the names of the record. */
  keystrokes: Record<string, PeerFigures>;
};

export type PeerFigures = { times: Times; right: { of: number; first: number } };

type Text = { id: string; text: string };
/** Gives the id of the best match. */
type Search = (query: string) => string | undefined;

/** Longer than this nobody waits for a peer; it is then asked fewer questions, evenly spread. */
const BUDGET_MS = 20_000;
const ROUNDS = 3;

const [folder = '', cache = '', questionFile = ''] = process.argv.slice(2);
const { record } = await loadRecord(folder, { cache: [cache] });
const questions = JSON.parse(readFileSync(questionFile, 'utf8')) as BenchQuestion[];
const typed = questions.filter((_, at) => at % 3 === 0).map(({ q }) => ({ q: q.slice(0, 10), wanted: [] }));

const result: PeersResult = {
  questions: figuresOf(searchesOver(textsOf(record)), questions),
  keystrokes: figuresOf(searchesOver(record.entities.map(({ id, name }) => ({ id, text: name }))), typed),
};
process.stdout.write(JSON.stringify(result));

function textsOf(data: RecordData): Text[] {
  return buildStore(data).facts.map(({ fact, statements }) => ({
    id: fact.id,
    text: statements.map(({ text }) => text).join(' '),
  }));
}

function searchesOver(texts: readonly Text[]): Record<string, Search> {
  const list = texts.map(({ text }) => text);
  const idAt = (at: number | undefined) => (at === undefined ? undefined : texts[at]?.id);
  const fuse = new Fuse(list);
  const mini = new MiniSearch({ fields: ['text'], searchOptions: { fuzzy: 0.2, prefix: true } });
  mini.addAll(texts);
  const fuzzy = new uFuzzy({ intraMode: 1 });
  return {
    'Fuse.js': (query) => idAt(fuse.search(query, { limit: 5 })[0]?.refIndex),
    MiniSearch: (query) => mini.search(query)[0]?.id,
    uFuzzy: (query) => {
      const [found, info, order] = fuzzy.search(list, query, 1);
      return idAt(info && order?.[0] !== undefined ? info.idx[order[0]] : found?.[0]);
    },
  };
}

function figuresOf(
  searches: Readonly<Record<string, Search>>,
  asked: readonly Pick<BenchQuestion, 'q' | 'wanted'>[],
): Record<string, PeerFigures> {
  return Object.fromEntries(Object.entries(searches).map(([name, search]) => [name, figures(search, asked)]));
}

function figures(search: Search, asked: readonly Pick<BenchQuestion, 'q' | 'wanted'>[]): PeerFigures {
  const probe = performance.now();
  search(asked[0]?.q ?? '');
  const each = performance.now() - probe;
  const step = Math.max(1, Math.ceil((each * asked.length * (ROUNDS + 1)) / BUDGET_MS));
  const sample = asked.filter((_, at) => at % step === 0);
  const rounds: number[][] = [];
  let first = 0;
  for (let round = step > 1 ? 0 : -1; round < (step > 1 ? 1 : ROUNDS); round++) {
    const times = sample.map(({ q, wanted }) => {
      const before = performance.now();
      const found = search(q);
      const took = performance.now() - before;
      if (round === 0 && wanted.includes(found ?? '')) first += 1;
      return took;
    });
    if (round >= 0) rounds.push(times);
  }
  return { times: overRounds(rounds), right: { of: sample.filter(({ wanted }) => wanted.length > 0).length, first } };
}
