import { createHash, randomUUID } from 'node:crypto';
import { type AreaId, DomainError, type NewPlan, type Plan, type PlanId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { findDeletedPlanByKey } from '../repositories/deleted-plan-repository.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { addDraft, findPlanByKey, lockPlans } from '../repositories/plan-repository.ts';
import { copyReasons } from '../repositories/reason-repository.ts';
import { appendToRecord, type RecordedActor } from '../repositories/record-repository.ts';
import { copyZones } from '../repositories/shared-zone-repository.ts';
import { addTerritories } from '../repositories/territory-repository.ts';
import { requireArea, requirePlan } from './find-plan.ts';
import { titleOf } from './title-of.ts';

export interface PlanCreation {
  readonly area: AreaId;
  readonly input: NewPlan;
  /** The client's key for this creation: repeated with the same request it makes nothing new. */
  readonly idempotencyKey: string | null;
  /** What the browser that writes calls itself, for the event. */
  readonly client: string | null;
  /** Who writes, for the record. */
  readonly actor: RecordedActor;
  readonly now: Date;
}

/**
 * Makes a draft, with the territories, reasons and shared zones of `from`, or with empty territories.
 * Errors: `area-not-found`, `plan-not-found`, `no-plan-in-force`, `idempotency-key-reused`.
 */
export async function createPlan(
  database: Database,
  { area, input, idempotencyKey, client, actor, now }: PlanCreation,
): Promise<Plan> {
  const digest = createHash('sha256')
    .update(JSON.stringify([input.title, input.from ?? null]))
    .digest('hex');
  return inTransaction(database, async (db) => {
    await requireArea(db, area);
    await lockPlans(db, area);
    if (idempotencyKey !== null) {
      const earlier = await findPlanByKey(db, area, idempotencyKey, now);
      if (earlier !== null && earlier.digest !== digest) throw new DomainError('idempotency-key-reused');
      if (earlier !== null) return earlier.plan;
      await refuseDeleted(db, { area, idempotencyKey, digest });
    }
    const base = input.from === undefined ? null : await requirePlan(db, area, input.from, now);
    const plan = await addDraft(db, {
      area,
      id: randomUUID() as PlanId,
      title: titleOf(input),
      base: base?.id ?? null,
      example: base?.example ?? false,
      idempotency: idempotencyKey === null ? null : { key: idempotencyKey, digest },
    });
    await addTerritories(db, { area, plan: plan.id }, base?.id ?? null);
    if (base !== null) {
      await copyReasons(db, { area, plan: plan.id }, base.id);
      await copyZones(db, { area, plan: plan.id }, base.id);
    }
    const { id, version, title } = plan;
    await appendToRecord(db, {
      area,
      actor,
      act: 'draft-created',
      subject: { kind: 'plan', id },
      data: { title, base: plan.base },
    });
    await appendEvent(db, { kind: 'plan', data: { area, plan: id, change: 'created', version, client } });
    return plan;
  });
}

/** A creation that is repeated after its plan was deleted does not bring it back. */
async function refuseDeleted(
  db: Database,
  { area, idempotencyKey, digest }: { area: AreaId; idempotencyKey: string; digest: string },
): Promise<void> {
  const deleted = await findDeletedPlanByKey(db, area, idempotencyKey);
  if (deleted === null) return;
  if (deleted.digest !== digest) throw new DomainError('idempotency-key-reused');
  throw new DomainError('plan-not-found', { plan: deleted.id, area });
}
