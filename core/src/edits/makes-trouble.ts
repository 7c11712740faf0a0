import { changedCells, type TwofoldCell } from './before-and-after.ts';
import { type EditedPlan, type PlanChange, withChange } from './edit.ts';

/** What is smaller is no trouble. */
const LEAST_TROUBLE_M2 = 1;

/** Whether a change makes a gap or an overlap within the area where there was none. */
export function makesTrouble(plan: EditedPlan, change: PlanChange): boolean {
  const { territories } = withChange(plan, change);
  const troubledM2 = changedCells(plan.boundary, plan.territories, territories)
    .filter(isNewTrouble)
    .reduce((sum, { areaM2 }) => sum + areaM2, 0);
  return troubledM2 > LEAST_TROUBLE_M2;
}

function isNewTrouble({ isWithin, before, after }: TwofoldCell): boolean {
  if (!isWithin || after.length === 1) return false;
  return after.length === 0 || !after.every((association) => before.includes(association));
}
