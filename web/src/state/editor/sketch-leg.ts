import { type Position, traceBorder } from '@nitaq/core';
import type { AppState } from '../app-state.ts';
import { drawnTerritories } from './draft-territories.ts';
import type { Leg, Sketch } from './sketch.ts';

/** The way from one point to another: along a border that has both, where borders are followed; else straight. */
export function legBetween(state: AppState, from: Position, to: Position, way: Sketch['way']): Leg {
  return { to, along: state.aids.traces ? wayAlong(state, { from, to, way }) : null };
}

function wayAlong(
  { area, plan, beneath }: AppState,
  request: { from: Position; to: Position; way: Sketch['way'] },
): readonly Position[] | null {
  if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value) return null;
  const { area: planned, land } = area.value;
  const borders = traceBorder(
    { boundary: planned.boundary, territories: drawnTerritories((beneath ?? plan.value).territories) },
    request,
  );
  if (borders.ok) return borders.positions.slice(1, -1);
  const coast = land && traceBorder({ boundary: land.geometry, territories: [] }, request);
  return coast?.ok ? coast.positions.slice(1, -1) : null;
}
