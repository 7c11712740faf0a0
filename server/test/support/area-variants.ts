import type { PlanId } from '@nitaq/core';
import type { AreaFolder } from '../../src/area-folder/read-area-folder.ts';

const IN_FORCE_FROM = '2026-10-31T21:00:00.000Z';

/** A folder in which this plan is the one in force and the others are drafts. */
export function withPlanInForce({ plans, ...folder }: AreaFolder, inForce: string): AreaFolder {
  return {
    ...folder,
    plans: plans.map(({ id, title, example, base, territories }) => {
      const plan = { id, title, example, base, territories };
      return id === inForce
        ? { ...plan, state: 'in-force', inForceFrom: IN_FORCE_FROM }
        : { ...plan, state: 'draft', inForceFrom: null };
    }),
  };
}

/** The territories of one plan of a folder. */
export function territoriesOf(folder: AreaFolder, plan: string) {
  const found = folder.plans.find(({ id }) => id === (plan as PlanId));
  if (found === undefined) throw new Error(`The folder has no plan ${plan}`);
  return found.territories;
}
