import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { POSITION_STEPS } from '../geometry/fine-grid.ts';
import { type GridBox, snapPosition } from '../geometry/grid.ts';
import type { MultiPolygon, Polygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { placeKey } from './borders.ts';
import { joined } from './cut-plan.ts';
import type { OwnedSite } from './ground-samples.ts';
import type { MetricPlane } from './metric-plane.ts';
import { type Share, smoothShares } from './smooth-shares.ts';
import { boxAround, reachBox, traceOutlines } from './trace-outlines.ts';
import { voronoiCells } from './voronoi-cells.ts';

/**
 * Divides a place among the owners of sites: each goes with the nearest. Borders within the place are smoothed where
 * they run between many sites; each is the same line on both of its sides. In the order of the ids.
 * Errors: `TooManyCrossingsError`.
 */
export function sharesByNearest(place: Polygon, all: readonly OwnedSite[], plane: MetricPlane): Share[] {
  const sites = apart(all);
  const positions = sites.map(({ position }) => position);
  const cells = voronoiCells(positions, { box: boxWith(place, positions), plane });
  const owned = new Map<AssociationId, MultiPolygon['coordinates']>();
  for (const [site, { association }] of sites.entries()) {
    const own = owned.get(association) ?? [];
    own.push([cells.ringOf(site)]);
    owned.set(association, own);
  }
  const territories = [...owned].map(([association, coordinates]): Territory => {
    return { association, geometry: { type: 'MultiPolygon', coordinates } };
  });
  const map = createCoverageMap({ boundary: joined([place]), territories, steps: POSITION_STEPS });
  const reach = reachBox(joined([place]));
  const reaches = territories.map(({ association }) => ({ association, box: reach }));
  // Rounding may turn a cell over in a corner of centimetres: the first has that.
  const outlines = traceOutlines(map, reaches, ({ isWithin, associations }) =>
    isWithin ? associations.slice(0, 1) : [],
  );
  const shares = [...outlines]
    .map(([association, share]): Share => ({ association, share }))
    .filter(({ share }) => share.coordinates.length > 0)
    .sort((a, b) => (a.association < b.association ? -1 : 1));
  return smoothShares(place, shares, { sites: positions, plane });
}

/** On the positions' grid; of several at one place the first. */
function apart(sites: readonly OwnedSite[]): OwnedSite[] {
  const known = new Map<string, OwnedSite>();
  for (const { association, position } of sites) {
    const at = snapPosition(position);
    if (!known.has(placeKey(at))) known.set(placeKey(at), { association, position: at });
  }
  return [...known.values()];
}

/** Room around the place, as a share of its width and height: no cell ends on its outline by the box alone. */
const ROOM_SHARE = 0.1;

function boxWith(place: Polygon, positions: readonly (readonly [number, number])[]): GridBox {
  const points = reachBox({ type: 'MultiPolygon', coordinates: [[positions.map(([x, y]) => [x, y])]] });
  const { minX, minY, maxX, maxY } = boxAround(reachBox(joined([place])), points);
  const room = ROOM_SHARE * Math.max(maxX - minX, maxY - minY);
  return { minX: minX - room, minY: minY - room, maxX: maxX + room, maxY: maxY + room };
}
