import type { Word } from '../../text.ts';
import type { NameUnit } from '../query.ts';
import type { Reader } from './reader.ts';

/** "k-20" for the K 20TP: the names, with each designation cut short that can be one weapon only. */
export function withDesignations(
  words: readonly Word[],
  names: NameUnit[],
  reader: Reader,
  inPeriod: (at: number) => boolean,
): NameUnit[] {
  const taken = (at: number) => inPeriod(at) || names.some((name) => at >= name.start && at < name.end);
  const found = words.flatMap((_, at) => {
    const designation = designationAt(words, at, taken);
    if (!designation || taken(at)) return [];
    const key = designation.norm.replace('-', '');
    const ids = [
      ...new Set(
        reader
          .designations()
          .filter((entry) => entry.key.startsWith(key) && !/^\d/.test(entry.key.slice(key.length)))
          .map((entry) => entry.id),
      ),
    ];
    if (ids.length !== 1) return [];
    const text = words
      .slice(at, designation.end)
      .map((word) => word.text)
      .join('-');
    return [
      {
        ids,
        start: at,
        end: designation.end,
        text,
        matched: reader.store.nameOf(ids[0] ?? ''),
        edits: 0,
        adjective: false,
        literal: false,
        generic: true,
        stems: [],
        attributed: false,
        excluded: false,
        implied: false,
      },
    ];
  });
  return found.length === 0 ? names : [...names, ...found].sort((a, b) => a.start - b.start);
}

/** "F-16", "S400": the designation of a weapon at this word that is no name of the record. */
export function designationAt(
  words: readonly Word[],
  at: number,
  taken: (at: number) => boolean,
): { norm: string; end: number } | null {
  const word = words[at];
  const next = words[at + 1];
  if (!word) return null;
  // No word of letters alone is one, but before a number behind a hyphen.
  if (next?.gap !== '-' && !/\d/.test(word.norm)) return null;
  if (/^[a-z]{1,3}\d{1,3}[a-z]?$/.test(word.norm) && !/^(q[1-4]|fy\d+|g7|g20)$/.test(word.norm))
    return { norm: word.norm, end: at + 1 };
  if (
    next &&
    !taken(at + 1) &&
    next.gap === '-' &&
    /^[a-z]{1,12}$/.test(word.norm) &&
    /^\d{1,3}[a-z]?$/.test(next.norm)
  )
    return { norm: `${word.norm}-${next.norm}`, end: at + 2 };
  return null;
}
