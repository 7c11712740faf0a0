import type { FolderPlan } from './area-folder.ts';
import type { AreaFolderFault } from './fault.ts';

/** A plan and the file it was read from. */
export interface PlanOfFile {
  readonly file: string;
  readonly plan: FolderPlan;
}

/**
 * What is wrong with the plans together: an id used twice, more than one in force, a base that is not there or leads
 * back. `complete` is false when a file could not be read; then a base that is not there may be in it.
 */
export function checkPlans(
  plans: readonly PlanOfFile[],
  { complete }: { complete: boolean },
): AreaFolderFault[] {
  const faults: AreaFolderFault[] = [];
  const fileOf = new Map<string, string>();
  const fileInForce = plans.find(({ plan }) => plan.state === 'in-force')?.file;
  const baseOf = new Map(plans.map(({ plan }) => [plan.id, plan.base]));

  for (const { file, plan } of plans) {
    const place = { file, row: null };
    const firstFile = fileOf.get(plan.id);
    if (firstFile !== undefined) {
      faults.push({
        ...place,
        field: '/plan/id',
        code: 'plan-repeated',
        values: { value: plan.id, firstFile },
      });
    }
    fileOf.set(plan.id, firstFile ?? file);

    if (plan.state === 'in-force' && fileInForce !== undefined && fileInForce !== file) {
      const values = { firstFile: fileInForce };
      faults.push({ ...place, field: '/plan/state', code: 'several-plans-in-force', values });
    }
    if (plan.base === null) continue;
    const base = { ...place, field: '/plan/base' };
    if (complete && !baseOf.has(plan.base)) {
      faults.push({ ...base, code: 'base-unknown', values: { value: plan.base } });
    }
    if (leadsBack(plan.id, baseOf))
      faults.push({ ...base, code: 'base-circular', values: { value: plan.id } });
  }
  return faults;
}

function leadsBack<Id>(start: Id, baseOf: ReadonlyMap<Id, Id | null>): boolean {
  const passed = new Set<Id>();
  let current = baseOf.get(start) ?? null;
  while (current !== null && current !== start && !passed.has(current)) {
    passed.add(current);
    current = baseOf.get(current) ?? null;
  }
  return current === start;
}
