import type { FineGrid } from '../geometry/fine-grid.ts';
import { union } from '../geometry/overlay.ts';
import type { Face } from '../geometry/trace-faces.ts';
import type { CoverageTotals, TerritoryTotals, VillageCoverage } from '../model/coverage.ts';
import type { Claim } from './claim.ts';
import { fineAreaM2 } from './coverage-face.ts';
import type { Cell } from './divide-claims.ts';
import { roundedKm2 } from './rounded-area.ts';

/** The plane within and beyond the area, divided. */
export interface DividedArea {
  readonly claims: readonly Claim[];
  readonly cells: readonly Cell[];
  readonly gaps: readonly Face[];
  /** Of the area's boundary; null without one, the area then being what is claimed and the gaps in it. */
  readonly boundaryAreaM2: number | null;
}

/** The totals of an area, every place counted once. */
export function coverageTotals({ claims, cells, gaps, boundaryAreaM2 }: DividedArea, grid: FineGrid): CoverageTotals {
  const onceM2 = areaOfCells(cells.filter(isClaimedOnce), grid);
  const overlapM2 = areaOfCells(
    cells.filter((cell) => !isClaimedOnce(cell)),
    grid,
  );
  const gapM2 = fineAreaM2(
    gaps.flatMap(({ outer, holes }) => [outer, ...holes]),
    grid,
  );
  const outsideM2 = fineAreaM2(union(claims.flatMap(({ beyond }) => beyond)), grid);
  return {
    areaKm2: roundedKm2(boundaryAreaM2 ?? onceM2 + overlapM2 + gapM2),
    coveredOnceKm2: roundedKm2(onceM2),
    overlapKm2: roundedKm2(overlapM2),
    gapKm2: roundedKm2(gapM2),
    outsideKm2: roundedKm2(outsideM2),
  };
}

/** The totals of each territory, in the order of the claims. */
export function territoryTotals(
  { claims, cells }: DividedArea,
  villages: readonly VillageCoverage[],
  grid: FineGrid,
): TerritoryTotals[] {
  return claims.map(({ association, whole, beyond }) => {
    const own = cells.filter(({ associations }) => associations.includes(association));
    const statuses = villages
      .filter(({ associations }) => associations.includes(association))
      .map(({ status }) => status);
    return {
      association,
      areaKm2: roundedKm2(fineAreaM2(whole, grid)),
      coveredOnceKm2: roundedKm2(areaOfCells(own.filter(isClaimedOnce), grid)),
      overlapKm2: roundedKm2(
        areaOfCells(
          own.filter((cell) => !isClaimedOnce(cell)),
          grid,
        ),
      ),
      outsideKm2: roundedKm2(fineAreaM2(beyond, grid)),
      villages: {
        covered: statuses.filter((status) => status === 'covered').length,
        overlap: statuses.filter((status) => status === 'overlap').length,
      },
    };
  });
}

function areaOfCells(cells: readonly Cell[], grid: FineGrid): number {
  return fineAreaM2(
    cells.flatMap(({ paths }) => paths),
    grid,
  );
}

function isClaimedOnce({ associations }: Cell): boolean {
  return associations.length === 1;
}
