import { z } from 'zod';
import { ENTRY_KINDS, type Entry, type EntryKind, faultAt, isMap, type Path, valueAt } from './entries.ts';
import type { Fault } from './faults.ts';
import { didYouMean } from './nearest.ts';
import * as schema from './schema.ts';

const SCHEMAS = {
  record: schema.recordMeta,
  visits: schema.visit,
  events: schema.event,
  figures: schema.figure,
  deliveries: schema.delivery,
  rankings: schema.ranking,
  measures: schema.measure,
  entities: schema.entity,
  sources: schema.source,
} satisfies Record<EntryKind | 'record', z.ZodObject>;

/** What an entry of each kind is once its form is known to be right. */
export type Shaped = { [K in keyof typeof SCHEMAS]: z.infer<(typeof SCHEMAS)[K]> };

/** The entries of one kind in the form of its schema, and a fault for each field that has another. */
export function shaped<K extends keyof typeof SCHEMAS>(
  entries: readonly Entry[],
  kind: K,
): { values: Shaped[K][]; faults: Fault[] } {
  const values: Shaped[K][] = [];
  const faults: Fault[] = [];
  const form = SCHEMAS[kind] as unknown as z.ZodType<Shaped[K]>;
  for (const entry of entries) {
    if (entry.kind !== kind) continue;
    const result = form.safeParse(entry.value);
    if (result.success) values.push(result.data);
    else faults.push(...result.error.issues.flatMap((issue) => issueFaults(entry, issue, [])));
  }
  return { values, faults };
}

/**
 * The kind whose fields an entry most looks like: one point for each field that the kind knows, one off for each that it
 * does not know and for each that it needs and misses. Entries that fit several equally go with the rest of their list.
 */
export function kindByForm(value: unknown, list: readonly unknown[]): EntryKind {
  const scores = ENTRY_KINDS.map((kind) => likeness(value, kind));
  const best = Math.max(...scores);
  const kinds = ENTRY_KINDS.filter((_, index) => scores[index] === best);
  const total = (kind: EntryKind) => list.reduce<number>((sum, other) => sum + likeness(other, kind), 0);
  return kinds.length < 2 ? (kinds[0] ?? 'visits') : kinds.reduce((a, b) => (total(b) > total(a) ? b : a));
}

function likeness(value: unknown, kind: EntryKind): number {
  if (!isMap(value)) return 0;
  const shape: Readonly<Record<string, z.ZodType>> = SCHEMAS[kind].shape;
  let score = 0;
  for (const name of Object.keys(value)) score += Object.hasOwn(shape, name) ? 1 : -1;
  for (const [name, field] of Object.entries(shape)) {
    if (!(name in value) && !(field instanceof z.ZodOptional)) score -= 1;
  }
  return score;
}

type Issue = z.core.$ZodIssue;

function issueFaults(entry: Entry, issue: Issue, above: Path): Fault[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const value = valueAt(entry.value, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = fieldsAt(SCHEMAS[entry.kind], path);
      return issue.keys.map((name) =>
        faultAt(entry, [...path, name], `unknown field "${name}"${didYouMean(name, known)}`, 'name'),
      );
    }
    case 'invalid_union':
      return branchFor(issue.errors).flatMap((inner) => issueFaults(entry, inner, path));
    case 'invalid_key':
      return [faultAt(entry, path, issue.issues[0]?.message ?? 'is not a right name', 'name')];
    default:
      return [faultAt(entry, path, plainMessage(issue, value))];
  }
}

// Of several forms that a field may have, the one whose faults say most: the first that wants this type of value at all.
function branchFor(branches: readonly Issue[][]): readonly Issue[] {
  const wantsType = (issues: readonly Issue[]) =>
    !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
  return branches.find(wantsType) ?? branches[0] ?? [];
}

function plainMessage(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return 'is missing';
      if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
        return `must be text, and YAML reads ${value} as ${nameOfType(value)}: put it in quotes`;
      }
      return `must be ${TYPES[issue.expected] ?? issue.expected}, not ${nameOfType(value)}`;
    case 'invalid_value': {
      if (value === undefined) return 'is missing';
      const choices = issue.values.map(String);
      return `must be one of ${choices.join(', ')}, not ${shown(value)}${typeof value === 'string' ? didYouMean(value, choices) : ''}`;
    }
    case 'invalid_format':
      if (issue.format === 'url') return `${shown(value)} is not an address that begins with http:// or https://`;
      return issue.message.startsWith('must') ? issue.message : `${shown(value)}: ${issue.message}`;
    case 'too_small':
      return issue.origin === 'array' ? 'must list at least one' : `must be at least ${issue.minimum}`;
    default:
      return issue.message;
  }
}

const TYPES: Readonly<Partial<Record<string, string>>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
  record: 'a map of fields',
};

function nameOfType(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map of fields';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'string' ? 'text' : 'a number';
}

function shown(value: unknown): string {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : nameOfType(value);
  return JSON.stringify(value.length <= 80 ? value : `${value.slice(0, 79)}…`);
}

/** The fields that a schema knows at a path within it. */
function fieldsAt(form: z.core.$ZodType, path: Path): string[] {
  if (form instanceof z.ZodOptional || form instanceof z.ZodNullable) return fieldsAt(form.unwrap(), path);
  if (form instanceof z.ZodUnion) return form.options.flatMap((option) => fieldsAt(option, path));
  const [step, ...rest] = path;
  if (form instanceof z.ZodArray && step !== undefined) return fieldsAt(form.element, rest);
  if (!(form instanceof z.ZodObject)) return [];
  if (step === undefined) return Object.keys(form.shape);
  const inner = form.shape[String(step)];
  return inner === undefined ? [] : fieldsAt(inner, rest);
}
