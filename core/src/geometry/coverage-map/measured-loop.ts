import { authalicM2, meanAuthalicM2 } from '../area.ts';
import { distanceAcrossM, RADIANS_PER_DEGREE } from '../ellipsoid.ts';
import { doubledArea, type FineGrid, type FineRing, fineBoxOf } from '../fine-grid.ts';
import { GRID_PER_DEGREE, type GridBox } from '../grid.ts';

/** A ring around faces, which lie on its left: a hole in them where its area is negative. */
export interface MeasuredLoop {
  readonly points: FineRing;
  readonly areaM2: number;
  readonly lengthM: number;
  readonly box: GridBox;
  readonly isHole: boolean;
}

/** The sizes of a loop, as `signedRingAreaM2` and `distanceBetweenM` tell them of its exact positions. */
export function measureLoop(points: FineRing, { originX, originY, steps }: FineGrid): MeasuredLoop {
  // A plan has thousands of small loops: no position is made of their points.
  const first = points[0] ?? { x: 0, y: 0 };
  let fromX = (originX + first.x / steps) / GRID_PER_DEGREE;
  let fromY = (originY + first.y / steps) / GRID_PER_DEGREE;
  const reference = authalicM2(fromY);
  let areaM2 = 0;
  let lengthM = 0;
  for (let i = 1; i <= points.length; i++) {
    const { x, y } = points[i] ?? first;
    const toX = (originX + x / steps) / GRID_PER_DEGREE;
    const toY = (originY + y / steps) / GRID_PER_DEGREE;
    areaM2 -= (toX - fromX) * RADIANS_PER_DEGREE * meanAuthalicM2(fromY, toY, reference);
    lengthM += distanceAcrossM(toX - fromX, fromY, toY);
    fromX = toX;
    fromY = toY;
  }
  return { points, areaM2, lengthM, box: fineBoxOf(points), isHole: doubledArea(points) <= 0 };
}
