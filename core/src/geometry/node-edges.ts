import Flatbush from 'flatbush';
import type { FinePoint } from './fine-grid.ts';
import { crossingPoint, orientation } from './orientation.ts';
import { EdgeSet, type OverlayEdge } from './overlay-edge.ts';
import { compareSwept } from './sweep-line.ts';

/**
 * Cuts edges wherever they meet, so that afterwards they have nothing but ends in common: exactly, no tolerance is left
 * to those who go on from here. Crossings are rounded to the fine grid, and edges are drawn to the ends of others that
 * they pass within half its unit (hot pixels: Hobby 1999), which bends them by less than the unit; what then meets anew
 * is cut again, in rounds, until nothing is left. Edges must come sorted, and do so again.
 */
export function nodeEdges(edges: readonly OverlayEdge[]): OverlayEdge[] {
  let all = [...edges];
  let fresh = new Set(all);
  while (fresh.size > 0) {
    const cuts = findCuts(all, fresh);
    if (cuts.size === 0) return all;
    const next = new EdgeSet();
    const kept = new Set<OverlayEdge>();
    for (const edge of all) {
      const points = cuts.get(edge);
      if (!points) kept.add(edge);
      for (const [from, to] of piecesOf(edge, points ?? [])) next.toggle(from, to, edge.owners);
    }
    all = next.sorted();
    const places = new Set([...kept].map(placeOf));
    fresh = new Set(all.filter((edge) => !places.has(placeOf(edge))));
  }
  return all;
}

type Cuts = Map<OverlayEdge, FinePoint[]>;

/** The places at which edges must be cut that meet one of the fresh ones. */
function findCuts(all: readonly OverlayEdge[], fresh: ReadonlySet<OverlayEdge>): Cuts {
  const cuts: Cuts = new Map();
  const index = indexOf(all);
  for (const [i, edge] of all.entries()) {
    if (!fresh.has(edge)) continue;
    const { low, high } = edge;
    index.search(low.x, Math.min(low.y, high.y), high.x, Math.max(low.y, high.y), (j) => {
      const other = all[j];
      // A pair of fresh edges is met twice; the order of a pair must not depend on which of them is fresh.
      if (other && j !== i && !(j < i && fresh.has(other))) {
        if (i < j) cutWhereTheyMeet(edge, other, cuts);
        else cutWhereTheyMeet(other, edge, cuts);
      }
      return false;
    });
  }
  return cuts;
}

function indexOf(edges: readonly OverlayEdge[]): Flatbush {
  const index = new Flatbush(Math.max(1, edges.length));
  for (const { low, high } of edges)
    index.add(low.x, Math.min(low.y, high.y), high.x, Math.max(low.y, high.y));
  if (edges.length === 0) index.add(0, 0, 0, 0);
  index.finish();
  return index;
}

function cutWhereTheyMeet(a: OverlayEdge, b: OverlayEdge, cuts: Cuts): void {
  const [aLow, aHigh] = [orientation(b.low, b.high, a.low), orientation(b.low, b.high, a.high)];
  const [bLow, bHigh] = [orientation(a.low, a.high, b.low), orientation(a.low, a.high, b.high)];
  const [reachA, reachB] = [reachOf(a), reachOf(b)];
  const onB = [a.low, a.high].filter(
    (end, i) => Math.abs(i === 0 ? aLow : aHigh) < reachB && isBeside(end, b),
  );
  const onA = [b.low, b.high].filter(
    (end, i) => Math.abs(i === 0 ? bLow : bHigh) < reachA && isBeside(end, a),
  );
  for (const end of onB) cut(b, end, cuts);
  for (const end of onA) cut(a, end, cuts);
  if (onA.length > 0 || onB.length > 0) return;
  if (aLow > 0 === aHigh > 0 || bLow > 0 === bHigh > 0) return;
  const { x, y } = crossingPoint(a.low, a.high, b.low, b.high);
  const point = { x: Math.round(x), y: Math.round(y) };
  cut(a, point, cuts);
  cut(b, point, cuts);
}

/** Twice the area over an edge, below which its line passes through the square of one unit around a point. */
function reachOf({ low, high }: OverlayEdge): number {
  return (Math.abs(high.x - low.x) + Math.abs(high.y - low.y)) / 2;
}

function isBeside({ x, y }: FinePoint, { low, high }: OverlayEdge): boolean {
  return x >= low.x && x <= high.x && y >= Math.min(low.y, high.y) && y <= Math.max(low.y, high.y);
}

function cut(edge: OverlayEdge, point: FinePoint, cuts: Cuts): void {
  if (compareSwept(point, edge.low) === 0 || compareSwept(point, edge.high) === 0) return;
  const points = cuts.get(edge);
  if (points) points.push(point);
  else cuts.set(edge, [point]);
}

function piecesOf({ low, high }: OverlayEdge, points: readonly FinePoint[]): [FinePoint, FinePoint][] {
  const along = ({ x, y }: FinePoint) => (x - low.x) * (high.x - low.x) + (y - low.y) * (high.y - low.y);
  const stops = [...points].sort((a, b) => along(a) - along(b) || compareSwept(a, b));
  const pieces: [FinePoint, FinePoint][] = [];
  let from = low;
  for (const to of [...stops, high]) {
    if (compareSwept(from, to) !== 0) pieces.push([from, to]);
    from = to;
  }
  return pieces;
}

function placeOf({ low, high }: OverlayEdge): string {
  return `${low.x} ${low.y} ${high.x} ${high.y}`;
}
