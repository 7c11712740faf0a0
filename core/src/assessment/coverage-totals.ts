import type { MeasuredCell } from '../geometry/coverage-map/coverage-map.ts';
import { orderOfIds } from '../lists/order-of-ids.ts';
import type { CoverageTotals, TerritoryTotals, VillageCoverage } from '../model/coverage.ts';
import type { AssociationId } from '../model/ids.ts';
import { roundedKm2 } from './rounded-area.ts';

/**
 * The totals of an area, every place counted once. `gapM2` is the area of all gaps together; the cells tell it only
 * where there is a boundary.
 */
export function coverageTotals(cells: readonly MeasuredCell[], gapM2: number): CoverageTotals {
  const sums = new AreaSums(1);
  for (const cell of cells) if (cell.associations.length > 0) sums.add(0, cell);
  const [onceM2 = 0, sharedM2 = 0, overlapM2 = 0, outsideM2 = 0] = [
    sums.onceM2[0],
    sums.sharedM2[0],
    sums.overlapM2[0],
    sums.outsideM2[0],
  ];
  return {
    areaKm2: roundedKm2(onceM2 + sharedM2 + overlapM2 + gapM2),
    coveredOnceKm2: roundedKm2(onceM2),
    sharedKm2: roundedKm2(sharedM2),
    overlapKm2: roundedKm2(overlapM2),
    gapKm2: roundedKm2(gapM2),
    outsideKm2: roundedKm2(outsideM2),
  };
}

/** The totals of each association that has a territory, in the order of the ids. */
export function territoryTotals(
  territories: readonly { readonly association: AssociationId }[],
  cells: readonly MeasuredCell[],
  villages: readonly VillageCoverage[],
): TerritoryTotals[] {
  const ids = new NumberedIds(territories);
  const sums = new AreaSums(ids.count);
  for (const cell of cells) {
    for (const association of cell.associations) {
      const number = ids.numberOf(association);
      if (number !== null) sums.add(number, cell);
    }
  }
  const counts = new VillageCounts(ids.count);
  for (const { status, associations: claimants } of villages) {
    const kind = status === 'covered' && claimants.length > 1 ? 'shared' : status;
    if (kind !== 'covered' && kind !== 'shared' && kind !== 'overlap') continue;
    for (const association of claimants) {
      const number = ids.numberOf(association);
      if (number !== null) counts.add(number, kind);
    }
  }
  const totals: TerritoryTotals[] = [];
  for (const number of ids.order) {
    const association = ids.at(number);
    if (association === undefined) continue;
    totals.push({
      association,
      areaKm2: roundedKm2(sums.wholeM2[number] ?? 0),
      coveredOnceKm2: roundedKm2(sums.onceM2[number] ?? 0),
      sharedKm2: roundedKm2(sums.sharedM2[number] ?? 0),
      overlapKm2: roundedKm2(sums.overlapM2[number] ?? 0),
      outsideKm2: roundedKm2(sums.outsideM2[number] ?? 0),
      villages: counts.of(number),
    });
  }
  return totals;
}

/** Associations by numbers, each once: of a country's thousands, most are asked for in the order in which they come. */
class NumberedIds {
  readonly #ids: readonly AssociationId[];
  /** The numbers in the order of the ids. */
  readonly order: Int32Array;
  #next = 0;

  constructor(territories: readonly { readonly association: AssociationId }[]) {
    const ids: AssociationId[] = [];
    for (const { association } of territories) ids.push(association);
    const order = orderOfIds(ids);
    const isOnce = order.every((number, i) => i === 0 || ids[order[i - 1] ?? 0] !== ids[number]);
    this.#ids = isOnce ? ids : [...new Set(ids)];
    this.order = isOnce ? order : orderOfIds(this.#ids);
  }

  get count(): number {
    return this.#ids.length;
  }

  at(number: number): AssociationId | undefined {
    return this.#ids[number];
  }

  /** Null for one that has no territory. */
  numberOf(association: AssociationId): number | null {
    if (this.#ids[this.#next] === association) return this.#next++;
    const number = this.#search(association);
    if (number !== null) this.#next = number + 1;
    return number;
  }

  #search(association: AssociationId): number | null {
    let from = 0;
    let to = this.order.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#ids[this.order[middle] ?? 0] ?? '') < association) from = middle + 1;
      else to = middle;
    }
    const number = this.order[from];
    return number !== undefined && this.#ids[number] === association ? number : null;
  }
}

/** Sums of the areas of cells that are claimed, by the numbers of those for whom they count; in arrays, for many. */
class AreaSums {
  readonly wholeM2: Float64Array;
  /** Within the area, claimed by one association. */
  readonly onceM2: Float64Array;
  /** Within the area, claimed by more who agreed to share it. */
  readonly sharedM2: Float64Array;
  /** Within the area, claimed by more who did not. */
  readonly overlapM2: Float64Array;
  readonly outsideM2: Float64Array;

  constructor(count: number) {
    this.wholeM2 = new Float64Array(count);
    this.onceM2 = new Float64Array(count);
    this.sharedM2 = new Float64Array(count);
    this.overlapM2 = new Float64Array(count);
    this.outsideM2 = new Float64Array(count);
  }

  add(number: number, { isWithin, associations, zone, areaM2 }: MeasuredCell): void {
    addTo(this.wholeM2, number, areaM2);
    if (!isWithin) addTo(this.outsideM2, number, areaM2);
    else if (associations.length === 1) addTo(this.onceM2, number, areaM2);
    else if (zone !== undefined) addTo(this.sharedM2, number, areaM2);
    else addTo(this.overlapM2, number, areaM2);
  }
}

function addTo(sums: Float64Array, number: number, areaM2: number): void {
  sums[number] = (sums[number] ?? 0) + areaM2;
}

/** How many villages each association has, by the numbers of the associations. */
class VillageCounts {
  readonly #counts: Readonly<Record<'covered' | 'shared' | 'overlap', Int32Array>>;

  constructor(count: number) {
    this.#counts = {
      covered: new Int32Array(count),
      shared: new Int32Array(count),
      overlap: new Int32Array(count),
    };
  }

  add(number: number, kind: 'covered' | 'shared' | 'overlap'): void {
    const counts = this.#counts[kind];
    counts[number] = (counts[number] ?? 0) + 1;
  }

  of(number: number): TerritoryTotals['villages'] {
    const { covered, shared, overlap } = this.#counts;
    return { covered: covered[number] ?? 0, shared: shared[number] ?? 0, overlap: overlap[number] ?? 0 };
  }
}
