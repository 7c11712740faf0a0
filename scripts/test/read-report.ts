import { existsSync, readFileSync } from 'node:fs';

/** What a run of tests came to; `faults` says of each failed test which it was and how it failed. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  faults: string[];
}

/** What the JSON reporter of Vitest wrote to `file`; null if it wrote nothing. */
export function readVitestReport(file: string): Tally | null {
  const report = readJson<VitestReport>(file);
  return (
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests,
      faults: report.testResults.flatMap(({ name, message, assertionResults }) => {
        const failed = assertionResults.filter(({ status }) => status === 'failed');
        if (failed.length === 0) return message ? [fault(name, message)] : [];
        return failed.map(({ fullName, failureMessages }) =>
          fault(`${name}: ${fullName}`, failureMessages[0]),
        );
      }),
    }
  );
}

/** What the JSON reporter of Playwright wrote to `file`; null if it wrote nothing. */
export function readPlaywrightReport(file: string): Tally | null {
  const report = readJson<PlaywrightReport>(file);
  return (
    report && {
      passed: report.stats.expected + report.stats.flaky,
      failed: report.stats.unexpected,
      skipped: report.stats.skipped,
      faults: [
        ...report.errors.map(({ message }) => fault('browser', message)),
        ...report.suites
          .flatMap(specsOf)
          .filter(({ ok }) => !ok)
          .map(({ file: place, title, tests }) =>
            fault(
              `${place}: ${title}`,
              tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message,
            ),
          ),
      ],
    }
  );
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

interface PlaywrightReport {
  stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
}

interface PlaywrightSuite {
  specs: PlaywrightSpec[];
  suites?: PlaywrightSuite[];
}

interface PlaywrightSpec {
  file: string;
  title: string;
  ok: boolean;
  tests: { results: { error?: { message?: string } }[] }[];
}

function specsOf({ specs, suites = [] }: PlaywrightSuite): PlaywrightSpec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function readJson<T>(file: string): T | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

const LINES_OF_A_MESSAGE = 6;

function fault(test: string, message = ''): string {
  return [test, ...message.trim().split('\n').slice(0, LINES_OF_A_MESSAGE)].join('\n    ');
}
