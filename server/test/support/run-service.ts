import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAIN = path.resolve(import.meta.dirname, '../../src/main.ts');

export interface RunningService {
  readonly address: string;
  readonly process: ChildProcess;
  /** Ends the process with a signal and resolves when it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

export interface EndedService {
  readonly exitCode: number | null;
  readonly stderr: string;
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'nitaq-test-'));
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

/** Starts the service as a process of its own, and resolves when it says that it is ready. */
export async function runService(env: Record<string, string>): Promise<RunningService> {
  const port = await freePort();
  const child = start({ PORT: String(port), ...env });
  const { stdout } = child;
  if (stdout === null) throw new Error('The service has no output');
  let said = '';
  for await (const chunk of stdout) {
    said += String(chunk);
    if (said.includes('Nitaq is ready')) break;
  }
  if (!said.includes('Nitaq is ready')) throw new Error(`The service did not start:\n${said}`);
  return {
    address: `http://127.0.0.1:${port}`,
    process: child,
    async end(signal) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

/** Starts a service that is meant to give up, and resolves when it has. */
export async function runUntilItEnds(env: Record<string, string>): Promise<EndedService> {
  const child = start(env);
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
  });
  child.stdout?.resume();
  const [exitCode] = await once(child, 'close');
  return { exitCode, stderr };
}

function start(env: Record<string, string>): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [MAIN], {
    env: { PATH, HOME, LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
