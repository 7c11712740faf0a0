import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { keyVillageNames, villagesToKey } from '../repositories/village-name-repository.ts';

/** Keys the names of villages that came before their keys, or before these were worked out as they are now. */
export async function keyMissingVillageNames(database: Database): Promise<void> {
  for (;;) {
    const villages = await villagesToKey(database);
    if (villages.length === 0) return;
    await inTransaction(database, (db) => keyVillageNames(db, villages));
  }
}
