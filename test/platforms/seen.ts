import type { Status } from '../../src/answer/answer.ts';
import type { Source } from '../../src/record/schema.ts';

/** What somebody sees of an answer, whatever it is shown on: read back from what was sent to the platform. */
export type Seen = {
  status: Status;
  /** Plain words, without the marks of sources behind them. */
  sentence: string;
  /** The ids of the facts stated, in their order: those that are shown, and how many there are. */
  facts: { shown: string[]; count: number };
  /** The ids of all sources, in the order of the alphabet. */
  sources: string[];
  /** The ids of the sources that stand beside the answer itself, in the order of the alphabet. */
  cited: string[];
};

/** The sources of a record by the address that a link leads to. */
export type Addresses = { idOf(url: string): string };

/** Every source of the first record has an address of its own. */
export function addressesOf(sources: readonly Pick<Source, 'id' | 'url'>[]): Addresses {
  const ids = new Map(sources.map(({ id, url }) => [led(url ?? ''), id]));
  if (ids.size !== sources.length) throw new Error('two sources have one address');
  return {
    idOf: (url) => {
      const id = ids.get(led(url));
      if (id === undefined) throw new Error(`no source of the record is at ${url}`);
      return id;
    },
  };
}

// Where an address leads: signs that a platform's link cannot hold are written as percent signs there.
function led(url: string): string {
  return url.replace(/%([2-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export function sorted(ids: Iterable<string>): string[] {
  return [...new Set(ids)].sort();
}

/** "`id` `id` and 3 more" as the ids and their number. */
export function factsIn(text: string | undefined): Seen['facts'] {
  const shown = [...(text ?? '').matchAll(/`([^`]+)`/g)].map(([, id = '']) => id);
  const more = / and (\d+) more$/.exec(text ?? '')?.[1];
  return { shown, count: shown.length + Number(more ?? 0) };
}
