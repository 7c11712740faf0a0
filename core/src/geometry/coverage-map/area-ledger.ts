import { areaSouthOfM2 } from '../area.ts';
import { FloatColumn } from '../arrangement/column.ts';
import type { Segments } from '../arrangement/segments.ts';
import { type FineGrid, toExactPosition } from '../fine-grid.ts';
import type { Cells } from './cells.ts';

/** Room for the area of the box below 2^53 units, with a margin for what is drawn beyond it later. */
const UNITS_OVER_BOX = 2 ** 48;

/** The two sides of a segment and whether it counts. */
export interface Sides {
  readonly north: number;
  readonly south: number;
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
  readonly #latitude: number;
  readonly #areas = new FloatColumn();
  readonly #southOf = new FloatColumn(Number.NaN);

  /** `boxAreaM2` is a bound for the areas to come; the unit follows from it. */
  constructor(segments: Segments, cells: Cells, grid: FineGrid, boxAreaM2: number) {
    this.#segments = segments;
    this.#cells = cells;
    this.#grid = grid;
    this.#unitM2 = 2 ** Math.ceil(Math.log2(Math.max(1, boxAreaM2) / UNITS_OVER_BOX));
    this.#latitude = toExactPosition({ x: 0, y: 0 }, grid)[1];
  }

  /** Enters (1) or takes back (-1) what a segment with these sides counts. */
  enter(segment: number, { north, south }: Sides, sign: 1 | -1): void {
    const [above, below] = [this.#cells.numberOf(north), this.#cells.numberOf(south)];
    if (above === below) return;
    const units = sign * this.#unitsSouthOf(segment);
    this.#areas.set(above, this.#areas.get(above) - units);
    this.#areas.set(below, this.#areas.get(below) + units);
  }

  /** Square metres on the ellipsoid; of no meaning for the cell that reaches to infinity. */
  areaM2Of(cell: number): number {
    return this.#areas.get(cell) * this.#unitM2;
  }

  /** The area between a segment and the southern edge of the grid. */
  #unitsSouthOf(segment: number): number {
    const known = this.#southOf.get(segment);
    if (!Number.isNaN(known)) return known;
    const { vertices, low, high } = this.#segments;
    const [a, b] = [low.get(segment), high.get(segment)];
    const areaM2 = areaSouthOfM2(
      toExactPosition({ x: vertices.x.get(a), y: vertices.y.get(a) }, this.#grid),
      toExactPosition({ x: vertices.x.get(b), y: vertices.y.get(b) }, this.#grid),
      this.#latitude,
    );
    const units = Math.round(areaM2 / this.#unitM2);
    this.#southOf.set(segment, units);
    return units;
  }
}
