import type { MeasuredCell } from '../geometry/coverage-map/coverage-map.ts';
import type { CoverageTotals, TerritoryTotals, VillageCoverage } from '../model/coverage.ts';
import type { AssociationId } from '../model/ids.ts';
import { roundedKm2 } from './rounded-area.ts';

/**
 * The totals of an area, every place counted once. `gapM2` is the area of all gaps together; the cells tell it only
 * where there is a boundary.
 */
export function coverageTotals(cells: readonly MeasuredCell[], gapM2: number): CoverageTotals {
  const within = cells.filter(({ isWithin }) => isWithin);
  const onceM2 = areaM2Of(within.filter(isClaimedOnce));
  const overlapM2 = areaM2Of(within.filter(isClaimedTwice));
  const outsideM2 = areaM2Of(
    cells.filter(({ isWithin, associations }) => !isWithin && associations.length > 0),
  );
  return {
    areaKm2: roundedKm2(onceM2 + overlapM2 + gapM2),
    coveredOnceKm2: roundedKm2(onceM2),
    overlapKm2: roundedKm2(overlapM2),
    gapKm2: roundedKm2(gapM2),
    outsideKm2: roundedKm2(outsideM2),
  };
}

/** The totals of each association that has a territory, in the order of the ids. */
export function territoryTotals(
  associations: readonly AssociationId[],
  cells: readonly MeasuredCell[],
  villages: readonly VillageCoverage[],
): TerritoryTotals[] {
  const cellsOf = groupedByAssociation(cells);
  const villagesOf = groupedByAssociation(villages);
  return [...new Set(associations)].sort().map((association) => {
    const own = cellsOf.get(association) ?? [];
    const within = own.filter(({ isWithin }) => isWithin);
    const claimed = villagesOf.get(association) ?? [];
    return {
      association,
      areaKm2: roundedKm2(areaM2Of(own)),
      coveredOnceKm2: roundedKm2(areaM2Of(within.filter(isClaimedOnce))),
      overlapKm2: roundedKm2(areaM2Of(within.filter(isClaimedTwice))),
      outsideKm2: roundedKm2(areaM2Of(own.filter(({ isWithin }) => !isWithin))),
      villages: {
        covered: claimed.filter(({ status }) => status === 'covered').length,
        overlap: claimed.filter(({ status }) => status === 'overlap').length,
      },
    };
  });
}

function groupedByAssociation<T extends { readonly associations: readonly AssociationId[] }>(
  items: readonly T[],
): Map<AssociationId, T[]> {
  const groups = new Map<AssociationId, T[]>();
  for (const item of items) {
    for (const association of item.associations) {
      const group = groups.get(association);
      if (group) group.push(item);
      else groups.set(association, [item]);
    }
  }
  return groups;
}

function areaM2Of(cells: readonly MeasuredCell[]): number {
  return cells.reduce((sum, { areaM2 }) => sum + areaM2, 0);
}

function isClaimedOnce({ associations }: MeasuredCell): boolean {
  return associations.length === 1;
}

function isClaimedTwice({ associations }: MeasuredCell): boolean {
  return associations.length > 1;
}
