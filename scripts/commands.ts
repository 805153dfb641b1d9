/**
 * `npm run commands -- discord [--guild ID] [--dry-run]` shows how the commands registered with Discord differ from those of
 * this version and brings them in line; `npm run commands -- slack` prints the manifest of the Slack app.
 */
import { parseArgs } from 'node:util';
import { config } from 'dotenv';
import { commands } from '../commands/index.ts';
import { registerCommands } from '../src/discord/register.ts';

const USAGE = `Usage:
  npm run commands -- discord [--guild ID] [--dry-run]   register the slash commands with Discord
  npm run commands -- slack                              print the manifest of the Slack app`;

config({ quiet: true });
process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const [platform, ...more] = positionals;
  if (platform === undefined || more.length > 0 || values === undefined) return wrongUsage();
  if (platform === 'discord') return discord(values.guild, values['dry-run'] === true);
  if (platform === 'slack' && values.guild === undefined && values['dry-run'] !== true) return slack();
  return wrongUsage();
}

function parsed(args: string[]) {
  try {
    const options = { guild: { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    return { values: undefined, positionals: [] };
  }
}

function wrongUsage(): number {
  console.error(USAGE);
  return 64;
}

async function discord(guildId: string | undefined, dryRun: boolean): Promise<number> {
  const token = process.env.DISCORD_TOKEN;
  if (token === undefined || token === '') {
    console.error('DISCORD_TOKEN is not set. Copy the token of the bot from the developer portal into .env.');
    return 64;
  }
  try {
    const registration = await registerCommands({
      token,
      commands,
      dryRun,
      ...(process.env.DISCORD_APPLICATION_ID ? { applicationId: process.env.DISCORD_APPLICATION_ID } : {}),
      ...(process.env.DISCORD_API ? { restApi: process.env.DISCORD_API } : {}),
      ...(guildId === undefined ? {} : { guildId }),
    });
    console.log(registration.lines.join('\n'));
    return 0;
  } catch (error) {
    console.error(`Discord refused: ${error instanceof Error ? error.message : error}`);
    return 70;
  }
}

async function slack(): Promise<number> {
  const [{ manifestText }, { openDesk }, { loadRecord }] = await Promise.all([
    import('../src/slack/manifest.ts'),
    import('../src/desk.ts'),
    import('../src/record/load.ts'),
  ]);
  const { record } = await loadRecord(process.env.ATTACHE_SEEDS || 'seeds');
  console.log(manifestText(commands, openDesk(record).about()));
  return 0;
}
