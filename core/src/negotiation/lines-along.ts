import { edgesMeeting } from '../geometry/edges-meeting.ts';
import { boxOf } from '../geometry/grid.ts';
import { edgesApart, edgesOf, sharedEdges } from '../geometry/shared-edges.ts';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import { linesOf } from './border-changes.ts';

/** How an outline runs beside others. */
interface LinesAlong {
  /** The stretches of it along which each of the others runs. */
  readonly along: readonly Position[][][];
  /** Those along which none does. */
  readonly apart: Position[][];
}

/** Where a small outline runs along others, which are indexed once each, and where it does not. */
export function linesAlong(outline: MultiPolygon, others: readonly MultiPolygon[]): LinesAlong {
  const edges = edgesOf(outline);
  const box = boxOf(outline.coordinates.flat(3));
  const near = others.map((other) => edgesMeeting(other, box));
  return {
    along: near.map((those) => (those.length === 0 ? [] : linesOf(sharedEdges(edges, those)))),
    apart: linesOf(edgesApart(edges, near.flat())),
  };
}
