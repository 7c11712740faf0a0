import { type AssociationId, agreedCoverage, type CoverageStatus, liveZones, locateIn } from '@nitaq/core';
import type { AppState } from './app-state.ts';
import { today } from './day-in-area.ts';

/** Who covers something in the plan on the screen, which need not be the one in force. */
export interface ShownCoverage {
  readonly status: CoverageStatus;
  readonly associations: readonly AssociationId[];
}

/** For the selected village or point; null where nothing of the kind is selected or the plan is in force anyway. */
export function shownCoverage({
  area,
  plan,
  selection,
  day,
}: Pick<AppState, 'area' | 'plan' | 'selection' | 'day'>): ShownCoverage | null {
  if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value) return null;
  // As of a day the plan that is shown is the one that answers.
  if (plan.value.plan.state === 'in-force' || day !== null) return null;
  const { coverage, territories, zones } = plan.value;
  if (selection.kind === 'village') {
    return coverage.villages.find((village) => village.id === selection.id) ?? null;
  }
  if (selection.kind !== 'point') return null;
  const drawn = territories.features.flatMap(({ id, geometry }) =>
    geometry ? [{ association: id, geometry }] : [],
  );
  const { boundary, timeZone } = area.value.area;
  const found = locateIn(boundary, drawn).locate(selection.at);
  return agreedCoverage(selection.at, found, liveZones({ zones, asOf: today(timeZone) }));
}
