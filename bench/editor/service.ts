/** The service on an embedded database of its own, with areas that are made for one benchmark. */
import { createAnalyser } from '../../server/src/analysis/analyser.ts';
import { buildApp } from '../../server/src/app.ts';
import type { AreaFolder } from '../../server/src/area-folder/area-folder.ts';
import { migrate } from '../../server/src/database/migrate.ts';
import { openEmbedded } from '../../server/src/database/open-database.ts';
import { importArea } from '../../server/src/services/import-area.ts';

export interface BenchService {
  readonly address: string;
  close(): Promise<void>;
}

export async function startService(folders: readonly AreaFolder[]): Promise<BenchService> {
  const { db, notifications, close } = await openEmbedded(null);
  await migrate(db);
  for (const folder of folders) await importArea(db, folder);
  const analyser = createAnalyser();
  const app = await buildApp({ db, analyser, notifications, listensOnLoopback: true, logger: false });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    close: async () => {
      await app.close();
      await analyser.close();
      await close();
    },
  };
}
