import type { MeasuredCell } from '../geometry/coverage-map/coverage-map.ts';
import type { CoverageTotals, TerritoryTotals, VillageCoverage } from '../model/coverage.ts';
import type { AssociationId } from '../model/ids.ts';
import { roundedKm2 } from './rounded-area.ts';

/**
 * The totals of an area, every place counted once. `gapM2` is the area of all gaps together; the cells tell it only
 * where there is a boundary.
 */
export function coverageTotals(cells: readonly MeasuredCell[], gapM2: number): CoverageTotals {
  const sums = new AreaSums();
  for (const cell of cells) if (cell.associations.length > 0) sums.add(cell);
  return {
    areaKm2: roundedKm2(sums.onceM2 + sums.sharedM2 + sums.overlapM2 + gapM2),
    coveredOnceKm2: roundedKm2(sums.onceM2),
    sharedKm2: roundedKm2(sums.sharedM2),
    overlapKm2: roundedKm2(sums.overlapM2),
    gapKm2: roundedKm2(gapM2),
    outsideKm2: roundedKm2(sums.outsideM2),
  };
}

/** The totals of each association that has a territory, in the order of the ids. */
export function territoryTotals(
  associations: readonly AssociationId[],
  cells: readonly MeasuredCell[],
  villages: readonly VillageCoverage[],
): TerritoryTotals[] {
  const sumsOf = new Map<AssociationId, AreaSums>();
  for (const association of associations) sumsOf.set(association, new AreaSums());
  for (const cell of cells) for (const association of cell.associations) sumsOf.get(association)?.add(cell);
  const covered = countsOf(villages, (one) => one.status === 'covered' && one.associations.length === 1);
  const shared = countsOf(villages, (one) => one.status === 'covered' && one.associations.length > 1);
  const overlap = countsOf(villages, (one) => one.status === 'overlap');
  return [...sumsOf.keys()].sort().map((association) => {
    const {
      wholeM2 = 0,
      onceM2 = 0,
      sharedM2 = 0,
      overlapM2 = 0,
      outsideM2 = 0,
    } = sumsOf.get(association) ?? {};
    return {
      association,
      areaKm2: roundedKm2(wholeM2),
      coveredOnceKm2: roundedKm2(onceM2),
      sharedKm2: roundedKm2(sharedM2),
      overlapKm2: roundedKm2(overlapM2),
      outsideKm2: roundedKm2(outsideM2),
      villages: {
        covered: covered.get(association) ?? 0,
        shared: shared.get(association) ?? 0,
        overlap: overlap.get(association) ?? 0,
      },
    };
  });
}

/** Sums of the areas of cells that are claimed. */
class AreaSums {
  wholeM2 = 0;
  /** Within the area, claimed by one association. */
  onceM2 = 0;
  /** Within the area, claimed by more who agreed to share it. */
  sharedM2 = 0;
  /** Within the area, claimed by more who did not. */
  overlapM2 = 0;
  outsideM2 = 0;

  add({ isWithin, associations, zone, areaM2 }: MeasuredCell): void {
    this.wholeM2 += areaM2;
    if (!isWithin) this.outsideM2 += areaM2;
    else if (associations.length === 1) this.onceM2 += areaM2;
    else if (zone !== undefined) this.sharedM2 += areaM2;
    else this.overlapM2 += areaM2;
  }
}

/** How many of the wanted villages each association has. */
function countsOf(
  villages: readonly VillageCoverage[],
  isWanted: (village: VillageCoverage) => boolean,
): Map<AssociationId, number> {
  const counts = new Map<AssociationId, number>();
  for (const village of villages.filter(isWanted)) {
    for (const association of village.associations)
      counts.set(association, (counts.get(association) ?? 0) + 1);
  }
  return counts;
}
