import type { Store } from '../../record/store.ts';
import { wordsOf } from '../../text.ts';
import { conceptWords, functionWords } from '../lexicon.ts';
import { type Mender, makeMender } from '../mend.ts';
import { indexNames, indexSpelling, type NameIndex, type SpellingIndex } from '../names.ts';
import { timeWords } from '../periods/vocabulary.ts';
import { WEAK } from '../thesaurus.ts';

/** What is made once from a record so that questions can be read: its names and its words. */
export type Reader = {
  store: Store;
  names: NameIndex;
  /** Words of the field and of the record, for spelling. */
  spelling: SpellingIndex;
  known: ReadonlySet<string>;
  mender: Mender;
  /** Designations of weapons with letters and digits joined (`g120tp`), and whose they are. */
  designations: readonly { key: string; id: string }[];
};

/** The names, words and designations of a record, made ready for reading questions on it. */
export function makeReader(store: Store): Reader {
  const known = new Set<string>(conceptWords());
  const texts = new Map<string, number>();
  for (const doc of store.docs) {
    for (const statement of doc.statements) {
      for (const { norm } of wordsOf(statement.text)) {
        known.add(norm);
        texts.set(norm, (texts.get(norm) ?? 0) + 1);
      }
    }
  }
  const names = store.record.entities.flatMap((entity) =>
    [entity.name, ...(entity.aliases ?? [])].flatMap((name) => wordsOf(name).map((word) => word.norm)),
  );
  return {
    store,
    names: indexNames(store.record.entities),
    spelling: indexSpelling(known),
    known,
    designations: store.record.entities.flatMap((entity) =>
      entity.kind !== 'weapon'
        ? []
        : [entity.name, ...(entity.aliases ?? [])].map((name) => ({ key: joined(name), id: entity.id })),
    ),
    mender: makeMender([...conceptWords(), ...functionWords(), ...timeWords(), ...WEAK], names, texts),
  };
}

function joined(name: string): string {
  return wordsOf(name)
    .map((word) => word.norm)
    .join('');
}
