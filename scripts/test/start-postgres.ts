import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TestServer {
  readonly url: string;
  readonly stop: () => void;
}

/** PostgreSQL refuses to run as root; Debian's package makes this user for it. */
const UNPRIVILEGED = 'postgres';

/**
 * Starts a PostgreSQL cluster of its own in a temporary folder, on a free port of this machine, with a random password.
 * `bin` holds its programs.
 */
export async function startPostgres(bin: string): Promise<TestServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nitaq-postgres-'));
  const user = unprivileged();
  chmodSync(folder, 0o700);
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const as = user === null ? {} : user;

  const password = randomBytes(16).toString('hex');
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, password);
  if (user !== null) chownSync(passwordFile, user.uid, user.gid);
  const data = path.join(folder, 'data');
  execFileSync(
    path.join(bin, 'initdb'),
    [
      '--pgdata',
      data,
      '--username',
      'nitaq',
      '--auth',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '--locale',
      'C.UTF-8',
      '--encoding',
      'UTF8',
      '--no-sync',
    ],
    { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );

  const port = await freePort();
  const log = path.join(folder, 'log');
  const control = (...args: string[]) =>
    execFileSync(path.join(bin, 'pg_ctl'), ['--pgdata', data, '--wait', ...args], {
      ...as,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const options = `-h 127.0.0.1 -p ${port} -k ${folder} -c fsync=off -c max_connections=50`;
  control('--log', log, '--options', options, 'start');
  return {
    url: `postgresql://nitaq:${password}@127.0.0.1:${port}/postgres`,
    stop() {
      control('--mode', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, UNPRIVILEGED], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
