import { toGrid, toGridPolygons } from '../geometry/grid.ts';
import { gridPolygonHas, pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { type EditedPlan, type PlanChange, type VillageShift, withChange } from './edit.ts';

/** Which villages in the area have other claimants after a change, in the order of the villages. */
export function villageShifts(plan: EditedPlan, change: PlanChange): VillageShift[] {
  const touched = new Set([...change.removed, ...change.changed.map(({ association }) => association)]);
  const before = plan.territories.filter(({ association }) => touched.has(association));
  const [hadBefore, hasNow] = [claimsOn(before), claimsOn(change.changed)];
  const moved = plan.villages.filter(({ location }) => {
    if (location === null || hadBefore(location).join(' ') === hasNow(location).join(' ')) return false;
    return plan.boundary === null || pointInPolygon(location, plan.boundary);
  });
  if (moved.length === 0) return [];
  const [allBefore, allNow] = [claimsOn(plan.territories), claimsOn(withChange(plan, change).territories)];
  return moved.flatMap(({ id, location }) =>
    location === null ? [] : [{ village: id, before: allBefore(location), after: allNow(location) }],
  );
}

/** Who claims a position, in the order of the ids, by the rule of `pointInPolygon`. */
export function claimsOn(territories: readonly Territory[]): (position: Position) => AssociationId[] {
  const claims = territories
    .map(({ association, geometry }) => ({ association, has: coverOf(geometry) }))
    .sort((a, b) => (a.association < b.association ? -1 : 1));
  return (position) => claims.filter(({ has }) => has(position)).map(({ association }) => association);
}

/** Tells whether a position lies in a geometry, by the rule of `pointInPolygon`, again and again. */
export function coverOf(geometry: MultiPolygon): (position: Position) => boolean {
  const polygons = toGridPolygons(geometry);
  return ([longitude, latitude]) => {
    const [x, y] = [toGrid(longitude), toGrid(latitude)];
    return polygons.some((polygon) => gridPolygonHas(polygon, x, y));
  };
}
