/** Figures of a round and their medians over rounds, and tables of them. */

export type Times = { n: number; p50: number; p99: number };

/** The smallest value that `share` of the values do not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The medians, over rounds, of each round's own p50 and p99. */
export function overRounds(rounds: readonly (readonly number[])[]): Times {
  return {
    n: rounds[0]?.length ?? 0,
    p50: median(rounds.map((times) => quantile(times, 0.5))),
    p99: median(rounds.map((times) => quantile(times, 0.99))),
  };
}

export function milliseconds(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

/** How many times `other` is of `ours`. */
export function ratio(other: number, ours: number): string {
  const times = other / ours;
  if (!Number.isFinite(times)) return '–';
  return `× ${times >= 100 ? times.toFixed(0) : times >= 10 ? times.toFixed(1) : times.toFixed(2)}`;
}

/** A table in Markdown, which also reads well in a terminal: the first column to the left, all others to the right. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, at) => Math.max(3, cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const padded = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  const line = (cells: readonly string[]) => `| ${head.map((_, at) => padded(cells[at] ?? '', at)).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [`\n## ${title}\n`, line(head), rule, ...rows.map(line)].join('\n');
}
