import type { Cell } from '../geometry/coverage-map/cells.ts';
import { type CoverageMap, createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { POSITION_STEPS } from '../geometry/fine-grid.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { MultiPolygon, Polygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { conformedBoundary } from './conformed-boundary.ts';
import type { EditedPlan } from './edit.ts';
import { reachBox, traceOutlines } from './trace-outlines.ts';

const NOTHING: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };

/** No association has such an id. */
const RESERVED = '#';

/**
 * A plan with all borders cut where they meet, on the positions' own grid: every outline taken from it consists of the
 * same pieces, so that parts can be joined and taken away without a rest.
 */
export interface CutPlan {
  readonly map: CoverageMap;
  /** Cut. */
  readonly boundary: MultiPolygon | null;
  /** The boundary as it was, not cut. */
  readonly area: MultiPolygon | null;
  /** As they were, not cut. */
  readonly territories: readonly Territory[];
  /** The outline of a territory, cut; empty where there is none. */
  outlineOf(association: AssociationId): MultiPolygon;
  /** The outlines of several territories, cut. */
  outlinesOf(associations: readonly AssociationId[]): Territory[];
}

/** Cuts a plan where its borders meet. Errors: `TooManyCrossingsError`. */
export function cutPlan({ boundary, territories }: Pick<EditedPlan, 'boundary' | 'territories'>): CutPlan {
  const conformed = boundary && conformedBoundary(boundary, territories);
  const map = createCoverageMap({ boundary: conformed, territories, steps: POSITION_STEPS });
  const known = new Map<AssociationId, MultiPolygon>();
  const outlinesOf = (associations: readonly AssociationId[]): Territory[] => {
    const reaches = territories
      .filter(({ association }) => associations.includes(association) && !known.has(association))
      .map(({ association, geometry }) => ({ association, box: reachBox(geometry) }));
    const traced = traceOutlines(map, reaches, (cell) => cell.associations);
    for (const [association, outline] of traced) known.set(association, outline);
    return associations.map((association) => ({
      association,
      geometry: known.get(association) ?? NOTHING,
    }));
  };
  return {
    map,
    boundary: boundary === null ? null : map.outlineOf(({ isWithin }) => isWithin),
    area: boundary,
    territories,
    outlineOf: (association) => outlinesOf([association])[0]?.geometry ?? NOTHING,
    outlinesOf,
  };
}

/** The connected places with exactly these claimants within the area, by polygon. */
export function placesOf({ map }: CutPlan, claimants: readonly AssociationId[]): Polygon[] {
  const key = claimants.join(' ');
  return polygonsIn(map.outlineOf((cell) => cell.isWithin && cell.associations.join(' ') === key));
}

/** The polygon with a position, by the rule of `pointInPolygon`. */
export function polygonAt(polygons: readonly Polygon[], position: Position): Polygon | undefined {
  return polygons.find((polygon) => pointInPolygon(position, polygon));
}

/** The parts of a multi-polygon. */
export function polygonsIn({ coordinates }: MultiPolygon): Polygon[] {
  return coordinates.map((rings) => ({ type: 'Polygon', coordinates: rings }));
}

/** Several polygons in one. */
export function joined(polygons: readonly Polygon[]): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: polygons.map(({ coordinates }) => coordinates) };
}

/** Shapes as territories of reserved ids, to be drawn among the others. */
export function shapesAsTerritories(shapes: readonly MultiPolygon[]): Territory[] {
  return shapes.map((geometry, number) => ({ association: shapeId(number), geometry }));
}

/** Whether a cell lies within the number-th of the drawn shapes. */
export function isInShape({ associations }: Cell, number: number): boolean {
  return associations.includes(shapeId(number));
}

/** The number of the first drawn shape in which a cell lies, -1 where it lies in none. */
export function shapeIn({ associations }: Cell): number {
  const shape = associations.find((association) => association.startsWith(RESERVED));
  return shape === undefined ? -1 : Number(shape.slice(RESERVED.length));
}

/** The associations of a cell without the drawn shapes. */
export function claimantsOf({ associations }: Cell): readonly AssociationId[] {
  return associations.filter((association) => !association.startsWith(RESERVED));
}

function shapeId(number: number): AssociationId {
  // Ids are slugs: this one can be nobody's.
  return `${RESERVED}${number}` as AssociationId;
}
