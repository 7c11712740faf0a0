import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import { GuardedPGlite } from './guarded-pglite.ts';
import type { WorkerStart } from './worker-messages.ts';

/** Opens the embedded PostGIS; an empty folder is filled from the prepared database where there is one. */
export async function openPGlite({ dataDir, preparedDatabase }: WorkerStart): Promise<GuardedPGlite> {
  const isNew = dataDir === null || !existsSync(join(dataDir, 'PG_VERSION'));
  const prepared = isNew && preparedDatabase !== null && existsSync(preparedDatabase);
  const pglite = new GuardedPGlite({
    ...(dataDir === null ? {} : { dataDir }),
    extensions: { postgis, btree_gist, pg_trgm },
    ...(prepared ? { loadDataDir: new Blob([await readFile(preparedDatabase)]) } : {}),
  });
  await pglite.waitReady;
  return pglite;
}
