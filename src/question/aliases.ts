import type { Entity } from '../record/schema.ts';
import { isDemonym } from './demonyms.ts';
import { COMMON_NOUNS, personWordOwners, type Reader, shorterNames, surnames } from './derived-names.ts';
import { isEveryday, isFunctionWord } from './everyday.ts';
import { type Word, wordsOf } from './words.ts';

/** One way of writing a name, and whom it may mean. */
export type Alias = {
  /** As the record writes it; a name that follows from another, with what was left of that. */
  text: string;
  /** Its folded words. */
  words: readonly string[];
  /** The same without spaces: the key of every look-up. */
  key: string;
  /** The words with single spaces, in each way that the record divides them ("hong kong", "hongkong"). */
  phrases: string[];
  /** Ids of those it names; more than one: it is ambiguous. */
  entities: string[];
  /** It says where someone or something is from: the name of a people or a language, not of the country. */
  adjective: boolean;
  /** It names nothing but persons. */
  person: boolean;
  /** When an exact match of it proves little, because it is an everyday word as well. */
  weak: 'never' | 'unless capitalised' | 'unless in capitals' | 'always';
  /** The record does not list it: it follows from a name that it lists. */
  follows: boolean;
  /** Its place in the record: names come before aliases, these before what follows from them. */
  order: number;
};

/** What is read of an entity; the names of sources and the like have no kind and no aliases. */
export type Named = Pick<Entity, 'id' | 'name'> & Partial<Pick<Entity, 'kind' | 'aliases' | 'ambiguous_aliases'>>;

/**
 * Every way of writing the names of the entities, each key once: listed names and aliases, and then, where nothing listed is
 * written the same, those that follow from them (see shorterNames and surnames).
 */
export function aliasesOf(entities: readonly Named[]): Alias[] {
  const read = remembering();
  const listed = new Map<string, Alias>();
  for (const entity of entities) add(listed, entity, entity.name, read);
  for (const entity of entities) for (const alias of entity.aliases ?? []) add(listed, entity, alias, read);
  for (const entity of entities) for (const alias of entity.ambiguous_aliases ?? []) add(listed, entity, alias, read);

  const following = new Map<string, Alias>();
  const owners = personWordOwners(entities, read);
  for (const entity of entities) {
    for (const text of [entity.name, ...(entity.aliases ?? [])]) {
      const names = [...shorterNames(entity, text, read)];
      if (entity.kind === 'person') names.push(...surnames(text, owners, read));
      for (const name of names) if (!listed.has(keyOf(read(name)))) add(following, entity, name, read);
    }
  }
  for (const alias of following.values()) {
    // "Arm" is what a supplier does, and only seldom one of the arms.
    if (alias.key.length < 4 && isEveryday(alias.key)) alias.weak = 'always';
    listed.set(alias.key, { ...alias, follows: true, order: listed.size });
  }
  return [...listed.values()];
}

/** Reads words, each text once: folding is what costs most here. */
function remembering(): Reader {
  const known = new Map<string, readonly Word[]>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const words = wordsOf(text);
    known.set(text, words);
    return words;
  };
}

function keyOf(words: readonly Word[]): string {
  let key = '';
  for (const word of words) key += word.norm;
  return key;
}

function add(aliases: Map<string, Alias>, entity: Named, text: string, read: Reader): void {
  const typed = read(text);
  const key = keyOf(typed);
  // A word carries no currency sign: a name that is told by one alone would take the bare letters for itself.
  if (key === '' || /\p{Sc}/u.test(text)) return;
  const words = typed.map((word) => word.norm);
  const phrase = words.join(' ');
  const isPerson = entity.kind === 'person';
  const same = aliases.get(key);
  if (same === undefined) {
    const entities = [entity.id];
    const adjective = isDemonym(entity, () => read(entity.name).map((word) => word.norm), text, words);
    const weak = weakness(entity, text, words);
    aliases.set(key, {
      text,
      words,
      key,
      phrases: [phrase],
      entities,
      adjective,
      person: isPerson,
      weak,
      follows: false,
      order: aliases.size,
    });
    return;
  }
  if (!same.phrases.includes(phrase)) same.phrases.push(phrase);
  if (!same.entities.includes(entity.id)) {
    same.entities.push(entity.id);
    same.person &&= isPerson;
  }
  if (same.weak !== 'never' && weakness(entity, text, words) === 'never') same.weak = 'never';
}

function weakness(entity: Named, text: string, words: readonly string[]): Alias['weak'] {
  const content = words.filter((word) => word !== 'the' && word !== 'a' && word !== 'an');
  const [word] = content;
  if (word === undefined) return 'always';
  if (content.length > 1 || !(isEveryday(word) || isFunctionWord(word))) return 'never';
  if (text === text.toLowerCase()) return 'never';
  if (/\p{L}.*\p{L}/u.test(text) && text === text.toUpperCase()) return 'unless in capitals';
  return COMMON_NOUNS.has(entity.kind) ? 'never' : 'unless capitalised';
}
