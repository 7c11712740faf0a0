import { canonicalZone, type PlanZone } from '@nitaq/core';

/** A zone that is in one of two plans, or not the same in both. */
export interface ZoneChange {
  readonly before: PlanZone | null;
  readonly after: PlanZone | null;
}

/** What of the sharing differs between two plans: what is agreed otherwise or no longer, then what is new. */
export function zoneChanges(before: readonly PlanZone[], after: readonly PlanZone[]): ZoneChange[] {
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.map((one) => ({ before: one, after: after.find(({ id }) => id === one.id) ?? null })),
    ...after.filter(({ id }) => !known.has(id)).map((one) => ({ before: null, after: one })),
  ].filter(({ before: was, after: is }) => !was || !is || canonicalZone(was) !== canonicalZone(is));
}

/** Whether it is another place that is meant. */
export function isMoved({ before, after }: ZoneChange): boolean {
  return (
    before !== null &&
    after !== null &&
    canonicalZone(before) !== canonicalZone({ ...before, geometry: after.geometry })
  );
}
