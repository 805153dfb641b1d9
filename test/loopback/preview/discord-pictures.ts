/**
 * Draws real answers: the real client answers on a Discord on loopback, and what it sent is drawn.
 * `node --import tsx test/loopback/preview/discord-pictures.ts FOLDER [SEEDS]`
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { commands } from '../../../commands/index.ts';
import { openDesk } from '../../../src/desk.ts';
import { startDiscord } from '../../../src/discord/index.ts';
import type { DiscordMessage } from '../../../src/discord/message.ts';
import { registerCommands } from '../../../src/discord/register.ts';
import { loadRecord } from '../../../src/record/load.ts';
import { type Loopback, startLoopback } from '../discord/index.ts';
import type { Act } from '../discord/world.ts';
import { drawDiscord, type Occasion } from './discord.ts';

type Picture = { name: string; command: string; options: Record<string, string | boolean>; press?: string };

const PICTURES: readonly Picture[] = [
  { name: 'when-moscow', command: 'when', options: { question: 'did he visit Moscow' } },
  { name: 'misspelt', command: 'when', options: { question: 'did he visit moskow in 2022' } },
  { name: 'long-list', command: 'visits', options: {} },
  { name: 'not-on-record', command: 'when', options: { question: 'did he visit Beijing in 2023' } },
  { name: 'compare', command: 'compare', options: { first: 'Russia', second: 'China' } },
  { name: 'sources', command: 'when', options: { question: 'did he visit China' }, press: 'Sources' },
  { name: 'private', command: 'who', options: { question: 'did he meet in Moscow', private: true } },
  { name: 'help', command: 'help', options: {} },
];

const [folder, seeds = 'seeds'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node --import tsx test/loopback/preview/discord-pictures.ts FOLDER [SEEDS]');
  process.exit(64);
}
await mkdir(folder, { recursive: true });
const discord = await startLoopback();
const { token } = discord.world;
await registerCommands({ token, restApi: discord.api, commands });
const { record } = await loadRecord(seeds);
const desk = openDesk(record);
const logger = pino({ level: 'warn' });
const limits = { answersPerMinute: 100 };
const bot = await startDiscord({ token, desk: () => desk, commands, logger, limits, restApi: discord.api });
for (const picture of PICTURES) {
  const out = join(folder, `${picture.name}.png`);
  await drawDiscord(...(await recorded(discord, picture)), out);
  console.log(out);
}
await bot.stop();
await discord.stop();

async function recorded(on: Loopback, picture: Picture): Promise<[DiscordMessage, Occasion]> {
  const asked = on.slash(picture.command, picture.options);
  await asked.answered;
  const typed = Object.entries(picture.options).map(([name, value]) => ` ${name}: ${value}`);
  const act = picture.press === undefined ? asked : on.press(on.shown(asked), picture.press);
  await act.answered;
  return [shownBy(on, act), { command: `/${picture.command}${typed.join('')}`, private: on.shown(act).flags === 64 }];
}

function shownBy(on: Loopback, act: Act): DiscordMessage {
  const { content, embeds, components } = on.shown(act);
  return { content, embeds, components: components as NonNullable<DiscordMessage['components']> };
}
