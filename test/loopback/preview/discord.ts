/**
 * Draws a Discord message, as the REST API takes it, into a picture: what a reader would see, near enough to judge it by.
 * `node --import tsx test/loopback/preview/discord.ts message.json out.png` (with "question" and "private" in the JSON too).
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { DiscordMessage } from '../../../src/discord/message.ts';
import { draw } from './chromium.ts';
import { block, escapeHtml } from './discord-markdown.ts';

/** How the message came about: the command as it was typed, and whether only the asker sees the answer. */
export type Occasion = { command?: string; person?: string; private?: boolean };

const WIDTH = 720;

export async function drawDiscord(message: DiscordMessage, occasion: Occasion, out: string): Promise<void> {
  await draw(messageHtml(message, occasion), CSS, WIDTH, out);
}

export function messageHtml(message: DiscordMessage, occasion: Occasion): string {
  const { command, person = 'alice' } = occasion;
  const used =
    command === undefined
      ? ''
      : `<div class="used"><span class="face tiny">${escapeHtml(person[0]?.toUpperCase())}</span><b>${escapeHtml(person)}</b> used <a>${escapeHtml(command)}</a></div>`;
  const content = message.content ? `<div>${block(message.content)}</div>` : '';
  const embeds = (message.embeds ?? []).map(embedHtml).join('');
  const rows = (message.components ?? []).map(
    (row) =>
      `<div class="row">${row.components.map((part) => `<button class="style${part.style}">${escapeHtml(part.label)}</button>`).join('')}</div>`,
  );
  const only = occasion.private ? '<div class="only">Only you can see this • <a>Dismiss message</a></div>' : '';
  return `<main class="${occasion.private ? 'private' : ''}">${used}<div class="message"><span class="face">A</span><div class="body">
    <div class="head"><b>Attaché</b><span class="app">APP</span><time>Today at 09:30</time></div>${content}${embeds}${rows.join('')}${only}
  </div></div></main>`;
}

type Embed = NonNullable<DiscordMessage['embeds']>[number];

function embedHtml(embed: Embed): string {
  const colour = (embed.color ?? 0).toString(16).padStart(6, '0');
  const fields = (embed.fields ?? []).map(
    (field) => `<div class="field"><b>${escapeHtml(field.name)}</b>${block(field.value)}</div>`,
  );
  return `<section style="border-left-color:#${colour}">
    ${embed.author ? `<div class="author">${escapeHtml(embed.author.name)}</div>` : ''}
    ${embed.title ? `<div class="title">${block(embed.title)}</div>` : ''}
    ${embed.description ? `<div class="text">${block(embed.description)}</div>` : ''}
    ${fields.join('')}
    ${embed.footer ? `<footer>${escapeHtml(embed.footer.text)}</footer>` : ''}
  </section>`;
}

const CSS = `
  * { box-sizing: border-box }
  body { margin: 0; background: #313338; color: #dbdee1; font: 16px/1.375 "gg sans", "Noto Sans", "DejaVu Sans", sans-serif }
  main { padding: 16px } main.private { background: #3a3b50 }
  a { color: #00a8fc } b { color: #f2f3f5 }
  code { background: #1e1f22; border-radius: 4px; padding: 1px 4px; font-size: 85% }
  mark { background: #414675; color: #c9cdfb; border-radius: 3px }
  .used { font-size: 14px; color: #b5bac1; margin: 0 0 4px 56px; display: flex; gap: 5px; align-items: center }
  .message { display: flex; gap: 16px }
  .face { width: 40px; height: 40px; border-radius: 50%; background: #5865f2; color: #fff; display: grid; place-items: center; font-size: 18px; flex: none }
  .tiny { width: 16px; height: 16px; font-size: 10px; background: #c9742c }
  .body { min-width: 0; flex: 1 } .head { display: flex; gap: 6px; align-items: center }
  .app { background: #5865f2; color: #fff; font-size: 10px; border-radius: 3px; padding: 1px 5px } time { color: #949ba4; font-size: 12px }
  section { background: #2b2d31; border-left: 4px solid; border-radius: 4px; max-width: 520px; padding: 8px 16px 16px 12px; margin-top: 4px; font-size: 14px; line-height: 18px }
  .author { color: #f2f3f5; font-weight: 600; margin-top: 8px } .title { color: #f2f3f5; font-weight: 700; font-size: 16px; margin-top: 8px } .text { margin-top: 8px }
  .field { margin-top: 8px } .field > b { display: block; margin-bottom: 2px } footer { color: #dbdee1; font-size: 12px; margin-top: 8px }
  .gap { height: 9px } .small { color: #949ba4; font-size: 12px; line-height: 16px } .item { display: flex; gap: 8px } .item > span { flex: none; min-width: 14px; text-align: right }
  .row { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px }
  button { font: 500 14px/16px "gg sans", "Noto Sans", "DejaVu Sans", sans-serif; border: 0; border-radius: 8px; padding: 8px 14px; color: #fff; background: #4e5058 } .style1 { background: #5865f2 }
  .only { color: #949ba4; font-size: 12px; margin-top: 6px }
`;

async function main(): Promise<void> {
  const [file, out] = process.argv.slice(2);
  if (file === undefined || out === undefined) {
    console.error('Usage: node --import tsx test/loopback/preview/discord.ts message.json out.png');
    process.exitCode = 64;
    return;
  }
  const { question, person, private: isPrivate, ...message } = JSON.parse(await readFile(file, 'utf8'));
  await drawDiscord(message, { command: question, person, private: isPrivate }, out);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
