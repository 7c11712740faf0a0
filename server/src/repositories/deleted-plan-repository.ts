import type { AreaId, Plan, PlanId } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

/** A draft that stands on another plan than before. */
export interface RebasedDraft {
  readonly id: PlanId;
  readonly version: number;
}

/**
 * Deletes a plan without territories that the caller has locked; its number and the key of its creation stay taken.
 * What was made from it counts as made from its base. Returns the drafts that changed by this.
 */
export async function deletePlan(db: Database, area: AreaId, { id, base }: Plan): Promise<RebasedDraft[]> {
  await db
    .insertInto('deleted_plan')
    .columns(['area_id', 'number', 'plan_id', 'title_ar', 'title_en', 'idempotency_key', 'request_digest'])
    .expression(
      db
        .selectFrom('plan')
        .select(['area_id', 'number', 'plan_id', 'title_ar', 'title_en', 'idempotency_key', 'request_digest'])
        .where('area_id', '=', area)
        .where('plan_id', '=', id),
    )
    .execute();
  const rebased = await db
    .updateTable('plan')
    .set({
      base_plan_id: base,
      version: sql`case state when 'draft' then version + 1 else version end`,
      updated_at: sql`now()`,
    })
    .where('area_id', '=', area)
    .where('base_plan_id', '=', id)
    .returning(['plan_id', 'version', 'state'])
    .execute();
  await db.deleteFrom('plan').where('area_id', '=', area).where('plan_id', '=', id).execute();
  return rebased
    .filter(({ state }) => state === 'draft')
    .map((row) => ({ id: row.plan_id as PlanId, version: row.version }));
}

/** Those of an area that were deleted. */
export async function listDeletedPlans(db: Database, area: AreaId): Promise<Set<PlanId>> {
  const rows = await db.selectFrom('deleted_plan').select('plan_id').where('area_id', '=', area).execute();
  return new Set(rows.map(({ plan_id: id }) => id as PlanId));
}

/** The deleted plan that a creation with this key made, and the digest of its request; or null. */
export async function findDeletedPlanByKey(
  db: Database,
  area: AreaId,
  key: string,
): Promise<{ id: PlanId; digest: string | null } | null> {
  const row = await db
    .selectFrom('deleted_plan')
    .select(['plan_id', 'request_digest'])
    .where('area_id', '=', area)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.plan_id as PlanId, digest: row.request_digest };
}
