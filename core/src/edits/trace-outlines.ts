import type { Cell } from '../geometry/coverage-map/cells.ts';
import type { CoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { boxesMeet, boxHas, boxOf, fromGrid, type GridBox } from '../geometry/grid.ts';
import type { MultiPolygon, Ring } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';

/** An association and a box in degrees beyond which none of its ground lies. */
export interface Reach {
  readonly association: AssociationId;
  readonly box: GridBox;
}

/** Cutting moves borders by about one step of the positions' grid. */
const MARGIN = fromGrid(4);

/**
 * The outlines of several associations in one coverage map, by who owns which cell; empty where one owns nothing. Those
 * that are far apart are traced together and then told by their boxes: so the work hardly grows with their number.
 */
export function traceOutlines(
  map: CoverageMap,
  reaches: readonly Reach[],
  ownersOf: (cell: Cell) => readonly AssociationId[],
): Map<AssociationId, MultiPolygon> {
  const outlines = new Map<AssociationId, MultiPolygon>();
  for (const group of groupsApart(reaches)) {
    const members = new Set(group.map(({ association }) => association));
    const together = map.outlineOf((cell) => ownersOf(cell).some((owner) => members.has(owner)));
    for (const { association, box } of group) {
      const coordinates = together.coordinates.filter((rings) => liesIn(box, rings));
      outlines.set(association, { type: 'MultiPolygon', coordinates });
    }
  }
  return outlines;
}

/** The box around ground, with room for what cutting may do to it; empty where there is none. */
export function reachBox({ coordinates }: MultiPolygon): GridBox {
  const { minX, minY, maxX, maxY } = boxOf(coordinates.flat(3));
  return { minX: minX - MARGIN, minY: minY - MARGIN, maxX: maxX + MARGIN, maxY: maxY + MARGIN };
}

/** The smallest box around two. */
export function boxAround(a: GridBox, b: GridBox): GridBox {
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  };
}

/** Puts each into the first group in which its box meets no other. */
function groupsApart(reaches: readonly Reach[]): Reach[][] {
  const groups: Reach[][] = [];
  for (const reach of reaches) {
    const group = groups.find((others) => !others.some(({ box }) => boxesMeet(box, reach.box)));
    if (group) group.push(reach);
    else groups.push([reach]);
  }
  return groups;
}

function liesIn(box: GridBox, [outer]: readonly Ring[]): boolean {
  const [longitude, latitude] = outer?.[0] ?? [];
  return longitude !== undefined && latitude !== undefined && boxHas(box, longitude, latitude);
}
