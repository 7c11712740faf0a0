import { turnOf } from '../../arrangement/turn-of.ts';
import type { DrawnRings, Place } from './drawn-rings.ts';
import type { RingsByCells } from './rings-by-cells.ts';
import type { RunBoxes } from './run-boxes.ts';

/** Tells within which rings a place lies, as they were drawn. */
export class RingsAround {
  readonly #drawn: DrawnRings;
  readonly #runs: RunBoxes;
  readonly #reach: number;

  /** `reach`: how near to a point, in units of the position grid, an edge may be drawn to it. */
  constructor(drawn: DrawnRings, runs: RunBoxes, reach: number) {
    this.#drawn = drawn;
    this.#runs = runs;
    this.#reach = reach;
  }

  /** Those of some rings that are around the place just west of a point, as `isAround` tells. */
  westOf(rings: RingsByCells, x: number, y: number, isThrough: (edge: Place) => boolean): number[] {
    const beside = { minX: x - this.#reach, minY: y, maxX: x + this.#reach, maxY: y };
    return rings.near(beside).filter((ring) => this.isAround(ring, x, y, isThrough));
  }

  /**
   * Whether a ring is around the place just west of a point, a hair north of it: whether it has an odd number of edges on
   * the way from there to the west. Edges through the point do not count; of those that come near it `isThrough` tells which
   * are drawn to it.
   */
  isAround(ring: number, x: number, y: number, isThrough: (edge: Place) => boolean): boolean {
    const way = { minX: -Infinity, minY: y, maxX: x + this.#reach, maxY: y };
    let isWithin = false;
    this.#runs.visitNear(ring, way, (edge) => {
      if (this.#isMet(edge, x, y, isThrough)) isWithin = !isWithin;
    });
    return isWithin;
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
