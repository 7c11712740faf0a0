import { type AssociationId, capacityLoad } from '@nitaq/core';
import type { AppState } from './app-state.ts';
import { countedVillages, orphansByAssociation } from './known-need.ts';

/**
 * The associations whose need in the plan that is shown exceeds what they can carry so far that a reason is asked, however
 * the counts lie that are known in bands.
 */
export function overloaded(state: Pick<AppState, 'area' | 'plan' | 'need'>): AssociationId[] {
  const { area, plan } = state;
  if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value) return [];
  const sums = orphansByAssociation(plan.value.coverage.villages, countedVillages(state));
  return area.value.associations.flatMap(({ id, capacity }) => {
    const sum = sums.get(id);
    if (capacity === null || !sum || sum.counted === 0) return [];
    return capacityLoad(sum.orphans, capacity).sure === 'far-over' ? [id] : [];
  });
}
