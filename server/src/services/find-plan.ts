import {
  type AreaId,
  authorize,
  DomainError,
  instantOf,
  type Person,
  type Plan,
  type PlanId,
  planAsOf,
  readingOf,
} from '@nitaq/core';
import { asService } from '../database/acting.ts';
import type { Database } from '../database/open-database.ts';
import { areaExists, findAreaVersion } from '../repositories/area-repository.ts';
import { findPlan, findPlanInForce } from '../repositories/plan-repository.ts';
import { refuseUnless } from './refuse-unless.ts';

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

export interface PlanQuestion {
  readonly area: AreaId;
  readonly plan: PlanId;
  /** A day or an instant; left out: now. */
  readonly at?: string | undefined;
  readonly person: Person | null;
  readonly now: Date;
}

export interface FoundPlan {
  /** As one knew it at the instant that was asked about. */
  readonly plan: Plan;
  /** As it stands now. */
  readonly present: Plan;
  /** The instant that was asked about. */
  readonly at: Date;
}

/**
 * A plan by id, or by the alias the one that was in force at an instant. One that is still to come into force is for those
 * alone who may read it today.
 * Errors: `area-not-found`, `plan-not-found`, `no-plan-in-force`, `no-plan-in-force-then`, `plan-has-no-days`,
 * `sign-in-needed`, `not-allowed`.
 */
export async function requirePlanAsOf(
  db: Database,
  { area, plan, at, person, now }: PlanQuestion,
): Promise<FoundPlan> {
  if (at === undefined) {
    const present = await requirePlan(db, area, plan, now);
    return { plan: present, present, at: now };
  }
  if (plan !== IN_FORCE) throw new DomainError('plan-has-no-days', { plan });
  const instant = await requireInstant(db, { area, at, now });
  // Whoever may not read a plan that is to come is told so, instead of that there is none.
  const service = asService(db);
  const then = await findPlanInForce(service, area, instant);
  const present = then && (await findPlan(service, area, then.id, now));
  const known = present && planAsOf(present, instant);
  if (!present || !known) throw new DomainError('no-plan-in-force-then', { area, at });
  refuseUnless(authorize(person, readingOf(present.state), { area }));
  return { plan: known, present, at: instant };
}

/** The instant that a read of an area asks about. Errors: `area-not-found`. */
export async function requireInstant(
  db: Database,
  { area, at, now }: Pick<PlanQuestion, 'area' | 'at' | 'now'>,
): Promise<Date> {
  const version = await findAreaVersion(db, area);
  if (version === null) throw new DomainError('area-not-found', { area });
  return at === undefined ? now : instantOf(at, version.timeZone);
}
