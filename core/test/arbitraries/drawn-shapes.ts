import fc from 'fast-check';
import type { EditedPlan } from '../../src/edits/edit.ts';
import { checkTerritory } from '../../src/geometry/check-territory.ts';
import { boxOf } from '../../src/geometry/grid.ts';
import type { MultiPolygon, Position } from '../../src/model/geometry.ts';
import { damagedPlan, wholePlan } from './damaged-plans.ts';
import { star } from './stars.ts';

/** A plan and a star drawn over it. */
export interface DrawnOver {
  readonly plan: EditedPlan;
  readonly shape: MultiPolygon;
}

/** Stars lie within two degrees around here. */
const STARS_WEST = 39;
const STARS_SOUTH = 19;
const STARS_WIDTH = 2;

/** Whole and damaged plans with shapes that reach over many borders, and over the area's boundary. */
export const drawnOver: fc.Arbitrary<DrawnOver> = fc
  .tuple(fc.oneof(wholePlan, damagedPlan), star, fc.double({ min: 0.2, max: 1, noNaN: true }))
  .map(([plan, ring, size]) => {
    const { minX, minY, maxX, maxY } = boxOf(plan.boundary?.coordinates.flat(3) ?? []);
    const put = ([x, y]: Position): Position => [
      minX + ((x - STARS_WEST) / STARS_WIDTH) * size * (maxX - minX),
      minY + ((y - STARS_SOUTH) / STARS_WIDTH) * size * (maxY - minY),
    ];
    return { plan, check: checkTerritory({ type: 'Polygon', coordinates: [ring.map(put)] }) };
  })
  .filter(({ check }) => check.ok)
  .map(({ plan, check }) => ({
    plan,
    shape: check.ok ? check.geometry : { type: 'MultiPolygon', coordinates: [] },
  }));
