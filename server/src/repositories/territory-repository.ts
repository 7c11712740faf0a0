import {
  type AreaId,
  type AssociationId,
  areaKm2,
  type MultiPolygon,
  type PlanId,
  type Territory,
  type TerritoryFeature,
} from '@nitaq/core';
import { sql } from 'kysely';
import { geoJson, geometryValue } from '../database/geometry-sql.ts';
import type { Database } from '../database/open-database.ts';
import { matchesVersion, type VersionMatch } from './version-match.ts';

interface PlanKey {
  readonly area: AreaId;
  readonly plan: PlanId;
}

function territories(db: Database, { area, plan }: PlanKey) {
  return db
    .selectFrom('territory')
    .select(['association_id', 'version'])
    .select(({ ref }) => geoJson(ref('boundary')).as('boundary'))
    .where('area_id', '=', area)
    .where('plan_id', '=', plan);
}

function toFeature(
  row: Awaited<ReturnType<ReturnType<typeof territories>['execute']>>[number],
): TerritoryFeature {
  const association = row.association_id as AssociationId;
  const geometry: MultiPolygon | null = JSON.parse(row.boundary ?? 'null');
  return {
    type: 'Feature',
    id: association,
    geometry,
    properties: {
      association,
      areaKm2: geometry === null ? 0 : areaKm2(geometry),
      version: row.version,
    },
  };
}

/** The territories of a plan, by association; one for each, drawn or not. */
export async function listTerritories(db: Database, plan: PlanKey): Promise<TerritoryFeature[]> {
  return (await territories(db, plan).orderBy('association_id').execute()).map(toFeature);
}

/** One territory, or null where the plan has no such association. */
export async function findTerritory(
  db: Database,
  plan: PlanKey,
  association: AssociationId,
): Promise<TerritoryFeature | null> {
  const row = await territories(db, plan).where('association_id', '=', association).executeTakeFirst();
  return row === undefined ? null : toFeature(row);
}

/** The territories that are drawn, as the core works on them. */
export function drawnTerritories(features: readonly TerritoryFeature[]): Territory[] {
  return features.flatMap(({ id, geometry }) => (geometry === null ? [] : [{ association: id, geometry }]));
}

/** Gives a new plan a territory for each association: copied from its base, or empty. */
export async function addTerritories(
  db: Database,
  { area, plan }: PlanKey,
  base: PlanId | null,
): Promise<void> {
  await db
    .insertInto('territory')
    .columns(['area_id', 'plan_id', 'association_id', 'boundary'])
    .expression(
      db
        .selectFrom('association')
        .leftJoin('territory as base', (join) =>
          join
            .onRef('base.area_id', '=', 'association.area_id')
            .onRef('base.association_id', '=', 'association.association_id')
            .on('base.plan_id', '=', base),
        )
        .select((eb) => [
          'association.area_id',
          eb.val(plan).as('plan_id'),
          'association.association_id',
          'base.boundary',
        ])
        .where('association.area_id', '=', area),
    )
    .execute();
}

/** Gives every draft of an area an empty territory for each association that came later. */
export async function addMissingTerritories(db: Database, area: AreaId): Promise<void> {
  await db
    .insertInto('territory')
    .columns(['area_id', 'plan_id', 'association_id'])
    .expression(
      db
        .selectFrom('plan')
        .innerJoin('association', 'association.area_id', 'plan.area_id')
        .select(['plan.area_id', 'plan.plan_id', 'association.association_id'])
        .where('plan.area_id', '=', area)
        .where('plan.state', '=', 'draft'),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Removes the territories of a draft, before it is deleted itself. */
export async function deleteTerritories(db: Database, { area, plan }: PlanKey): Promise<void> {
  await db.deleteFrom('territory').where('area_id', '=', area).where('plan_id', '=', plan).execute();
}

/** Draws an imported territory into a new plan, as its first version. */
export async function fillTerritory(
  db: Database,
  key: PlanKey & { association: AssociationId },
  geometry: MultiPolygon,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('territory')
    .set({ boundary: geometryValue(geometry) })
    .where('area_id', '=', key.area)
    .where('plan_id', '=', key.plan)
    .where('association_id', '=', key.association)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`Plan ${key.plan} has no territory for ${key.association}`);
}

/** The versions of the territories of a plan that are at none of the versions given for them; null: there is no such. */
export async function territoriesChanged(
  db: Database,
  { area, plan }: PlanKey,
  expected: readonly { association: AssociationId; version: VersionMatch }[],
): Promise<{ association: AssociationId; version: number | null }[]> {
  const rows = await db
    .selectFrom('territory')
    .select(['association_id', 'version'])
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .execute();
  const versions = new Map(rows.map((row) => [row.association_id, row.version]));
  return expected.flatMap(({ association, version: match }) => {
    const version = versions.get(association) ?? null;
    return version !== null && matchesVersion(match, version) ? [] : [{ association, version }];
  });
}

/** Replaces a territory of a plan that the caller has locked; null empties it. */
export async function replaceTerritory(
  db: Database,
  key: PlanKey & { association: AssociationId },
  geometry: MultiPolygon | null,
): Promise<TerritoryFeature> {
  const row = await db
    .updateTable('territory')
    .set({ boundary: geometryValue(geometry), version: sql`version + 1` })
    .where('area_id', '=', key.area)
    .where('plan_id', '=', key.plan)
    .where('association_id', '=', key.association)
    .returning(['association_id', 'version'])
    .returning(({ ref }) => geoJson(ref('boundary')).as('boundary'))
    .executeTakeFirstOrThrow();
  return toFeature(row);
}
