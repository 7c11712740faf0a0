import type { FineGrid } from '../fine-grid.ts';
import type { GridPolygon, GridRing } from '../grid.ts';
import type { Arrangement } from './arrangement.ts';
import type { RingRoles } from './ring-roles.ts';

/** A drawn polygon: its rings with their numbers, outer ring first. */
type DrawnPolygon = readonly DrawnRing[];

interface DrawnRing {
  readonly number: number;
  readonly points: GridRing;
}

/** Draws the polygons of several owners into an arrangement. */
export class Outlines {
  readonly #plane: Arrangement;
  readonly #grid: FineGrid;
  readonly #drawn = new Map<number, readonly DrawnPolygon[]>();
  readonly #roles: RingRoles;

  constructor(plane: Arrangement, roles: RingRoles, grid: FineGrid) {
    this.#plane = plane;
    this.#roles = roles;
    this.#grid = grid;
  }

  /** Draws the polygons of an owner in place of those drawn before; only the edges that differ are touched. */
  draw(owner: number, polygons: readonly GridPolygon[]): void {
    const before = this.#drawn.get(owner) ?? [];
    for (const rings of before.slice(polygons.length)) {
      for (const ring of rings) this.#toggleWhole(ring.number, ring.points);
    }
    this.#drawn.set(
      owner,
      polygons.map(({ rings }, i) => this.#drawPolygon(owner, rings, before[i])),
    );
  }

  #drawPolygon(owner: number, rings: readonly GridRing[], before: DrawnPolygon | undefined): DrawnPolygon {
    for (const ring of before?.slice(rings.length) ?? []) this.#toggleWhole(ring.number, ring.points);
    const firstBefore = before?.[0];
    const polygon = (firstBefore && this.#roles.polygonOf(firstBefore.number)) ?? this.#roles.nextPolygon();
    return rings.map((points, i): DrawnRing => {
      const ringBefore = before?.[i];
      if (ringBefore === undefined) {
        const number = this.#roles.add({ owner, polygon, isHole: i > 0 });
        this.#toggleWhole(number, points);
        return { number, points };
      }
      const same = commonEnds(ringBefore.points, points);
      if (same.first < Math.max(ringBefore.points.length, points.length) / 2) {
        this.#toggle(ringBefore.number, ringBefore.points, same);
        this.#toggle(ringBefore.number, points, same);
      }
      return { number: ringBefore.number, points };
    });
  }

  #toggleWhole(ring: number, points: GridRing): void {
    this.#plane.toggleAround(ring, this.#plane.vertices.allAt(points, this.#grid));
  }

  /** Toggles the edges of a ring, but for those between the points at its beginning and its end that are left alone. */
  #toggle(ring: number, points: GridRing, { first, last }: CommonEnds): void {
    const count = points.length / 2;
    if (count === 0) return;
    let from = this.#vertexAt(points, (first > 0 ? first : count) - 1);
    for (let i = first; i < count - last; i++) {
      const to = this.#vertexAt(points, i);
      this.#plane.toggle(ring, from, to);
      from = to;
    }
    if (first + last > 0) this.#plane.toggle(ring, from, this.#vertexAt(points, last > 0 ? count - last : 0));
  }

  #vertexAt(points: GridRing, i: number): number {
    const { originX, originY, steps } = this.#grid;
    return this.#plane.vertices.at(
      ((points[2 * i] ?? 0) - originX) * steps,
      ((points[2 * i + 1] ?? 0) - originY) * steps,
    );
  }
}

/** How many points two rings have in common from their first and from their last one on. */
interface CommonEnds {
  readonly first: number;
  readonly last: number;
}

function commonEnds(a: GridRing, b: GridRing): CommonEnds {
  const [countA, countB] = [a.length / 2, b.length / 2];
  const least = Math.min(countA, countB);
  let first = 0;
  while (first < least && isSame(a, b, first, first)) first++;
  let last = 0;
  while (last < least - first && isSame(a, b, countA - 1 - last, countB - 1 - last)) last++;
  return { first, last };
}

function isSame(a: GridRing, b: GridRing, i: number, j: number): boolean {
  return a[2 * i] === b[2 * j] && a[2 * i + 1] === b[2 * j + 1];
}
