import { areaM2 } from '../geometry/area.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { POSITION_STEPS } from '../geometry/fine-grid.ts';
import { snapPosition } from '../geometry/grid.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { MultiPolygon, Polygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { isOnEdge } from './border-vertex.ts';
import { forPieces } from './borders.ts';
import { closeLine, type LineRefusal } from './closed-line.ts';
import { cutPlan, isInShape, joined, polygonAt, polygonsIn, shapesAsTerritories } from './cut-plan.ts';
import type { EditEffect, Edited, EditedPlan, Refused } from './edit.ts';
import { outsideOf } from './outside-area.ts';
import { type RedrawRefusal, redraw } from './redraw.ts';
import { villageShifts } from './village-shifts.ts';

export interface SplitTerritoryRequest {
  readonly association: AssociationId;
  /** A line whose ends lie outside the territory or on its border. */
  readonly along: readonly Position[];
  /** Who gets the part with a position; parts without one stay. */
  readonly give: readonly { readonly at: Position; readonly to: AssociationId }[];
}

export interface TerritorySplit extends EditEffect {
  readonly kind: 'territory-split';
  readonly association: AssociationId;
  /** Largest first. */
  readonly parts: readonly SplitPart[];
}

/** A part and who has it now. */
export interface SplitPart {
  readonly to: AssociationId;
  readonly areaM2: number;
}

/** `line-ends-inside`: the line does not reach through the territory; `no-part-there`: it lies in no part. */
export type SplitTerritoryRefusal =
  | 'no-such-territory'
  | 'line-ends-inside'
  | 'line-does-not-cut'
  | 'no-part-there'
  | LineRefusal
  | RedrawRefusal;

/**
 * Splits a territory along a line and gives parts of it to other associations, which may have nothing yet. Where the
 * line meets the border of the territory, the neighbours there get a vertex. Errors: `TooManyCrossingsError`.
 */
export function splitTerritory(
  plan: EditedPlan,
  { association, along, give }: SplitTerritoryRequest,
): Edited<TerritorySplit> | Refused<SplitTerritoryRefusal> {
  const cut = cutPlan(plan);
  const found = partsAlong(cut.outlineOf(association), along);
  if (!found.ok) return found;
  const gifts = give.map(({ at, to }) => ({ to, part: polygonAt(found.parts, at) }));
  if (gifts.some(({ part }) => part === undefined)) return { ok: false, reason: 'no-part-there' };
  const redrawn = redraw({
    plan: cut,
    shapes: gifts.map(({ part }) => joined(part ? [part] : [])),
    decide: (claimants, isIn) => {
      const to = gifts.find((_, i) => isIn(i))?.to;
      if (to === undefined || !claimants.includes(association)) return claimants;
      return [...new Set(claimants.map((one) => (one === association ? to : one)))].sort();
    },
    recipients: gifts.map(({ to }) => to),
  });
  if (!redrawn.ok) return redrawn;
  const { changed, removed, effect } = redrawn;
  const parts = found.parts
    .map((part) => ({
      to: gifts.find((gift) => gift.part === part)?.to ?? association,
      areaM2: areaM2(part),
    }))
    .sort((a, b) => b.areaM2 - a.areaM2);
  const villages = villageShifts(plan, redrawn);
  return {
    ok: true,
    changed,
    removed,
    description: { kind: 'territory-split', association, parts, ...effect, villages },
  };
}

/** The parts into which a line cuts ground that it does not end in, parts that it leaves whole among them. */
export function partsAlong(
  ground: MultiPolygon,
  along: readonly Position[],
): { readonly ok: true; readonly parts: readonly Polygon[] } | Refused<SplitTerritoryRefusal> {
  if (ground.coordinates.length === 0) return { ok: false, reason: 'no-such-territory' };
  const line = withEndsOutside(along, ground);
  const ends = [...line.slice(0, 1), ...line.slice(-1)];
  if (ends.some((end) => isInside(end, ground))) return { ok: false, reason: 'line-ends-inside' };
  const closed = closeLine(line, ground);
  if (!closed.ok) return closed;
  const map = createCoverageMap({
    boundary: null,
    territories: shapesAsTerritories([ground, { type: 'MultiPolygon', coordinates: [[closed.ring]] }]),
    steps: POSITION_STEPS,
  });
  const sides = [true, false].map((side) =>
    map.outlineOf((cell) => isInShape(cell, 0) && isInShape(cell, 1) === side),
  );
  const parts = sides.flatMap(polygonsIn);
  return parts.length > ground.coordinates.length
    ? { ok: true, parts }
    : { ok: false, reason: 'line-does-not-cut' };
}

/** An end on a slanting edge may have been rounded into the ground. */
function withEndsOutside(along: readonly Position[], ground: MultiPolygon): Position[] {
  return along.map((position, i) =>
    i === 0 || i === along.length - 1 ? outsideOf(ground, snapPosition(position)) : position,
  );
}

/** On the outline is not inside. */
function isInside(position: Position, ground: MultiPolygon): boolean {
  let isOnOutline = false;
  for (const ring of ground.coordinates.flat()) {
    forPieces(ring, (from, to) => {
      isOnOutline ||= isOnEdge(position, from, to);
    });
  }
  return !isOnOutline && pointInPolygon(position, ground);
}
