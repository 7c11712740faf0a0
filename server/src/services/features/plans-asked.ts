import { authorize, enactedState, type Person, readingOf } from '@nitaq/core';
import type { EnactedPlan } from '../../repositories/plan-repository.ts';
import { type KnownArea, planAt } from '../lookup/known-area.ts';
import type { ToldPlan } from './make-features.ts';
import { type Span, spanOf, type TimeAsked } from './time-asked.ts';

export interface FeaturesQuestion {
  /** Null: now. */
  readonly asked: TimeAsked | null;
  readonly person: Person | null;
  readonly now: Date;
}

/** A plan that was in force at a time asked about, and the instant of that time to assess it at. */
export interface PlanAsked {
  readonly plan: ToldPlan;
  readonly at: Date;
}

/** The plans of an area that were in force at the time asked about, the earliest first; of those to come what one may read. */
export function plansAsked(area: KnownArea, { asked, person, now }: FeaturesQuestion): PlanAsked[] {
  if (asked === null) {
    const plan = planAt(area, now);
    return plan === null ? [] : [{ plan: toldOf(plan, now), at: now }];
  }
  const span = spanOf(asked, area.stamp.timeZone);
  return area.plans
    .flatMap((plan): PlanAsked[] => {
      const at = lastInstantOf(plan, span, now);
      const mayRead = authorize(person, readingOf(enactedState(plan, now)), { area: area.id }) === 'allowed';
      if (at === null || !mayRead) return [];
      // Of one instant: as one knew it then, so that the answer about a past day stays the same.
      return [{ plan: asked.as === 'instant' ? asKnownAt(plan, at) : toldOf(plan, now), at }];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The last instant of a span at which a plan was in force, of one that goes on beyond now at the latest now; null: none. */
function lastInstantOf(plan: EnactedPlan, { from, to }: Span, now: Date): Date | null {
  const [first, last] = [from?.getTime() ?? -Infinity, to?.getTime() ?? Infinity];
  const begins = plan.from.getTime();
  const ends = plan.to === null ? Infinity : plan.to.getTime() - 1;
  if (begins > last || ends < first) return null;
  return new Date(Math.max(begins, first, Math.min(ends, last, now.getTime())));
}

function toldOf(plan: EnactedPlan, at: Date): ToldPlan {
  const { id, version, title, from, to } = plan;
  const state = enactedState(plan, at);
  const inForceTo = state === 'scheduled' ? null : (to?.toISOString() ?? null);
  return { id, version, title, state, inForceFrom: from.toISOString(), inForceTo };
}

/** It says nothing of what was decided about it later, such as when it would end. */
function asKnownAt(plan: EnactedPlan, at: Date): ToldPlan {
  const told = toldOf(plan, at);
  return told.state === 'in-force' ? { ...told, inForceTo: null } : told;
}
