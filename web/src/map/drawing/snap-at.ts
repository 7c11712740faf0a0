import { edgesMeeting, type Position } from '@nitaq/core';
import type { Map as MapLibre } from 'maplibre-gl';
import type { AppStore } from '../../state/app-state.ts';
import { snapTargets } from '../../state/editor/snap-targets.ts';
import type { Snap } from '../../state/editor/snapping.ts';
import { degreesAround, type PixelPoint, positionAlong, project, shareAlong } from './on-screen.ts';

/** What the hand sticks to at a place of the screen: the nearest vertex within reach, or else the nearest edge; null: nothing. */
export function snapAt(map: MapLibre, store: AppStore, point: PixelPoint): Snap | null {
  const { aids } = store.getState();
  if (!aids.snaps) return null;
  const { west, south, east, north } = degreesAround(map, point, aids.reachPx);
  const box = { minX: west, minY: south, maxX: east, maxY: north };
  let nearest: Snap | null = null;
  let least = aids.reachPx + 1;
  const offer = (snap: Snap, distance: number) => {
    const isBetter = nearest?.part === snap.part ? distance < least : snap.part === 'vertex';
    if (distance <= aids.reachPx && (nearest === null || isBetter)) [nearest, least] = [snap, distance];
  };
  for (const { owner, outline } of snapTargets(store.getState())) {
    for (const [from, to] of edgesMeeting(outline, box)) {
      const [a, b] = [project(map, from), project(map, to)];
      for (const [vertex, { x, y }] of [
        [from, a],
        [to, b],
      ] as const) {
        offer({ at: vertex, part: 'vertex', owner }, Math.hypot(x - point.x, y - point.y));
      }
      const along = shareAlong(point, a, b);
      const away = Math.hypot(a.x + along * (b.x - a.x) - point.x, a.y + along * (b.y - a.y) - point.y);
      const at: Position = positionAlong(from, to, along);
      offer({ at, part: 'edge', owner }, away);
    }
  }
  return nearest;
}
