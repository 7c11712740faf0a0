import { FloatColumn } from '../arrangement/column.ts';
import type { RingSet } from '../arrangement/ring-sets.ts';
import { type Segments, UNLABELLED } from '../arrangement/segments.ts';
import { RADIANS_PER_DEGREE } from '../ellipsoid.ts';
import type { FineGrid } from '../fine-grid.ts';
import { GRID_PER_DEGREE } from '../grid.ts';
import { nearestInteger } from '../nearest-integer.ts';
import type { AuthalicBands } from './authalic-bands.ts';
import { type CellNumber, type Cells, UNKNOWN } from './cells.ts';

/** Places on the position grid. */
interface Places {
  readonly x: Int32Array;
  readonly y: Int32Array;
}

/** Edges by the places at which they begin, and what lies on their two sides. */
interface SidedEdges {
  readonly places: Int32Array;
  readonly right: Int32Array;
  readonly left: Int32Array;
}

/** Room for the area of the box below 2^53 units, with a margin for what is drawn beyond it later. */
const UNITS_OVER_BOX = 2 ** 48;

/** What areas are counted by. */
interface LedgerParts {
  readonly cells: Cells;
  readonly grid: FineGrid;
  readonly bands: AuthalicBands;
  /** A bound for the areas to come; the unit follows from it. */
  readonly boxAreaM2: number;
}

/**
 * Areas of cells, kept in whole units. Each segment counts for the cell on one side and against that on the other, so
 * that the areas add up exactly, in any order, however often segments come and go.
 */
export class AreaLedger {
  readonly #segments: Segments;
  readonly #cells: Cells;
  readonly #unitM2: number;
  /** Units that an edge one step (one unit of the position grid) wide counts for each square metre per radian. */
  readonly #unitsPerStep: number;
  readonly #unitsPerPlace: number;
  readonly #bands: AuthalicBands;
  readonly #areas = new FloatColumn();

  constructor(segments: Segments, { cells, grid, bands, boxAreaM2 }: LedgerParts) {
    this.#segments = segments;
    this.#cells = cells;
    this.#unitM2 = 2 ** Math.ceil(Math.log2(Math.max(1, boxAreaM2) / UNITS_OVER_BOX));
    this.#unitsPerStep = RADIANS_PER_DEGREE / GRID_PER_DEGREE / grid.steps / this.#unitM2;
    this.#unitsPerPlace = this.#unitsPerStep * grid.steps;
    this.#bands = bands;
  }

  /** Enters what each of some segments counts that has labels on its sides. */
  enterAll(segments: Int32Array): void {
    const { vertices, low, high, north, south } = this.#segments;
    const x = vertices.x.items;
    const y = vertices.y.items;
    const lows = low.items;
    const highs = high.items;
    const norths = north.items;
    const souths = south.items;
    const unitsPerStep = this.#unitsPerStep;
    const bands = this.#bands;
    let areas = this.#areas.items;
    let cells = this.#cells.byLabel.items;
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i] ?? 0;
      const northLabel = norths[segment] ?? UNLABELLED;
      if (northLabel === UNLABELLED) continue;
      const southLabel = souths[segment] ?? UNLABELLED;
      let above = cells[northLabel] ?? UNKNOWN;
      let below = cells[southLabel] ?? UNKNOWN;
      if (above === UNKNOWN || below === UNKNOWN) {
        above = this.#cells.numberOf(northLabel);
        below = this.#cells.numberOf(southLabel);
        this.#areas.reserve(above < below ? below : above);
        areas = this.#areas.items;
        cells = this.#cells.byLabel.items;
      }
      if (above === below) continue;
      const from = lows[segment] ?? 0;
      const to = highs[segment] ?? 0;
      const width = (x[to] ?? 0) - (x[from] ?? 0);
      const units = nearestInteger(width * unitsPerStep * bands.meanAlong(y, from, to));
      areas[below] = (areas[below] ?? 0) + units;
      areas[above] = (areas[above] ?? 0) - units;
    }
  }

  /** Enters (1) or takes back (-1) what a segment counts that has these labels on its sides. */
  enter(segment: number, north: RingSet, south: RingSet, sign: 1 | -1): void {
    const above = this.#cells.numberOf(north);
    const below = this.#cells.numberOf(south);
    if (above === below) return;
    const { x, y } = this.#segments.vertices;
    const from = this.#segments.low.items[segment] ?? 0;
    const to = this.#segments.high.items[segment] ?? 0;
    const width = (x.items[to] ?? 0) - (x.items[from] ?? 0);
    const units = nearestInteger(width * this.#unitsPerStep * this.#bands.meanAlong(y.items, from, to));
    this.#move(below, above, sign * units);
  }

  /**
   * Enters edges, each from one place of the position grid to the next: for the cell of what is on its right, and against
   * that of what is on its left.
   */
  enterEdges({ x, y }: Places, { places, right, left }: SidedEdges, cellOf: Int32Array): void {
    this.#areas.reserve(this.#cells.count);
    const areas = this.#areas.items;
    const unitsPerPlace = this.#unitsPerPlace;
    const bands = this.#bands;
    const mean = new Float64Array(1);
    for (let i = 0; i < places.length; i++) {
      const place = places[i] ?? 0;
      bands.putMean(mean, y, place);
      const width = (x[place + 1] ?? 0) - (x[place] ?? 0);
      const units = nearestInteger(width * unitsPerPlace * (mean[0] ?? 0));
      const to = cellOf[right[i] ?? 0] ?? 0;
      const from = cellOf[left[i] ?? 0] ?? 0;
      areas[to] = (areas[to] ?? 0) + units;
      areas[from] = (areas[from] ?? 0) - units;
    }
  }

  /** Square metres on the ellipsoid; of no meaning for the cell that reaches to infinity. */
  areaM2Of(cell: number): number {
    return this.#areas.get(cell) * this.#unitM2;
  }

  #move(to: CellNumber, from: CellNumber, units: number): void {
    this.#areas.reserve(to < from ? from : to);
    const areas = this.#areas.items;
    areas[to] = (areas[to] ?? 0) + units;
    areas[from] = (areas[from] ?? 0) - units;
  }
}
