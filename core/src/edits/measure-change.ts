import { changedCells } from './before-and-after.ts';
import type { EditEffect, EditedPlan, PlanChange } from './edit.ts';
import { villageShifts } from './village-shifts.ts';

/** What a change does, measured on the territories before and after it. */
export function measureChange(plan: EditedPlan, change: PlanChange): EditEffect {
  const touched = [...change.removed, ...change.changed.map(({ association }) => association)].sort();
  const before = plan.territories.filter(({ association }) => touched.includes(association));
  const cells = changedCells(null, before, change.changed);
  return {
    shifts: touched.map((one) => ({
      association: one,
      gainedM2: sumM2(cells.filter((cell) => !cell.before.includes(one) && cell.after.includes(one))),
      lostM2: sumM2(cells.filter((cell) => cell.before.includes(one) && !cell.after.includes(one))),
    })),
    areaM2: sumM2(cells),
    villages: villageShifts(plan, change),
  };
}

function sumM2(cells: readonly { readonly areaM2: number }[]): number {
  return cells.reduce((sum, { areaM2 }) => sum + areaM2, 0);
}
