import { type AreaId, DomainError, type Plan, type PlanId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { areaExists } from '../repositories/area-repository.ts';
import { findPlan, findPlanInForce } from '../repositories/plan-repository.ts';

/** What stands for the plan in force now wherever a plan is named. */
export const IN_FORCE = 'in-force';

/** Errors: `area-not-found`. */
export async function requireArea(db: Database, area: AreaId): Promise<void> {
  if (!(await areaExists(db, area))) throw new DomainError('area-not-found', { area });
}

/** A plan by id, or the plan in force by its alias. Errors: `area-not-found`, `plan-not-found`, `no-plan-in-force`. */
export async function requirePlan(db: Database, area: AreaId, plan: PlanId, now: Date): Promise<Plan> {
  const found =
    plan === IN_FORCE ? await findPlanInForce(db, area, now) : await findPlan(db, area, plan, now);
  if (found !== null) return found;
  await requireArea(db, area);
  throw plan === IN_FORCE
    ? new DomainError('no-plan-in-force', { area })
    : new DomainError('plan-not-found', { plan, area });
}
