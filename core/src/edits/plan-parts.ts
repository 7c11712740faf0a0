import { areaM2 } from '../geometry/area.ts';
import type { Cell } from '../geometry/coverage-map/cells.ts';
import { boxOf, type GridBox } from '../geometry/grid.ts';
import { edgeLengthM } from '../geometry/length.ts';
import type { MultiPolygon, Polygon, Position, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { forPieces, pieceKey } from './borders.ts';
import { type CutPlan, claimantsOf, cutPlan, polygonsIn, shapeIn, shapesAsTerritories } from './cut-plan.ts';
import type { EditedPlan } from './edit.ts';
import { reachBox, traceOutlines } from './trace-outlines.ts';

/** A connected part of a plan that lies in one of several cells, or in none, and has the same claimants everywhere. */
export interface PlanPart {
  /** Whether it is a part of the area. */
  readonly isWithin: boolean;
  /** The number of the cell; -1 where it lies in none. */
  readonly cell: number;
  readonly claimants: readonly AssociationId[];
  /** Made of the pieces of the cut plan. */
  readonly polygon: Polygon;
  readonly areaM2: number;
  /** 2 · area / perimeter. */
  readonly meanWidthM: number;
}

/**
 * A plan in parts: all that is in the cells, territories that reach beyond the area too; and the territories in the area
 * elsewhere.
 */
export interface PlanParts {
  /** Cut where the cells meet its borders. */
  readonly plan: CutPlan;
  readonly parts: readonly PlanPart[];
  /** For each part the parts beside it, and the metres of border in common. */
  readonly beside: readonly ReadonlyMap<number, number>[];
}

/** Divides a plan by cells, which must not overlap. Errors: `TooManyCrossingsError`. */
export function partsOfPlan(
  { boundary, territories }: Pick<EditedPlan, 'boundary' | 'territories'>,
  cells: readonly Ring[],
): PlanParts {
  const shapes = cells.map((ring): MultiPolygon => ({ type: 'MultiPolygon', coordinates: [[ring]] }));
  const drawn = [...territories, ...shapesAsTerritories(shapes)];
  const cut = cutPlan({ boundary, territories: drawn });
  const boxes = new Map(drawn.map(({ association, geometry }) => [association, reachBox(geometry)]));
  const kinds = cut.map.cells.filter((cell) => cell.areaM2 > 0 && nameOf(cell) !== null);
  const reaches = kinds.map((kind) => ({ association: nameOf(kind) ?? NOBODY, box: boxAround(kind, boxes) }));
  const outlines = traceOutlines(cut.map, reaches, (cell) => [nameOf(cell) ?? NOBODY]);
  const parts = kinds.flatMap((kind) => {
    const polygons = polygonsIn(outlines.get(nameOf(kind) ?? NOBODY) ?? NOTHING);
    return polygons.map((polygon) =>
      measured({ isWithin: kind.isWithin, cell: shapeIn(kind), claimants: claimantsOf(kind), polygon }),
    );
  });
  return { plan: { ...cut, territories }, parts, beside: neighboursAmong(parts) };
}

const NOTHING: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };

/** Places that are in no part are traced under a name that is not asked for. */
const NOBODY = '' as AssociationId;

/** One name for all places with the same claimants in the same cell, which is no association's where they differ. */
function nameOf(cell: Cell): AssociationId | null {
  const isPart = cell.isWithin
    ? cell.associations.length > 0
    : shapeIn(cell) >= 0 && claimantsOf(cell).length > 0;
  return isPart ? (`${cell.isWithin ? '' : '! '}${cell.associations.join(' ')}` as AssociationId) : null;
}

/** A box that such places do not leave: that of the first who has them, be it a cell or a territory. */
function boxAround({ associations }: Cell, boxes: ReadonlyMap<AssociationId, GridBox>): GridBox {
  return boxes.get(associations[0] ?? NOBODY) ?? boxOf([]);
}

function measured(part: Omit<PlanPart, 'areaM2' | 'meanWidthM'>): PlanPart {
  let perimeterM = 0;
  forOutline(part.polygon, (from, to) => {
    perimeterM += edgeLengthM(from, to);
  });
  const size = areaM2(part.polygon);
  return { ...part, areaM2: size, meanWidthM: (2 * size) / perimeterM };
}

function neighboursAmong(parts: readonly PlanPart[]): ReadonlyMap<number, number>[] {
  const partAt = new Map<string, number>();
  for (const [number, { polygon }] of parts.entries()) {
    forOutline(polygon, (from, to) => partAt.set(pieceKey(from, to), number));
  }
  return parts.map(({ polygon }) => {
    const metres = new Map<number, number>();
    forOutline(polygon, (from, to) => {
      const other = partAt.get(pieceKey(to, from));
      if (other !== undefined) metres.set(other, (metres.get(other) ?? 0) + edgeLengthM(from, to));
    });
    return metres;
  });
}

function forOutline({ coordinates }: Polygon, visit: (from: Position, to: Position) => void): void {
  for (const ring of coordinates) forPieces(ring, visit);
}
