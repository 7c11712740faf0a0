/** The service on an embedded database of its own, with areas that are made for one benchmark. */
import type { AreaId } from '@nitaq/core';
import { createAnalyser } from '../../server/src/analysis/analyser.ts';
import { buildApp } from '../../server/src/app.ts';
import type { AreaFolder } from '../../server/src/area-folder/area-folder.ts';
import { migrate } from '../../server/src/database/migrate.ts';
import { openEmbedded } from '../../server/src/database/open-database.ts';
import { importArea } from '../../server/src/services/import-area.ts';
import { join, PEOPLE } from '../../server/test/support/people.ts';

export interface BenchService {
  readonly address: string;
  /** The session of a coordinator in each area. */
  readonly cookie: (area: AreaId) => string;
  close(): Promise<void>;
}

export async function startService(folders: readonly AreaFolder[]): Promise<BenchService> {
  const { db, notifications, close } = await openEmbedded(null);
  await migrate(db);
  for (const folder of folders) await importArea(db, folder);
  const analyser = createAnalyser();
  const app = await buildApp({ db, analyser, notifications, people: PEOPLE, logger: false });
  const cookies = new Map<AreaId, string>();
  for (const { area, associations } of folders) {
    const [first] = associations;
    if (!first) continue;
    cookies.set(area.id, await join(app, db, area.id, { role: 'coordinator', association: first.id }));
  }
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    cookie: (area) => cookies.get(area) ?? '',
    close: async () => {
      await app.close();
      await analyser.close();
      await close();
    },
  };
}
