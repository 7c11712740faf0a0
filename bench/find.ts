/**
 * The page for phones on a slow network: how long until a name can be typed, and from the last letter to the answer, in
 * Chromium with its processor slowed 4 × and the network of Lighthouse's "slow 3G" (400 kbit/s, 400 ms there and back).
 * Run: npm run bench:find
 */
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from '../scripts/test/find-chromium.ts';
import { readAreaFolder } from '../server/src/area-folder/read-area-folder.ts';
import { startService } from './editor/service.ts';
import { median } from './median.ts';

const VISITS = 5;
const SLOWER = 4;
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const TYPED = 'غميقه';

const read = await readAreaFolder(path.resolve(import.meta.dirname, '../geo-data/al-lith'));
if (!read.ok) throw new Error('The shipped area has faults');
const service = await startService([read.folder]);
const executablePath = findChromium();
if (executablePath === null) throw new Error('There is no Chromium');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const visits: Visit[] = [];
  for (let i = 0; i < VISITS; i++) visits.push(await visit());
  const of = (name: keyof Visit) => median(visits.map((one) => one[name]));
  console.log('| what | measured | wanted |');
  console.log('| --- | --- | --- |');
  console.log(`| first visit, until a name can be typed | ${of('usableMs')} ms | 3,000 ms |`);
  console.log(`| from the last letter to the villages found | ${of('foundMs')} ms | |`);
  console.log(`| from choosing one to its association | ${of('answeredMs')} ms | 1,000 ms |`);
  console.log(`| sent to the page until then | ${of('kilobytes')} kB | 200 kB |`);
} finally {
  await browser.close();
  await service.close();
}

interface Visit {
  readonly usableMs: number;
  readonly foundMs: number;
  readonly answeredMs: number;
  readonly kilobytes: number;
}

/** A first visit, with nothing kept. */
async function visit(): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', SLOW_3G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const usableMs = await timed(async () => {
    await page.goto(`${service.address}/find`, { waitUntil: 'commit' });
    await page.getByRole('combobox').click();
  });
  await page.keyboard.type(TYPED, { delay: 150 });
  const foundMs = await timed(() => page.getByRole('option').first().waitFor());
  const answeredMs = await timed(async () => {
    await page.getByRole('option').first().click();
    await page.locator('.find-verdict').waitFor();
  });
  await context.close();
  return { usableMs, foundMs, answeredMs, kilobytes: Math.round(bytes / 1000) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round(performance.now() - begun);
}
