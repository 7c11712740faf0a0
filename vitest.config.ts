import { defineConfig } from 'vitest/config';

/** The database tests run once for each engine; `scripts/test.ts` chooses the projects that the machine can run. */
const server = {
  include: ['server/test/**/*.test.ts'],
  // Against a test that never ends; how fast anything is, is measured in bench/.
  testTimeout: 300_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    // Files of tests leave nothing behind for each other: reading all modules anew for each took a fifth of the time.
    isolate: false,
    projects: [
      { test: { name: 'core', include: ['core/src/**/*.test.ts'], testTimeout: 180_000 } },
      { test: { name: 'web', include: ['web/src/**/*.test.{ts,tsx}'] } },
      {
        test: {
          ...server,
          name: 'server-embedded',
          env: { TEST_ENGINE: 'embedded' },
          exclude: ['server/test/both-engines/**', 'server/test/server-only/**'],
        },
      },
      {
        test: {
          ...server,
          name: 'server-postgis',
          env: { TEST_ENGINE: 'server' },
          exclude: ['server/test/embedded-only/**', 'server/test/area-folder/**'],
        },
      },
    ],
  },
});
