import { type Days, type Part, partOf } from './part.ts';

/**
 * One part from the first to the last: each supplies what the other lacks, so that "from June to September 2022" is of one
 * year, "November to February 2022" begins in the year before, and "20-27 June" is of one month. `swaps`: the ends may
 * stand in either order. `null` when nothing says which month a bare day is of.
 */
export function joinParts(first: Part, last: Part, swaps: boolean): Part | null {
  if (first.lacks === 'month' && (last.month === null || last.grain !== 'day')) return null;
  if (last.lacks === 'month' && (first.month === null || first.grain !== 'day')) return null;
  const named = last.year ?? first.year;
  // "may to june 2021": the sure one vouches for the other, two unsure ones need a preposition.
  const unsure = first.unsure && last.unsure;
  return partOf({
    end: last.end,
    grain: 'span',
    range: true,
    lacks: named === null ? 'year' : 'nothing',
    year: named,
    month: first.month ?? last.month,
    relative: first.relative || last.relative,
    loose: first.loose || last.loose,
    unsure,
    note: first.note ?? last.note,
    readings: (year) => spans(first, last, named ?? year, swaps),
  });
}

function spans(first: Part, last: Part, year: number, swaps: boolean): Days[] {
  const starts = (at: number) => first.readings(first.year ?? at, first.month ?? last.month ?? 1);
  const ends = (at: number) => last.readings(last.year ?? at, last.month ?? first.month ?? 1);
  const inOneYear = pairs(starts(year), ends(year), false);
  if (inOneYear.length > 0) return inOneYear;
  // Over the turn of a year: the one that names no year is of the year before or after.
  if (first.lacks === 'year' && last.year !== null) return pairs(starts(last.year - 1), ends(last.year), false);
  if (last.lacks === 'year') return pairs(starts(first.year ?? year), ends((first.year ?? year) + 1), false);
  return pairs(starts(year), ends(year), swaps);
}

// Readings go together: both dates day first, or both month first.
function pairs(starts: readonly Days[], ends: readonly Days[], swaps: boolean): Days[] {
  const count = Math.max(starts.length, ends.length);
  const found: Days[] = [];
  for (let place = 0; place < count; place++) {
    const start = starts[place] ?? starts[0];
    const end = ends[place] ?? ends[0];
    if (start === undefined || end === undefined) continue;
    if (start.from <= end.to) found.push({ from: start.from, to: end.to });
    else if (swaps) found.push({ from: end.from, to: start.to });
  }
  return found;
}
