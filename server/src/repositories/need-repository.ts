import type { AreaId, AreaNeed, AssociationId, NeedInput, VillageId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';

export type NeedRow = NeedInput & { readonly village: VillageId };
export type NeedShare = AreaNeed['shares'][number];

/**
 * The counts of an area, of each village those of its latest round, as they are or were known at an instant: for nobody's
 * eyes without `known-need`.
 */
export async function listNeed(db: Database, area: AreaId, asOf: Date | null): Promise<NeedRow[]> {
  let query = db
    .selectFrom('need')
    .distinctOn('village_id')
    .select(['village_id', 'round', 'orphans', 'widows', 'families'])
    .where('area_id', '=', area)
    .orderBy('village_id')
    .orderBy('round', 'desc')
    .orderBy('known_from', 'desc');
  if (asOf !== null) query = query.where('known_from', '<=', asOf);
  const rows = await query.execute();
  return rows.map(({ village_id, ...counts }) => ({ village: village_id as VillageId, ...counts }));
}

export interface KnownNeed {
  readonly area: AreaId;
  readonly village: VillageId;
  readonly need: NeedInput;
  readonly knownFrom: Date;
}

/** Adds counts; those before stay, for whoever asks what was known then. */
export async function putNeed(db: Database, { area, village, need, knownFrom }: KnownNeed): Promise<void> {
  await db
    .insertInto('need')
    .values({ area_id: area, village_id: village, ...need, known_from: knownFrom })
    .onConflict((conflict) =>
      conflict.columns(['area_id', 'village_id', 'round', 'known_from']).doUpdateSet({ ...need }),
    )
    .execute();
}

/** Who lets whom see exact counts at an instant. */
export async function listShares(db: Database, area: AreaId, at: Date): Promise<NeedShare[]> {
  const rows = await db
    .selectFrom('need_share')
    .select(['owner_id', 'reader_id', 'until'])
    .where('area_id', '=', area)
    .where('until', '>', at)
    .orderBy('owner_id')
    .orderBy('reader_id')
    .execute();
  return rows.map(({ owner_id, reader_id, until }) => ({
    owner: owner_id as AssociationId,
    reader: reader_id as AssociationId,
    until: until.toISOString(),
  }));
}

/** Lets one association see the exact counts of another until an instant; null: no longer. */
export async function putShare(
  db: Database,
  area: AreaId,
  { owner, reader, until }: { owner: AssociationId; reader: AssociationId; until: Date | null },
): Promise<void> {
  if (until === null) {
    await db
      .deleteFrom('need_share')
      .where('area_id', '=', area)
      .where('owner_id', '=', owner)
      .where('reader_id', '=', reader)
      .execute();
    return;
  }
  await db
    .insertInto('need_share')
    .values({ area_id: area, owner_id: owner, reader_id: reader, until })
    .onConflict((conflict) => conflict.columns(['area_id', 'owner_id', 'reader_id']).doUpdateSet({ until }))
    .execute();
}
