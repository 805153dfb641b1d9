/** The words of each line of a text, in order: one line, one list. Empty lines are left out. */
export function wordLines(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .map((line) => line.split(' ').filter((word) => word !== ''))
    .filter((words) => words.length > 0);
}

/**
 * The pairs of a text, one a line, written `several words > word`.
 * Throws a RangeError for a line without exactly one such sign.
 */
export function pairLines(text: string): readonly (readonly [string, string])[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [phrase, word, ...more] = line.split(' > ');
      if (phrase === undefined || word === undefined || more.length > 0) throw new RangeError(`Not a pair: ${line}`);
      return [phrase, word];
    });
}
