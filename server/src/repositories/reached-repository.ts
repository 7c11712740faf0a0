import type { NeedInput, VillageId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import type { InitiativeKey } from './initiative-parts-repository.ts';

export type ReachedRow = NeedInput & { readonly village: VillageId };

/** Who was reached by an initiative, of each village and round the last entry: for nobody's eyes without `known-reached`. */
export async function listReached(db: Database, { area, initiative }: InitiativeKey): Promise<ReachedRow[]> {
  const rows = await db
    .selectFrom('initiative_reached')
    .distinctOn(['village_id', 'round'])
    .select(['village_id', 'round', 'orphans', 'widows', 'families'])
    .where('area_id', '=', area)
    .where('initiative_id', '=', initiative)
    .orderBy('village_id')
    .orderBy('round')
    .orderBy('entered_at', 'desc')
    .orderBy('entry_id', 'desc')
    .execute();
  return rows.map(({ village_id, ...counts }) => ({ village: village_id as VillageId, ...counts }));
}

export interface ReachedEntry extends InitiativeKey {
  readonly id: string;
  readonly village: VillageId;
  readonly counts: NeedInput;
  readonly by: string;
  readonly at: Date;
}

/** Adds an entry; earlier ones of the village and round stay, and count no more. */
export async function addReached(
  db: Database,
  { area, initiative, id, village, counts, by, at }: ReachedEntry,
): Promise<void> {
  await db
    .insertInto('initiative_reached')
    .values({
      area_id: area,
      initiative_id: initiative,
      entry_id: id,
      village_id: village,
      ...counts,
      entered_by: by,
      entered_at: at,
    })
    .execute();
}
