/** Makes what whole runs of the tests copy for each file instead of migrating and importing anew: see `test-database.ts`. */
import { writeFileSync } from 'node:fs';
import { Kysely, PGliteDialect } from 'kysely';
import { openPGlite } from '../../src/database/embedded/open-pglite.ts';
import { migrate } from '../../src/database/migrate.ts';
import { openServer, PREPARED_DATABASE } from '../../src/database/open-database.ts';
import type { Tables } from '../../src/database/schema.ts';
import { importArea } from '../../src/services/import-area.ts';
import { createEmptyDatabase } from './test-database.ts';
import { shippedArea } from './test-service.ts';

const [template, url] = process.argv.slice(2);
if (template === undefined) throw new Error('Name the file, or the database and the address of its server');

if (url === undefined) {
  const pglite = await openPGlite({ dataDir: null, preparedDatabase: PREPARED_DATABASE });
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  await migrate(db);
  await importArea(db, await shippedArea());
  const dump = await pglite.dumpDataDir('none');
  await db.destroy();
  writeFileSync(template, Buffer.from(await dump.arrayBuffer()));
} else {
  const admin = await openServer(url, fail);
  await createEmptyDatabase(admin.db, template);
  const address = new URL(url);
  address.pathname = `/${template}`;
  const { db, close } = await openServer(address.href, fail);
  await migrate(db);
  await importArea(db, await shippedArea());
  await close();
  await admin.close();
}

function fail(error: Error): never {
  throw error;
}
