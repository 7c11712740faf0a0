import { turnOf } from '../../arrangement/turn-of.ts';
import type { DrawnRings, Place } from './drawn-rings.ts';
import type { RingsByRows } from './rings-by-rows.ts';
import type { RunBoxes } from './run-boxes.ts';

/** How edges are found. */
export interface RingsAroundParts {
  readonly runs: RunBoxes;
  /** The rings that are asked about. */
  readonly rings: RingsByRows;
  /** How near to a point, in units of the position grid, an edge may be drawn to it. */
  readonly reach: number;
}

/** Tells within which rings a place lies, as they were drawn. */
export class RingsAround {
  readonly #drawn: DrawnRings;
  readonly #runs: RunBoxes;
  readonly #rings: RingsByRows;
  readonly #reach: number;

  constructor(drawn: DrawnRings, { runs, rings, reach }: RingsAroundParts) {
    this.#drawn = drawn;
    this.#runs = runs;
    this.#rings = rings;
    this.#reach = reach;
  }

  /**
   * The rings around the place just west of a point, a hair north of it: those with an odd number of edges on the way
   * from there to the west. Edges through the point do not count; of those that come near it `isThrough` tells which are
   * drawn to it.
   */
  westOf(x: number, y: number, isThrough: (edge: Place) => boolean): number[] {
    const reach = this.#reach;
    const beside = { minX: x - reach, minY: y, maxX: x + reach, maxY: y };
    const way = { ...beside, minX: -Infinity };
    return this.#rings.near(beside).filter((ring) => {
      let isWithin = false;
      this.#runs.visitNear(ring, way, (edge) => {
        if (this.#isMet(edge, x, y, isThrough)) isWithin = !isWithin;
      });
      return isWithin;
    });
  }

  #isMet(edge: Place, pointX: number, pointY: number, isThrough: (edge: Place) => boolean): boolean {
    const { x, y } = this.#drawn;
    const isRising = (y[edge + 1] ?? 0) > (y[edge] ?? 0);
    const south = isRising ? edge : edge + 1;
    const north = isRising ? edge + 1 : edge;
    const southY = y[south] ?? 0;
    const northY = y[north] ?? 0;
    if (southY > pointY || northY <= pointY) return false;
    const southX = x[south] ?? 0;
    const northX = x[north] ?? 0;
    if (southX > pointX + this.#reach && northX > pointX + this.#reach) return false;
    // robust-predicates thinks of y as pointing down: positive where the point lies east of the edge.
    const side = turnOf(southX, southY, northX, northY, pointX, pointY);
    const isNear = Math.abs(side) <= this.#reach * (Math.abs(northX - southX) + northY - southY);
    if (isNear && isThrough(edge)) return false;
    return side > 0;
  }
}
