import { PairIndex } from '../../arrangement/pair-index.ts';
import type { FineGrid } from '../../fine-grid.ts';
import type { GridBox, GridRing } from '../../grid.ts';

const NONE = -1;
/** Vertices for each place: most borders are shared, and have each place twice. */
const EXPECTED_VERTICES = 0.6;

/** A point of a ring: rings one after the other, each without its repeated last point. */
export type Place = number;

/** A ring to be drawn. */
export interface RingToDraw {
  readonly points: GridRing;
  readonly isHole: boolean;
}

/**
 * All rings of a plan with their points numbered: equal points are one vertex, and two places that follow each other are
 * an edge, which is one however many rings have it. Kept in flat arrays, since every vertex of a plan comes by here.
 */
export class DrawnRings {
  readonly rings: readonly RingToDraw[];
  /** How many rings the boundary has; they come first. */
  readonly boundaryRings: number;
  /** The first place of each ring, and one beyond the last. */
  readonly starts: Int32Array;
  readonly ringAt: Int32Array;
  readonly vertexAt: Int32Array;
  /** By vertex, on the fine grid. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly vertexCount: number;
  /** By edge: its vertices, the one with the lower number first. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** By edge: the places where it begins in the first two rings that have it, or -1. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly edgeCount: number;
  /** The edge and the place of each further use. */
  readonly furtherUses: readonly { readonly edge: number; readonly place: Place }[];

  constructor(boundary: readonly RingToDraw[], claimed: readonly RingToDraw[], grid: FineGrid) {
    this.rings = [...boundary, ...claimed];
    this.boundaryRings = boundary.length;
    this.starts = startsOf(this.rings);
    const places = this.starts.at(-1) ?? 0;
    this.ringAt = new Int32Array(places);
    this.vertexAt = new Int32Array(places);
    const index = new PairIndex(places * EXPECTED_VERTICES);
    this.vertexCount = this.#numberVertices(index, grid);
    this.x = index.firsts.items;
    this.y = index.seconds.items;
    this.low = new Int32Array(places);
    this.high = new Int32Array(places);
    this.first = new Int32Array(places);
    this.second = new Int32Array(places).fill(NONE);
    const furtherUses: { edge: number; place: Place }[] = [];
    this.edgeCount = this.#numberEdges(furtherUses);
    this.furtherUses = furtherUses;
  }

  startOf(ring: number): Place {
    return this.starts[ring] ?? 0;
  }

  endOf(ring: number): Place {
    return this.starts[ring + 1] ?? 0;
  }

  /** The vertex that follows in the same ring. */
  vertexAfter(place: Place): number {
    const ring = this.ringAt[place] ?? 0;
    return this.vertexAt[place + 1 < this.endOf(ring) ? place + 1 : this.startOf(ring)] ?? 0;
  }

  /** The box around all points of a ring. */
  boxOf(ring: number): GridBox {
    return this.boxAlong(this.startOf(ring), this.endOf(ring));
  }

  /** The box around the places from one on to before another one. */
  boxAlong(from: Place, to: Place): GridBox {
    let minX = Infinity;
    let minY = Infinity;
    let maxX = -Infinity;
    let maxY = -Infinity;
    for (let place = from; place < to; place++) {
      const vertex = this.vertexAt[place] ?? 0;
      const x = this.x[vertex] ?? 0;
      const y = this.y[vertex] ?? 0;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    return { minX, minY, maxX, maxY };
  }

  #numberVertices(index: PairIndex, { originX, originY, steps }: FineGrid): number {
    let count = 0;
    let place = 0;
    for (let ring = 0; ring < this.rings.length; ring++) {
      const points = this.rings[ring]?.points ?? new Float64Array();
      for (let i = 0; i + 1 < points.length; i += 2) {
        const vertex = index.rowOf(
          ((points[i] ?? 0) - originX) * steps,
          ((points[i + 1] ?? 0) - originY) * steps,
        );
        if (vertex === count) count++;
        this.ringAt[place] = ring;
        this.vertexAt[place++] = vertex;
      }
    }
    return count;
  }

  /** Finds an edge among those of its lower vertex, chained: few begin at one vertex. */
  #numberEdges(furtherUses: { edge: number; place: Place }[]): number {
    const firstAt = new Int32Array(this.vertexCount).fill(NONE);
    const next = new Int32Array(this.vertexAt.length);
    let count = 0;
    for (let ring = 0; ring < this.rings.length; ring++) {
      const start = this.startOf(ring);
      const end = this.endOf(ring);
      for (let place = start; place < end; place++) {
        const from = this.vertexAt[place] ?? 0;
        const to = this.vertexAt[place + 1 < end ? place + 1 : start] ?? 0;
        if (from === to) continue;
        const low = from < to ? from : to;
        const high = from < to ? to : from;
        let edge = firstAt[low] ?? NONE;
        while (edge !== NONE && this.high[edge] !== high) edge = next[edge] ?? NONE;
        if (edge === NONE) {
          edge = count++;
          this.low[edge] = low;
          this.high[edge] = high;
          this.first[edge] = place;
          next[edge] = firstAt[low] ?? NONE;
          firstAt[low] = edge;
        } else if (this.second[edge] === NONE) this.second[edge] = place;
        else furtherUses.push({ edge, place });
      }
    }
    return count;
  }
}

function startsOf(rings: readonly RingToDraw[]): Int32Array {
  const starts = new Int32Array(rings.length + 1);
  for (const [ring, { points }] of rings.entries())
    starts[ring + 1] = (starts[ring] ?? 0) + points.length / 2;
  return starts;
}
