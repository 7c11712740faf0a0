import path from 'node:path';

const build = path.resolve(import.meta.dirname, '../../build');

/** Where the service of the browser tests listens; another one for each run at the same time. */
export const port = Number(process.env.BROWSER_TEST_PORT ?? 3170);
export const dataDir = path.join(build, `browser-test-data-${port}`);
/** What it says at its start, the links by which the first people come among it. */
export const printed = path.join(build, `browser-test-${port}.log`);
/** The session of a coordinator, which tests have unless they say otherwise. */
export const coordinatorState = path.join(build, `browser-test-${port}.json`);
/** The session of the council that was opened with a second proof; there once a test has set that up, as it is asked for from then on. */
export const councilState = path.join(build, `browser-test-${port}-council.json`);
/** By how many milliseconds the clock of the service is ahead; not there: it goes right. */
export const clockAhead = path.join(build, `browser-test-${port}-clock`);
