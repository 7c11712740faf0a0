import { doubledArea, type FinePoint, type FineRing, fineBoxOf } from './fine-grid.ts';
import { boxHas, type GridBox } from './grid.ts';
import { compareClockwise } from './orientation.ts';
import { ringHasStep } from './point-in-polygon.ts';

/** A connected part of the plane: its outer ring counter-clockwise, its holes clockwise. */
export interface Face {
  readonly outer: FineRing;
  readonly holes: readonly FineRing[];
}

/** An edge with the face on its left. */
export type DirectedEdge = readonly [from: FinePoint, to: FinePoint];

/**
 * The connected parts of what edges enclose that have it on their left. Parts that touch in single points are parts of
 * their own, and no ring of the result comes twice through a point. The part that reaches to infinity, if there is one,
 * is left out. The edges must have nothing but ends in common, and as many must lead to each point as away from it.
 */
export function traceFaces(edges: readonly DirectedEdge[]): Face[] {
  const loops = walksOf(edgesByStart(edges)).flatMap(splitAtRepeats);
  const outers = loops
    .filter((loop) => doubledArea(loop) > 0)
    .map((outer) => ({ outer, area: doubledArea(outer), box: fineBoxOf(outer), holes: [] as FineRing[] }))
    .sort((a, b) => a.area - b.area);
  for (const hole of loops) {
    if (doubledArea(hole) >= 0) continue;
    outers.find(({ outer, box }) => encloses(outer, box, hole))?.holes.push(hole);
  }
  return outers.map(({ outer, holes }) => ({ outer, holes }));
}

interface WalkedEdge {
  readonly from: FinePoint;
  readonly to: FinePoint;
  isWalked: boolean;
}

/** The edges by the point they start from. */
type Edges = Map<string, WalkedEdge[]>;

function edgesByStart(directed: readonly DirectedEdge[]): Edges {
  const edges: Edges = new Map();
  for (const [from, to] of directed) {
    const edge = { from, to, isWalked: false };
    const leaving = edges.get(keyOf(from));
    if (leaving) leaving.push(edge);
    else edges.set(keyOf(from), [edge]);
  }
  return edges;
}

/** Closed walks with the face on their left: where several edges leave a corner, on to the next one clockwise. */
function walksOf(edges: Edges): FineRing[] {
  const walks: FineRing[] = [];
  for (const start of [...edges.values()].flat()) {
    if (start.isWalked) continue;
    const walk: FinePoint[] = [];
    let edge = start;
    do {
      edge.isWalked = true;
      walk.push(edge.from);
      edge = edgeAfter(edge, edges, start);
    } while (edge !== start);
    walks.push(walk);
  }
  return walks;
}

function edgeAfter({ from, to }: WalkedEdge, edges: Edges, start: WalkedEdge): WalkedEdge {
  const choices = (edges.get(keyOf(to)) ?? []).filter((edge) => !edge.isWalked || edge === start);
  return choices.reduce(
    (best, edge) => (compareClockwise(to, from, edge.to, best.to) < 0 ? edge : best),
    choices[0] ?? start,
  );
}

/** Cuts a walk into rings that come through no point twice. */
function splitAtRepeats(walk: FineRing): FineRing[] {
  const rings: FineRing[] = [];
  const path: FinePoint[] = [];
  const places = new Map<string, number>();
  for (const point of walk) {
    const place = places.get(keyOf(point));
    if (place === undefined) {
      places.set(keyOf(point), path.length);
      path.push(point);
      continue;
    }
    const ring = path.splice(place);
    rings.push(ring);
    for (const visited of ring.slice(1)) places.delete(keyOf(visited));
    path.push(point);
  }
  return [...rings, path];
}

/** The hole may touch the outer ring in points, but has no edge in common with it. */
function encloses(outer: FineRing, box: GridBox, hole: FineRing): boolean {
  const [first, second] = hole;
  if (!first || !second || !boxHas(box, first.x, first.y)) return false;
  return ringHasStep(outer, first, second);
}

function keyOf({ x, y }: FinePoint): string {
  return `${x} ${y}`;
}
