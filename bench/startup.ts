/**
 * From the command to `/health/ready`, on the embedded engine: the first start, which prepares the data folder and
 * imports the shipped area, and later starts; beside a bare PGlite and Fastify in the same run.
 * Run: npm run bench -- startup
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from './median.ts';

const ROUNDS = 5;
const PORT = '3199';
const root = path.resolve(import.meta.dirname, '..');

const seconds = { ours: { first: [], later: [] }, bare: { first: [], later: [] } } as Record<
  'ours' | 'bare',
  Record<'first' | 'later', number[]>
>;
for (let round = 0; round < ROUNDS; round++) {
  for (const [who, script] of [
    ['ours', 'scripts/start.ts'],
    ['bare', 'bench/bare-start.ts'],
  ] as const) {
    const folder = mkdtempSync(path.join(tmpdir(), 'nitaq-bench-'));
    for (const start of ['first', 'later'] as const)
      seconds[who][start].push(await timeStart(script, folder));
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const start of ['first', 'later'] as const) {
  const [ours, bare] = [median(seconds.ours[start]), median(seconds.bare[start])];
  console.log(
    `${start} start to ready: ${ours.toFixed(1)} s; bare PGlite and Fastify ${bare.toFixed(1)} s; ratio ${(ours / bare).toFixed(2)}`,
  );
}

async function timeStart(script: string, folder: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...process.env, PORT, DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilReady(child);
  const taken = (performance.now() - begun) / 1000;
  child.kill('SIGTERM');
  await once(child, 'exit');
  return taken;
}

async function untilReady(child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/health/ready`).catch(() => null);
    if (answer?.ok === true) return;
    await pause(20);
  }
  throw new Error(`The service ended with exit code ${child.exitCode}`);
}
