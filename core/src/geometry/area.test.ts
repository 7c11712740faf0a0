import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { multiPolygon, polygon, rectangle } from '../../test/fixtures/rectangles.ts';
import type { Position, Ring } from '../model/geometry.ts';
import { areaKm2, areaM2 } from './area.ts';

const WGS84_AREA_KM2 = 510_065_621.724;

/** Karney's geodesic area, the edges straight in longitude and latitude cut into many short geodesics. */
function geographiclibAreaM2(ring: Ring, piecesPerEdge: number): number {
  const outline = geodesic.Geodesic.WGS84.Polygon(false);
  for (const [i, to] of ring.slice(1).entries()) {
    const from = ring[i] ?? to;
    for (let piece = 0; piece < piecesPerEdge; piece++) {
      const along = piece / piecesPerEdge;
      outline.AddPoint(from[1] + along * (to[1] - from[1]), from[0] + along * (to[0] - from[0]));
    }
  }
  return Math.abs(outline.Compute(false, true).area ?? 0);
}

test('the whole globe has the area of the ellipsoid', () => {
  expect(areaKm2(polygon(rectangle(-180, -90, 180, 90)))).toBeCloseTo(WGS84_AREA_KM2, 2);
});

test('a degree square at the equator and one at 20° N have the areas of the closed form', () => {
  // b²/2 · Δλ · [sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e], worked out with 50 digits.
  expect(areaM2(polygon(rectangle(0, 0, 1, 1)))).toBeCloseTo(12_308_463_893.975, 2);
  expect(areaM2(polygon(rectangle(40, 20, 41, 21)))).toBeCloseTo(11_548_376_596.239, 2);
});

test('an edge cut into two has the same area: slanted edges are straight in longitude and latitude', () => {
  const triangle = polygon([
    [40, 20],
    [42, 20],
    [40, 22],
    [40, 20],
  ]);
  const cut = polygon([
    [40, 20],
    [42, 20],
    [41.5, 20.5],
    [40.25, 21.75],
    [40, 22],
    [40, 20],
  ]);
  expect(areaM2(cut)).toBeCloseTo(areaM2(triangle), 2);
});

test('an edge across half the globe keeps to the integral', () => {
  const long = polygon([
    [0, -80],
    [90, 80],
    [0, 80],
    [0, -80],
  ]);
  const pieces = Array.from({ length: 161 }, (_, i): Position => [(i * 90) / 160, -80 + i]);
  expect(areaM2(long) / areaM2(polygon([...pieces, [0, 80], [0, -80]]))).toBeCloseTo(1, 12);
});

test('holes are subtracted and parts added, whatever the winding', () => {
  const hole = rectangle(40.2, 20.2, 40.4, 20.4);
  const whole = areaM2(polygon(rectangle(40, 20, 41, 21)));
  const inner = areaM2(polygon(hole));
  expect(areaM2(polygon(rectangle(40, 20, 41, 21), hole))).toBeCloseTo(whole - inner, 3);
  expect(areaM2(polygon(rectangle(40, 20, 41, 21), hole.toReversed()))).toBeCloseTo(whole - inner, 3);
  const apart = areaM2(polygon(rectangle(50, 20, 51, 21)));
  expect(areaM2(multiPolygon([rectangle(40, 20, 41, 21)], [rectangle(50, 20, 51, 21)]))).toBeCloseTo(
    whole + apart,
    3,
  );
});

test('a small yard keeps its digits: ten metres square to the square centimetre', () => {
  const [width, height] = [0.0001, 0.0001];
  const yard = areaM2(polygon(rectangle(40.5, 20.25, 40.5 + width, 20.25 + height)));
  expect(yard / geographiclibAreaM2(rectangle(40.5, 20.25, 40.5 + width, 20.25 + height), 1)).toBeCloseTo(
    1,
    6,
  );
});

test('agrees with geographiclib on random triangles within a square degree to 4 parts in 100 million', () => {
  const offset = fc.integer({ min: 0, max: 10_000 }).map((steps) => steps / 10_000);
  const position = fc.tuple(offset, offset).map(([x, y]): Position => [40 + x, 20 + y]);
  fc.assert(
    fc.property(position, position, position, (a, b, c) => {
      const ring: Ring = [a, b, c, a];
      // 400 geodesics bulge from an edge of 100 km by less than 200 m² together.
      expect(Math.abs(areaM2(polygon(ring)) - geographiclibAreaM2(ring, 400))).toBeLessThan(500);
    }),
    { numRuns: 40 },
  );
});
