import { boxesMeet, boxOf, GRID_PER_DEGREE } from '../geometry/grid.ts';
import { type BorderEdge, edgesOf, spansAlong } from '../geometry/shared-edges.ts';
import type { MultiPolygon, Polygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Edited, EditedPlan, PlanChange, Refused } from './edit.ts';

/** A line along borders, from one place on them to another, that is to stay where it is. */
export type LockedStretch = readonly Position[];

/**
 * An edit that leaves locked stretches where they are, or its refusal: each border that ran along a stretch before must
 * do so afterwards, whoever is behind it then. What others moved away from a stretch already is not held by it.
 */
export function keepingStretches<Description, Reason extends string>(
  plan: Pick<EditedPlan, 'territories'>,
  edited: Edited<Description> | Refused<Reason>,
  stretches: readonly LockedStretch[],
): Edited<Description> | Refused<Reason | 'locked-stretch'> {
  if (!edited.ok || !leavesStretch(plan, edited, stretches)) return edited;
  return { ok: false, reason: 'locked-stretch' };
}

/** Whether a change takes a border away from a locked stretch. */
export function leavesStretch(
  { territories }: Pick<EditedPlan, 'territories'>,
  { changed, removed }: PlanChange,
  stretches: readonly LockedStretch[],
): boolean {
  if (stretches.length === 0) return false;
  const touched = new Set<AssociationId>([...removed, ...changed.map(({ association }) => association)]);
  const before = territories.filter(({ association }) => touched.has(association));
  const [were, are] = [before, changed].map((some) => some.map(({ geometry }) => bordersOf(geometry)));
  return piecesOfStretches(stretches).some((piece) => {
    const [had, have] = [spansOf(piece, were), spansOf(piece, are)];
    return elementarySpans([...had, ...have].flat()).some((at) => countAt(had, at) > countAt(have, at));
  });
}

/** Whether the outline of a polygon runs along a locked stretch somewhere. */
export function touchesStretch(polygon: Polygon, stretches: readonly LockedStretch[]): boolean {
  const box = boxOf(polygon.coordinates.flat(2));
  const near = piecesOfStretches(stretches).filter((piece) => boxesMeet(box, boxOf(piece.flat())));
  if (near.length === 0) return false;
  const edges = edgesOf({ type: 'MultiPolygon', coordinates: [polygon.coordinates] });
  return near.some((piece) => spansAlong(piece, edges).length > 0);
}

/** Where a border was cut, its ends are rounded by so much, steps of the grid. */
const ROUNDED_STEPS = 4;

interface Borders {
  readonly edges: readonly BorderEdge[];
  readonly names: ReadonlySet<string>;
}

function bordersOf(geometry: MultiPolygon): Borders {
  const edges = edgesOf(geometry);
  return { edges, names: new Set(edges.flatMap(([from, to]) => [`${from} ${to}`, `${to} ${from}`])) };
}

function piecesOfStretches(stretches: readonly LockedStretch[]): BorderEdge[] {
  return stretches.flatMap((line) => line.slice(1).map((to, i): BorderEdge => [line[i] ?? to, to]));
}

function lengthInSteps([from, to]: BorderEdge): number {
  return GRID_PER_DEGREE * Math.hypot(to[0] - from[0], to[1] - from[1]);
}

type Span = readonly [start: number, end: number];

/** Where each outline runs along a piece. */
function spansOf(piece: BorderEdge, outlines: readonly Borders[] = []): Span[][] {
  const [from, to] = piece;
  // Most pieces are edges as they stand; others were cut, or begin within an edge.
  return outlines.map(({ edges, names }): Span[] =>
    names.has(`${from} ${to}`) ? [[0, lengthInSteps(piece)]] : spansAlong(piece, edges),
  );
}

/** A place in each span between which no outline begins or ends, but for what comes of rounding. */
function elementarySpans(spans: readonly Span[]): number[] {
  const ends = [...new Set(spans.flat())].sort((one, other) => one - other);
  return ends.slice(1).flatMap((end, i) => {
    const start = ends[i] ?? end;
    return end - start > ROUNDED_STEPS ? [(start + end) / 2] : [];
  });
}

function countAt(outlines: readonly (readonly Span[])[], at: number): number {
  return outlines.filter((spans) => spans.some(([start, end]) => start <= at && at <= end)).length;
}
