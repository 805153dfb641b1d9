/** How many words are remembered; beyond it all are forgotten, which costs a question what it cost the first time. */
const MOST_REMEMBERED = 5000;
/** Nobody types a longer one twice. */
const LONGEST_REMEMBERED = 64;

/**
 * What `of` gives for a word or an id, worked out once: a question asks it of the same word at several steps and, when it
 * found nothing, is read a second time; and people ask in few words.
 */
export function remembered<T>(of: (word: string) => T): (word: string) => T {
  const known = new Map<string, { value: T }>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before.value;
    const value = of(word);
    if (word.length > LONGEST_REMEMBERED) return value;
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(word, { value });
    return value;
  };
}
