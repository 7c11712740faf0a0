import type { GeometryFault } from '../errors.ts';
import { boxesMeet, boxOf, type GridBox } from './grid.ts';
import { ringHasStep } from './point-in-polygon.ts';
import type { RingTouch } from './ring-sweep.ts';
import { faultAt, pointAt, positionOf, type SourceRing } from './source-ring.ts';

interface PlacedRing {
  readonly ring: SourceRing;
  readonly box: GridBox;
}

interface PlacedPolygon {
  readonly shell: PlacedRing;
  readonly holes: readonly PlacedRing[];
}

/** Checks which ring lies in which. The rings must not cross: each then lies wholly within or outside another. */
export function nestingFault(rings: readonly SourceRing[]): GeometryFault | null {
  const polygons = polygonsAmong(rings);
  for (const [i, polygon] of polygons.entries()) {
    const fault = holesFault(polygon);
    if (fault) return fault;
    for (const other of polygons.slice(i + 1)) {
      if (!boxesMeet(polygon.shell.box, other.shell.box)) continue;
      if (covers(polygon, other.shell) || covers(other, polygon.shell)) {
        return faultAt('polygons-overlap', other.shell.ring, 0);
      }
    }
  }
  return null;
}

/**
 * Rings of one polygon may touch in points, but not so that they close around a part of the interior: rings and the
 * points in which they touch must form no cycle.
 */
export function connectionFault(touches: readonly RingTouch[]): GeometryFault | null {
  const parents = new Map<unknown, unknown>();
  const rootOf = (node: unknown): unknown => {
    let root = node;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    // Compressing the path keeps later searches short.
    for (let at = node; at !== root; ) {
      const next = parents.get(at);
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { point, rings } of touches) {
    const knots = new Map<number, object>();
    for (const ring of rings) {
      const knot = knots.get(ring.polygon) ?? {};
      knots.set(ring.polygon, knot);
      const [ringRoot, knotRoot] = [rootOf(ring), rootOf(knot)];
      if (ringRoot === knotRoot) {
        return { code: 'interior-not-connected', pointer: ring.pointer, position: positionOf(point) };
      }
      parents.set(ringRoot, knotRoot);
    }
  }
  return null;
}

function polygonsAmong(rings: readonly SourceRing[]): PlacedPolygon[] {
  const polygons: { shell: PlacedRing; holes: PlacedRing[] }[] = [];
  for (const ring of rings) {
    const placed = { ring, box: boxOf(ring.points.flatMap(({ x, y }) => [x, y])) };
    if (ring.number === 0) polygons.push({ shell: placed, holes: [] });
    else polygons.at(-1)?.holes.push(placed);
  }
  return polygons;
}

function holesFault({ shell, holes }: PlacedPolygon): GeometryFault | null {
  for (const [i, hole] of holes.entries()) {
    if (!isWithin(hole, shell)) return faultAt('hole-outside-its-polygon', hole.ring, 0);
    for (const other of holes.slice(i + 1)) {
      if (boxesMeet(hole.box, other.box) && (isWithin(hole, other) || isWithin(other, hole))) {
        return faultAt('holes-overlap', other.ring, 0);
      }
    }
  }
  return null;
}

/** Whether the ring lies on the polygon's ground: within its shell and in none of its holes. */
function covers({ shell, holes }: PlacedPolygon, ring: PlacedRing): boolean {
  return isWithin(ring, shell) && !holes.some((hole) => isWithin(ring, hole));
}

function isWithin(inner: PlacedRing, outer: PlacedRing): boolean {
  const [a, b] = [inner.box, outer.box];
  if (a.minX < b.minX || a.minY < b.minY || a.maxX > b.maxX || a.maxY > b.maxY) return false;
  return ringHasStep(outer.ring.points, pointAt(inner.ring, 0), pointAt(inner.ring, 1));
}
