import type { AreaId, AssociationId, PlanId, Position, Reason, ReasonId, ReasonInput } from '@nitaq/core';
import { sql } from 'kysely';
import { geoJson, lineValue } from '../database/geometry-sql.ts';
import type { Database } from '../database/open-database.ts';

interface PlanKey {
  readonly area: AreaId;
  readonly plan: PlanId;
}

/** The key that tells a repeated creation, with the digest of the request it came with. */
export interface CreationKey {
  readonly key: string;
  readonly digest: string;
}

const columns = [
  'reason_id',
  'association_id',
  'other_association_id',
  'text',
  'version',
  'created_at',
  'updated_at',
] as const;

function reasons(db: Database, { area, plan }: PlanKey) {
  return db
    .selectFrom('reason')
    .select(columns)
    .select(({ ref }) => geoJson(ref('line')).as('line'))
    .where('area_id', '=', area)
    .where('plan_id', '=', plan);
}

function toReason(row: Awaited<ReturnType<ReturnType<typeof reasons>['execute']>>[number]): Reason {
  const other = row.other_association_id;
  return {
    id: row.reason_id as ReasonId,
    line: positionsOf(row.line),
    associations: [row.association_id, ...(other === null ? [] : [other])] as AssociationId[],
    text: row.text,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    version: row.version,
  };
}

function positionsOf(line: string | null): Position[] {
  const geometry: { type: 'Point'; coordinates: Position } | { type: 'LineString'; coordinates: Position[] } =
    JSON.parse(line ?? 'null');
  return geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates;
}

function valuesOf({ line, associations, text }: ReasonInput) {
  const [first, second = null] = associations.toSorted();
  if (first === undefined) throw new Error('A reason names an association: its schema checks it');
  return { line: lineValue(line), association_id: first, other_association_id: second, text };
}

/** The reasons of a plan, the oldest first. */
export async function listReasons(db: Database, plan: PlanKey): Promise<Reason[]> {
  return (await reasons(db, plan).orderBy('created_at').orderBy('reason_id').execute()).map(toReason);
}

/** One reason, or null. */
export async function findReason(db: Database, plan: PlanKey, reason: ReasonId): Promise<Reason | null> {
  const row = await reasons(db, plan).where('reason_id', '=', reason).executeTakeFirst();
  return row === undefined ? null : toReason(row);
}

/** The reason that a creation with this key made, there or deleted, and the digest of its request; or null. */
export async function findReasonKey(
  db: Database,
  { area, plan }: PlanKey,
  key: string,
): Promise<{ id: ReasonId; digest: string } | null> {
  const row = await db
    .selectFrom('reason_key')
    .select(['reason_id', 'request_digest'])
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.reason_id as ReasonId, digest: row.request_digest };
}

/** Adds a reason to a draft that the caller has locked. */
export async function addReason(
  db: Database,
  { area, plan, id }: PlanKey & { readonly id: ReasonId },
  { input, creation }: { readonly input: ReasonInput; readonly creation: CreationKey | null },
): Promise<Reason> {
  const row = await db
    .insertInto('reason')
    .values({ area_id: area, plan_id: plan, reason_id: id, ...valuesOf(input) })
    .returning(columns)
    .returning(({ ref }) => geoJson(ref('line')).as('line'))
    .executeTakeFirstOrThrow();
  if (creation !== null) {
    const { key, digest } = creation;
    await db
      .insertInto('reason_key')
      .values({ area_id: area, plan_id: plan, idempotency_key: key, request_digest: digest, reason_id: id })
      .execute();
  }
  return toReason(row);
}

/** Replaces what a reason of a draft says, and where; the caller has locked the draft. */
export async function replaceReason(
  db: Database,
  { area, plan, id }: PlanKey & { readonly id: ReasonId },
  input: ReasonInput,
): Promise<Reason> {
  const row = await db
    .updateTable('reason')
    .set({ ...valuesOf(input), version: sql`version + 1`, updated_at: sql`now()` })
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .where('reason_id', '=', id)
    .returning(columns)
    .returning(({ ref }) => geoJson(ref('line')).as('line'))
    .executeTakeFirstOrThrow();
  return toReason(row);
}

/** Takes a reason away from a draft that the caller has locked; the key of its creation stays taken. */
export async function deleteReason(db: Database, { area, plan }: PlanKey, reason: ReasonId): Promise<void> {
  await db
    .deleteFrom('reason')
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .where('reason_id', '=', reason)
    .execute();
}

/** Gives a new plan the reasons of the plan it was made from, under the same ids. */
export async function copyReasons(db: Database, { area, plan }: PlanKey, base: PlanId): Promise<void> {
  const copied = [
    'area_id',
    'reason_id',
    'line',
    'association_id',
    'other_association_id',
    'text',
    'created_at',
    'updated_at',
  ] as const;
  await db
    .insertInto('reason')
    .columns(['plan_id', ...copied])
    .expression(
      db
        .selectFrom('reason')
        .select((eb) => [eb.val(plan).as('plan_id'), ...copied])
        .where('area_id', '=', area)
        .where('plan_id', '=', base),
    )
    .execute();
}

/** Gives a new plan reasons of other plans, under their ids where these are still free. */
export async function addCopies(
  db: Database,
  { area, plan }: PlanKey,
  copies: readonly { readonly id: ReasonId; readonly input: ReasonInput }[],
): Promise<void> {
  for (const { id, input } of copies) {
    await db
      .insertInto('reason')
      .values({ area_id: area, plan_id: plan, reason_id: id, ...valuesOf(input) })
      .execute();
  }
}

/** Removes the reasons of a draft and the keys of their creations, before it is deleted itself. */
export async function deleteReasons(db: Database, { area, plan }: PlanKey): Promise<void> {
  await db.deleteFrom('reason').where('area_id', '=', area).where('plan_id', '=', plan).execute();
  await db.deleteFrom('reason_key').where('area_id', '=', area).where('plan_id', '=', plan).execute();
}
