import type { AreaId, Association, AssociationId, Position } from '@nitaq/core';
import { sql } from 'kysely';
import { lonLat, pointValue } from '../database/geometry-sql.ts';
import type { Database } from '../database/open-database.ts';
import { localized } from './localized.ts';
import type { UpsertResult } from './upsert-result.ts';
import { type VersionMatch, versionMatches } from './version-match.ts';

const columns = [
  'association_id',
  'name_ar',
  'name_en',
  'seat_name_ar',
  'seat_name_en',
  'capacity',
  'phone',
  'colour',
  'version',
] as const;

function associations(db: Database, area: AreaId) {
  return db
    .selectFrom('association')
    .select(columns)
    .select(({ ref }) => lonLat(ref('seat')).as('seat'))
    .where('area_id', '=', area);
}

function toAssociation(
  row: Awaited<ReturnType<ReturnType<typeof associations>['execute']>>[number],
): Association {
  return {
    id: row.association_id as AssociationId,
    name: localized(row.name_ar, row.name_en),
    seat: { name: localized(row.seat_name_ar, row.seat_name_en), location: row.seat },
    capacity: row.capacity,
    phone: row.phone,
    colour: row.colour,
    version: row.version,
  };
}

/** The associations of an area in the order of their colours. */
export async function listAssociations(db: Database, area: AreaId): Promise<Association[]> {
  const rows = await associations(db, area).orderBy('colour').orderBy('association_id').execute();
  return rows.map(toAssociation);
}

/** One association, or null. */
export async function findAssociation(
  db: Database,
  area: AreaId,
  association: AssociationId,
): Promise<Association | null> {
  const row = await associations(db, area).where('association_id', '=', association).executeTakeFirst();
  return row === undefined ? null : toAssociation(row);
}

/** Moves a seat if its version is one of those given; true where it was. */
export async function moveSeat(
  db: Database,
  key: { area: AreaId; association: AssociationId; version: VersionMatch },
  location: Position | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('association')
    .set({ seat: pointValue(location), seat_pinned: location !== null, version: sql`version + 1` })
    .where('area_id', '=', key.area)
    .where('association_id', '=', key.association)
    .where(versionMatches(key.version))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What an association says of itself; null: not stated. */
export type OwnStatement =
  | {
      /** Orphans it can care for. */
      readonly capacity: number | null;
    }
  | {
      /** As in `PhoneSchema`. */
      readonly phone: string | null;
    };

/** Stores a statement if the association's version is one of those given; true where it was. */
export async function setStated(
  db: Database,
  key: { area: AreaId; association: AssociationId; version: VersionMatch },
  stated: OwnStatement,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('association')
    .set({
      ...('phone' in stated ? stated : { ...stated, capacity_pinned: stated.capacity !== null }),
      version: sql`version + 1`,
    })
    .where('area_id', '=', key.area)
    .where('association_id', '=', key.association)
    .where(versionMatches(key.version))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Stores an imported association; a seat or a capacity that people stated stays as it is, and so does its telephone. */
export async function upsertAssociation(
  db: Database,
  area: AreaId,
  association: Omit<Association, 'version' | 'phone'>,
): Promise<UpsertResult> {
  const { name, seat, capacity, colour } = association;
  const row = await db
    .insertInto('association')
    .values({
      area_id: area,
      association_id: association.id,
      name_ar: name.ar,
      name_en: name.en,
      seat_name_ar: seat.name.ar,
      seat_name_en: seat.name.en,
      seat: pointValue(seat.location),
      capacity,
      colour,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['area_id', 'association_id'])
        .doUpdateSet({
          name_ar: name.ar,
          name_en: name.en,
          seat_name_ar: seat.name.ar,
          seat_name_en: seat.name.en,
          seat: sql`case when association.seat_pinned then association.seat else excluded.seat end`,
          capacity: sql`case when association.capacity_pinned then association.capacity else excluded.capacity end`,
          colour,
          version: sql`association.version + 1`,
        })
        .where(
          sql<boolean>`(association.name_ar, association.name_en, association.seat_name_ar, association.seat_name_en,
            association.colour) is distinct from (excluded.name_ar, excluded.name_en,
            excluded.seat_name_ar, excluded.seat_name_en, excluded.colour)
            or (not association.capacity_pinned and association.capacity is distinct from excluded.capacity)
            or (not association.seat_pinned and ST_AsBinary(association.seat) is distinct from ST_AsBinary(excluded.seat))`,
        ),
    )
    .returning('version')
    .executeTakeFirst();
  if (row === undefined) return 'unchanged';
  return row.version === 1 ? 'added' : 'changed';
}
