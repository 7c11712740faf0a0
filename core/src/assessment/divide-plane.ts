import { areaSouthOfM2 } from '../geometry/area.ts';
import { type FineGrid, fineGridFor, toExactPosition, toFineRings } from '../geometry/fine-grid.ts';
import { type Label, type LabelledEdge, labelEdges } from '../geometry/label-edges.ts';
import { nodeEdges } from '../geometry/node-edges.ts';
import { edgesOfOwners } from '../geometry/overlay-edge.ts';
import type { DirectedEdge } from '../geometry/trace-faces.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';

/** All places, within the area or beyond it, that the same associations claim and nobody else. */
export interface Cell {
  readonly isWithin: boolean;
  /** In the order of the ids. */
  readonly associations: readonly AssociationId[];
  /** On the ellipsoid; of no meaning for the cell that reaches to infinity. */
  readonly areaM2: number;
  /** The outline, with the cell on the left of each edge. */
  readonly outline: readonly DirectedEdge[];
}

export interface DividedPlane {
  readonly grid: FineGrid;
  readonly cells: readonly Cell[];
}

/**
 * Divides the plane into cells by who claims a place, and by the boundary of the area; without one (null) all is
 * within. The outlines of all territories are cut where they meet, and each piece is told what lies on its two sides:
 * so every piece counts for one cell and against another, and the areas of the cells add up whatever is rounded.
 */
export function dividePlane(boundary: MultiPolygon | null, territories: readonly Territory[]): DividedPlane {
  const geometries = territories.map(({ geometry }) => geometry);
  const grid = fineGridFor(boundary === null ? geometries : [boundary, ...geometries]);
  const ownersRings = geometries.map((geometry) => toFineRings(geometry, grid));
  const boundaryRings = boundary === null ? [] : toFineRings(boundary, grid);
  // The boundary is the last owner, so that the others have the numbers of their territories.
  const edges = labelEdges(nodeEdges(edgesOfOwners([...ownersRings, boundaryRings])));

  const cellOf = cellsByLabel(territories, boundary === null);
  for (const edge of edges) addToCells(edge, cellOf, grid);
  return { grid, cells: cellOf.all() };
}

interface GrowingCell extends Cell {
  areaM2: number;
  readonly outline: DirectedEdge[];
}

/** Several labels may mean the same cell: an association can have several territories. */
function cellsByLabel(territories: readonly Territory[], isAllWithin: boolean) {
  const cells = new Map<string, GrowingCell>();
  const known = new Map<Label, GrowingCell>();
  const find = (label: Label): GrowingCell => {
    const isWithin = isAllWithin || label.owners.includes(territories.length);
    const claimants = label.owners.flatMap((owner) => territories[owner]?.association ?? []);
    const associations = [...new Set(claimants)].sort();
    const key = `${isWithin} ${associations.join(' ')}`;
    const cell = cells.get(key) ?? { isWithin, associations, areaM2: 0, outline: [] };
    cells.set(key, cell);
    return cell;
  };
  return {
    of(label: Label): GrowingCell {
      const cell = known.get(label) ?? find(label);
      known.set(label, cell);
      return cell;
    },
    all: () => [...cells.values()],
  };
}

function addToCells(edge: LabelledEdge, cells: ReturnType<typeof cellsByLabel>, grid: FineGrid): void {
  const [north, south] = [cells.of(edge.north), cells.of(edge.south)];
  if (north === south) return;
  const [low, high] = [toExactPosition(edge.low, grid), toExactPosition(edge.high, grid)];
  const areaM2 = areaSouthOfM2(low, high, toExactPosition({ x: 0, y: 0 }, grid)[1]);
  north.areaM2 -= areaM2;
  north.outline.push([edge.low, edge.high]);
  south.areaM2 += areaM2;
  south.outline.push([edge.high, edge.low]);
}
