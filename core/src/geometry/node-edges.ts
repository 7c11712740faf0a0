import Flatbush from 'flatbush';
import type { FinePoint } from './fine-grid.ts';
import { crossingPoint, isOnSegment, orientation } from './orientation.ts';
import { EdgeSet, type OverlayEdge } from './overlay-edge.ts';
import { compareSwept } from './sweep-line.ts';

/** A crossing as near as this to an end of an edge, in units of the fine grid, is taken to be that end. */
const NEAR_UNITS = 1;

/**
 * Cuts edges wherever they meet, so that afterwards they have nothing but ends in common: exactly, no tolerance is left
 * to those who go on from here. Crossings are rounded to the fine grid, which bends edges by less than its unit; what
 * then meets anew is cut again, in rounds, until nothing is left. Edges must come sorted, and do so again.
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
  if (aLow > 0 && aHigh > 0) return;
  if (aLow < 0 && aHigh < 0) return;
  const [bLow, bHigh] = [orientation(a.low, a.high, b.low), orientation(a.low, a.high, b.high)];
  if (bLow > 0 && bHigh > 0) return;
  if (bLow < 0 && bHigh < 0) return;

  if (aLow !== 0 && aHigh !== 0 && bLow !== 0 && bHigh !== 0) {
    const point = roundedCrossing(a, b);
    cut(a, point, cuts);
    cut(b, point, cuts);
    return;
  }
  for (const end of [a.low, a.high]) if (isOnSegment(end, b.low, b.high)) cut(b, end, cuts);
  for (const end of [b.low, b.high]) if (isOnSegment(end, a.low, a.high)) cut(a, end, cuts);
}

function roundedCrossing(a: OverlayEdge, b: OverlayEdge): FinePoint {
  const exact = crossingPoint(a.low, a.high, b.low, b.high);
  const near = [a.low, a.high, b.low, b.high].find(
    ({ x, y }) => Math.abs(x - exact.x) <= NEAR_UNITS && Math.abs(y - exact.y) <= NEAR_UNITS,
  );
  return near ?? { x: Math.round(exact.x), y: Math.round(exact.y) };
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
