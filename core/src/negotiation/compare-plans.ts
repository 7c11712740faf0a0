import { type CoverageFace, faceHas } from '../geometry/coverage-map/coverage-face.ts';
import { toFinePoint } from '../geometry/fine-grid.ts';
import { toGrid } from '../geometry/grid.ts';
import type { Polygon } from '../model/geometry.ts';
import type { VillageId } from '../model/ids.ts';
import type { Handover, PlansToCompare } from './handover.ts';
import { type HandoverTotals, handoverTotals } from './handover-totals.ts';
import { mapBothPlans } from './map-both-plans.ts';
import { type VillageHandover, villageHandovers } from './village-handovers.ts';
import { wideOutline } from './wide-outline.ts';

/** A connected place that changes hands. */
export interface HandoverFace extends Handover {
  /** On the positions' grid. */
  readonly polygon: Polygon;
  /** On the ellipsoid, measured before the outline was rounded to the grid. */
  readonly areaKm2: number;
  /** 2 · area / perimeter. */
  readonly meanWidthM: number;
  readonly villages: readonly VillageId[];
}

export interface PlanComparison extends HandoverTotals {
  /** Largest first. */
  readonly faces: readonly HandoverFace[];
  /** What is left of rounding, not among the faces but in the totals. */
  readonly rounding: { readonly faces: number; readonly areaKm2: number };
  /** The villages that change hands, in their order. */
  readonly villages: readonly VillageHandover[];
}

/** Tells what changes hands from one plan to another, gaps and overlaps included. Errors: `TooManyCrossingsError`. */
export function comparePlans(plans: PlansToCompare): PlanComparison {
  const { map, handoverOf } = mapBothPlans(plans);
  const villages = villageHandovers(plans);
  const placed = villages.map((village) => ({
    ...village,
    ...toFinePoint(toGrid(village.location[0]), toGrid(village.location[1]), map.grid),
  }));
  const faces: HandoverFace[] = [];
  let [roundingFaces, roundingM2] = [0, 0];
  for (const face of [...map.faces].sort(compareFaces)) {
    const handover = handoverOf(face);
    if (!handover) continue;
    const polygon = wideOutline(face, map.grid);
    if (polygon === null) {
      roundingFaces++;
      roundingM2 += face.areaM2;
      continue;
    }
    const within = placed.filter((village) => isSameHandover(village, handover) && faceHas(face, village));
    faces.push({
      ...handover,
      polygon,
      areaKm2: face.areaM2 / 1e6,
      meanWidthM: face.meanWidthM,
      villages: within.map(({ village }) => village),
    });
  }
  return {
    faces,
    rounding: { faces: roundingFaces, areaKm2: roundingM2 / 1e6 },
    villages: villages.map(({ location: _, ...village }) => village),
    ...handoverTotals(map.cells, handoverOf),
  };
}

function isSameHandover(a: Handover, b: Handover): boolean {
  return a.before.join(' ') === b.before.join(' ') && a.after.join(' ') === b.after.join(' ');
}

/** Largest first; equally large ones from west to east and south to north. */
function compareFaces(a: CoverageFace, b: CoverageFace): number {
  return b.areaM2 - a.areaM2 || a.box.minX - b.box.minX || a.box.minY - b.box.minY;
}
