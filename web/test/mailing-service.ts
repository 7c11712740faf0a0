import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, request } from '@playwright/test';
import { port } from './browser-service.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ownPort = port + 1000;
const dataDir = path.join(root, 'build', `browser-test-data-${ownPort}`);

export const mailingOrigin = `http://127.0.0.1:${ownPort}`;
/** What it says at its start, the links by which the first people come among it. */
export const mailingPrinted = path.join(root, 'build', `browser-test-${ownPort}.log`);

/** A second service, with e-mail: none goes out before the day on which a report is due. */
export async function startMailingService(): Promise<ChildProcess> {
  rmSync(dataDir, { recursive: true, force: true });
  const env = { PORT: String(ownPort), HOST: '127.0.0.1', DATA_DIR: dataDir, DATABASE_URL: '', LANG: 'en' };
  const service = spawn(process.execPath, ['server/src/main.ts'], {
    cwd: root,
    env: { ...process.env, ...env, SMTP_URL: 'smtp://127.0.0.1:9' },
    stdio: ['ignore', openSync(mailingPrinted, 'w'), 'inherit'],
  });
  const asking = await request.newContext();
  await expect(async () => {
    expect((await asking.get(`${mailingOrigin}/health/ready`)).ok()).toBe(true);
  }).toPass({ timeout: 120_000 });
  await asking.dispose();
  return service;
}

export async function stopMailingService(service: ChildProcess): Promise<void> {
  service.kill();
  await once(service, 'exit');
  rmSync(dataDir, { recursive: true, force: true });
}
