import type { Place } from './projected-ground.ts';

const CELLS = 14;
const ROUNDS = 3;
/** For a name, an outline need not be finer. */
const LEAST_EDGE = 4;

/** About the place in an outline that is farthest from its edges: where its name stands. Null for one without ground. */
export function innermostPlace(polygons: readonly (readonly (readonly Place[])[])[]): Place | null {
  const edges = polygons.flatMap((rings) => rings.flatMap(edgesOf));
  if (edges.length === 0) return null;
  const xs = edges.map(([[x]]) => x);
  const ys = edges.map(([[, y]]) => y);
  let [left, right] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  let [top, bottom] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  let best: Place | null = null;
  // A grid, then finer ones around the best place of the one before.
  for (let round = 0; round < ROUNDS; round += 1) {
    const [stepX, stepY] = [(right - left) / CELLS, (bottom - top) / CELLS];
    let farthest = 0;
    for (let i = 0; i <= CELLS; i += 1) {
      for (let j = 0; j <= CELLS; j += 1) {
        const place: Place = [left + i * stepX, top + j * stepY];
        if (!isInside(place, edges)) continue;
        const distance = distanceTo(place, edges);
        if (distance > farthest) [farthest, best] = [distance, place];
      }
    }
    if (best === null) return firstOf(edges);
    [left, right, top, bottom] = [best[0] - stepX, best[0] + stepX, best[1] - stepY, best[1] + stepY];
  }
  return best;
}

type Edge = readonly [from: Place, to: Place];

function firstOf([edge]: readonly Edge[]): Place | null {
  return edge?.[0] ?? null;
}

function edgesOf(ring: readonly Place[]): Edge[] {
  const edges: Edge[] = [];
  let [from] = ring;
  ring.forEach((to, index) => {
    if (!from || (index < ring.length - 1 && Math.hypot(to[0] - from[0], to[1] - from[1]) < LEAST_EDGE))
      return;
    edges.push([from, to]);
    from = to;
  });
  return edges;
}

function isInside([x, y]: Place, edges: readonly Edge[]): boolean {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of edges) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function distanceTo([x, y]: Place, edges: readonly Edge[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [[ax, ay], [bx, by]] of edges) {
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
    least = Math.min(least, Math.hypot(x - ax - along * dx, y - ay - along * dy));
  }
  return least;
}
