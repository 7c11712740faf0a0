import type { Place } from './projected-ground.ts';

const CELLS = 10;
const ROUNDS = 3;
/** For a name, an outline need not be finer. */
const LEAST_EDGE = 4;
/** Of an edge: where it begins and where it ends. */
const NUMBERS = 4;

/** About the place in an outline that is farthest from its edges: where its name stands. Null for one without ground. */
export function innermostPlace(polygons: readonly (readonly (readonly Place[])[])[]): Place | null {
  const edges = Float64Array.from(polygons.flatMap((rings) => rings.flatMap(edgesOf)));
  if (edges.length === 0) return null;
  let { left, right, top, bottom } = boxOf(edges);
  let best: Place | null = null;
  // A grid, then finer ones around the best place of the one before.
  for (let round = 0; round < ROUNDS; round += 1) {
    const [stepX, stepY] = [(right - left) / CELLS, (bottom - top) / CELLS];
    let farthest = 0;
    for (let i = 0; i <= CELLS; i += 1) {
      for (let j = 0; j <= CELLS; j += 1) {
        const [x, y] = [left + i * stepX, top + j * stepY];
        const room = roomAt(x, y, edges);
        if (room > farthest) {
          farthest = room;
          best = [x, y];
        }
      }
    }
    if (best === null) return [edges[0] ?? 0, edges[1] ?? 0];
    [left, right, top, bottom] = [best[0] - stepX, best[0] + stepX, best[1] - stepY, best[1] + stepY];
  }
  return best;
}

function edgesOf(ring: readonly Place[]): number[] {
  const edges: number[] = [];
  let [from] = ring;
  ring.forEach((to, index) => {
    if (!from || (index < ring.length - 1 && Math.hypot(to[0] - from[0], to[1] - from[1]) < LEAST_EDGE))
      return;
    edges.push(from[0], from[1], to[0], to[1]);
    from = to;
  });
  return edges;
}

function boxOf(edges: Float64Array) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let at = 0; at < edges.length; at += 2) {
    const [x = 0, y = 0] = [edges[at], edges[at + 1]];
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

/** The square of the distance to the nearest edge; negative outside, by the even-odd rule. */
function roomAt(x: number, y: number, edges: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  let isInside = false;
  for (let at = 0; at < edges.length; at += NUMBERS) {
    const ax = edges[at] ?? 0;
    const ay = edges[at + 1] ?? 0;
    const bx = edges[at + 2] ?? 0;
    const by = edges[at + 3] ?? 0;
    const dx = bx - ax;
    const dy = by - ay;
    if (ay > y !== by > y && x < (dx * (y - ay)) / dy + ax) isInside = !isInside;
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
    const awayX = x - ax - along * dx;
    const awayY = y - ay - along * dy;
    least = Math.min(least, awayX * awayX + awayY * awayY);
  }
  return isInside ? least : -least;
}
