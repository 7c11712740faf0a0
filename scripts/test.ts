/**
 * `npm test`: runs every test that this machine can run and says what it left out and how to get it.
 * With CI=true leaving anything out is a failure.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';
import path from 'node:path';
import { findChromium } from './test/find-chromium.ts';
import { findPostgres } from './test/find-postgres.ts';
import { readPlaywrightReport, readVitestReport, type Tally } from './test/read-report.ts';
import { startPostgres } from './test/start-postgres.ts';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
mkdirSync(results, { recursive: true });

const tally: Tally = { passed: 0, failed: 0, skipped: 0, faults: [] };
const leftOut: string[] = [];
/** As `nice` counts: the browser tests take longest, and all else shares what they leave. */
const BEHIND_THE_BROWSER = 10;
/** Each part of the browser tests has a service of its own: while one waits for it, the other draws its map. */
const BROWSER_PORTS = [3170, 3171];

await import('./prepare.ts');
const inBrowser = runInBrowser();
countStep('scripts/check.ts', await run('scripts/check.ts'));
await runVitest(['core', 'web', 'server-embedded'], { TEST_TEMPLATE: await makeTemplate() });
await runOnPostgres();
await inBrowser;

for (const reason of leftOut) console.log(`left out: ${reason}`);
if (leftOut.length > 0 && process.env.CI === 'true') {
  console.error('With CI=true nothing may be left out.');
  tally.failed += leftOut.length;
}
// Last, because what runs at the same time writes in between, and a long log is often cut.
for (const fault of tally.faults) console.error(`failed: ${fault}`);
const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
if (tally.failed > 0) process.exitCode = 1;

interface RunOptions {
  args?: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Where it writes instead of the terminal. */
  output?: string;
  /** How readily it lets others go before it, as `nice` counts. */
  niceness?: number;
}

function run(
  script: string,
  { args = [], env = {}, output, niceness = BEHIND_THE_BROWSER }: RunOptions = {},
): Promise<boolean> {
  const written = output === undefined ? 'inherit' : openSync(output, 'w');
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', written, written],
    env: { ...process.env, ...env },
  });
  if (child.pid !== undefined && niceness > 0) {
    setPriority(child.pid, Math.min(constants.priority.PRIORITY_LOW, getPriority() + niceness));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      if (typeof written === 'number') closeSync(written);
      resolve(status === 0);
    });
  });
}

function countStep(name: string, succeeded: boolean): void {
  if (succeeded) tally.passed++;
  else countFailure(name);
}

function countFailure(fault: string): void {
  tally.failed++;
  tally.faults.push(fault);
}

/** A run that left no report, or that ended badly without a failed test, counts as one failure. */
function count(name: string, ok: boolean, found: Tally | null): void {
  if (found !== null) {
    tally.passed += found.passed;
    tally.failed += found.failed;
    tally.skipped += found.skipped;
    tally.faults.push(...found.faults);
    if (process.env.CI === 'true') tally.failed += found.skipped;
  }
  if (found === null) countFailure(`${name} left no report`);
  else if (!ok && found.failed === 0) countFailure(`${name} ended badly, though no test failed`);
}

async function runVitest(projects: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const report = freshReport(`vitest-${projects.join('-')}.json`);
  const args = ['run', ...projects.flatMap((project) => ['--project', project])];
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
  const ok = await run('node_modules/vitest/vitest.mjs', { args: [...args, ...reporters], env });
  count(projects.join(', '), ok, readVitestReport(report));
}

async function runOnPostgres(): Promise<void> {
  const { TEST_DATABASE_URL: url } = process.env;
  if (url !== undefined) {
    await runVitest(['server-postgis'], { TEST_DATABASE_URL: url });
    return;
  }
  const bin = findPostgres();
  if (bin === null) {
    leftOut.push(
      'the database tests on a PostGIS server. Install one (Debian: apt-get install postgresql postgresql-15-postgis-3) or set TEST_DATABASE_URL',
    );
    return;
  }
  const server = await startPostgres(bin);
  try {
    const template = await makeTemplate(server.url);
    await runVitest(['server-postgis'], { TEST_DATABASE_URL: server.url, TEST_TEMPLATE: template });
  } finally {
    server.stop();
  }
}

/** What the tests of an engine copy: a file for the embedded one, a database on a server of our own. */
async function makeTemplate(server?: string): Promise<string> {
  const template = server === undefined ? path.join(root, 'build/test-area.tar') : 'nitaq_test_area';
  const args = server === undefined ? [template] : [template, server];
  if (!(await run('server/test/support/make-template.ts', { args })))
    throw new Error('No template for the tests');
  return template;
}

async function runInBrowser(): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) {
    leftOut.push(
      'the browser tests. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH',
    );
    return;
  }
  await Promise.all(
    BROWSER_PORTS.map((port, part) =>
      runPartInBrowser(chromium, port, `${part + 1}/${BROWSER_PORTS.length}`),
    ),
  );
}

async function runPartInBrowser(chromium: string, port: number, part: string): Promise<void> {
  const name = `browser-${port}`;
  const report = freshReport(`${name}.json`);
  const output = path.join(results, `${name}.log`);
  const ok = await run('node_modules/@playwright/test/cli.js', {
    args: ['test', '--shard', part, '--output', path.join(results, name), '--reporter=list,json'],
    env: {
      CHROMIUM_PATH: chromium,
      BROWSER_TEST_PORT: String(port),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
    output,
    niceness: 0,
  });
  console.log(readFileSync(output, 'utf8'));
  count(name, ok, readPlaywrightReport(report));
}

function freshReport(name: string): string {
  const report = path.join(results, name);
  rmSync(report, { force: true });
  return report;
}
