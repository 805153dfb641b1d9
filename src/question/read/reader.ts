import { once } from '../../record/collections.ts';
import type { Store } from '../../record/store.ts';
import type { Alias } from '../aliases.ts';
import { conceptWords, functionWords, isConceptWord } from '../lexicon.ts';
import { type Mender, makeMender } from '../mend.ts';
import { indexNames, indexSpelling, type NameIndex, nearestWord } from '../names.ts';
import { timeWords } from '../periods/vocabulary.ts';
import { remembered } from '../remembered.ts';
import { WEAK } from '../thesaurus.ts';

type Designation = { key: string; id: string };

/** What is made once from a record so that questions can be read: its names and its words. */
export type Reader = {
  store: Store;
  names: NameIndex;
  /** The word of the field or of the record that a folded word is when spelt right, and the edits between them. */
  nearest: (norm: string) => ReturnType<typeof nearestWord>;
  /** Whether a folded word is one of them. */
  knows: (norm: string) => boolean;
  mend: Mender;
  /** Designations of weapons with letters and digits joined (`g120tp`), and whose they are. */
  designations: () => readonly Designation[];
};

/** The names, words and designations of a record, made ready for reading questions on it. */
export function makeReader(store: Store, aliases?: readonly Alias[]): Reader {
  const names = indexNames(() => store.record.entities, aliases);
  const grammar = new Set([...conceptWords(), ...functionWords(), ...timeWords(), ...WEAK]);
  const listedNames = () =>
    store.record.entities.flatMap((entity) =>
      [entity.name, ...(entity.aliases ?? [])].flatMap((name) => store.wordsOfName(name)),
    );
  const spelling = indexSpelling(() => new Set([...conceptWords(), ...store.vocabulary.keys()]));
  return {
    store,
    names,
    nearest: remembered((norm) => nearestWord(norm, spelling)),
    knows: (norm) => store.vocabulary.has(norm) || isConceptWord(norm),
    designations: once(() => designationsOf(store)),
    mend: makeMender(
      (norm) => grammar.has(norm) || names.words.has(norm) || store.vocabulary.has(norm),
      () => ({ grammar, names: listedNames(), texts: store.vocabulary }),
    ),
  };
}

function designationsOf(store: Store): Designation[] {
  const found: Designation[] = [];
  for (const { id, kind, name, aliases = [] } of store.read('entities')) {
    if (kind !== 'weapon') continue;
    for (const each of [name, ...aliases]) found.push({ key: store.wordsOfName(each).join(''), id });
  }
  return found;
}
