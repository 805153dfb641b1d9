/** Many short lists of numbers, one after the other: list `n` is the items from `starts[n]` to before `starts[n + 1]`. */
export type Lists<Items extends NumberArray = Uint32Array> = { starts: Uint32Array; items: Items };

type NumberArray = Uint32Array | Float64Array;

/** Numbers packed one list after the other. */
export function listsOf(lists: readonly (readonly number[])[]): Lists {
  return packed(lists, Uint32Array);
}

/** The same for numbers that are not whole. */
export function amountsOf(lists: readonly (readonly number[])[]): Lists<Float64Array> {
  return packed(lists, Float64Array);
}

function packed<Items extends NumberArray>(
  lists: readonly (readonly number[])[],
  Items: new (length: number) => Items,
): Lists<Items> {
  const starts = new Uint32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  const items = new Items(starts[lists.length] ?? 0);
  for (const [at, list] of lists.entries()) items.set(list, starts[at]);
  return { starts, items };
}

/** One of the lists, not copied; empty when there is none of that number. */
export function listAt<Items extends NumberArray>({ starts, items }: Lists<Items>, at: number): Items {
  return items.subarray(starts[at] ?? 0, starts[at + 1] ?? 0) as Items;
}

/** For each number up to `count` the places of the lists that hold it, ascending. */
export function inverted({ starts, items }: Lists, count: number): Lists {
  const inverse = { starts: new Uint32Array(count + 1), items: new Uint32Array(items.length) };
  for (const item of items) inverse.starts[item + 1] = (inverse.starts[item + 1] ?? 0) + 1;
  for (let at = 1; at <= count; at += 1) inverse.starts[at] = (inverse.starts[at] ?? 0) + (inverse.starts[at - 1] ?? 0);
  const next = inverse.starts.slice(0, count);
  for (let list = 0; list + 1 < starts.length; list += 1) {
    for (let place = starts[list] ?? 0; place < (starts[list + 1] ?? 0); place += 1) {
      const item = items[place] ?? 0;
      const to = next[item] ?? 0;
      inverse.items[to] = list;
      next[item] = to + 1;
    }
  }
  return inverse;
}
