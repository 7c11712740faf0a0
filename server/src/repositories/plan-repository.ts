import {
  type AreaId,
  enactedState,
  type LocalizedText,
  type Plan,
  type PlanId,
  type ProposalId,
} from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { localized } from './localized.ts';

const columns = [
  'plan_id',
  'number',
  'title_ar',
  'title_en',
  'state',
  'example',
  'base_plan_id',
  'version',
  'in_force_from',
  'in_force_to',
  'created_at',
  'updated_at',
] as const;

function plans(db: Database, area: AreaId) {
  return db.selectFrom('plan').select(columns).where('area_id', '=', area);
}

/** As it stands at an instant: what is to come into force is stored as in force, with its beginning. */
function toPlan(row: Awaited<ReturnType<ReturnType<typeof plans>['execute']>>[number], now: Date): Plan {
  const fields = {
    id: row.plan_id as PlanId,
    number: row.number,
    title: localized(row.title_ar, row.title_en),
    example: row.example,
    base: row.base_plan_id as PlanId | null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
  switch (row.state) {
    case 'draft':
    case 'proposed':
    case 'withdrawn':
      return { ...fields, state: row.state };
    case 'in-force':
    case 'superseded': {
      const [from, to] = [required(row.in_force_from), row.in_force_to];
      const inForceFrom = from.toISOString();
      const state = enactedState({ from, to }, now);
      switch (state) {
        case 'scheduled':
          return { ...fields, state, inForceFrom };
        case 'in-force':
          return { ...fields, state, inForceFrom, inForceTo: to?.toISOString() ?? null };
        case 'superseded':
          return { ...fields, state, inForceFrom, inForceTo: required(to).toISOString() };
      }
    }
  }
}

function required(date: Date | null): Date {
  if (date === null) throw new Error('A plan in force has a period: the database checks it');
  return date;
}

/** The plans of an area, the newest first. */
export async function listPlans(db: Database, area: AreaId, now: Date): Promise<Plan[]> {
  return (await plans(db, area).orderBy('number', 'desc').execute()).map((row) => toPlan(row, now));
}

/** One plan, or null. */
export async function findPlan(db: Database, area: AreaId, plan: PlanId, now: Date): Promise<Plan | null> {
  const row = await plans(db, area).where('plan_id', '=', plan).executeTakeFirst();
  return row === undefined ? null : toPlan(row, now);
}

/** The plan in force in an area at an instant, or null. */
export async function findPlanInForce(db: Database, area: AreaId, at: Date): Promise<Plan | null> {
  const row = await plans(db, area)
    .where('in_force_from', '<=', at)
    .where(({ eb, or }) => or([eb('in_force_to', 'is', null), eb('in_force_to', '>', at)]))
    .executeTakeFirst();
  return row === undefined ? null : toPlan(row, at);
}

/** A plan that is, was or will be in force. */
export interface EnactedPlan {
  readonly id: PlanId;
  readonly number: number;
  readonly title: LocalizedText;
  readonly version: number;
  readonly from: Date;
  /** Null: no other is to follow. */
  readonly to: Date | null;
  /** By which it came into force; null: it was imported. */
  readonly proposal: ProposalId | null;
}

/** The plans of an area that are, were or will be in force, in their order. */
export async function listEnactedPlans(db: Database, area: AreaId): Promise<EnactedPlan[]> {
  const rows = await db
    .selectFrom('plan')
    .leftJoin('proposal_revision as revision', (join) =>
      join.onRef('revision.area_id', '=', 'plan.area_id').onRef('revision.plan_id', '=', 'plan.plan_id'),
    )
    .select(['plan.plan_id', 'plan.number', 'plan.title_ar', 'plan.title_en', 'plan.version'])
    .select(['plan.in_force_from', 'plan.in_force_to', 'revision.proposal_id'])
    .where('plan.area_id', '=', area)
    .where('plan.in_force_from', 'is not', null)
    .orderBy('plan.in_force_from')
    .execute();
  return rows.map((row) => ({
    id: row.plan_id as PlanId,
    number: row.number,
    title: localized(row.title_ar, row.title_en),
    version: row.version,
    from: required(row.in_force_from),
    to: row.in_force_to,
    proposal: row.proposal_id as ProposalId | null,
  }));
}

/** The plan that is in force in an area and has no end, or will be; null: none. What is proposed now takes its place. */
export async function findLastEnacted(db: Database, area: AreaId, now: Date): Promise<Plan | null> {
  const row = await plans(db, area)
    .where('in_force_from', 'is not', null)
    .where('in_force_to', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toPlan(row, now);
}

/** The plan that a creation with this key made, and the digest of its request; or null. */
export async function findPlanByKey(
  db: Database,
  area: AreaId,
  key: string,
  now: Date,
): Promise<{ plan: Plan; digest: string | null } | null> {
  const row = await plans(db, area)
    .select('request_digest')
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : { plan: toPlan(row, now), digest: row.request_digest };
}

export interface NewDraft {
  readonly area: AreaId;
  readonly id: PlanId;
  readonly title: LocalizedText;
  readonly base: PlanId | null;
  readonly example: boolean;
  /** The key that tells a repeated creation, with the digest of the request it came with. */
  readonly idempotency: { readonly key: string; readonly digest: string } | null;
}

/** Adds a draft without territories. The caller holds `lockPlans`, so that numbers follow each other. */
export async function addDraft(db: Database, draft: NewDraft): Promise<Plan> {
  const row = await db
    .insertInto('plan')
    .values({
      area_id: draft.area,
      plan_id: draft.id,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from (
        select number from plan where area_id = ${draft.area}
        union all select number from deleted_plan where area_id = ${draft.area}) as used)`,
      title_ar: draft.title.ar,
      title_en: draft.title.en,
      state: 'draft',
      example: draft.example,
      base_plan_id: draft.base,
      idempotency_key: draft.idempotency?.key ?? null,
      request_digest: draft.idempotency?.digest ?? null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return toPlan(row, row.updated_at);
}

/** Makes creations of plans in one area follow each other until the transaction ends. */
export async function lockPlans(db: Database, area: AreaId): Promise<void> {
  await db.selectFrom('area').select('area_id').where('area_id', '=', area).forUpdate().execute();
}

/** Locks a plan until the transaction ends and returns it as it was when it last changed, or null. */
export async function lockPlan(db: Database, area: AreaId, plan: PlanId): Promise<Plan | null> {
  const row = await plans(db, area).where('plan_id', '=', plan).forUpdate().executeTakeFirst();
  return row === undefined ? null : toPlan(row, row.updated_at);
}

/** Counts a change of a plan's content and returns its version. */
export async function countContentChange(db: Database, area: AreaId, plan: PlanId): Promise<number> {
  const { version } = await db
    .updateTable('plan')
    .set({ version: sql`version + 1`, updated_at: sql`now()` })
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Gives a plan that the caller has locked another title, as a change of its own. */
export async function renamePlan(
  db: Database,
  area: AreaId,
  plan: PlanId,
  title: LocalizedText,
): Promise<Plan> {
  const row = await db
    .updateTable('plan')
    .set({ title_ar: title.ar, title_en: title.en, version: sql`version + 1`, updated_at: sql`now()` })
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .returning(columns)
    .executeTakeFirstOrThrow();
  return toPlan(row, row.updated_at);
}

/** Says of a plan that it is put to others, or no longer; from then on nothing of it changes. */
export async function setPlanState(
  db: Database,
  area: AreaId,
  plan: PlanId,
  state: 'proposed' | 'withdrawn',
): Promise<void> {
  await db
    .updateTable('plan')
    .set({ state, updated_at: sql`now()` })
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .executeTakeFirstOrThrow();
}

/** Ends a plan in force at the instant at which another begins. */
export async function endPlan(db: Database, area: AreaId, plan: PlanId, at: Date): Promise<void> {
  await db
    .updateTable('plan')
    .set({ state: 'superseded', in_force_to: at, updated_at: sql`now()` })
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .executeTakeFirstOrThrow();
}

/** Puts a plan into force from an instant on. */
export async function putIntoForce(
  db: Database,
  area: AreaId,
  plan: PlanId,
  from: Date | string,
): Promise<void> {
  await db
    .updateTable('plan')
    .set({ state: 'in-force', in_force_from: from })
    .where('area_id', '=', area)
    .where('plan_id', '=', plan)
    .executeTakeFirstOrThrow();
}
