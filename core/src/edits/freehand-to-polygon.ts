import { areaM2 } from '../geometry/area.ts';
import { checkTerritory } from '../geometry/check-territory.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import { POSITION_STEPS } from '../geometry/fine-grid.ts';
import { snapPosition } from '../geometry/grid.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { MultiPolygon, Polygon, Position, Ring } from '../model/geometry.ts';
import { placeKey } from './borders.ts';
import { polygonsIn, shapesAsTerritories } from './cut-plan.ts';
import type { Refused } from './edit.ts';
import { metricPlane } from './metric-plane.ts';
import { simplified } from './simplify-within.ts';

/** `area-too-small`: it encloses less than a territory must have. */
export type FreehandRefusal = 'line-too-short' | 'line-crosses-itself' | 'area-too-small';

/** Loops beside the largest are slips of the hand up to this share of it. */
const SLIP_SHARE = 0.1;

/**
 * The ground within a line that was drawn by hand around it, its end joined to its beginning: with fewer positions, none
 * of those left out further from it than the tolerance. Where the line crosses itself, small loops are left out, and what
 * it goes around more than once is within. On the grid; what comes out has passed `checkTerritory`.
 */
export function freehandToPolygon(
  positions: readonly Position[],
  toleranceM: number,
): { readonly ok: true; readonly polygon: Polygon } | Refused<FreehandRefusal> {
  const ring = simplifiedRing(positions, toleranceM);
  if (!ring) return { ok: false, reason: 'line-too-short' };
  const [largest, ...others] = loopsOf(ring);
  if (!largest) return { ok: false, reason: 'area-too-small' };
  const besides = others.filter(({ coordinates }) => {
    const corner = coordinates[0]?.[0];
    return corner !== undefined && !pointInPolygon(corner, largest);
  });
  const besidesM2 = besides.reduce((sum, polygon) => sum + areaM2(polygon), 0);
  if (besidesM2 > SLIP_SHARE * areaM2(largest)) return { ok: false, reason: 'line-crosses-itself' };
  const check = checkTerritory(largest);
  if (!check.ok) {
    const isSmall = check.faults.every(({ code }) => code === 'area-too-small');
    return { ok: false, reason: isSmall ? 'area-too-small' : 'line-crosses-itself' };
  }
  const [polygon] = polygonsIn(check.geometry);
  return polygon ? { ok: true, polygon } : { ok: false, reason: 'area-too-small' };
}

/** The closed ring through the places of a line, simplified on both sides of the place farthest from its beginning. */
function simplifiedRing(positions: readonly Position[], toleranceM: number): Ring | null {
  const places = positions.map(snapPosition).filter((place, i, all) => {
    return i === 0 || placeKey(place) !== placeKey(all[i - 1] ?? place);
  });
  const [first] = places;
  if (!first || new Set(places.map(placeKey)).size < 3) return null;
  const { toPlane } = metricPlane(first);
  const line = [...places, first].map((position) => ({
    position,
    point: toPlane(position),
    leewayM: toleranceM,
  }));
  const awayM = line.map(({ point }) => Math.hypot(point.x, point.y));
  const turn = awayM.indexOf(awayM.reduce((most, one) => Math.max(most, one), 0));
  const [there, back] = [line.slice(0, turn + 1), line.slice(turn)];
  const kept = [...simplified(there, 1), ...simplified(back, 1).slice(1)];
  return kept.map(({ position }) => position);
}

/** What lies within a ring that may cross itself, without holes, the largest first. */
function loopsOf(ring: Ring): Polygon[] {
  const drawn: MultiPolygon = { type: 'MultiPolygon', coordinates: [[ring]] };
  const territories = shapesAsTerritories([drawn]);
  const map = createCoverageMap({ boundary: null, territories, steps: POSITION_STEPS });
  return polygonsIn(map.outlineOf(({ associations }) => associations.length > 0))
    .map(({ type, coordinates: [outer] }): Polygon => ({ type, coordinates: outer ? [outer] : [] }))
    .sort((a, b) => areaM2(b) - areaM2(a));
}
