import { areaM2 } from '../geometry/area.ts';
import { distanceBetweenM } from '../geometry/ellipsoid.ts';
import { edgeLengthM } from '../geometry/length.ts';
import { locateIn } from '../geometry/territory-locator.ts';
import { partsOf, type Seam } from '../geometry/territory-parts.ts';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import { type Compactness, compactnessOf } from './compactness.ts';

/** Counts of one village, or sums of several; never persons. */
export interface NeedCounts {
  readonly orphans: number;
  readonly widows: number;
  readonly families: number;
}

export interface VillageNeed {
  /** Null: not located yet, and so in no territory. */
  readonly location: Position | null;
  /** Null: not counted yet. */
  readonly need: NeedCounts | null;
}

export interface MetricsQuestion {
  readonly territory: Territory;
  /** Where the association has its seat; null: not located. */
  readonly seat: Position | null;
  /** Orphans the association can care for; null: not stated. */
  readonly capacity: number | null;
  /** All villages that may be in the territory. */
  readonly villages: readonly VillageNeed[];
}

export interface SeatDistances {
  readonly meanKm: number;
  /** The least distance within which 95 % of the villages are. */
  readonly p95Km: number;
  readonly farthestKm: number;
}

/** What there is to say about one territory by itself. */
export interface TerritoryMetrics {
  /** On the ellipsoid; 0 for an empty territory. */
  readonly areaKm2: number;
  /** Length of all borders on the ellipsoid, those of holes included; 0 for an empty territory. */
  readonly perimeterKm: number;
  /** Pieces that hang together; what only touches in a point does not. 0 for an empty territory. */
  readonly parts: number;
  /** Share of the area in its largest part: 1 when all hangs together; null for a territory without area. */
  readonly contiguity: number | null;
  /** Null for a territory without area. */
  readonly compactness: Compactness | null;
  /** Villages in the territory, and those among them that are not counted yet. */
  readonly villages: { readonly covered: number; readonly uncounted: number };
  /** Sums over the counted villages in the territory; 0 where there are none. */
  readonly need: NeedCounts;
  /** From the seat to the villages in the territory; null when the seat has no location or no village is covered. */
  readonly seatDistances: SeatDistances | null;
  /** Counted orphans / capacity, more than 1 when it is exceeded; null when the capacity is not stated or 0. */
  readonly capacityUsed: number | null;
}

/** Measures a territory and what it covers, by the rule of `pointInPolygon`. Never not-a-number. */
export function territoryMetrics({ territory, seat, capacity, villages }: MetricsQuestion): TerritoryMetrics {
  const { geometry } = territory;
  const { parts, seams } = partsOf(geometry);
  const areaOf = (polygons: MultiPolygon['coordinates']) =>
    areaM2({ type: 'MultiPolygon', coordinates: polygons });
  const perimeter = perimeterM(geometry, seams);
  const area = withoutRounding(areaOf(geometry.coordinates), perimeter);
  const largest = Math.max(
    0,
    ...parts.map((polygons) => areaOf(polygons.map((polygon) => geometry.coordinates[polygon] ?? []))),
  );

  const covered = coveredVillages(territory, villages);
  const counted = covered.flatMap(({ need }) => need ?? []);
  const need = counted.reduce(plus, { orphans: 0, widows: 0, families: 0 });
  return {
    areaKm2: area / 1e6,
    perimeterKm: perimeter / 1e3,
    parts: parts.length,
    contiguity: area > 0 ? Math.min(1, largest / area) : null,
    compactness: area > 0 ? compactnessOf(geometry, seams) : null,
    villages: { covered: covered.length, uncounted: covered.length - counted.length },
    need,
    seatDistances: seatDistances(seat, covered),
    capacityUsed: capacity === null || capacity === 0 ? null : need.orphans / capacity,
  };
}

/** Thinner than that on average, a territory on a grid of a centimetre is a line whose area is a rounding error. */
const MIN_WIDTH_M = 0.001;

function withoutRounding(area: number, perimeter: number): number {
  return 2 * area > MIN_WIDTH_M * perimeter ? area : 0;
}

interface CoveredVillage extends VillageNeed {
  readonly location: Position;
}

function coveredVillages(territory: Territory, villages: readonly VillageNeed[]): CoveredVillage[] {
  const locator = locateIn(null, [territory]);
  return villages.flatMap(({ location, need }) =>
    location !== null && locator.locate(location).status === 'covered' ? [{ location, need }] : [],
  );
}

function plus(a: NeedCounts, b: NeedCounts): NeedCounts {
  return { orphans: a.orphans + b.orphans, widows: a.widows + b.widows, families: a.families + b.families };
}

function seatDistances(seat: Position | null, covered: readonly CoveredVillage[]): SeatDistances | null {
  if (seat === null || covered.length === 0) return null;
  const distancesKm = covered
    .map(({ location }) => distanceBetweenM(seat, location) / 1e3)
    .sort((a, b) => a - b);
  const sumKm = distancesKm.reduce((sum, distanceKm) => sum + distanceKm, 0);
  return {
    meanKm: sumKm / distancesKm.length,
    p95Km: distancesKm[Math.ceil(0.95 * distancesKm.length) - 1] ?? 0,
    farthestKm: distancesKm.at(-1) ?? 0,
  };
}

/** A seam is in two outlines and no border of the territory. */
function perimeterM({ coordinates }: MultiPolygon, seams: readonly Seam[]): number {
  let lengthM = 0;
  for (const ring of coordinates.flat()) {
    let from = ring[0];
    for (const to of ring) {
      lengthM += edgeLengthM(from ?? to, to);
      from = to;
    }
  }
  return seams.reduce((sum, [from, to]) => sum - 2 * edgeLengthM(from, to), lengthM);
}
