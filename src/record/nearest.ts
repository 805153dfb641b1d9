/**
 * The candidate that a misspelt word most likely meant; undefined when none is near. Counts letters added, lost, replaced
 * and swapped with their neighbour: one may differ in up to four letters, two in up to eleven, three in longer words.
 */
function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const most = word.length <= 4 ? 1 : word.length <= 11 ? 2 : 3;
  let best: string | undefined;
  let bestEdits = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestEdits) continue;
    const edits = editsBetween(word, candidate, bestEdits - 1);
    if (edits < bestEdits) {
      best = candidate;
      bestEdits = edits;
    }
  }
  return best;
}

/** A hint to set behind a message: ` (did you mean southland?)`, or nothing when no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = nearest(word, candidates);
  return candidate === undefined ? '' : ` (did you mean ${candidate}?)`;
}

// Optimal string alignment; gives most + 1 as soon as the distance must be greater than `most`.
function editsBetween(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let edits = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        edits = Math.min(edits, at(before, column - 2) + 1);
      }
      current.push(edits);
    }
    if (Math.min(...current) > most) return most + 1;
    before = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
