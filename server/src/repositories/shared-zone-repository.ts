import type { AreaId, AssociationId, MultiPolygon, PlanId, PlanZone, SharedZone, ZoneId } from '@nitaq/core';
import { sql } from 'kysely';
import { geoJson, geometryValue } from '../database/geometry-sql.ts';
import type { Database } from '../database/open-database.ts';

interface PlanKey {
  readonly area: AreaId;
  readonly plan: PlanId;
}

type ZoneKey = PlanKey & { readonly id: ZoneId };

/** The key that tells a repeated creation, with the digest of the request it came with. */
export interface ZoneCreationKey {
  readonly key: string;
  readonly digest: string;
}

function zones(db: Database, { area, plan }: PlanKey) {
  return db
    .selectFrom('shared_zone')
    .select(['zone_id', 'lead_id', 'partner_ids', 'services', 'version', 'created_at', 'updated_at'])
    .select(sql<string>`to_char(ends_on, 'YYYY-MM-DD')`.as('ends_on_day'))
    .select(({ ref }) => geoJson(ref('place')).as('place'))
    .where('area_id', '=', area)
    .where('plan_id', '=', plan);
}

function toZone(row: Awaited<ReturnType<ReturnType<typeof zones>['execute']>>[number]): PlanZone {
  const geometry: MultiPolygon = JSON.parse(row.place ?? 'null');
  return {
    id: row.zone_id as ZoneId,
    geometry,
    lead: row.lead_id as AssociationId,
    partners: row.partner_ids as AssociationId[],
    services: row.services,
    endsOn: row.ends_on_day,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  };
}

function valuesOf({ geometry, lead, partners, services, endsOn }: SharedZone) {
  return {
    place: geometryValue(geometry),
    lead_id: lead,
    partner_ids: [...partners],
    services: [...services],
    ends_on: endsOn,
  };
}

/** The shared zones of a plan, the oldest first. */
export async function listZones(db: Database, plan: PlanKey): Promise<PlanZone[]> {
  return (await zones(db, plan).orderBy('created_at').orderBy('zone_id').execute()).map(toZone);
}

/** One zone, or null. */
export async function findZone(db: Database, plan: PlanKey, zone: ZoneId): Promise<PlanZone | null> {
  const row = await zones(db, plan).where('zone_id', '=', zone).executeTakeFirst();
  return row === undefined ? null : toZone(row);
}

/** The zone that a creation with this key made, there or deleted, and the digest of its request; or null. */
export async function findZoneKey(
  db: Database,
  { area, plan }: PlanKey,
  key: string,
): Promise<{ id: ZoneId; digest: string } | null> {
  const row = await db
    .selectFrom('shared_zone_key')
    .select(['zone_id', 'request_digest'])
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.zone_id as ZoneId, digest: row.request_digest };
}

/** Keeps the key of a creation in a draft that the caller has locked. */
export async function addZoneKey(
  db: Database,
  { area, plan, id }: ZoneKey,
  { key, digest }: ZoneCreationKey,
): Promise<void> {
  await db
    .insertInto('shared_zone_key')
    .values({ area_id: area, plan_id: plan, idempotency_key: key, request_digest: digest, zone_id: id })
    .execute();
}

/** Adds a zone to a draft that the caller has locked. */
export async function addZone(db: Database, { area, plan, id }: ZoneKey, zone: SharedZone): Promise<void> {
  await db
    .insertInto('shared_zone')
    .values({ area_id: area, plan_id: plan, zone_id: id, ...valuesOf(zone) })
    .execute();
}

/** Replaces a zone of a draft that the caller has locked. */
export async function replaceZone(
  db: Database,
  { area, plan, id }: ZoneKey,
  zone: SharedZone,
): Promise<void> {
  await db
    .updateTable('shared_zone')
    .set({ ...valuesOf(zone), version: sql`version + 1`, updated_at: sql`now()` })
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .where('zone_id', '=', id)
    .execute();
}

/** Takes a zone away from a draft that the caller has locked; the key of its creation stays taken. */
export async function deleteZone(db: Database, { area, plan, id }: ZoneKey): Promise<void> {
  await db
    .deleteFrom('shared_zone')
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .where('zone_id', '=', id)
    .execute();
}

/** Gives a new plan the zones of the plan it was made from, under the same ids. */
export async function copyZones(db: Database, { area, plan }: PlanKey, base: PlanId): Promise<void> {
  const copied = [
    'area_id',
    'zone_id',
    'place',
    'lead_id',
    'partner_ids',
    'services',
    'ends_on',
    'created_at',
    'updated_at',
  ] as const;
  await db
    .insertInto('shared_zone')
    .columns(['plan_id', ...copied])
    .expression(
      db
        .selectFrom('shared_zone')
        .select((eb) => [eb.val(plan).as('plan_id'), ...copied])
        .where('area_id', '=', area)
        .where('plan_id', '=', base),
    )
    .execute();
}

/** Removes the zones of a draft and the keys of their creations, before it is deleted itself. */
export async function deleteZones(db: Database, { area, plan }: PlanKey): Promise<void> {
  await db.deleteFrom('shared_zone').where('area_id', '=', area).where('plan_id', '=', plan).execute();
  await db.deleteFrom('shared_zone_key').where('area_id', '=', area).where('plan_id', '=', plan).execute();
}
