import {
  type APIApplicationCommand,
  REST,
  type RESTGetAPICurrentUserGuildsResult,
  type RESTGetCurrentApplicationResult,
  Routes,
} from 'discord.js';
import type { Command } from '../../commands/command.ts';
import { type Difference, describe, differenceOf, isEmpty } from './difference.ts';
import { commandPayloads, type Scope } from './payloads.ts';

export type RegisterOptions = {
  token: string;
  /** Left out: asked of Discord. */
  applicationId?: string;
  /** Registers in this server alone, at once and for trying out; left out: for the whole application. */
  guildId?: string;
  /** Shows what would change and writes nothing. */
  dryRun?: boolean;
  commands: readonly Command[];
  /** Another address of the REST API, such as `http://127.0.0.1:8080/api`. */
  restApi?: string;
};

export type Registration = {
  difference: Difference;
  /** Commands found in the other scope, which would show twice: cleared. */
  cleared: { scope: Scope; names: string[] }[];
  written: boolean;
  /** The whole outcome as lines for a person. */
  lines: string[];
};

/** Servers that are looked through for commands of their own; a bot in more of them is past trying things out. */
const MOST_GUILDS = 100;

/**
 * Brings the registered commands in line with `commands`: shows the difference, writes one bulk overwrite only when there
 * is one, and clears the other scope so that nothing shows twice. Throws discord.js's error when Discord refuses.
 */
export async function registerCommands(options: RegisterOptions): Promise<Registration> {
  const rest = restOf(options.token, options.restApi);
  const applicationId = options.applicationId ?? (await fetchApplicationId(rest));
  const scope: Scope = options.guildId === undefined ? { kind: 'global' } : { kind: 'guild', guildId: options.guildId };
  const wanted = commandPayloads(options.commands, scope.kind);
  const difference = differenceOf(wanted, await fetchCommands(rest, applicationId, scope));
  const lines = [`Commands ${inWords(scope)}:`, ...describe(difference)];
  const dryRun = options.dryRun ?? false;
  const written = !dryRun && !isEmpty(difference);
  if (written) await rest.put(routeOf(applicationId, scope), { body: wanted });
  const cleared: Registration['cleared'] = [];
  for (const other of await otherScopes(rest, scope)) {
    const names = (await fetchCommands(rest, applicationId, other)).map((command) => command.name);
    if (names.length === 0) continue;
    cleared.push({ scope: other, names });
    lines.push(
      `Commands ${inWords(other)}, cleared so that nothing shows twice:`,
      ...names.map((name) => `  - /${name}`),
    );
    if (!dryRun) await rest.put(routeOf(applicationId, other), { body: [] });
  }
  const same = isEmpty(difference) && cleared.length === 0;
  lines.push(same ? 'Nothing to write.' : dryRun ? 'Dry run: nothing was written.' : 'Written.');
  return { difference, cleared, written, lines };
}

/** What differs between the commands of this version and those that Discord has; reads only. */
export async function registeredDifference(options: RegisterOptions): Promise<Difference> {
  const rest = restOf(options.token, options.restApi);
  const applicationId = options.applicationId ?? (await fetchApplicationId(rest));
  const scope: Scope = options.guildId === undefined ? { kind: 'global' } : { kind: 'guild', guildId: options.guildId };
  return differenceOf(commandPayloads(options.commands, scope.kind), await fetchCommands(rest, applicationId, scope));
}

function restOf(token: string, api?: string): REST {
  return new REST({ version: '10', ...(api === undefined ? {} : { api }) }).setToken(token);
}

async function fetchApplicationId(rest: REST): Promise<string> {
  return ((await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult).id;
}

async function fetchCommands(rest: REST, applicationId: string, scope: Scope): Promise<APIApplicationCommand[]> {
  return (await rest.get(routeOf(applicationId, scope))) as APIApplicationCommand[];
}

async function otherScopes(rest: REST, scope: Scope): Promise<Scope[]> {
  if (scope.kind === 'guild') return [{ kind: 'global' }];
  const query = new URLSearchParams({ limit: String(MOST_GUILDS) });
  const guilds = (await rest.get(Routes.userGuilds(), { query })) as RESTGetAPICurrentUserGuildsResult;
  return guilds.map((guild) => ({ kind: 'guild', guildId: guild.id }));
}

function routeOf(applicationId: string, scope: Scope) {
  return scope.kind === 'global'
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, scope.guildId);
}

function inWords(scope: Scope): string {
  return scope.kind === 'global' ? 'of the application' : `in server ${scope.guildId}`;
}
