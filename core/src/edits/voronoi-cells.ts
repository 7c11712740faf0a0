import { GRID_PER_DEGREE, type GridBox, snapPosition } from '../geometry/grid.ts';
import type { Point } from '../geometry/orientation.ts';
import type { Position, Ring } from '../model/geometry.ts';
import { clipToBox } from './clip-to-box.ts';
import type { MetricPlane } from './metric-plane.ts';
import { triangulatePoints } from './triangulate-points.ts';

/** The plane divided among sites: each place goes with the nearest. */
export interface VoronoiCells {
  /** The ring around a site's cell, counter-clockwise; neighbours have the same corners. On the positions' grid. */
  ringOf(site: number): Ring;
  /** The sites whose cells have a side in common with that of a site. */
  neighboursOf(site: number): readonly number[];
}

/** Four sites beyond all others close the outer cells; so far away they take nothing of the box. */
const FAR = 4;

/** Corners nearer than this are one, in steps of the positions' grid: what rounding may do to a corner of four cells. */
const SAME_CORNER_STEPS = 2;

/**
 * The Voronoi cells of sites that lie, all in different places, within a box of degrees, which cuts them off. Distances
 * are those in the plane.
 */
export function voronoiCells(
  sites: readonly Position[],
  { box, plane: { toPlane, toPosition } }: { readonly box: GridBox; readonly plane: MetricPlane },
): VoronoiCells {
  const points = [...sites, ...cornersAround(box)].map(toPlane);
  const count = points.length;
  const triangles = triangulatePoints(points);
  const corners = new Corners(points);
  const neighbours: number[][] = points.map(() => []);
  for (const [name, [one, other]] of triangles) {
    const [a, b] = [Math.floor(name / count), name % count];
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
    if (one !== undefined && other !== undefined) corners.join([a, b, one], [a, b, other], toPosition);
  }
  return {
    ringOf: (site) => {
      const around = inTurn(points, site, neighbours[site] ?? []);
      const ring = around.map((to, i) => toPosition(corners.of([site, around.at(i - 1) ?? to, to])));
      const clipped = clipToBox(ring, box).map(snapPosition);
      return [...clipped, ...clipped.slice(0, 1)];
    },
    neighboursOf: (site) => (neighbours[site] ?? []).filter((other) => other < sites.length),
  };
}

function cornersAround({ minX, minY, maxX, maxY }: GridBox): Position[] {
  const away = FAR * Math.hypot(maxX - minX, maxY - minY);
  return [
    [minX - away, minY - away],
    [minX - away, maxY + away],
    [maxX + away, minY - away],
    [maxX + away, maxY + away],
  ];
}

/** The neighbours of a site counter-clockwise. */
function inTurn(points: readonly Point[], site: number, neighbours: readonly number[]): number[] {
  const at = points[site] ?? NOWHERE;
  const angle = (other: number): number => {
    const { x, y } = points[other] ?? NOWHERE;
    return Math.atan2(y - at.y, x - at.x);
  };
  return neighbours
    .map((other) => ({ other, turn: angle(other) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ other }) => other);
}

const NOWHERE: Point = { x: 0, y: 0 };

type Triple = readonly [number, number, number];

/** The corners of the cells: of three neighbouring sites the place that is equally far from all. */
class Corners {
  readonly #points: readonly Point[];
  readonly #known = new Map<string, { readonly point: Point; leader: string }>();

  constructor(points: readonly Point[]) {
    this.#points = points;
  }

  of(sites: Triple): Point {
    return this.#corner(this.#leader(keyOf(sites))).point;
  }

  /** Makes two corners one where they are in one place but for rounding. */
  join(one: Triple, other: Triple, toPosition: (point: Point) => Position): void {
    const [a, b] = [this.#leader(keyOf(one)), this.#leader(keyOf(other))];
    const [from, to] = [toPosition(this.#corner(a).point), toPosition(this.#corner(b).point)];
    const stepsApart = Math.max(Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])) * GRID_PER_DEGREE;
    if (stepsApart < SAME_CORNER_STEPS) this.#corner(b).leader = a;
  }

  #corner(key: string) {
    const known = this.#known.get(key);
    if (known) return known;
    const [a, b, c] = key.split(' ').map((site) => this.#points[Number(site)] ?? NOWHERE);
    const corner = { point: circumcentre(a ?? NOWHERE, b ?? NOWHERE, c ?? NOWHERE), leader: key };
    this.#known.set(key, corner);
    return corner;
  }

  #leader(key: string): string {
    let leader = key;
    while (this.#corner(leader).leader !== leader) leader = this.#corner(leader).leader;
    return leader;
  }
}

/** In the order of the sites, so that all three cells have the corner in the very same place. */
function keyOf(sites: Triple): string {
  return [...sites].sort((a, b) => a - b).join(' ');
}

function circumcentre(a: Point, b: Point, c: Point): Point {
  const [bx, by, cx, cy] = [b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y];
  const [b2, c2, doubled] = [bx * bx + by * by, cx * cx + cy * cy, 2 * (bx * cy - by * cx)];
  return { x: a.x + (cy * b2 - by * c2) / doubled, y: a.y + (bx * c2 - cx * b2) / doubled };
}
