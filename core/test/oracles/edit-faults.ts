import { isDeepStrictEqual } from 'node:util';
import { type EditedPlan, type PlanChange, withChange } from '../../src/edits/edit.ts';
import { checkTerritory } from '../../src/geometry/check-territory.ts';
import { comparePlans, type HandoverFace, type PlanComparison } from '../../src/negotiation/compare-plans.ts';

/** What an edit is expected to do to a place that changes hands: one within the area, or one anywhere. */
export type IsExpected = (face: HandoverFace, where: 'within' | 'anywhere') => boolean;

/** What an edit did on the whole plane, and all that is wrong with it: empty where all is well. */
export interface EditReport {
  readonly faults: readonly string[];
  readonly comparison: PlanComparison;
}

/**
 * Checks an edit by a comparison of the plans before and after on the fine grid: changed territories are valid, only
 * what is expected changes hands, and no gap or overlap comes up that was not there. Faces under 2 cm are rounding.
 */
export function reportOn(plan: EditedPlan, change: PlanChange, isExpected: IsExpected): EditReport {
  const after = withChange(plan, change);
  const plans = { before: plan.territories, after: after.territories, villages: plan.villages };
  const comparison = comparePlans({ ...plans, boundary: plan.boundary });
  const beyond = comparePlans({ ...plans, boundary: null });
  const faults = [
    ...change.changed.flatMap((territory) => {
      const check = checkTerritory(territory.geometry);
      if (!check.ok) return [`${territory.association}: ${check.faults.map(({ code }) => code).join()}`];
      const before = plan.territories.find(({ association }) => association === territory.association);
      return [
        ...(isDeepStrictEqual(check.geometry, territory.geometry)
          ? []
          : [`${territory.association} is not clean`]),
        ...(isDeepStrictEqual(before, territory) ? [`${territory.association} has not changed`] : []),
      ];
    }),
    ...comparison.faces.filter(isNewTrouble).map((face) => `${NEW_TROUBLE}: ${describe(face)}`),
    ...comparison.faces
      .filter((face) => !isExpected(face, 'within'))
      .map((face) => `unexpected: ${describe(face)}`),
    ...beyond.faces
      .filter((face) => !isExpected(face, 'anywhere'))
      .map((face) => `beyond: ${describe(face)}`),
  ];
  return { faults, comparison };
}

const NEW_TROUBLE = 'new trouble';

/** Whether a fault is a gap or an overlap that came up. */
export function isTrouble(fault: string): boolean {
  return fault.startsWith(NEW_TROUBLE);
}

function isNewTrouble({ before, after }: HandoverFace): boolean {
  if (after.length === 1) return false;
  // An overlap whose parties change is none that comes up.
  return after.length === 0 ? before.length > 0 : after.length > before.length;
}

function describe({ before, after, areaKm2, meanWidthM, polygon }: HandoverFace): string {
  const at = polygon.coordinates[0]?.[0]?.join(',');
  return `${before.join('+')} > ${after.join('+')} ${areaKm2 * 1e6} m², ${meanWidthM} m wide, at ${at}`;
}
