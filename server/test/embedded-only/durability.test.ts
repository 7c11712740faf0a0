import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plan } from '@nitaq/core';
import { Kysely, sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { EmbeddedDialect } from '../../src/database/embedded/embedded-dialect.ts';
import { EmbeddedEngine } from '../../src/database/embedded/embedded-engine.ts';
import { openEmbedded, PREPARED_DATABASE } from '../../src/database/open-database.ts';
import type { Tables } from '../../src/database/schema.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { signedIn } from '../support/people.ts';
import { runService, temporaryFolder } from '../support/run-service.ts';

const KILLS = 2;
const folders: string[] = [];

function folder(): string {
  const made = temporaryFolder();
  folders.push(made);
  return made;
}

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

test('no acknowledged write is lost when the service is killed while it writes', async () => {
  const dataDir = folder();
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    const service = await runService({ DATA_DIR: dataDir });
    const plans = `${service.address}/api/v1/areas/al-lith/plans`;
    const writing = (async () => {
      for (let i = 0; ; i++) {
        const response = await fetch(plans, {
          method: 'POST',
          headers: { ...signedIn, 'content-type': 'application/json' },
          body: JSON.stringify({ title: `${round}-${i}`, from: 'draft-whole' }),
        });
        acknowledged.push(((await response.json()) as Plan).id);
        if (i === 5 + round * 7) void service.end('SIGKILL');
      }
    })();
    await expect(writing).rejects.toThrow();
  }
  const service = await runService({ DATA_DIR: dataDir });
  for (const id of acknowledged) {
    const response = await fetch(`${service.address}/api/v1/areas/al-lith/plans/${id}/territories`, {
      headers: signedIn,
    });
    expect(await response.json()).toMatchObject({ features: [{}, {}, {}, {}] });
  }
  await service.end('SIGTERM');
  expect(acknowledged.length).toBeGreaterThan(10);
});

test('a service that started knows how large its tables are, by which queries are planned', async () => {
  const dataDir = folder();
  const service = await runService({ DATA_DIR: dataDir });
  await service.end('SIGTERM');
  const { db, close } = await openEmbedded(dataDir);
  const { rows } = await sql<{ names: number }>`
    select reltuples as names from pg_class where relname = 'village_name'`.execute(db);
  await close();
  expect(rows[0]?.names).toBeGreaterThan(0);
});

test('a first start that was interrupted begins again', async () => {
  const dataDir = folder();
  mkdirSync(path.join(dataDir, 'postgres'));
  writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '18');
  const { db, close } = await openEmbedded(dataDir);
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await close();
  expect(existsSync(path.join(dataDir, 'nitaq.pid'))).toBe(false);
});

test('a geometry function that fails inside the engine is an error, and its transaction leaves nothing', async () => {
  const { db, close } = await openEmbedded(null);
  await sql`create table note (id int)`.execute(db);
  const bowTie = sql`ST_GeomFromText('POLYGON((0 0,2 2,2 0,0 2,0 0))')`;
  const failing = inTransaction(db, async (trx) => {
    await sql`insert into note values (1)`.execute(trx);
    await sql`select ST_Intersection(${bowTie}, ${bowTie})`.execute(trx);
    await sql`select ST_Union(${bowTie}, ST_GeomFromText('POLYGON((0 0,1 1,1 0.5,0 1,0 0))'))`.execute(trx);
  });
  await expect(failing).rejects.toThrow(/geometry function failed/);
  expect((await sql`select * from note`.execute(db)).rows).toEqual([]);
  await close();
});

test('a statement past the deadline is stopped; its transaction is lost whole and the next statement works', async () => {
  const start = { dataDir: path.join(folder(), 'postgres'), preparedDatabase: PREPARED_DATABASE };
  const engine = new EmbeddedEngine(start, 5_000);
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(engine) });
  await sql`create table note (id int)`.execute(db);
  await sql`insert into note values (1)`.execute(db);

  const stuck = inTransaction(db, async (trx) => {
    await sql`insert into note values (2)`.execute(trx);
    await sql`select count(*) from generate_series(1, 1000000000000)`.execute(trx).catch(() => {});
    await sql`insert into note values (3)`.execute(trx);
  });
  await expect(stuck).rejects.toMatchObject({ code: '08006' });
  expect((await sql`select id from note`.execute(db)).rows).toEqual([{ id: 1 }]);
  await db.destroy();
});
