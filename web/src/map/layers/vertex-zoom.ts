import type { Position } from '@nitaq/core';

/** How near two vertices may be drawn to each other, px: nearer, their dots become a line that hides the border. */
const LEAST_PX = 14;
/** How wide the world is at zoom 0, px. */
const WORLD_PX = 512;

/**
 * From which zoom on each vertex of a border is drawn. Those with room on both sides are drawn from far away; of a dense
 * stretch every second one, of those every second, and so on, each a zoom farther away.
 */
export function vertexZooms(vertices: readonly Position[]): number[] {
  return vertices.map((at, index) => {
    const room = Math.min(pixelsBetween(vertices[index - 1], at), pixelsBetween(at, vertices[index + 1]));
    const halvings = index === 0 ? 0 : Math.clz32(1) - Math.clz32(index & -index);
    return Math.max(0, Math.ceil(Math.log2(LEAST_PX / room)) - halvings);
  });
}

/** At zoom 0. */
function pixelsBetween(a: Position | undefined, b: Position | undefined): number {
  if (!a || !b) return Number.POSITIVE_INFINITY;
  const stretch = 1 / Math.cos((a[1] * Math.PI) / 180);
  const degrees = Math.hypot(a[0] - b[0], (a[1] - b[1]) * stretch);
  return Math.max((degrees / 360) * WORLD_PX, Number.MIN_VALUE);
}
