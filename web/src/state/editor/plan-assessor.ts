import {
  type AssociationId,
  type CoverageAssessment,
  DEFAULT_SLIVER_THRESHOLDS,
  type EditedPlan,
  type followCoverage,
  type LiveAssessment,
  type MultiPolygon,
  type Sharing,
} from '@nitaq/core';
import type { AreaData, PlanData } from '../app-state.ts';
import { today } from '../day-in-area.ts';

/** Says what a plan comes to as it is drawn. Errors: `TooManyCrossingsError`. */
export type PlanAssessor = (plan: EditedPlan, sharing: Sharing) => CoverageAssessment;

interface Followed extends Pick<EditedPlan, 'boundary' | 'villages'> {
  readonly sharing: Sharing;
  readonly live: LiveAssessment;
  /** As they were assessed last. */
  readonly territories: ReadonlyMap<AssociationId, MultiPolygon>;
}

/** Works out only what changed since the last time, unless villages were moved since, or sharing agreed. */
export function createPlanAssessor(follow: typeof followCoverage): PlanAssessor {
  let followed: Followed | null = null;
  return (plan, sharing) => {
    const now = new Map(plan.territories.map(({ association, geometry }) => [association, geometry]));
    const { boundary, villages } = plan;
    if (
      followed?.boundary !== boundary ||
      followed.villages !== villages ||
      !isSame(followed.sharing, sharing)
    ) {
      const live = follow({ ...plan, thresholds: DEFAULT_SLIVER_THRESHOLDS, sharing });
      followed = { boundary, villages, sharing, live, territories: now };
    }
    const { live, territories } = followed;
    const changes = [...new Set([...territories.keys(), ...now.keys()])]
      .filter((association) => territories.get(association) !== now.get(association))
      .map((association) => ({ association, geometry: now.get(association) ?? null }));
    const assessment = live.update(changes);
    followed = { ...followed, territories: now };
    return assessment;
  };
}

/** What of a plan is shared by agreement today. */
export function sharingOf({ area }: AreaData, { zones }: PlanData): Sharing {
  return { zones, asOf: today(area.timeZone) };
}

/** Those that come from another thread are other objects each time. */
function isSame(one: Sharing, other: Sharing): boolean {
  const isSameList = one.zones === other.zones || JSON.stringify(one.zones) === JSON.stringify(other.zones);
  return one.asOf === other.asOf && isSameList;
}
