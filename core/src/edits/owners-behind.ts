import { boxesMeet, boxOf } from '../geometry/grid.ts';
import type { Polygon } from '../model/geometry.ts';
import { pieceKey, piecesOf } from './borders.ts';
import type { CutPlan } from './cut-plan.ts';
import type { OwnerBehind } from './ground-samples.ts';

/**
 * Who has the ground behind the pieces of a gap's outline: of several the first by the id. A gap's outline consists of
 * pieces of the cut plan.
 */
export function ownersBehindGap(plan: CutPlan, gap: Polygon): OwnerBehind {
  const box = boxOf(gap.coordinates.flat(2));
  const near = plan.territories
    .filter(({ geometry }) => boxesMeet(box, boxOf(geometry.coordinates.flat(3))))
    .map(({ association }) => association)
    .sort();
  const outlines = plan
    .outlinesOf(near)
    .map(({ association, geometry }) => ({ association, pieces: piecesOf(geometry) }));
  return (from, to) => outlines.find(({ pieces }) => pieces.has(pieceKey(to, from)))?.association ?? null;
}
