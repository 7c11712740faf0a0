import {
  type CoverageAssessment,
  DEFAULT_SLIVER_THRESHOLDS,
  type followCoverage,
  type TerritoryCollection,
} from '@nitaq/core';
import type { AreaData, PlanData } from '../app-state.ts';
import { today } from '../day-in-area.ts';
import { editedPlan } from './draft-territories.ts';

/** Says what comes of a draft as it is drawn. */
export interface DraftAssessor {
  /**
   * Of its territories as they are now, in an area and a plan as these are shown; without an area, of the places as
   * they were. Errors: `TooManyCrossingsError`.
   */
  assess(
    territories: TerritoryCollection,
    shown: { readonly area: AreaData | null; readonly data: PlanData },
  ): CoverageAssessment;
}

/** Follows a draft from what it is at first: only what changed since the last time is worked out. */
export function createDraftAssessor(
  follow: typeof followCoverage,
  area: AreaData,
  data: PlanData,
): DraftAssessor {
  let live = follow(questionOf(area, data));
  let { villages } = area;
  let { zones, territories: assessed } = data;
  return {
    assess: (territories, now) => {
      // Villages may have been moved since, or sharing agreed: then it is assessed anew.
      if (now.area && (villages !== now.area.villages || zones !== now.data.zones)) {
        live = follow(questionOf(now.area, now.data));
        ({ villages } = now.area);
        ({ zones, territories: assessed } = now.data);
      }
      const known = new Map(assessed.features.map(({ id, geometry }) => [id, geometry]));
      const changes = territories.features
        .filter(({ id, geometry }) => known.get(id) !== geometry)
        .map(({ id, geometry }) => ({ association: id, geometry }));
      const assessment = live.update(changes);
      assessed = territories;
      return assessment;
    },
  };
}

function questionOf(area: AreaData, data: PlanData) {
  const sharing = { zones: data.zones, asOf: today(area.area.timeZone) };
  return { ...editedPlan(area, data), thresholds: DEFAULT_SLIVER_THRESHOLDS, sharing };
}
