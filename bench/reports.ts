/**
 * How long the coverage report of Al-Lith takes as PDF, beside the same report printed by a headless Chromium from its page;
 * a report of twenty thousand villages, and the memory it takes; and what is left of the rate of lookups while PDFs are made
 * one after the other. All over HTTP, as everybody may ask.
 * Run: npm run bench:reports
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from 'playwright-core';
import { createAnalyser } from '../server/src/analysis/analyser.ts';
import { buildApp } from '../server/src/app.ts';
import { migrate } from '../server/src/database/migrate.ts';
import { openEmbedded } from '../server/src/database/open-database.ts';
import { importArea } from '../server/src/services/import-area.ts';
import { PEOPLE } from '../server/test/support/people.ts';
import { load, portOf } from './load/load.ts';
import { alLith } from './lookup/areas.ts';
import { median } from './median.ts';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 32;
const REPORT = '/api/v1/areas/al-lith/reports/coverage?lang=ar&plan=opening-claims&format=';
const LOOKUPS = Array.from(
  { length: 500 },
  (_, at) =>
    `/api/v1/coverage?lon=${(39.9 + (at % 25) * 0.045).toFixed(4)}&lat=${(19.7 + at * 0.002).toFixed(4)}`,
);

const database = await openEmbedded(null);
await migrate(database.db);
await importArea(database.db, await alLith());
const analyser = createAnalyser();
const service = await buildApp({
  ...database,
  analyser,
  people: PEOPLE,
  logger: false,
  lookupsAMinute: 1e9,
  printsAMinute: 1e9,
});
await service.listen({ port: 0, host: '127.0.0.1' });
const port = portOf(service);
const origin = `http://127.0.0.1:${port}`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function typeset(): Promise<number> {
  const response = await fetch(`${origin}${REPORT}pdf`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.arrayBuffer()).byteLength;
}

async function printed(): Promise<number> {
  const page = await browser.newPage();
  await page.goto(`${origin}${REPORT}html`);
  const pdf = await page.pdf({ format: 'A4' });
  await page.close();
  return pdf.byteLength;
}

try {
  const [own, peers]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const [one, other] = [await elapsed(typeset), await elapsed(printed)];
    // The first round loads fonts and code.
    if (round === 0) console.log(`the first PDF: ${one.toFixed(0)} ms; Chromium's: ${other.toFixed(0)} ms`);
    else {
      own.push(one);
      peers.push(other);
    }
  }
  const [ours, theirs] = [median(own), median(peers)];
  console.log('| work | ms | Chromium prints it, ms | ratio |');
  console.log('| --- | --- | --- | --- |');
  console.log(
    `| Al-Lith as PDF | ${ours.toFixed(0)} | ${theirs.toFixed(0)} | ${(theirs / ours).toFixed(1)} |`,
  );

  const alone = await load({ port, paths: LOOKUPS, connections: CONNECTIONS, seconds: SECONDS });
  let isOver = false;
  let made = 0;
  const making = (async () => {
    while (!isOver) {
      await typeset();
      made += 1;
    }
  })();
  const beside = await load({ port, paths: LOOKUPS, connections: CONNECTIONS, seconds: SECONDS });
  isOver = true;
  await making;
  console.log(
    `lookups a second: ${alone.rate.toFixed(0)}; while PDFs are made (${made} in ${SECONDS} s): ${beside.rate.toFixed(0)}, ` +
      `${((100 * beside.rate) / alone.rate).toFixed(0)} %`,
  );
} finally {
  await browser.close();
  await service.close();
  await analyser.close();
  await database.close();
}

// Each in a process of its own, so that its memory is nobody else's; what is young is cleared as in the thread for reports.
for (const villages of [5_000, 20_000, 50_000]) {
  const file = new URL('./reports/many-villages.ts', import.meta.url).pathname;
  const many = spawn(process.execPath, ['--max-semi-space-size=2', file, String(villages)], {
    stdio: 'inherit',
  });
  await once(many, 'exit');
}
