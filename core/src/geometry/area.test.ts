import fc from 'fast-check';
import { expect, test } from 'vitest';
import { starAnywhere } from '../../test/arbitraries/stars.ts';
import { multiPolygon, polygon, rectangle } from '../../test/fixtures/rectangles.ts';
import { isShipped, shippedPlan } from '../../test/fixtures/shipped-plan.ts';
import { geodesicAreaM2 } from '../../test/oracles/geodesic-area.ts';
import type { Position } from '../model/geometry.ts';
import { areaKm2, areaM2 } from './area.ts';

const WGS84_AREA_KM2 = 510_065_621.724;

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
  const yard = polygon(rectangle(40.5, 20.25, 40.5001, 20.2501));
  expect(areaM2(yard) / geodesicAreaM2(yard)).toBeCloseTo(1, 6);
});

test('agrees with GeographicLib to 1e-9 whether a few kilometres wide or thousands, up to 89 degrees', () => {
  fc.assert(
    fc.property(starAnywhere, (ring) => {
      const star = polygon(ring);
      expect(Math.abs(areaM2(star) / geodesicAreaM2(star) - 1)).toBeLessThan(1e-9);
    }),
    { numRuns: 400 },
  );
});

test.skipIf(!isShipped)(
  'agrees with GeographicLib to 1e-9 on the shipped area and each of its territories',
  () => {
    const plans = [shippedPlan('opening-claims'), shippedPlan('draft-whole')];
    for (const { boundary, territories } of plans) {
      for (const geometry of [boundary, ...territories.map((one) => one.geometry)]) {
        expect(Math.abs(areaM2(geometry) / geodesicAreaM2(geometry) - 1)).toBeLessThan(1e-9);
      }
    }
  },
);
