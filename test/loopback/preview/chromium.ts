import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Draws a page of HTML into a PNG with a headless Chromium, which has to be installed. Nothing is fetched from outside. */

const run = promisify(execFile);
const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SCALE = 2;

/** Draws `body` with `css` at a width in CSS pixels, as high as its content; the PNG has two pixels for each. */
export async function draw(body: string, css: string, width: number, out: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'preview-'));
  try {
    const page = join(folder, 'page.html');
    // The page writes its own height into its title, which the first run reads before the second one draws.
    const measure = '<script>document.title = String(Math.ceil(document.body.getBoundingClientRect().height))</script>';
    await writeFile(page, `<!doctype html><meta charset="utf-8"><style>${css}</style><body>${body}</body>${measure}`);
    const url = pathToFileURL(page).href;
    const dom = await chromium(folder, ['--dump-dom', `--window-size=${width},400`, url]);
    const height = Number(/<title>(\d+)<\/title>/.exec(dom)?.[1] ?? 400);
    await chromium(folder, [`--screenshot=${out}`, `--window-size=${width},${height}`, url]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function chromium(folder: string, args: string[]): Promise<string> {
  const program = PLACES.find((place) => place !== undefined && existsSync(place));
  if (program === undefined) throw new Error('no Chromium found: install it, or name it in CHROMIUM');
  const always = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--disable-background-networking',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--force-device-scale-factor=${SCALE}`,
    `--user-data-dir=${join(folder, 'profile')}`,
  ];
  const { stdout } = await run(program, [...always, ...args], { timeout: 60_000, maxBuffer: 1 << 24 });
  return stdout;
}
