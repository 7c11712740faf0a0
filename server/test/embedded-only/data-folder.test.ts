import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { lockDataFolder } from '../../src/database/embedded/data-folder-lock.ts';
import { signedIn } from '../support/people.ts';
import { killAt, runService, temporaryFolder } from '../support/run-service.ts';

const LOCK = path.resolve(import.meta.dirname, '../../src/database/embedded/data-folder-lock.ts');
const folders: string[] = [];
let folder = '';
let lock = '';

beforeEach(() => {
  folder = temporaryFolder();
  lock = path.join(folder, 'nitaq.pid');
  folders.push(folder);
});
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

/** Enough for a race that one in twenty loses to be lost. */
const ROUNDS = 100;
const CONTENDERS = 4;

/** A process that in each round waits for a file, takes the folder, and says whether it got it, until it is ended. */
const CONTENDER = `
  import { existsSync } from 'node:fs';
  const { lockDataFolder } = await import(${JSON.stringify(LOCK)});
  const folder = process.argv[1];
  console.log('waiting');
  process.stdin.on('data', (round) => {
    while (!existsSync(folder + '/go' + String(round).trim()));
    try { lockDataFolder(folder); console.log('mine'); } catch (error) { console.log(error.constructor.name); }
  });`;

function contend(): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '--eval', CONTENDER, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

async function nextLine({ stdout }: ChildProcess): Promise<string> {
  const [line] = stdout === null ? [''] : await once(stdout, 'data');
  return String(line).trim();
}

describe('of several processes that want one data folder at the same instant exactly one gets it', () => {
  test.for([
    ['when it is new', null],
    ['when the one who had it was killed', '999999999 1'],
    ['when the one who had it was killed before it wrote its name', ''],
  ] as const)('%s', async ([, left]) => {
    const contenders = Array.from({ length: CONTENDERS }, contend);
    await Promise.all(contenders.map(nextLine));
    const got: string[][] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rmSync(lock, { force: true });
      if (left !== null) writeFileSync(lock, left);
      const answers = contenders.map(nextLine);
      for (const { stdin } of contenders) stdin?.write(`${round}\n`);
      writeFileSync(path.join(folder, `go${round}`), '');
      got.push((await Promise.all(answers)).toSorted());
    }
    expect(got).toEqual(got.map(() => ['StartupError', 'StartupError', 'StartupError', 'mine']));
    expect(readdirSync(folder).filter((file) => !file.startsWith('go'))).toEqual(['nitaq.pid']);
    const gone = contenders.map((process) => once(process, 'exit'));
    for (const process of contenders) process.kill('SIGKILL');
    await Promise.all(gone);
  });

  test('when several were killed, each while it took over from the one before', () => {
    const after = (holder: string) =>
      `${lock}.after-${createHash('sha256').update(holder).digest('hex').slice(0, 16)}`;
    writeFileSync(lock, '999999999 1');
    writeFileSync(after('999999999 1'), '999999998 1');
    writeFileSync(after('999999998 1'), '999999997 1');
    const release = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(/in use by another process \(\d+\)/);
    expect(readdirSync(folder)).toEqual(['nitaq.pid']);
    release();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the lock of a data folder', () => {
  test('keeps it from being taken twice, and is gone when it is released', () => {
    const release = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(/in use by another process \(\d+\)/);
    release();
    expect(readdirSync(folder)).toEqual([]);
    lockDataFolder(folder)();
  });

  test.for([
    ['of a process that ended', '999999999 1'],
    ['of a process that ended and whose number another one has now', `${process.pid} 1`],
    ['that says nothing', ''],
    ['that says nonsense', 'who knows'],
  ] as const)('%s is taken over', ([, left]) => {
    writeFileSync(lock, left);
    const release = lockDataFolder(folder);
    expect(readFileSync(lock, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    release();
  });
});

test('a first start that is killed at any moment leaves nothing that the next one stumbles over', async () => {
  const moments: ((said: string) => boolean)[] = [
    (said) => said.includes('Preparing'),
    () => existsSync(path.join(folder, 'postgres', 'base')),
    () => existsSync(path.join(folder, 'postgres-complete')),
    (said) => said.includes('Importing'),
  ];
  for (const moment of moments) await killAt(moment, { DATA_DIR: folder });
  const service = await runService({ DATA_DIR: folder });
  const report = await fetch(`${service.address}/api/v1/areas/al-lith/plans/draft-whole/coverage`, {
    headers: signedIn,
  });
  expect(await report.json()).toMatchObject({ totals: { gapKm2: 0, overlapKm2: 0 } });
  await service.end('SIGTERM');
});

test('a service that is told to stop ends well, and gives its data folder back', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const service = await runService({ DATA_DIR: folder });
    expect(existsSync(lock)).toBe(true);
    await service.end(signal);
    expect(service.process.exitCode).toBe(0);
    expect(existsSync(lock)).toBe(false);
  }
});
