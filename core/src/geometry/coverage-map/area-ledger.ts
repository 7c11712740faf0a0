import { FloatColumn } from '../arrangement/column.ts';
import type { RingSet } from '../arrangement/ring-sets.ts';
import type { Segments } from '../arrangement/segments.ts';
import { RADIANS_PER_DEGREE } from '../ellipsoid.ts';
import type { FineGrid } from '../fine-grid.ts';
import { GRID_PER_DEGREE } from '../grid.ts';
import type { AuthalicBands } from './authalic-bands.ts';
import type { CellNumber, Cells } from './cells.ts';

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
  readonly #grid: FineGrid;
  readonly #cells: Cells;
  readonly #unitM2: number;
  /** Units that an edge one step wide counts for each square metre per radian. */
  readonly #unitsPerStep: number;
  readonly #bands: AuthalicBands;
  readonly #areas = new FloatColumn();
  readonly #southOf: FloatColumn;

  constructor(segments: Segments, { cells, grid, bands, boxAreaM2 }: LedgerParts) {
    this.#segments = segments;
    this.#southOf = new FloatColumn(Number.NaN, segments.expected);
    this.#cells = cells;
    this.#grid = grid;
    this.#unitM2 = 2 ** Math.ceil(Math.log2(Math.max(1, boxAreaM2) / UNITS_OVER_BOX));
    this.#unitsPerStep = RADIANS_PER_DEGREE / GRID_PER_DEGREE / grid.steps / this.#unitM2;
    this.#bands = bands;
  }

  /** Enters (1) or takes back (-1) what a segment counts that has these labels on its sides. */
  enter(segment: number, north: RingSet, south: RingSet, sign: 1 | -1): void {
    const above = this.#cells.numberOf(north);
    const below = this.#cells.numberOf(south);
    if (above === below) return;
    const units = sign * this.#unitsSouthOf(segment);
    this.#areas.set(above, this.#areas.get(above) - units);
    this.#areas.set(below, this.#areas.get(below) + units);
  }

  /** Enters units that were counted elsewhere. */
  add(cell: CellNumber, units: number): void {
    this.#areas.set(cell, this.#areas.get(cell) + units);
  }

  /** What an edge between two places of the position grid counts: for the cell on its right, and against that on its left. */
  unitsRightOf(fromX: number, fromY: number, toX: number, toY: number): number {
    const { originY, steps } = this.#grid;
    return this.#unitsOf((toX - fromX) * steps, (fromY - originY) * steps, (toY - originY) * steps);
  }

  /** Square metres on the ellipsoid; of no meaning for the cell that reaches to infinity. */
  areaM2Of(cell: number): number {
    return this.#areas.get(cell) * this.#unitM2;
  }

  /** The area between a segment and the southern edge of the grid. */
  #unitsSouthOf(segment: number): number {
    const known = this.#southOf.get(segment);
    if (!Number.isNaN(known)) return known;
    const x = this.#segments.vertices.x.items;
    const y = this.#segments.vertices.y.items;
    const from = this.#segments.low.get(segment);
    const to = this.#segments.high.get(segment);
    const units = this.#unitsOf((x[to] ?? 0) - (x[from] ?? 0), y[from] ?? 0, y[to] ?? 0);
    this.#southOf.set(segment, units);
    return units;
  }

  /** In steps of the grid. */
  #unitsOf(width: number, fromY: number, toY: number): number {
    return Math.round(width * this.#unitsPerStep * this.#bands.meanAlong(fromY, toY));
  }
}
