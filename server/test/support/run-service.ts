import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { joinByPrintedLink, PEOPLE } from './people.ts';

const MAIN = path.resolve(import.meta.dirname, '../../src/main.ts');
const COMMANDS = path.resolve(import.meta.dirname, '../../src/cli.ts');

export interface RunningService {
  readonly address: string;
  readonly process: ChildProcess;
  /** Ends the process with a signal and resolves when it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

export interface EndedService {
  readonly exitCode: number | null;
  readonly stdout: string;
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

/** Starts the service as a process of its own, and resolves when it is ready and, at its first start, a coordinator has come. */
export async function runService(env: Record<string, string>): Promise<RunningService> {
  const port = await freePort();
  const child = start({ PORT: String(port), ...env });
  const printed = await saidBy(child, 'Nitaq is ready');
  const address = `http://127.0.0.1:${port}`;
  await joinByPrintedLink(address, printed);
  return {
    address,
    process: child,
    async end(signal) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

/** Resolves to what a process has said, once it has said certain words; its output is read on. Errors: when it ends without. */
function saidBy(child: ChildProcess, words: string): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        said += String(chunk);
        if (said.includes(words)) resolve(said);
      });
    }
    child.once('close', () => reject(new Error(`The process ended before it said “${words}”:\n${said}`)));
  });
}

/** Starts a service that is meant to give up, and resolves when it has. */
export function runUntilItEnds(env: Record<string, string>): Promise<EndedService> {
  return ended(start(env));
}

/** Runs a command of the command line to its end. */
export function runCommand(args: readonly string[], env: Record<string, string>): Promise<EndedService> {
  return ended(start(env, [COMMANDS, ...args]));
}

/** Starts the service and kills it as soon as the moment has come. */
export async function killAt(hasCome: (said: string) => boolean, env: Record<string, string>): Promise<void> {
  const child = start({ PORT: '0', ...env });
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += String(chunk);
  });
  const gone = once(child, 'close');
  while (!hasCome(said) && child.exitCode === null) await setImmediate();
  child.kill('SIGKILL');
  await gone;
}

async function ended(child: ChildProcess): Promise<EndedService> {
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.on('data', (chunk) => {
      said[stream] += String(chunk);
    });
  }
  const [exitCode] = await once(child, 'close');
  return { exitCode, ...said };
}

function start(env: Record<string, string>, args: readonly string[] = [MAIN]): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [...args], {
    env: { PATH, HOME, LANG: 'en', AUTH_SECRET: PEOPLE.signingSecret, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
