/** Draws at random, the same draws for the same seed. */
export function drawing(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    // Mulberry32: small, and good enough to spread draws over a record.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const one = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('nothing to draw from');
    return value;
  };
  /** A text with one letter left out, doubled, changed or swapped with the next. */
  const misspelt = (text: string): string => {
    const at = below(text.length);
    const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
    switch (below(4)) {
      case 0:
        return before + after;
      case 1:
        return before + letter + letter + after;
      case 2:
        return before + one([...'aeiourst']) + after;
      default:
        return before + after.charAt(0) + letter + after.slice(1);
    }
  };
  return { below, one, misspelt };
}
