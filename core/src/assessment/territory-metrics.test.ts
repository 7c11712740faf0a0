import { circle } from '@turf/turf';
import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { star } from '../../test/arbitraries/stars.ts';
import { associationId, multiPolygon, rectangle } from '../../test/fixtures/rectangles.ts';
import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import {
  type MetricsQuestion,
  type TerritoryMetrics,
  territoryMetrics,
  type VillageNeed,
} from './territory-metrics.ts';

function metricsOf(geometry: MultiPolygon, question: Partial<MetricsQuestion> = {}): TerritoryMetrics {
  const territory = { association: associationId('a'), geometry };
  return territoryMetrics({ territory, seat: null, capacity: null, villages: [], ...question });
}

const village = (longitude: number, latitude: number, orphans: number | null): VillageNeed => ({
  location: [longitude, latitude],
  need: orphans === null ? null : { orphans, widows: 2, families: 3 },
});

/** A tenth of a degree at the equator: as good as a square in a plane. */
const square = rectangle(0, 0, 0.1, 0.1);

test('a square: π/4 of Polsby and Popper, 2/π of Reock, all of its convex hull', () => {
  // A degree of latitude is a little shorter than one of longitude at the equator, hence three digits.
  const { compactness } = metricsOf(multiPolygon([square]));
  expect(compactness?.polsbyPopper).toBeCloseTo(Math.PI / 4, 4);
  expect(compactness?.reock).toBeCloseTo(2 / Math.PI, 4);
  expect(compactness?.hullRatio).toBe(1);
});

test('a circle at the latitude of Al-Lith is as compact as can be by every measure', () => {
  const [ring = []] = circle([40.3, 20.2], 30, { steps: 360 }).geometry.coordinates;
  const { compactness, areaKm2 } = metricsOf(multiPolygon([ring.map(([x = 0, y = 0]): Position => [x, y])]));
  expect(compactness?.polsbyPopper).toBeGreaterThan(0.999);
  expect(compactness?.reock).toBeGreaterThan(0.99);
  expect(compactness?.hullRatio).toBeGreaterThan(0.99999);
  expect(areaKm2 / (Math.PI * 30 ** 2)).toBeCloseTo(1, 2);
});

// 2 +---+        Three of the four quarters: area 3, hull 3.5, perimeter 8 as of the whole square.
// 1 |   +---+
// 0 +-------+
test('an L of three squares: 3/3.5 of its hull, 3π/16 of Polsby and Popper', () => {
  const corner: Ring = [
    [0, 0],
    [0.2, 0],
    [0.2, 0.1],
    [0.1, 0.1],
    [0.1, 0.2],
    [0, 0.2],
    [0, 0],
  ];
  const { compactness } = metricsOf(multiPolygon([corner]));
  expect(compactness?.hullRatio).toBeCloseTo(6 / 7, 5);
  expect(compactness?.polsbyPopper).toBeCloseTo((3 * Math.PI) / 16, 3);
});

test('two squares side by side are one part, measured as the rectangle that they make', () => {
  const halves = metricsOf(multiPolygon([square], [rectangle(0.1, 0, 0.2, 0.1)]));
  const whole = metricsOf(multiPolygon([rectangle(0, 0, 0.2, 0.1)]));
  expect([halves.parts, halves.contiguity]).toEqual([1, 1]);
  expect(halves.perimeterKm).toBeCloseTo(whole.perimeterKm, 9);
  expect(halves.areaKm2).toBeCloseTo(whole.areaKm2, 9);
  expect(halves.compactness?.polsbyPopper).toBeCloseTo(whole.compactness?.polsbyPopper ?? 0, 6);
});

test('squares that touch in a corner are two parts, the larger with its share of the area', () => {
  const { parts, contiguity } = metricsOf(multiPolygon([square], [rectangle(0.1, 0.1, 0.4, 0.2)]));
  expect(parts).toBe(2);
  expect(contiguity).toBeCloseTo(0.75, 4);
});

test('the perimeter is that of geographiclib, on long edges too, and has the outlines of holes in it', () => {
  const inverse = (from: Position, to: Position) =>
    geodesic.Geodesic.WGS84.Inverse(from[1], from[0], to[1], to[0]).s12 ?? 0;
  const corners: Ring = [
    [40, 20],
    [44, 23],
  ];
  const along = (step: number): Position => [40 + step * 0.04, 20 + step * 0.03];
  const sidesM = Array.from({ length: 100 }, (_, i) => inverse(along(i), along(i + 1)));
  const there = sidesM.reduce((sum, sideM) => sum + sideM, 0) / 1e3;
  expect(metricsOf(multiPolygon([[...corners, [40, 20]]])).perimeterKm / (2 * there)).toBeCloseTo(1, 4);

  const solid = metricsOf(multiPolygon([square])).perimeterKm;
  const holed = metricsOf(multiPolygon([square, rectangle(0.025, 0.025, 0.075, 0.075)])).perimeterKm;
  expect(holed / solid).toBeCloseTo(1.5, 6);
});

test('counts the villages in the territory and what they need; the uncounted and unlocated apart', () => {
  const villages = [
    village(0.05, 0.05, 10),
    village(0.02, 0.05, 4),
    village(0.03, 0.05, null),
    village(0.5, 0.5, 100),
    { location: null, need: { orphans: 100, widows: 100, families: 100 } },
  ];
  const metrics = metricsOf(multiPolygon([square]), { villages, capacity: 56 });
  expect(metrics.villages).toEqual({ covered: 3, uncounted: 1 });
  expect(metrics.need).toEqual({ orphans: 14, widows: 4, families: 6 });
  expect(metrics.capacityUsed).toBe(0.25);
});

test('without a capacity, or with one of 0, no share of it is used', () => {
  const villages = [village(0.05, 0.05, 10)];
  expect(metricsOf(multiPolygon([square]), { villages }).capacityUsed).toBeNull();
  expect(metricsOf(multiPolygon([square]), { villages, capacity: 0 }).capacityUsed).toBeNull();
  expect(metricsOf(multiPolygon([square]), { capacity: 5 }).capacityUsed).toBe(0);
});

test('twenty villages in a row: mean, the nineteenth and the farthest, in steps of 111 m', () => {
  const villages = Array.from({ length: 20 }, (_, i) => village((i + 1) / 1_000, 0.05, 1));
  const stepKm = 0.11131949;
  const { seatDistances } = metricsOf(multiPolygon([square]), {
    villages: villages.reverse(),
    seat: [0, 0.05],
  });
  expect(seatDistances?.meanKm).toBeCloseTo(10.5 * stepKm, 5);
  expect(seatDistances?.p95Km).toBeCloseTo(19 * stepKm, 5);
  expect(seatDistances?.farthestKm).toBeCloseTo(20 * stepKm, 5);
});

test('without a located seat or a covered village there are no distances', () => {
  const villages = [village(0.05, 0.05, 1)];
  expect(metricsOf(multiPolygon([square]), { villages }).seatDistances).toBeNull();
  expect(metricsOf(multiPolygon([square]), { seat: [0, 0] }).seatDistances).toBeNull();
});

test('an empty territory, or one without extent, measures nothing and has no ratios', () => {
  const nothing = {
    areaKm2: 0,
    contiguity: null,
    compactness: null,
    villages: { covered: 0, uncounted: 0 },
    need: { orphans: 0, widows: 0, families: 0 },
    seatDistances: null,
    capacityUsed: 0,
  };
  const question = { seat: [0, 0] satisfies Position, capacity: 9, villages: [village(0.05, 0.05, 3)] };
  expect(metricsOf(multiPolygon(), question)).toEqual({ ...nothing, perimeterKm: 0, parts: 0 });
  const line: Ring = [
    [0, 0],
    [0.1, 0.1],
    [0, 0],
  ];
  expect(metricsOf(multiPolygon([line]), question)).toMatchObject(nothing);
});

test('ratios are between 0 and 1, and neither order, winding nor first positions matter', () => {
  const turned = (ring: Ring, by: number): Ring => {
    const open = ring.slice(0, -1);
    const start = by % open.length;
    const rotated = [...open.slice(start), ...open.slice(0, start)].reverse();
    return [...rotated, ...rotated.slice(0, 1)];
  };
  fc.assert(
    fc.property(fc.array(star, { minLength: 1, maxLength: 3 }), fc.nat(9), (rings, by) => {
      const metrics = metricsOf(multiPolygon(...rings.map((ring) => [ring])));
      const { polsbyPopper = -1, reock = -1, hullRatio = -1 } = metrics.compactness ?? {};
      for (const ratio of [polsbyPopper, reock, hullRatio, metrics.contiguity ?? -1]) {
        expect(ratio).toBeGreaterThan(0);
        expect(ratio).toBeLessThanOrEqual(1);
      }
      const other = metricsOf(multiPolygon(...rings.map((ring) => [turned(ring, by)]).reverse()));
      expect(other.parts).toBe(metrics.parts);
      expect(other.areaKm2).toBeCloseTo(metrics.areaKm2, 6);
      expect(other.perimeterKm).toBeCloseTo(metrics.perimeterKm, 6);
      expect(other.compactness?.polsbyPopper).toBeCloseTo(polsbyPopper, 9);
      expect(other.compactness?.reock).toBeCloseTo(reock, 9);
      expect(other.compactness?.hullRatio).toBeCloseTo(hullRatio, 9);
    }),
  );
});

test('the globe has numbers, too', () => {
  const { areaKm2, compactness } = metricsOf(multiPolygon([rectangle(-180, -90, 180, 90)]));
  expect(areaKm2).toBeCloseTo(510_065_621.724, 2);
  for (const ratio of Object.values(compactness ?? {})) expect(Number.isFinite(ratio)).toBe(true);
});
