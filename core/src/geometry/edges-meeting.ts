import Flatbush from 'flatbush';
import type { MultiPolygon } from '../model/geometry.ts';
import type { GridBox } from './grid.ts';
import type { BorderEdge } from './shared-edges.ts';

interface EdgeIndex {
  readonly edges: readonly BorderEdge[];
  readonly index: Flatbush | null;
}

/** Outlines do not change, so each is indexed once. */
const known = new WeakMap<MultiPolygon, EdgeIndex>();

/** The edges of an outline whose own boxes meet a box in degrees: fast for many boxes, as while a hand moves. */
export function edgesMeeting(outline: MultiPolygon, { minX, minY, maxX, maxY }: GridBox): BorderEdge[] {
  const { edges, index } = known.get(outline) ?? indexed(outline);
  return (index?.search(minX, minY, maxX, maxY) ?? []).flatMap((number) => {
    const edge = edges[number];
    return edge ? [edge] : [];
  });
}

function indexed(outline: MultiPolygon): EdgeIndex {
  const edges: BorderEdge[] = [];
  for (const ring of outline.coordinates.flat()) {
    for (const [i, to] of ring.slice(1).entries()) edges.push([ring[i] ?? to, to]);
  }
  const index = edges.length === 0 ? null : new Flatbush(edges.length);
  for (const [[ax, ay], [bx, by]] of edges) {
    index?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index?.finish();
  const entry = { edges, index };
  known.set(outline, entry);
  return entry;
}
