/**
 * `node scripts/screenshots.ts http://127.0.0.1:3000`: takes the README's pictures of a running service,
 * one in each language, into docs/images.
 */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './test/find-chromium.ts';

const MOST_BYTES = 400_000;
const SOFTWARE_RENDERING = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
];

const [address] = process.argv.slice(2);
const executablePath = findChromium();
if (address === undefined || !URL.canParse(address)) {
  fail('Give the address of a running service, for example http://127.0.0.1:3000');
}
if (executablePath === null) fail('There is no Chromium: install it or set CHROMIUM_PATH');

const folder = path.resolve(import.meta.dirname, '../docs/images');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: SOFTWARE_RENDERING });
for (const language of ['ar', 'en']) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  await page.goto(new URL(`/?lang=${language}`, address).href);
  await page.locator('.map-host[data-still="true"]').waitFor();
  const file = path.join(folder, `nitaq-${language}.png`);
  await page.screenshot({ path: file });
  await page.close();
  const bytes = statSync(file).size;
  console.log(`${path.relative(process.cwd(), file)}: ${Math.round(bytes / 1000)} kB`);
  if (bytes > MOST_BYTES) fail(`${file} is larger than ${MOST_BYTES / 1000} kB`);
}
await browser.close();

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}
