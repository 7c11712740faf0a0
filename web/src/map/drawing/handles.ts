import type { Position } from '@nitaq/core';
import type { Map as MapLibre, PointLike } from 'maplibre-gl';
import type { BorderHandles } from '../../state/editor/border-handles.ts';
import type { Handle } from '../../state/editor/editing.ts';

/** How near the pointer must come, px. Fingers are wider than a mouse. */
export const REACH_PX = { mouse: 10, touch: 24 } as const;
export type Pointer = keyof typeof REACH_PX;

interface PixelPoint {
  readonly x: number;
  readonly y: number;
}

/** What of a territory's border the hand would take at a place of the screen: a vertex before an edge; null: nothing. */
export function handleAt(
  map: MapLibre,
  { vertices, edges }: BorderHandles,
  point: PixelPoint,
  reachPx: number,
): Handle | null {
  const vertex = magnetAt(map, [vertices], point, reachPx);
  if (vertex) return { kind: 'vertex', at: vertex };
  const box = degreesAround(map, point, reachPx);
  let nearest: Handle | null = null;
  let least = reachPx;
  for (const between of edges) {
    const [from, to] = between;
    if (!meets(box, from, to)) continue;
    const [a, b] = [project(map, from), project(map, to)];
    const along = shareAlong(point, a, b);
    const distance = Math.hypot(a.x + along * (b.x - a.x) - point.x, a.y + along * (b.y - a.y) - point.y);
    if (distance > least) continue;
    least = distance;
    nearest = { kind: 'edge', between, at: positionAlong(from, to, along) };
  }
  return nearest;
}

/** The nearest vertex of some rings within reach, for the hand to stick to. */
export function magnetAt(
  map: MapLibre,
  rings: Iterable<readonly Position[]>,
  point: PixelPoint,
  reachPx: number,
): Position | null {
  const box = degreesAround(map, point, reachPx);
  let nearest: Position | null = null;
  let least = reachPx;
  for (const ring of rings) {
    for (const vertex of ring) {
      if (!meets(box, vertex, vertex)) continue;
      const at = project(map, vertex);
      const distance = Math.hypot(at.x - point.x, at.y - point.y);
      if (distance <= least) [nearest, least] = [vertex, distance];
    }
  }
  return nearest;
}

interface DegreeBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function degreesAround(map: MapLibre, { x, y }: PixelPoint, reachPx: number): DegreeBox {
  const unproject = (at: PointLike) => map.unproject(at);
  const low = unproject([x - reachPx, y + reachPx]);
  const high = unproject([x + reachPx, y - reachPx]);
  return { west: low.lng, south: low.lat, east: high.lng, north: high.lat };
}

function meets({ west, south, east, north }: DegreeBox, a: Position, b: Position): boolean {
  return (
    Math.min(a[0], b[0]) <= east &&
    Math.max(a[0], b[0]) >= west &&
    Math.min(a[1], b[1]) <= north &&
    Math.max(a[1], b[1]) >= south
  );
}

function project(map: MapLibre, [lng, lat]: Position): PixelPoint {
  return map.project([lng, lat]);
}

function shareAlong(point: PixelPoint, a: PixelPoint, b: PixelPoint): number {
  const [ux, uy] = [b.x - a.x, b.y - a.y];
  const squared = ux * ux + uy * uy;
  const along = squared === 0 ? 0 : ((point.x - a.x) * ux + (point.y - a.y) * uy) / squared;
  return Math.min(1, Math.max(0, along));
}

/** On the edge itself, which is straight in longitude and latitude, whatever the screen makes of it. */
function positionAlong(from: Position, to: Position, along: number): Position {
  return [from[0] + along * (to[0] - from[0]), from[1] + along * (to[1] - from[1])];
}
