import { type Alias, aliasesOf } from './question/aliases.ts';
import { indexRecord, type RecordIndex } from './record/index-record.ts';
import type { RecordData } from './record/schema.ts';

/** What is worked out of a record once, when it has been checked, and kept with it; it survives being packed (`pack`). */
export type Prepared = { index: RecordIndex; aliases: readonly Alias[] };

/** Works out of a record what opening it would have to do each time. Linear in its size: 0.2 s for 500 facts. */
export function prepare(record: RecordData): Prepared {
  return { index: indexRecord(record), aliases: aliasesOf(record.entities) };
}
