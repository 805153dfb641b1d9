import { isDeepStrictEqual } from 'node:util';
import type { APIApplicationCommand } from 'discord.js';
import type { CommandPayload } from './payloads.ts';

/** What differs between the commands wanted and those registered. */
export type Difference = { added: string[]; removed: string[]; changed: { name: string; what: string[] }[] };

/** Compares by name and kind; the order of commands does not matter, that of options does. */
export function differenceOf(
  wanted: readonly CommandPayload[],
  present: readonly Pick<APIApplicationCommand, 'name'>[],
): Difference {
  const existing = new Map(present.map((command) => [keyOf(command), command]));
  const names = new Set(wanted.map(keyOf));
  const difference: Difference = {
    added: wanted.filter((command) => !existing.has(keyOf(command))).map((command) => command.name),
    removed: present.filter((command) => !names.has(keyOf(command))).map((command) => command.name),
    changed: [],
  };
  for (const command of wanted) {
    const before = existing.get(keyOf(command));
    if (before === undefined) continue;
    const what = changes(flattened(before), flattened(command));
    if (what.length > 0) difference.changed.push({ name: command.name, what });
  }
  return difference;
}

export function isEmpty(difference: Difference): boolean {
  return difference.added.length + difference.removed.length + difference.changed.length === 0;
}

/** The difference as lines: "+ /new", "- /gone", "~ /changed: what". */
export function describe(difference: Difference): string[] {
  if (isEmpty(difference)) return ['  as they should be'];
  return [
    ...difference.added.map((name) => `  + /${name}`),
    ...difference.removed.map((name) => `  - /${name}`),
    ...difference.changed.flatMap(({ name, what }) => [`  ~ /${name}`, ...what.map((line) => `      ${line}`)]),
  ];
}

// What Discord adds of its own, or fills in with the value that leaving it out means.
const OWN = new Set(['id', 'application_id', 'version', 'guild_id', 'handler', 'dm_permission', 'default_permission']);
const DEFAULTS: Readonly<Record<string, unknown>> = {
  type: 1,
  nsfw: false,
  required: false,
  autocomplete: false,
  default_member_permissions: null,
  name_localizations: null,
  description_localizations: null,
};

// A command as paths and values, without what means nothing, so that two of them compare line by line.
function flattened(value: unknown, path = ''): Map<string, unknown> {
  const out = new Map<string, unknown>();
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    for (const [index, item] of value.entries()) {
      for (const [key, inner] of flattened(item, `${path}[${index}]`)) out.set(key, inner);
    }
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined || (path === '' && OWN.has(key))) continue;
      if (key in DEFAULTS && isDeepStrictEqual(inner, DEFAULTS[key])) continue;
      // A command of one server has no contexts, whatever Discord fills in for it.
      if (path === '' && inner === null) continue;
      for (const [deep, leaf] of flattened(inner, path === '' ? key : `${path}.${key}`)) out.set(deep, leaf);
    }
  } else {
    out.set(path, Array.isArray(value) ? [...value].sort() : value);
  }
  return out;
}

function changes(before: Map<string, unknown>, after: Map<string, unknown>): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths
    .filter((path) => !isDeepStrictEqual(before.get(path), after.get(path)))
    .filter((path) => after.has(path) || !isFilledIn(path))
    .map(
      (path) =>
        `${path}: ${JSON.stringify(before.get(path)) ?? 'nothing'} → ${JSON.stringify(after.get(path)) ?? 'nothing'}`,
    );
}

// Discord answers with these also where they were left out.
function isFilledIn(path: string): boolean {
  return path === 'contexts' || path === 'integration_types';
}

function keyOf(command: { name: string; type?: number }): string {
  return `${command.type ?? 1}:${command.name}`;
}
