import { authorize, type Person, type Plan, planAsOf, readingOf } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import type { GroundState } from '../../repositories/area-repository.ts';
import { findPlanInForce, listPlans } from '../../repositories/plan-repository.ts';
import { type Span, spanOf, type TimeAsked } from './time-asked.ts';

export interface FeaturesQuestion {
  /** Null: now. */
  readonly asked: TimeAsked | null;
  readonly person: Person | null;
  readonly now: Date;
}

/** A plan that was in force at a time asked about, and the instant of that time to assess it at. */
export interface PlanAsked {
  readonly plan: Plan;
  readonly at: Date;
}

/** The plans of an area that were in force at the time asked about, the earliest first; of those to come what one may read. */
export async function plansAsked(
  db: Database,
  area: GroundState,
  { asked, person, now }: FeaturesQuestion,
): Promise<PlanAsked[]> {
  if (asked === null) {
    const plan = await findPlanInForce(db, area.id, now);
    return plan === null ? [] : [{ plan, at: now }];
  }
  const span = spanOf(asked, area.timeZone);
  const plans = await listPlans(db, area.id, now);
  return plans
    .flatMap((plan): PlanAsked[] => {
      const at = lastInstantOf(plan, span, now);
      const mayRead = authorize(person, readingOf(plan.state), { area: area.id }) === 'allowed';
      if (at === null || !mayRead) return [];
      // Of one instant: as one knew it then, so that the answer about a past day stays the same.
      return [{ plan: asked.as === 'instant' ? (planAsOf(plan, at) ?? plan) : plan, at }];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The last instant of a span at which a plan was in force, of one that goes on beyond now at the latest now; null: none. */
function lastInstantOf(plan: Plan, { from, to }: Span, now: Date): Date | null {
  if (!('inForceFrom' in plan)) return null;
  const [first, last] = [from?.getTime() ?? -Infinity, to?.getTime() ?? Infinity];
  const begins = Date.parse(plan.inForceFrom);
  const ends = 'inForceTo' in plan && plan.inForceTo !== null ? Date.parse(plan.inForceTo) - 1 : Infinity;
  if (begins > last || ends < first) return null;
  return new Date(Math.max(begins, first, Math.min(ends, last, now.getTime())));
}
