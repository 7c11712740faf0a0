import {
  type AssociationId,
  areaM2,
  checkTerritory,
  circleAround,
  distanceBetweenM,
  type EditedPlan,
  freehandToPolygon,
  type MultiPolygon,
  type Polygon,
  type Position,
  partsAlong,
  pointInPolygon,
  rectangleBetween,
  strokeAround,
} from '@nitaq/core';
import { positionIn } from '../position-in.ts';
import type { DrawingAids } from './drawing-aids.ts';
import type { EditRequest } from './edit-request.ts';
import type { BrushKm, Cut, Tool } from './editing.ts';

/** A line by hand is simplified by so much of the length of its box's diagonal. */
const TOLERANCE_SHARE = 0.004;

/** By which tool something is drawn, and for whom. */
export interface ShapeStroke {
  readonly tool: Tool;
  readonly association: AssociationId;
  readonly brushKm: BrushKm;
  readonly shapes: DrawingAids['shapes'];
  readonly villagesBy: DrawingAids['villagesBy'];
}

export interface Stroke extends ShapeStroke {
  readonly positions: readonly Position[];
}

/** What a stroke asks for: an edit, a cut of which one has to say more, or nothing that can be, and why. */
export type StrokeMeaning =
  | { readonly kind: 'edit'; readonly request: EditRequest }
  | { readonly kind: 'cut'; readonly cut: Cut }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a tool makes of a stroke. Errors: `TooManyCrossingsError`. */
export function meaningOf(stroke: Stroke, plan: EditedPlan): StrokeMeaning {
  const { tool, association, positions } = stroke;
  if (tool === 'cut') return cutAlong(positions, association, plan);
  const drawn = shapeOf(stroke);
  return typeof drawn === 'string' ? { kind: 'refused', reason: drawn } : meaningOfShape(drawn, stroke, plan);
}

/** What a tool makes of a shape that is drawn. */
export function meaningOfShape(
  drawn: Polygon,
  { tool, association, shapes }: ShapeStroke,
  plan: EditedPlan,
): StrokeMeaning {
  if (tool === 'villages') {
    const villages = plan.villages.flatMap(({ id, location }) =>
      location !== null && pointInPolygon(location, drawn) ? [id] : [],
    );
    return { kind: 'edit', request: { kind: 'assign-villages', villages, to: association } };
  }
  const checked = checkTerritory(drawn);
  if (!checked.ok) return { kind: 'refused', reason: checked.faults[0]?.code ?? 'other' };
  const shape: MultiPolygon = checked.geometry;
  const isTaken = tool === 'erase' || (tool !== 'extend' && shapes === 'remove');
  return isTaken
    ? { kind: 'edit', request: { kind: 'erase-territory', association, shape, to: 'gap' } }
    : { kind: 'edit', request: { kind: 'extend-territory', association, shape, over: 'everything' } };
}

/** The ground that a stroke encloses or covers, or why there is none. */
function shapeOf({ tool, brushKm, villagesBy, positions }: Stroke): Polygon | string {
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last) return 'line-too-short';
  if (tool === 'villages' && villagesBy === 'brush') return strokeAround(positions, brushKm * 1000);
  switch (tool) {
    case 'extend':
    case 'erase':
      return strokeAround(positions, brushKm * 1000);
    case 'rectangle':
      return rectangleBetween(first, last);
    case 'circle':
      return circleAround(first, distanceBetweenM(first, last) / 1000);
    case 'polygon':
      return outlineThrough(positions);
    case 'villages':
    case 'draw':
    case 'reshape':
    case 'measure':
    case 'merge':
    case 'cut': {
      const drawn = freehandToPolygon(positions, TOLERANCE_SHARE * spanM(positions));
      return drawn.ok ? drawn.polygon : drawn.reason;
    }
  }
}

/** The ground within clicked points, which stay where they are. */
function outlineThrough(positions: readonly Position[]): Polygon | string {
  if (new Set(positions.map(String)).size < 3) return 'line-too-short';
  return { type: 'Polygon', coordinates: [[...positions, ...positions.slice(0, 1)]] };
}

function cutAlong(along: readonly Position[], association: AssociationId, plan: EditedPlan): StrokeMeaning {
  const ground = plan.territories.find((territory) => territory.association === association)?.geometry;
  if (!ground) return { kind: 'refused', reason: 'no-such-territory' };
  const found = partsAlong(ground, along);
  if (!found.ok) return { kind: 'refused', reason: found.reason };
  const [, part] = found.parts.toSorted((a, b) => areaM2(b) - areaM2(a));
  if (!part) return { kind: 'refused', reason: 'line-does-not-cut' };
  return { kind: 'cut', cut: { along, at: positionIn(part), areaM2: areaM2(part) } };
}

function spanM(positions: readonly Position[]): number {
  const [xs, ys] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  return distanceBetweenM([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
}
