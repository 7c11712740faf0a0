import type { Position } from '@nitaq/core';
import type { Map as MapLibre } from 'maplibre-gl';
import type { BorderHandles } from '../../state/editor/border-handles.ts';
import type { Handle } from '../../state/editor/editing.ts';
import {
  type DegreeBox,
  degreesAround,
  type PixelPoint,
  positionAlong,
  project,
  shareAlong,
} from './on-screen.ts';

/** How near the pointer must come, px. Fingers are wider than a mouse. */
export const REACH_PX = { mouse: 10, touch: 24 } as const;
export type Pointer = keyof typeof REACH_PX;

/** What of a territory's border the hand would take at a place of the screen: a vertex before an edge; null: nothing. */
export function handleAt(
  map: MapLibre,
  { vertices, edges }: BorderHandles,
  point: PixelPoint,
  reachPx: number,
): Handle | null {
  const vertex = nearestVertex(map, vertices, point, reachPx);
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

/** The nearest vertex of some rings within reach. */
function nearestVertex(
  map: MapLibre,
  vertices: readonly Position[],
  point: PixelPoint,
  reachPx: number,
): Position | null {
  const box = degreesAround(map, point, reachPx);
  let nearest: Position | null = null;
  let least = reachPx;
  for (const vertex of vertices) {
    if (!meets(box, vertex, vertex)) continue;
    const at = project(map, vertex);
    const distance = Math.hypot(at.x - point.x, at.y - point.y);
    if (distance <= least) [nearest, least] = [vertex, distance];
  }
  return nearest;
}

function meets({ west, south, east, north }: DegreeBox, a: Position, b: Position): boolean {
  return (
    Math.min(a[0], b[0]) <= east &&
    Math.max(a[0], b[0]) >= west &&
    Math.min(a[1], b[1]) <= north &&
    Math.max(a[1], b[1]) >= south
  );
}
