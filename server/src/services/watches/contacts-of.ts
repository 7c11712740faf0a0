import type { AreaId, Association } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listAssociations } from '../../repositories/association-repository.ts';

/** Those whom to turn to: associations by their ids. */
export async function contactsOf(db: Database, area: AreaId, ids: readonly string[]): Promise<Association[]> {
  return (await listAssociations(db, area)).filter(({ id }) => ids.includes(id));
}
