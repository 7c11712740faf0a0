import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbedded } from '../../src/database/open-database.ts';
import { runCommand, runService, temporaryFolder } from '../support/run-service.ts';

const SHIPPED = path.resolve(import.meta.dirname, '../../../geo-data/al-lith');
const dataDir = temporaryFolder();
const area = path.join(temporaryFolder(), 'al-lith');

beforeAll(() => cpSync(SHIPPED, area, { recursive: true }));
afterAll(() => {
  for (const folder of [dataDir, path.dirname(area)]) rmSync(folder, { recursive: true });
});

const importArea = (folder: string, env: Record<string, string> = {}) =>
  runCommand(['import-area', folder], { DATA_DIR: dataDir, ...env });

/** Replaces a text in a file of the area's folder, and returns what puts it back. */
function change(file: string, from: string, to: string): () => void {
  const full = path.join(area, file);
  const before = readFileSync(full, 'utf8');
  expect(before).toContain(from);
  writeFileSync(full, before.replaceAll(from, to));
  return () => writeFileSync(full, before);
}

describe('the command line', () => {
  test.for(['', 'export-area a', 'import-area a --force', 'import-area a b', 'verify-record a'])(
    'says how it is used when it is not understood: nitaq %s',
    async (line) => {
      const args = line.split(' ').filter((word) => word !== '');
      const { exitCode, stdout, stderr } = await runCommand(args, { DATA_DIR: dataDir });
      expect([exitCode, stderr]).toEqual([2, '']);
      expect(stdout).toContain('  npm run nitaq -- verify-record\n');
    },
  );

  test('imports an area, and again without harm', async () => {
    const first = await importArea(area);
    expect([first.exitCode, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('al-lith: villages added 33, changed 0, unchanged 0; new plans: 2');
    const again = await importArea(area);
    expect([again.exitCode, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toContain('al-lith: villages added 0, changed 0, unchanged 33; new plans: 0');
    expect(again.stdout).not.toContain('left');
  });

  test('says what it left alone: a plan that the folder changed and a village that it no longer has', async () => {
    const row = /^al-barid,.*\n/m.exec(readFileSync(path.join(area, 'villages.csv'), 'utf8'))?.[0] ?? '';
    const restore = [
      change('villages.csv', row, ''),
      change('plans/opening-claims.geojson', '"example":true', '"example":false'),
    ];
    const english = await importArea(area);
    const arabic = await importArea(area, { LANG: 'ar' });
    for (const back of restore) back();
    expect([english.exitCode, english.stderr]).toEqual([0, '']);
    expect(english.stdout).toMatch(/Plans that differ from the folder.*: opening-claims\n/);
    expect(english.stdout).toMatch(/Villages that are not in the folder were kept.*: al-barid\n/);
    expect(arabic.stdout).toMatch(/الاستيراد لا يغيّر خطة ولا يعيدها.*: opening-claims\n/);
  });

  test('imports nothing from a folder with faults, and tells each with its file, row and field', async () => {
    const restore = [
      change('villages.csv', 'Haffar', ''),
      change('villages.csv', '40.8371,20.0054', '20.0054,40.8371'),
      change('villages.csv', 'Al Barid', 'New name'),
    ];
    const { exitCode, stderr } = await importArea(area);
    for (const back of restore.toReversed()) back();
    expect(exitCode).toBe(1);
    const lines = stderr.trim().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/villages\.csv, row 20, name_en: /),
      expect.stringMatching(/villages\.csv, row 23, lon: .*swapped/),
      expect.stringMatching(/Nothing was imported from .*: 2/),
    ]);
  });

  test('imports nothing from a folder that is not there', async () => {
    const { exitCode, stderr } = await importArea(path.join(area, 'nowhere'));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/There is no folder.*\n.*Nothing was imported/);
  });

  test('imports nothing when another plan is in force already, and says so in one line', async () => {
    const restore = [
      change('plans/opening-claims.geojson', '"id":"opening-claims"', '"id":"other-claims"'),
      change('plans/draft-whole.geojson', '"base":"opening-claims"', '"base":"other-claims"'),
      change('villages.csv', 'Al Barid', 'New name'),
    ];
    const { exitCode, stderr } = await importArea(area);
    for (const back of restore) back();
    expect(exitCode).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/Nothing was imported.*another one in force/),
    ]);
    expect((await importArea(area)).stdout).toContain('changed 0, unchanged 33; new plans: 0');
  });

  test('verifies the record of every area, also of what earlier imports wrote', async () => {
    const { exitCode, stdout, stderr } = await runCommand(['verify-record'], { DATA_DIR: dataDir });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/al-lith: the record is whole; entries: [1-9]\d*, last hash [0-9a-f]{64}\n/);
    const empty = temporaryFolder();
    const nothing = await runCommand(['verify-record'], { DATA_DIR: empty, LANG: 'ar' });
    rmSync(empty, { recursive: true });
    expect(nothing.stdout).toContain('لا قيود في السجل بعد.');
  });

  test('names the entry at which a record is broken, and fails', async () => {
    const database = await openEmbedded(dataDir);
    await sql`alter table record_entry disable trigger all`.execute(database.db);
    await sql`update record_entry set act = 'draft-created' where number = 2`.execute(database.db);
    await sql`alter table record_entry enable trigger all`.execute(database.db);
    await database.close();
    const { exitCode, stderr } = await runCommand(['verify-record'], { DATA_DIR: dataDir });
    expect(exitCode).toBe(1);
    expect(stderr).toBe('al-lith: the record is broken at entry 2: its content does not match its hash\n');
  });

  test('leaves a running service alone', async () => {
    const service = await runService({ DATA_DIR: dataDir });
    const { exitCode, stderr } = await importArea(area);
    expect(exitCode).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/in use by another process/)]);
    expect((await fetch(`${service.address}/health/ready`)).status).toBe(200);
    await service.end('SIGTERM');
  });
});
