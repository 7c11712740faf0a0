import { nearestTerritory } from '../geometry/distance.ts';
import { distanceBetweenM } from '../geometry/ellipsoid.ts';
import type { Polygon, Position } from '../model/geometry.ts';
import type { KnownNeed } from '../model/need.ts';
import { sumOfNeed } from '../rights/known-need.ts';
import type { ReportSeatNear, ReportSheet } from './coverage-report.ts';
import { loadOf } from './load.ts';
import { toOneDecimal } from './rounded.ts';

/** So many seats are named beside a gap. */
const SEATS_NAMED = 3;

export interface GapToTake {
  readonly outline: Polygon;
  /** Where its villages are. */
  readonly places: readonly Position[];
  readonly need: KnownNeed | null;
}

/** Who could take a gap, the nearest first, with the load that each would then have. */
export function nearestSeats(gap: GapToTake, sheets: readonly ReportSheet[]): ReportSeatNear[] {
  return sheets
    .map((sheet) => ({
      association: sheet.id,
      distanceKm: sheet.seat.location && toOneDecimal(distanceM(gap, sheet) / 1e3),
      loadNow: sheet.load,
      loadAfter:
        gap.need === null || sheet.need === null
          ? null
          : loadOf(sumOfNeed([sheet.need, gap.need]).orphans, sheet.capacity),
    }))
    .sort(
      (a, b) =>
        (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity) || (a.association < b.association ? -1 : 1),
    )
    .slice(0, SEATS_NAMED);
}

function distanceM({ outline, places }: GapToTake, { id, seat }: ReportSheet): number {
  const { location } = seat;
  if (location === null) return Infinity;
  if (places.length > 0)
    return places.reduce((sum, place) => sum + distanceBetweenM(location, place), 0) / places.length;
  const geometry = { type: 'MultiPolygon' as const, coordinates: [outline.coordinates] };
  return nearestTerritory([{ association: id, geometry }], location)?.distanceM ?? Infinity;
}
