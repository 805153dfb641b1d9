import {
  type Document,
  isAlias,
  isMap as isMapNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import { ENTRY_KINDS, type Entry, type EntryKind, isMap, type Path, valueAt } from './entries.ts';
import { type Fault, fileFault } from './faults.ts';
import type { SeedFile } from './files.ts';
import { didYouMean } from './nearest.ts';
import { kindByForm } from './shape.ts';

/** What one file holds: no entries when it is not well-formed. */
export type ReadFile = { entries: Entry[]; faults: Fault[] };

/** The file, at the top of a record's folder, that says what the record is. */
const META_FILE = /^record\.ya?ml$/i;
/** An alias counts as often as what it stands for is repeated: far more than an editor writes, far less than a bomb. */
const MOST_ALIASES = 5000;

/**
 * Reads one YAML file (1.2, so that dates and `NO` stay text) into entries that know their lines. The root is a map of
 * sections (`visits:`, `events:`, ...) or a list; a list's kind comes from the outermost folder or else file name that is
 * a kind's (`visits/2021.yaml`, `arms/deliveries/north.yaml`), failing that from the form of each entry.
 */
export function readSeedYaml(file: SeedFile, shownAs: string): ReadFile {
  const source = decode(file.bytes);
  if (source === undefined) return { entries: [], faults: [fileFault(shownAs, 'is not UTF-8 text')] };
  const lines = new LineCounter();
  const document = orError(() => parseDocument(source, { lineCounter: lines, prettyErrors: false, stringKeys: true }));
  if (document instanceof Error) return unreadable(shownAs, document);
  const faults = syntaxFaults(document, source, lines, shownAs);
  // What could be made out of a broken file would only be blamed for what it lost.
  if (faults.length > 0) return { entries: [], faults };
  const root = orError((): unknown => document.toJS({ maxAliasCount: MOST_ALIASES }));
  if (root instanceof Error) return unreadable(shownAs, root);
  const locate = (path: Path, part: 'value' | 'name') => positionOf(document, lines, path, part);
  const entry = (kind: Entry['kind'], value: unknown, at: Path): Entry => ({
    kind,
    file: shownAs,
    value,
    label: kind === 'record' ? '' : labelOf(value, at),
    locate: (path, part) => locate([...at, ...path], part),
  });
  const fault = (path: Path, message: string, part: 'value' | 'name' = 'value') => {
    const { line, column } = locate(path, part);
    faults.push({ file: shownAs, line, column, path: path.join('.'), message });
  };

  if (META_FILE.test(file.path)) return { entries: [entry('record', root, [])], faults };
  if (root === null || root === undefined) {
    fault([], 'holds no entries; write [] if that is meant');
    return { entries: [], faults };
  }
  if (Array.isArray(root)) {
    const kind = kindByPath(file.path);
    return { entries: root.map((value, at) => entry(kind ?? kindByForm(value, root), value, [at])), faults };
  }
  if (!isMap(root)) {
    fault([], 'must be a list of entries or a map of sections');
    return { entries: [], faults };
  }
  const entries: Entry[] = [];
  for (const [name, section] of Object.entries(root)) {
    const kind = ENTRY_KINDS.find((known) => known === name);
    if (kind === undefined) fault([name], `unknown section "${name}"${didYouMean(name, ENTRY_KINDS)}`, 'name');
    else if (Array.isArray(section)) entries.push(...section.map((value, at) => entry(kind, value, [name, at])));
    else fault([name], 'must be a list of entries; write [] if there is none');
  }
  return { entries, faults };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function unreadable(file: string, error: Error): ReadFile {
  return { entries: [], faults: [fileFault(file, `cannot be read as YAML: ${error.message}`)] };
}

// The parser lists most faults; it throws for aliases that multiply and for nesting deeper than the stack.
function orError<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

// Fields given twice are told one by one; of other breaks only the first, as the next ones are mostly its echo.
function syntaxFaults(document: Document.Parsed, source: string, lines: LineCounter, file: string): Fault[] {
  const all = [...document.errors, ...document.warnings];
  const [broken] = all.filter((error) => error.code !== 'DUPLICATE_KEY');
  return (broken === undefined ? all : [broken]).map((error) => {
    const { line, col } = lines.linePos(Math.min(error.pos[0], source.length));
    const indent = /^\s*/.exec(source.split('\n')[line - 1] ?? '')?.[0] ?? '';
    const message = indent.includes('\t') ? 'lines are set in with spaces, not with tabs' : plainSyntax(error);
    return { file, line, column: col, path: '', message };
  });
}

function plainSyntax({ code, message }: { code: string; message: string }): string {
  if (code === 'DUPLICATE_KEY') return 'this field is given twice';
  if (code === 'MULTIPLE_DOCS') return 'one file holds one document: take the --- out';
  return `not well-formed YAML: ${message}`;
}

function kindByPath(path: string): EntryKind | undefined {
  const names = path.replace(/\.ya?ml$/i, '').split('/');
  for (const name of names) {
    const kind = ENTRY_KINDS.find((known) => known === name.toLowerCase());
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function labelOf(value: unknown, at: Path): string {
  const id = valueAt(value, ['id']);
  return typeof id === 'string' && id !== '' ? id : at.join('.');
}

function positionOf(document: Document.Parsed, lines: LineCounter, path: Path, part: 'value' | 'name') {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const inner = stepInto(node, step);
    if (inner === undefined) break;
    const wanted = part === 'name' && depth === path.length - 1 ? inner.name : inner.value;
    offset = startOf(wanted) ?? startOf(inner.name) ?? offset;
    node = inner.value;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function stepInto(node: unknown, step: string | number): { name: unknown; value: unknown } | undefined {
  if (isSeq(node) && typeof step === 'number') {
    const value = node.items[step];
    return value === undefined ? undefined : { name: value, value };
  }
  if (!isMapNode(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step));
  return pair === undefined ? undefined : { name: pair.key, value: pair.value };
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
