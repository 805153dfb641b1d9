/** Something wrong in a record, and where an editor finds it. */
export type Fault = {
  /** The file as it would be opened: the record's folder and the path within it. */
  file: string;
  /** Both count from 1. */
  line: number;
  column: number;
  /** The entry's id and the field within it, `visit-2021-06-southland.places.0.city`; empty when a whole file is meant. */
  path: string;
  message: string;
};

/** Thrown when a record does not hold: it carries every fault found, by file and line. Nothing of such a record is loaded. */
export class RecordFaults extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const ordered = inOrder(faults);
    super(ordered.map(formatFault).join('\n'));
    this.name = 'RecordFaults';
    this.faults = ordered;
  }
}

/** A fault as one line, in the form that editors and terminals turn into a link: `file:line:column path: message`. */
export function formatFault(fault: Fault): string {
  const place = `${fault.file}:${fault.line}:${fault.column}`;
  const text = fault.path === '' ? fault.message : `${fault.path}: ${fault.message}`;
  // What stands in a file may hold line breaks, and signs that a terminal would obey.
  return `${place} ${text.replace(/[\s\p{Cc}]+/gu, ' ').trim()}`;
}

/** A fault of a file as a whole, shown at its first letter. */
export function fileFault(file: string, message: string): Fault {
  return { file, line: 1, column: 1, path: '', message };
}

function inOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
