import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  freePort,
  type RunningService,
  runService,
  runUntilItEnds,
  temporaryFolder,
} from '../support/run-service.ts';

const folder = temporaryFolder();
let service: RunningService;

beforeAll(async () => {
  service = await runService({ DATA_DIR: folder });
});
afterAll(async () => {
  await service.end('SIGTERM');
  rmSync(folder, { recursive: true });
});

/** One clear line, no stack, and an exit code that says so. */
function expectOneLine(
  { exitCode, stderr }: Awaited<ReturnType<typeof runUntilItEnds>>,
  about: RegExp,
): void {
  expect(stderr.trim().split('\n'), stderr).toHaveLength(1);
  expect(stderr).toMatch(about);
  expect(exitCode).toBe(1);
}

test('a service that started answers and has the shipped area', async () => {
  expect((await fetch(`${service.address}/health/ready`)).status).toBe(200);
  const areas = await (await fetch(`${service.address}/api/v1/areas`)).json();
  expect(areas).toMatchObject({ items: [{ villages: { located: 28, unlocated: 5 } }] });
});

describe('what the person who starts it can mend is said in one line', () => {
  test('a data folder in use, which goes on working', async () => {
    expectOneLine(
      await runUntilItEnds({ DATA_DIR: folder, PORT: '0' }),
      /in use by another process.*DATA_DIR/,
    );
    expect((await fetch(`${service.address}/health/ready`)).status).toBe(200);
  });

  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const own = temporaryFolder();
    expectOneLine(await runUntilItEnds({ DATA_DIR: own, PORT: port }), /Port \d+ is in use.*PORT=/);
    other.close();
    rmSync(own, { recursive: true });
  });

  test('a database that cannot be reached, without its password', async () => {
    const nobody = await freePort();
    const ended = await runUntilItEnds({
      DATABASE_URL: `postgresql://nitaq:secret@127.0.0.1:${nobody}/nitaq`,
    });
    expectOneLine(ended, /cannot be reached/);
    expect(ended.stderr).not.toContain('secret');
  });

  test.each([
    ['an address that is none', { DATABASE_URL: 'mysql://localhost/nitaq' }, /DATABASE_URL/],
    ['a port that is no number', { PORT: 'http' }, /PORT/],
    ['a level of the log that is none', { LOG_LEVEL: 'foo' }, /LOG_LEVEL is “foo”.*warn/],
    ['proxies that are neither many nor addresses', { TRUST_PROXY: 'yes' }, /TRUST_PROXY is “yes”/],
    ['a public address without a scheme', { PUBLIC_URL: 'nitaq.example.org' }, /PUBLIC_URL/],
  ])('%s', async (_what, env, about) => {
    expectOneLine(await runUntilItEnds(env), about);
  });

  test('a data folder that cannot be written', async () => {
    const own = temporaryFolder();
    const file = path.join(own, 'file');
    writeFileSync(file, '');
    expectOneLine(await runUntilItEnds({ DATA_DIR: path.join(file, 'data') }), /cannot be written.*DATA_DIR/);
    rmSync(own, { recursive: true });
  });

  test('in Arabic where the terminal speaks Arabic', async () => {
    const { stderr } = await runUntilItEnds({ PORT: 'http', LANG: 'ar_SA.UTF-8' });
    expect(stderr).toMatch(/المطلوب عدد/);
  });
});
