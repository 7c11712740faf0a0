/**
 * `npm test`: runs every test that this machine can run and says what it left out and how to get it.
 * With CI=true leaving anything out is a failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './test/find-chromium.ts';
import { findPostgres } from './test/find-postgres.ts';
import { startPostgres } from './test/start-postgres.ts';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
mkdirSync(results, { recursive: true });

const tally = { passed: 0, failed: 0, skipped: 0 };
const leftOut: string[] = [];

await import('./prepare.ts');
countStep(run('scripts/check.ts'));
runVitest(['core', 'web', 'server-embedded'], {});
await runOnPostgres();
runInBrowser();

for (const reason of leftOut) console.log(`left out: ${reason}`);
if (leftOut.length > 0 && process.env.CI === 'true') {
  console.error('With CI=true nothing may be left out.');
  tally.failed += leftOut.length;
}
const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
if (tally.failed > 0) process.exitCode = 1;

function run(script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function countStep(succeeded: boolean): void {
  if (succeeded) tally.passed++;
  else tally.failed++;
}

/** A run that ends badly without a failed test, such as an error outside of any test, counts as one failure. */
function count(ok: boolean, counts: { passed: number; failed: number; skipped: number }): void {
  tally.passed += counts.passed;
  tally.failed += ok || counts.failed > 0 ? counts.failed : 1;
  tally.skipped += counts.skipped;
  if (process.env.CI === 'true') tally.failed += counts.skipped;
}

function runVitest(projects: readonly string[], env: NodeJS.ProcessEnv): void {
  const report = path.join(results, `vitest-${projects.join('-')}.json`);
  const args = ['run', ...projects.flatMap((project) => ['--project', project])];
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
  rmSync(report, { force: true });
  const ok = run('node_modules/vitest/vitest.mjs', [...args, ...reporters], env);
  if (!existsSync(report)) return countStep(false);
  const { numPassedTests, numFailedTests, numPendingTests } = readReport<{
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  }>(report);
  count(ok, { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests });
}

async function runOnPostgres(): Promise<void> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) return runVitest(['server-postgis'], {});
  const bin = findPostgres();
  if (bin === null) {
    leftOut.push(
      'the database tests on a PostGIS server. Install one (Debian: apt-get install postgresql postgresql-15-postgis-3) or set TEST_DATABASE_URL',
    );
    return;
  }
  const server = await startPostgres(bin);
  try {
    runVitest(['server-postgis'], { TEST_DATABASE_URL: server.url });
  } finally {
    server.stop();
  }
}

function runInBrowser(): void {
  const chromium = findChromium();
  if (chromium === null) {
    leftOut.push(
      'the browser tests. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH',
    );
    return;
  }
  const report = path.join(results, 'playwright.json');
  rmSync(report, { force: true });
  const ok = run('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  if (!existsSync(report)) return countStep(false);
  const { stats } = readReport<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  }>(report);
  count(ok, { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped });
}

function readReport<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8'));
}
