import type { GeometryFault } from '../errors.ts';
import { boxesMeet, boxOf, type GridBox } from './grid.ts';
import { ringHasStep } from './point-in-polygon.ts';
import type { RingTouch } from './ring-sweep.ts';
import { faultAt, pointAt, positionOf, type SourceRing } from './source-ring.ts';

interface Boxed {
  readonly box: GridBox;
}

interface PlacedRing extends Boxed {
  readonly ring: SourceRing;
}

interface PlacedPolygon extends Boxed {
  readonly shell: PlacedRing;
  readonly holes: readonly PlacedRing[];
}

/** Checks which ring lies in which. The rings must not cross: each then lies wholly within or outside another. */
export function nestingFault(rings: readonly SourceRing[]): GeometryFault | null {
  const polygons = polygonsAmong(rings);
  for (const polygon of polygons) {
    const fault = holesFault(polygon);
    if (fault) return fault;
  }
  for (const [a, b] of pairsThatMeet(polygons)) {
    if (covers(a, b.shell) || covers(b, a.shell))
      return faultAt('polygons-overlap', later(a.shell, b.shell), 0);
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
  const polygons: { shell: PlacedRing; holes: PlacedRing[]; box: GridBox }[] = [];
  for (const ring of rings) {
    const placed = { ring, box: boxOf(ring.points.flatMap(({ x, y }) => [x, y])) };
    if (ring.number === 0) polygons.push({ shell: placed, holes: [], box: placed.box });
    else polygons.at(-1)?.holes.push(placed);
  }
  return polygons;
}

function holesFault({ shell, holes }: PlacedPolygon): GeometryFault | null {
  const stray = holes.find((hole) => !isWithin(hole, shell));
  if (stray) return faultAt('hole-outside-its-polygon', stray.ring, 0);
  for (const [a, b] of pairsThatMeet(holes)) {
    if (isWithin(a, b) || isWithin(b, a)) return faultAt('holes-overlap', later(a, b), 0);
  }
  return null;
}

/** The pairs whose boxes meet, from west to east. */
function* pairsThatMeet<T extends Boxed>(items: readonly T[]): Generator<[T, T]> {
  const ordered = [...items].sort((a, b) => a.box.minX - b.box.minX);
  for (const [i, item] of ordered.entries()) {
    for (let j = i + 1; j < ordered.length; j++) {
      const other = ordered[j];
      if (!other || other.box.minX > item.box.maxX) break;
      if (boxesMeet(item.box, other.box)) yield [item, other];
    }
  }
}

/** The ring that comes later in the input. */
function later(a: PlacedRing, b: PlacedRing): SourceRing {
  const isFirst =
    a.ring.polygon < b.ring.polygon || (a.ring.polygon === b.ring.polygon && a.ring.number < b.ring.number);
  return isFirst ? b.ring : a.ring;
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
