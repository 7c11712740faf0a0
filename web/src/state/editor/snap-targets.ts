import type { MultiPolygon } from '@nitaq/core';
import type { AppState } from '../app-state.ts';
import type { SnapOwner } from './snapping.ts';

export interface SnapTarget {
  readonly owner: SnapOwner;
  readonly outline: MultiPolygon;
}

/** All outlines that the hand can stick to, those that win where several are as near first; not those that go along with it. */
export function snapTargets({ area, plan, editing, beneath }: AppState): SnapTarget[] {
  if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value) return [];
  const territories = (beneath ?? plan.value).territories.features.flatMap(
    ({ id, geometry }): SnapTarget[] =>
      geometry === null || (editing?.dragged && editing.going.includes(id))
        ? []
        : [{ owner: { kind: 'territory', association: id }, outline: geometry }],
  );
  const { area: planned, land } = area.value;
  return [
    ...territories,
    { owner: { kind: 'boundary' }, outline: planned.boundary },
    ...(land ? [{ owner: { kind: 'coast' } as const, outline: land.geometry }] : []),
  ];
}
