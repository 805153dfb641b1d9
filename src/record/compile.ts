import { join } from 'node:path';
import { dateFaults, keptUpToFaults } from './check-dates.ts';
import { nameFaults } from './check-names.ts';
import { circleFaults, idFaults, referenceFaults } from './check-references.ts';
import { lastDay } from './days.ts';
import { deriveMeta } from './derive-meta.ts';
import { type Entry, faultAt } from './entries.ts';
import { type Fault, fileFault, RecordFaults } from './faults.ts';
import type { SeedFile } from './files.ts';
import { readSeedYaml } from './read-yaml.ts';
import type { RecordData, RecordMeta } from './schema.ts';
import { shaped } from './shape.ts';

/** A record that holds, and what an editor should know of it all the same. */
export type Compiled = { record: RecordData; warnings: string[] };

/**
 * Turns a record's files into its data, or finds everything that is wrong with them. `folder` is only for the names of
 * files in faults. When a file is not well-formed, checks across files are left out: they would blame whatever names an
 * entry that could not be read.
 *
 * @throws RecordFaults with every fault, by file and line.
 */
export function compileRecord(folder: string, files: readonly SeedFile[]): Compiled {
  const read = files.map((file) => readSeedYaml(file, join(folder, file.path)));
  const entries = read.flatMap((file) => file.entries);
  const unreadable = read.flatMap((file) => file.faults);
  const given = shapedEntries(entries);
  const faults = [
    ...unreadable,
    ...Object.values(given).flatMap((list): Fault[] => list.faults),
    ...dateFaults(entries),
  ];
  if (unreadable.length === 0) faults.push(...crossFaults(entries));

  const stated = entries.some((entry) => entry.kind === 'record');
  const meta = stated ? given.record.values[0] : deriveMeta(entries);
  const metaFile = join(folder, 'record.yaml');
  if (meta === undefined && !stated && unreadable.length === 0) faults.push(fileFault(metaFile, NOT_DERIVED));
  if (faults.length > 0 || meta === undefined) throw new RecordFaults(faults);
  return {
    record: {
      meta: { ...meta, kept_up_to: lastDay(meta.kept_up_to) },
      visits: given.visits.values,
      events: given.events.values,
      figures: given.figures.values,
      deliveries: given.deliveries.values,
      rankings: given.rankings.values,
      measures: given.measures.values,
      entities: given.entities.values,
      sources: given.sources.values,
    },
    warnings: stated ? [] : [derivedNote(meta)],
  };
}

const NOT_DERIVED =
  'is missing, and the entries do not tell the person, the country and the day: ' +
  'write title, subject, home, kept_up_to and made';

function derivedNote({ subject, home, kept_up_to }: RecordMeta): string {
  return `no record.yaml; taken from the facts: subject ${subject}, home ${home}, kept_up_to ${kept_up_to}`;
}

function shapedEntries(entries: readonly Entry[]) {
  return {
    record: shaped(entries, 'record'),
    visits: shaped(entries, 'visits'),
    events: shaped(entries, 'events'),
    figures: shaped(entries, 'figures'),
    deliveries: shaped(entries, 'deliveries'),
    rankings: shaped(entries, 'rankings'),
    measures: shaped(entries, 'measures'),
    entities: shaped(entries, 'entities'),
    sources: shaped(entries, 'sources'),
  };
}

function crossFaults(entries: readonly Entry[]): Fault[] {
  return [
    ...idFaults(entries),
    ...secondMetaFaults(entries),
    ...referenceFaults(entries),
    ...circleFaults(entries),
    ...nameFaults(entries),
    ...keptUpToFaults(entries),
  ];
}

function secondMetaFaults(entries: readonly Entry[]): Fault[] {
  const [first, ...others] = entries.filter((entry) => entry.kind === 'record');
  return others.map((entry) => faultAt(entry, [], `says again what the record is; ${first?.file} does already`));
}
