import { toGrid } from '../grid.ts';
import { gridPolygonHas } from '../point-in-polygon.ts';
import { buildIndex } from './build-index.ts';
import { answerPlace, backgroundOf, CROWDED, LEAF, localsOf, maskAt, UNKNOWN } from './leaf.ts';
import type { OwnedPolygons } from './owned-polygons.ts';
import type { PointLookup } from './scan.ts';

/**
 * The fast way to answer which owners cover a point: squares that no edge comes into have their answer ready, the others
 * count the edges between the point and their south-eastern corner. Crowded squares have a grid of their own.
 */
export class PointIndex implements PointLookup {
  private readonly owned: OwnedPolygons;
  private readonly store: Int32Array;
  private readonly west: number;
  private readonly south: number;
  private readonly east: number;
  private readonly north: number;
  private readonly columns: number;
  private readonly outerBits: number;
  private readonly beyond: number;

  constructor(owned: OwnedPolygons) {
    const { store, grid, box } = buildIndex(owned);
    this.owned = owned;
    this.store = store;
    this.west = box.minX;
    this.south = box.minY;
    this.east = box.maxX;
    this.north = box.maxY;
    this.columns = grid.columns;
    this.outerBits = Math.log2(grid.size);
    this.beyond = owned.answerFor([]);
  }

  answerAll(coordinates: Float64Array, answers: Int32Array): void {
    const { store, west, south, east, north, columns, outerBits, beyond } = this;
    for (let i = 0; 2 * i + 1 < coordinates.length; i++) {
      const x = toGrid(coordinates[2 * i] ?? 0);
      const y = toGrid(coordinates[2 * i + 1] ?? 0);
      let code = beyond;
      // Not a number is beyond, too.
      if (x >= west && x <= east && y >= south && y <= north) {
        // Differences are below 2^32: shifts without a sign are right.
        code = store[((y - south) >>> outerBits) * columns + ((x - west) >>> outerBits)] ?? 0;
        if (code < 0) code = this.descend(~code, x, y);
      }
      answers[i] = code;
    }
  }

  /** The answer from a leaf, or from a grid by way of its square. */
  private descend(start: number, x: number, y: number): number {
    const { store } = this;
    const fromWest = x - this.west;
    const fromSouth = y - this.south;
    let at = start;
    for (let sideBits = store[at] ?? 0; sideBits > LEAF; sideBits = store[at] ?? 0) {
      const squareBits = store[at + 1] ?? 0;
      const inSide = (1 << sideBits) - 1;
      const row = (fromSouth >>> squareBits) & inSide;
      const column = (fromWest >>> squareBits) & inSide;
      const code = store[at + 2 + (row << sideBits) + column] ?? 0;
      if (code >= 0) return code;
      at = ~code;
    }
    return this.askLeaf(at, x, y);
  }

  private askLeaf(leaf: number, x: number, y: number): number {
    const { store } = this;
    if (store[leaf] === CROWDED) return this.askEach(leaf, x, y);
    const mask = maskAt(store, leaf, x, y);
    const place = answerPlace(leaf, mask);
    const known = store[place] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    // Most masks never occur, so answers are made when first wanted.
    const answer = this.answerWith(leaf, (_, bit) => ((mask >> bit) & 1) === 1);
    store[place] = answer;
    return answer;
  }

  /** Where borders of very many polygons meet, each is asked by itself. */
  private askEach(leaf: number, x: number, y: number): number {
    return this.answerWith(leaf, (polygon) => {
      const asked = this.owned.polygons[polygon];
      return asked !== undefined && gridPolygonHas(asked, x, y);
    });
  }

  private answerWith(leaf: number, covers: (polygon: number, bit: number) => boolean): number {
    const owners = this.owned.sets.members(backgroundOf(this.store, leaf));
    localsOf(this.store, leaf).forEach((polygon, bit) => {
      if (covers(polygon, bit)) owners.push(this.owned.ownerOf(polygon));
    });
    return this.owned.answerFor(owners);
  }
}
