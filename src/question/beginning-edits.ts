/** What comparing a typed text with the beginnings of a name yields. */
export type BeginningEdits = {
  /** The fewest edits to any beginning; more than the limit when all are further away. */
  fewest: number;
  /** After so many letters the name was so far off that nothing behind them matters; `null` when it never was. */
  deadAt: number | null;
};

/**
 * Gives for one name after another the fewest edits (as `editDistance` counts them) between a typed text and any beginning
 * of it. Of names in the order of their letters each takes up where the one compared before parts from it: after the letters
 * that they share.
 */
export function beginningEdits(typed: string, limit: number): (name: string, shared: number) => BeginningEdits {
  const width = typed.length + 1;
  const deepest = typed.length + limit;
  // Row `depth` holds the edits from `depth` letters of the name to each beginning of the typed text.
  const rows = new Int32Array((deepest + 1) * width);
  for (let column = 0; column < width; column += 1) rows[column] = column;
  // For each depth the fewest edits down to there, and whether all of its row is beyond the limit.
  const fewest = new Int32Array(deepest + 1).fill(typed.length);
  const dead = new Uint8Array(deepest + 1);
  let known = 0;
  return (name, shared) => {
    let depth = Math.min(shared, known);
    const end = Math.min(name.length, deepest);
    while (depth < end && dead[depth] === 0) {
      depth += 1;
      const least = fillRow(rows, typed, name, depth);
      dead[depth] = least > limit ? 1 : 0;
      fewest[depth] = Math.min(fewest[depth - 1] ?? 0, rows[depth * width + typed.length] ?? 0);
    }
    known = depth;
    return { fewest: fewest[depth] ?? 0, deadAt: dead[depth] === 1 ? depth : null };
  };
}

// Gives the least of the row.
function fillRow(rows: Int32Array, typed: string, name: string, depth: number): number {
  const width = typed.length + 1;
  const own = depth * width;
  const above = own - width;
  const letter = name.charCodeAt(depth - 1);
  rows[own] = depth;
  let least = depth;
  for (let column = 1; column < width; column += 1) {
    const same = letter === typed.charCodeAt(column - 1);
    let cost = (rows[above + column - 1] ?? 0) + (same ? 0 : 1);
    cost = Math.min(cost, (rows[above + column] ?? 0) + 1, (rows[own + column - 1] ?? 0) + 1);
    const swapped =
      depth > 1 &&
      column > 1 &&
      letter === typed.charCodeAt(column - 2) &&
      name.charCodeAt(depth - 2) === typed.charCodeAt(column - 1);
    if (swapped) cost = Math.min(cost, (rows[above - width + column - 2] ?? 0) + 1);
    rows[own + column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
