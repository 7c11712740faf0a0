import type { MultiPolygon, Ring } from '../../../model/geometry.ts';
import { RingRoles } from '../../arrangement/ring-roles.ts';
import { type GridBox, type GridRing, toGrid } from '../../grid.ts';

/** A point of a ring, and the edge that begins there. Rings stand one after the other, each closed by its first point. */
export type Place = number;

/** Closed rings to be drawn, in degrees, and whose they are; those of the boundary come first. */
export class RingsToDraw {
  readonly positions: Ring[] = [];
  readonly roles = new RingRoles();

  add({ coordinates }: MultiPolygon, owner: number): void {
    for (let i = 0; i < coordinates.length; i++) {
      const rings = coordinates[i] ?? [];
      const polygon = this.roles.nextPolygon();
      for (let j = 0; j < rings.length; j++) {
        this.roles.add({ owner, polygon, isHole: j > 0 });
        this.positions.push(rings[j] ?? []);
      }
    }
  }
}

/** Half of the units that a point may lie from the first one of its ring along an axis: some 53 degrees. */
const NEAR = 2 ** 28;
const NEAR_BITS = 29;
const NO_POSITIONS: Ring = [];

/**
 * The points of all rings of a plan on the position grid, in flat arrays, since every vertex of a plan comes by here. At
 * the end of a ring stands its first point once more, so that the edge of a place goes to the place after it.
 */
export class DrawnRings {
  readonly #positions: readonly Ring[];
  readonly roles: RingRoles;
  /** How many rings the boundary has; they come first. */
  readonly boundaryRings: number;
  /** By place. A longitude in units of the grid takes 31 bits and a sign. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly ringAt: Int32Array;
  /** By ring: 1 where some points lie so far from each other that differences might not fit into 32 bits. */
  readonly isWide: Uint8Array;
  /** The first place of each ring, and one beyond the last. */
  readonly #starts: Int32Array;

  constructor({ positions, roles }: RingsToDraw, boundaryRings: number) {
    this.#positions = positions;
    this.roles = roles;
    this.boundaryRings = boundaryRings;
    this.#starts = startsOf(positions);
    const places = this.startOf(positions.length);
    this.x = new Int32Array(places);
    this.y = new Int32Array(places);
    this.ringAt = new Int32Array(places);
    this.isWide = new Uint8Array(positions.length);
    this.#read();
  }

  get ringCount(): number {
    return this.#positions.length;
  }

  get placeCount(): number {
    return this.x.length;
  }

  startOf(ring: number): Place {
    return this.#starts[ring] ?? 0;
  }

  /** The place at which a ring is closed. */
  endOf(ring: number): Place {
    return (this.#starts[ring + 1] ?? 0) - 1;
  }

  /** The box around the places from one on to before another one. */
  boxAlong(from: Place, to: Place): GridBox {
    const { x, y } = this;
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    for (let place = from; place < to; place++) {
      const placeX = x[place] ?? 0;
      const placeY = y[place] ?? 0;
      if (placeX < minX) minX = placeX;
      if (placeX > maxX) maxX = placeX;
      if (placeY < minY) minY = placeY;
      if (placeY > maxY) maxY = placeY;
    }
    return { minX, minY, maxX, maxY };
  }

  /** The points of a ring, flat, as `toGridRing` gives them. */
  gridRing(ring: number): GridRing {
    const { x, y } = this;
    const start = this.startOf(ring);
    const flat = new Float64Array(2 * (this.endOf(ring) - start));
    for (let i = 0; 2 * i < flat.length; i++) {
      flat[2 * i] = x[start + i] ?? 0;
      flat[2 * i + 1] = y[start + i] ?? 0;
    }
    return flat;
  }

  #read(): void {
    for (let ring = 0; ring < this.ringCount; ring++)
      this.#readRing(ring, this.#positions[ring] ?? NO_POSITIONS);
  }

  /** A function of its own: the engine soon has the loop along many points as fast as it can be. */
  #readRing(ring: number, positions: Ring): void {
    const { x, y, ringAt } = this;
    const start = this.startOf(ring);
    const first = positions[0];
    const originX = (toGrid(first?.[0] ?? 0) >> 1) - NEAR;
    const originY = (toGrid(first?.[1] ?? 0) >> 1) - NEAR;
    let place = start;
    let beyond = 0;
    for (let i = 0; i + 1 < positions.length; i++) {
      const position = positions[i];
      if (position === undefined) continue;
      const placeX = toGrid(position[0]) | 0;
      const placeY = toGrid(position[1]) | 0;
      x[place] = placeX;
      y[place] = placeY;
      ringAt[place++] = ring;
      beyond |= (((placeX >> 1) - originX) | ((placeY >> 1) - originY)) >> NEAR_BITS;
    }
    this.isWide[ring] = beyond === 0 ? 0 : 1;
    x[place] = x[start] ?? 0;
    y[place] = y[start] ?? 0;
    ringAt[place] = ring;
  }
}

function startsOf(rings: readonly Ring[]): Int32Array {
  const starts = new Int32Array(rings.length + 1);
  let start = 0;
  for (let ring = 0; ring < rings.length; ring++) {
    start += Math.max(1, rings[ring]?.length ?? 0);
    starts[ring + 1] = start;
  }
  return starts;
}
