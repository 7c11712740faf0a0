import { orient2d } from 'robust-predicates';
import type { FinePoint } from '../../fine-grid.ts';
import type { DrawnRings } from './drawn-rings.ts';
import type { EdgeCells } from './edge-cells.ts';

const NONE = -1;

/** Tells within which rings a place lies, as they were drawn. */
export class RingsAround {
  readonly #drawn: DrawnRings;
  readonly #cells: EdgeCells;
  readonly #metIn: Int32Array;
  #search = 0;
  readonly #furtherRings = new Map<number, number[]>();

  constructor(drawn: DrawnRings, cells: EdgeCells) {
    this.#drawn = drawn;
    this.#cells = cells;
    this.#metIn = new Int32Array(drawn.edgeCount);
    for (const { edge, place } of drawn.furtherUses) {
      const ring = drawn.ringAt[place] ?? 0;
      this.#furtherRings.set(edge, [...(this.#furtherRings.get(edge) ?? []), ring]);
    }
  }

  /**
   * The rings around the place just west of a point, a hair north of it: those with an odd number of edges on the way
   * from there to the west. Edges through the point do not count; of those that come within two units of it `isThrough`
   * tells which are drawn to it.
   */
  westOf({ x, y }: FinePoint, isThrough: (edge: number) => boolean): number[] {
    const { grid } = this.#cells;
    const row = grid.rowAt(y);
    const around: number[] = [];
    this.#search++;
    for (let column = grid.columnAt(x); column >= 0; column--) {
      const cell = row * grid.columns + column;
      for (let entry = this.#cells.firstIn(cell); entry !== NONE; entry = this.#cells.after(entry)) {
        const edge = this.#cells.edgeOf(entry);
        if (this.#metIn[edge] === this.#search) continue;
        this.#metIn[edge] = this.#search;
        if (this.#isMet(edge, x, y, isThrough)) this.#cross(edge, around);
      }
    }
    return around;
  }

  #isMet(edge: number, x: number, y: number, isThrough: (edge: number) => boolean): boolean {
    const { low, high } = this.#drawn;
    let south = low[edge] ?? 0;
    let north = high[edge] ?? 0;
    if ((this.#drawn.y[south] ?? 0) > (this.#drawn.y[north] ?? 0)) [south, north] = [north, south];
    const southY = this.#drawn.y[south] ?? 0;
    const northY = this.#drawn.y[north] ?? 0;
    if (southY > y || northY <= y) return false;
    const southX = this.#drawn.x[south] ?? 0;
    const northX = this.#drawn.x[north] ?? 0;
    if (southX > x + 2 && northX > x + 2) return false;
    // robust-predicates thinks of y as pointing down: positive where the point lies east of the edge.
    const side = orient2d(southX, southY, northX, northY, x, y);
    const isNear = Math.abs(side) <= 2 * (Math.abs(northX - southX) + northY - southY);
    if (isNear && isThrough(edge)) return false;
    return side > 0;
  }

  #cross(edge: number, around: number[]): void {
    const { first, second, ringAt } = this.#drawn;
    toggle(around, ringAt[first[edge] ?? 0] ?? 0);
    const other = second[edge] ?? NONE;
    if (other !== NONE) toggle(around, ringAt[other] ?? 0);
    for (const ring of this.#furtherRings.get(edge) ?? []) toggle(around, ring);
  }
}

function toggle(rings: number[], ring: number): void {
  const at = rings.indexOf(ring);
  if (at < 0) rings.push(ring);
  else {
    rings[at] = rings.at(-1) ?? ring;
    rings.pop();
  }
}
