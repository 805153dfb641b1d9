import type { Store } from '../record/store.ts';
import type { NameUnit } from './query.ts';

/** A name that a question means without saying it: at the place of the word that stands for it, or of no word (-1). */
export function impliedName(id: string, store: Store, at = -1): NameUnit {
  const name = store.nameOf(id);
  return {
    ids: [id],
    start: at,
    end: at < 0 ? -1 : at + 1,
    text: name,
    matched: name,
    edits: 0,
    adjective: false,
    literal: false,
    generic: false,
    stems: [],
    attributed: false,
    excluded: false,
    implied: true,
  };
}
