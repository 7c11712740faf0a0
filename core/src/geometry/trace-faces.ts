import type { GridBox } from './grid.ts';
import { boxHas } from './grid.ts';
import { doubledArea, type FinePoint, type FineRing, fineBoxOf } from './fine-grid.ts';
import { compareClockwise } from './orientation.ts';
import { ringHasStep } from './point-in-polygon.ts';

/** A connected part of the plane: its outer ring counter-clockwise, its holes clockwise. */
export interface Face {
  readonly outer: FineRing;
  readonly holes: readonly FineRing[];
}

/**
 * The connected parts of what rings enclose that have it on their left. Parts that touch in common corners are parts of
 * their own, and no ring of the result comes twice through a corner. Rings around the part that reaches to infinity,
 * if there is one, are left out: so the faces of reversed rings are the holes that they enclose.
 */
export function traceFaces(rings: readonly FineRing[]): Face[] {
  const loops = walksOf(edgesOf(rings)).flatMap(splitAtRepeats);
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

/** A directed edge with the face on its left. */
interface Edge {
  readonly from: FinePoint;
  readonly to: FinePoint;
  isWalked: boolean;
}

/** The edges by the point they start from. */
type Edges = Map<string, Edge[]>;

function edgesOf(rings: readonly FineRing[]): Edges {
  const edges: Edges = new Map();
  for (const ring of rings) {
    let from = ring.at(-1);
    for (const to of ring) {
      if (from && !isSame(from, to)) addEdge(edges, from, to);
      from = to;
    }
  }
  return edges;
}

/** An edge and its reverse have the same on both sides: they cancel. */
function addEdge(edges: Edges, from: FinePoint, to: FinePoint): void {
  const back = edges.get(keyOf(to)) ?? [];
  const reverse = back.findIndex((edge) => isSame(edge.to, from));
  if (reverse >= 0) {
    back.splice(reverse, 1);
    return;
  }
  const edge = { from, to, isWalked: false };
  const leaving = edges.get(keyOf(from));
  if (leaving) leaving.push(edge);
  else edges.set(keyOf(from), [edge]);
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

function edgeAfter({ from, to }: Edge, edges: Edges, start: Edge): Edge {
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

function encloses(outer: FineRing, box: GridBox, hole: FineRing): boolean {
  const [first, second] = hole;
  return first !== undefined && second !== undefined && boxHas(box, first.x, first.y) && ringHasStep(outer, first, second);
}

function isSame(a: FinePoint, b: FinePoint): boolean {
  return a.x === b.x && a.y === b.y;
}

function keyOf({ x, y }: FinePoint): string {
  return `${x} ${y}`;
}
