import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileRecord } from '../../src/record/compile.ts';
import { formatFault, RecordFaults } from '../../src/record/faults.ts';

/** A record of a few invented entries that holds, by path: one of every kind, with every field that refers to another. */
export const SMALL: Readonly<Record<string, string>> = {
  'record.yaml': `title: A small record
subject: ada-orr
home: norland
kept_up_to: 2024-12-31
made: Invented for tests.
since: event-2020-vote
`,
  'visits/2021.yaml': `- id: visit-2021-06-southland
  visitor: ada-orr
  visitor_role: prime minister
  country: southland
  places:
    - {city: sudport, from: 2021-06-20, to: 2021-06-21, sources: [post-2021]}
  arrived: 2021-06-20
  departed: 2021-06-22
  kind: official
  host: southland-army
  purpose: Talks.
  occasions: [harbour-fair]
  met:
    - {who: bo-lund, date: 2021-06-20, status: held, sources: [post-2021]}
  outcomes:
    - {text: A treaty., sources: [post-2021]}
  counted_as:
    - {text: the first visit, sources: [herald-2021]}
  disputed:
    - {field: arrived, value: 2021-06-19, source: herald-2021}
  may_be_same_as: [visit-2021-07-southland]
  sources: [post-2021, herald-2021]
- id: visit-2021-07-southland
  visitor: bo-lund
  visitor_role: general
  country: norland
  arrived: 2021-07
  kind: unknown
  purpose: Not told.
  sources: [post-2021]
`,
  'events.yaml': `- id: event-2020-vote
  date: {from: 2020-01, to: 2020-02}
  kind: election
  actors: [ada-orr, norland]
  place: sudport
  text: A vote was held.
  sources: [post-2021]
`,
  'arms.yaml': `figures:
  - id: figure-sales
    supplier: all
    recipient: norland
    value: 12
    unit: USD
    period: {from: '2010', to: '2019'}
    measures_what: arms sold
    counted_by: count-house
    as_of: 2020-05
    sources: [post-2021]
    related_to: [delivery-boats]
deliveries:
  - id: delivery-boats
    supplier: southland
    recipient: norland
    item: river-boat
    item_name: boats
    category: ships
    quantity: 3
    ordered: null
    delivered: {from: 2018, to: '2019', years: [2018]}
    status: delivered
    note: Three boats.
    conflicts_with: [figure-sales]
    sources: [post-2021]
rankings:
  - id: ranking-sellers
    metric: sellers
    order: [southland]
    period: {from: null, to: '2019'}
    counted_by: unstated
    as_of: null
    sources: [post-2021]
measures:
  - id: measure-ban
    kind: vote
    body: The Assembly
    date: 2021-02-03
    text: A ban was voted.
    votes: {for: 3, notable: {southland: against}}
    sources: [post-2021]
`,
  'entities.yaml': `- {id: ada-orr, kind: person, name: Ada Orr, aliases: [Orr, the premier], part_of: norland}
- {id: bo-lund, kind: person, name: Bo Lund, ambiguous_aliases: [the general]}
- {id: norland, kind: country, name: Norland, aliases: [N.L.], part_of: north}
- {id: southland, kind: country, name: Southland}
- {id: north, kind: region, name: The North, part_of: far-north}
- {id: far-north, kind: region, name: The Far North}
- {id: sudport, kind: city, name: Südport, part_of: southland}
- {id: southland-army, kind: organisation, name: Army of Southland}
- {id: count-house, kind: organisation, name: Count House, aliases: [1027]}
- {id: harbour-fair, kind: occasion, name: Harbour Fair, part_of: sudport}
- {id: ships, kind: weapon-category, name: ships}
- {id: river-boat, kind: weapon, name: river boat, part_of: ships}
`,
  'sources.yaml': `- {id: post-2021, publisher: The Post, title: A title, published: 2021-06-20, url: "https://post.example/1"}
- {id: herald-2021, publisher: The Herald, title: null, published: null, url: null}
`,
};

/** The small record with one piece of text of one file replaced; throws when the piece is not there exactly once. */
export function changed(file: string, piece: string, by: string): Record<string, string> {
  const text = SMALL[file] ?? '';
  if (text.split(piece).length !== 2) throw new Error(`${file} does not hold "${piece}" exactly once`);
  return { ...SMALL, [file]: text.replace(piece, () => by) };
}

/** Every fault of a record given as texts, as the lines an editor sees; empty when it holds. */
export function faultsOf(files: Readonly<Record<string, string | Uint8Array>>): string[] {
  try {
    compileRecord('seeds', seedFiles(files));
    return [];
  } catch (error) {
    if (error instanceof RecordFaults) return error.faults.map(formatFault);
    throw error;
  }
}

export function seedFiles(files: Readonly<Record<string, string | Uint8Array>>) {
  return Object.entries(files)
    .map(([path, text]) => ({ path, bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Writes a record into a folder of its own that goes when the test ends. */
export async function inFolder(
  files: Readonly<Record<string, string>>,
  test: (folder: string, cache: string) => Promise<void>,
): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'attache-test-'));
  try {
    const folder = join(root, 'seeds');
    for (const [path, text] of Object.entries(files)) put(folder, path, text);
    await test(folder, join(root, 'cache'));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export function put(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
