import { pathToFileURL } from 'node:url';
import { defineConfig } from '@playwright/test';
import { clockAhead, coordinatorState, dataDir, port, printed } from './web/test/browser-service.ts';

const movableClock = pathToFileURL(`${import.meta.dirname}/web/test/movable-clock.ts`);

export default defineConfig({
  testDir: 'web/test',
  globalSetup: './web/test/global-setup.ts',
  outputDir: 'test-results/browser',
  timeout: 180_000,
  expect: { timeout: 60_000 },
  // One map at a time: without a graphics card each one takes a whole processor.
  workers: 1,
  forbidOnly: process.env.CI === 'true',
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    // Without a graphics card each frame of a flight takes a processor for a tenth of a second.
    contextOptions: { reducedMotion: 'reduce' },
    storageState: coordinatorState,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        // Mesa, which Chromium's package brings along, draws maps with half of the work of Chromium's own renderer.
        '--use-gl=angle',
        '--use-angle=gl-egl',
        '--ignore-gpu-blocklist',
        '--disable-gpu-compositing',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // Begins with nothing: cleared here, because other programs read this file too. What it prints has the links by which
    // the first people come.
    command: `rm -rf "${dataDir}" "${clockAhead}" && exec "${process.execPath}" scripts/start.ts > "${printed}"`,
    url: `http://127.0.0.1:${port}/health/ready`,
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      LANG: 'en',
      NODE_OPTIONS: `--import=${movableClock}`,
      CLOCK_AHEAD_FILE: clockAhead,
    },
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
