/** Whole entries in pages of at most `most` characters; at least one entry a page, none for no entries. */
export function packed(entries: readonly string[], most: number): string[][] {
  const pages: string[][] = [];
  let length = 0;
  for (const entry of entries) {
    const page = pages.at(-1);
    if (page === undefined || length + entry.length + 1 > most) {
      pages.push([entry]);
      length = entry.length;
    } else {
      page.push(entry);
      length += entry.length + 1;
    }
  }
  return pages;
}
