/** Builds the web application, with its analysis and without, and serves either. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = path.resolve(import.meta.dirname, '../..');
const VITE = path.join(root, 'node_modules/vite/bin/vite.js');

export type Analysis = 'on' | 'off';

export interface WebServer {
  readonly address: string;
  stop(): void;
}

/** Into a folder named by it. */
export function buildWeb(analysis: Analysis, folder: string): string {
  const outDir = path.join(folder, analysis);
  const config = analysis === 'on' ? 'web/vite.config.ts' : 'bench/editor/without-analysis.config.js';
  vite('build', 'web', '--config', config, '--outDir', outDir, '--logLevel', 'error');
  return outDir;
}

export async function serveWeb(
  outDir: string,
  { port, service }: { port: number; service: string },
): Promise<WebServer> {
  const args = [
    'preview',
    'web',
    '--outDir',
    outDir,
    '--host',
    '127.0.0.1',
    '--port',
    `${port}`,
    '--strictPort',
  ];
  const child = spawn(process.execPath, [VITE, ...args], {
    cwd: root,
    env: { ...process.env, NITAQ_API: service },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  await untilAnswering(child, address);
  return { address, stop: () => child.kill() };
}

function vite(...args: string[]): void {
  execFileSync(process.execPath, [VITE, ...args], { cwd: root, stdio: 'inherit' });
}

async function untilAnswering(child: ChildProcess, address: string): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok === true) return;
    await pause(50);
  }
  throw new Error(`The web server ended with exit code ${child.exitCode}`);
}
