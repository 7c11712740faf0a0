/** Prepares the database that a first start copies: the engine's files with every migration applied. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Kysely, PGliteDialect } from 'kysely';
import { migrate } from '../migrate.ts';
import { PREPARED_DATABASE } from '../open-database.ts';
import type { Tables } from '../schema.ts';
import { openPGlite } from './open-pglite.ts';

const pglite = await openPGlite({ dataDir: null, preparedDatabase: null });
const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
await migrate(db);
const dump = await pglite.dumpDataDir('gzip');
await db.destroy();

mkdirSync(path.dirname(PREPARED_DATABASE), { recursive: true });
const unfinished = `${PREPARED_DATABASE}.unfinished`;
writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
renameSync(unfinished, PREPARED_DATABASE);
console.log(`Prepared the embedded database (${(dump.size / 2 ** 20).toFixed(1)} MB)`);
