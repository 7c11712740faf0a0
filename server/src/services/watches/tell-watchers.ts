import type { VillageId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { queueMail } from '../../repositories/mail-repository.ts';
import { confirmedWatches, forgetUnconfirmed, tellWatch } from '../../repositories/watch-repository.ts';
import type { CoverageLookup } from '../coverage-lookup.ts';
import { CONFIRM_WITHIN_MS } from './watch-village.ts';

/**
 * Has those who watch a village written to where its association is another than they were last told: at whatever instant
 * the change came, once, by one process.
 */
export async function tellWatchers(database: Database, lookup: CoverageLookup, now: Date): Promise<void> {
  await forgetUnconfirmed(database, new Date(now.getTime() - CONFIRM_WITHIN_MS));
  const watches = await confirmedWatches(database);
  for (const area of new Set(watches.map((watch) => watch.area))) {
    const ownersOf = await lookup.ownersIn(area, now);
    for (const watch of watches.filter((one) => one.area === area)) {
      const owners = [...ownersOf(watch.village as VillageId)].sort();
      if (owners.join() === watch.told.join()) continue;
      await inTransaction(database, async (db) => {
        const isFirst = await tellWatch(db, watch, owners);
        if (isFirst) await queueMail(db, area, { kind: 'watch-change', watch: watch.id }, now);
      });
    }
  }
}
