import { stemOf, type Word } from '../../text.ts';
import { conceptsOf, isFunctionWord } from '../lexicon.ts';
import { findNames, type NameMention } from '../names.ts';
import type { NameUnit } from '../query.ts';
import { relatedStems } from '../thesaurus.ts';
import type { Reader } from './reader.ts';

/** The names of the record in the question, each with how it is meant there. */
export function readNames(words: readonly Word[], reader: Reader, inPeriod: (at: number) => boolean): NameUnit[] {
  const found = findNames(words, reader.names, {
    blocked: (at) =>
      inPeriod(at) || isFunctionWord(words[at]?.norm ?? '') || conceptsOf(words[at]?.norm ?? '').length > 0,
  });
  return found
    .filter((mention) => !mention.weak || likelyPlace(mention, words, reader))
    .filter((mention) => {
      // "Osk-3" is not the Osk-4 that the record knows.
      const next = words[mention.end];
      return !(next?.gap === '-' && /^\d{1,3}[a-z]?$/.test(next.norm) && mention.end - mention.start === 1);
    })
    .filter((mention) => {
      // A name that is one word of the field ("sanctions", "arms", "embargo") is read as that word.
      if (words.length <= 5 && words.some((word) => /^(mean|means|stand|stands|define|definition)$/.test(word.norm)))
        return true;
      if (/^(?:what is|whats|what are)(?: an?| the)? \S+$/.test(words.map((word) => word.norm).join(' '))) return true;
      const only = mention.end - mention.start === 1 ? words[mention.start]?.norm : undefined;
      return only === undefined || conceptsOf(only).length === 0;
    })
    .filter(
      (mention) =>
        (words.length - (mention.end - mention.start) <= 4 &&
          // "prime minister in 1964", "who was the speaker": who held it is asked, not what it is.
          !words.some(({ norm }) => /^(?:19|20)\d\d$/.test(norm)) &&
          words[0]?.norm !== 'who') ||
        !mention.entities.every((id) => ['role', 'measure'].includes(reader.store.entities.get(id)?.kind ?? '')),
    )
    .map((mention) => ({
      ids: mention.entities,
      start: mention.start,
      end: mention.end,
      text: mention.text,
      matched: mention.matched,
      edits: mention.edits,
      adjective: mention.adjective,
      excluded: isExcluded(words, mention.start),
      attributed: isAttributed(words, mention.start, mention.entities, reader),
      literal: /^(in|to|at|near|from|around|through|via|inside|outside|into)$/.test(
        words[mention.start - 1]?.norm ?? '',
      ),
      generic: mention.entities.every((id) =>
        ['weapon-category', 'weapon', 'occasion'].includes(reader.store.entities.get(id)?.kind ?? ''),
      ),
      stems: nameWordStems(words.slice(mention.start, mention.end)),
      implied: false,
    }));
}

// "in bejing": a misspelling that might be an everyday word is a place where a place is due.
function likelyPlace(mention: NameMention, words: readonly Word[], reader: Reader): boolean {
  const before = words[mention.start - 1]?.norm ?? '';
  const place = mention.entities.every((id) =>
    ['city', 'country', 'region'].includes(reader.store.entities.get(id)?.kind ?? ''),
  );
  return (
    place &&
    mention.edits > 0 &&
    mention.entities.length === 1 &&
    /^(in|to|at|from|visit|visited|near|via)$/.test(before)
  );
}

function nameWordStems(words: readonly Word[]): string[][] {
  return words
    .filter(({ norm }) => !isFunctionWord(norm))
    .map(({ norm }) => [stemOf(norm), ...relatedStems(stemOf(norm))]);
}

// "according to the institute", "per the agency's piece", "by the rapporteur's count".
function isAttributed(words: readonly Word[], start: number, ids: readonly string[], reader: Reader): boolean {
  if (!ids.every((id) => ['organisation', 'person'].includes(reader.store.entities.get(id)?.kind ?? ''))) return false;
  const before = words
    .slice(Math.max(0, start - 4), start)
    .map((word) => word.norm)
    .join(' ');
  return (
    /\b(according to|per|says|by|as told by|in the words of|cited by|reported by|quoted by)( the| an| a| its| \w+ \d{4})?( \w+)?$/.test(
      before,
    ) && !/\b(by) (\w+ing)$/.test(before)
  );
}

function isExcluded(words: readonly Word[], start: number): boolean {
  const before = words.slice(Math.max(0, start - 3), start).map((word) => word.norm);
  return /\b(other than|besides|apart from|except|except for|aside from|not counting|excluding|but not)$/.test(
    before.join(' '),
  );
}
