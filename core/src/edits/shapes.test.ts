import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { star } from '../../test/arbitraries/stars.ts';
import { rectangle } from '../../test/fixtures/rectangles.ts';
import { sampledPlaces } from '../../test/oracles/sampled-places.ts';
import { areaKm2, areaM2 } from '../geometry/area.ts';
import { checkTerritory } from '../geometry/check-territory.ts';
import { distanceBetweenM } from '../geometry/ellipsoid.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { Polygon, Position } from '../model/geometry.ts';
import { circleAround } from './circle-around.ts';
import { freehandToPolygon } from './freehand-to-polygon.ts';
import { metricPlane } from './metric-plane.ts';
import { rectangleBetween } from './rectangle-between.ts';
import { strokeAround } from './stroke-around.ts';

function isClean(polygon: Polygon): boolean {
  const check = checkTerritory(polygon, { minAreaM2: 0 });
  return check.ok && String(check.geometry.coordinates) === String([polygon.coordinates]);
}

test('a circle has its corners at the radius, on the ellipsoid', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -60, max: 60 }),
      fc.double({ min: 0.1, max: 300, noNaN: true }),
      (latitude, radiusKm) => {
        const circle = circleAround([40, latitude], radiusKm);
        expect(isClean(circle)).toBe(true);
        expect(circle.coordinates[0]).toHaveLength(65);
        for (const [x, y] of circle.coordinates[0] ?? []) {
          const { s12 = 0 } = geodesic.Geodesic.WGS84.Inverse(latitude, 40, y, x);
          expect(Math.abs(s12 - 1000 * radiusKm)).toBeLessThan(0.02);
        }
        if (radiusKm < 100) expect(areaKm2(circle) / (Math.PI * radiusKm ** 2)).toBeCloseTo(0.9984, 3);
      },
    ),
  );
});

test('a rectangle is the same from any two of its opposite corners', () => {
  const expected = { type: 'Polygon', coordinates: [rectangle(40, 20, 41, 22)] };
  expect(rectangleBetween([40, 20], [41, 22])).toEqual(expected);
  expect(rectangleBetween([41, 20], [40, 22])).toEqual(expected);
  expect(isClean(rectangleBetween([41, 22], [40, 20]))).toBe(true);
});

/** Many places along straight ways, each shaken by up to a metre or so. */
function drawn(places: string): Position[] {
  const corners = places.split(' ').map((place) => place.split(',').map(Number));
  return corners.flatMap(([x = 0, y = 0], i) => {
    const [fromX = x, fromY = y] = corners[i - 1] ?? [];
    return Array.from({ length: 50 }, (_, j): Position => {
      const along = (j + 1) / 50;
      const shake = ((j * 7) % 5) * 2e-6;
      return [
        40 + (fromX + along * (x - fromX)) / 100 + shake,
        20 + (fromY + along * (y - fromY)) / 100 - shake,
      ];
    });
  });
}

test('a freehand line around a square becomes its four corners', () => {
  const square = freehandToPolygon(drawn('0,0 4,0 4,4 0,4 0,0.1'), 50);
  expect(square.ok && square.polygon.coordinates[0]?.length).toBe(5);
  if (!square.ok) return;
  expect(isClean(square.polygon)).toBe(true);
  expect(areaM2(square.polygon) / areaM2(rectangleBetween([40, 20], [40.04, 20.04]))).toBeCloseTo(1, 2);
});

test('a loop where the line meets itself is left out, and going round twice is going round once', () => {
  const overshot = freehandToPolygon(drawn('0,0 4,0 4,4 0,4 0,-0.3 -0.3,-0.3'), 20);
  expect(overshot.ok && areaKm2(overshot.polygon)).toBeCloseTo(18.5, 0);
  const twice = freehandToPolygon(drawn('0,0 4,0 4,4 0,4 0,0 4.1,-0.1 4.1,4.1 -0.1,4.1 -0.1,0.1'), 20);
  expect(twice.ok && twice.polygon.coordinates.length).toBe(1);
  expect(twice.ok && areaKm2(twice.polygon)).toBeGreaterThan(18.5);
});

test('refuses lines that enclose nothing, or two grounds', () => {
  const reasonOf = (places: Position[]) => {
    const polygon = freehandToPolygon(places, 20);
    return polygon.ok ? null : polygon.reason;
  };
  expect(
    reasonOf([
      [40, 20],
      [40.1, 20],
      [40, 20],
    ]),
  ).toBe('line-too-short');
  expect(reasonOf(drawn('0,0 4,4 4,0 0,4'))).toBe('line-crosses-itself');
  expect(
    reasonOf([
      [40, 20],
      [40.0001, 20],
      [40, 20.0001],
    ]),
  ).toBe('area-too-small');
  expect(
    reasonOf([
      [40, 20],
      [40.1, 20.1],
      [40.2, 20.2],
    ]),
  ).toBe('area-too-small');
});

test('any ring drawn by hand comes back within the tolerance', () => {
  fc.assert(
    fc.property(star, (ring) => {
      const polygon = freehandToPolygon(ring.slice(0, -1), 500);
      if (!polygon.ok) return;
      expect(isClean(polygon.polygon)).toBe(true);
      const whole: Polygon = { type: 'Polygon', coordinates: [ring] };
      const perimeterM = ring.slice(1).reduce((sum, to, i) => sum + distanceBetweenM(ring[i] ?? to, to), 0);
      expect(Math.abs(areaM2(polygon.polygon) - areaM2(whole))).toBeLessThan(500 * perimeterM);
    }),
  );
});

test('a stroke is as wide as the brush, and round at its ends', () => {
  const [spot, straight] = [
    strokeAround([[40, 20]], 1000),
    strokeAround(
      [
        [40, 20],
        [40, 20.1],
      ],
      1000,
    ),
  ];
  expect(spot.coordinates[0]).toHaveLength(25);
  expect(areaKm2(spot) / (Math.PI / 4)).toBeCloseTo(0.989, 2);
  expect(areaKm2(straight) - areaKm2(spot)).toBeCloseTo(11.07, 1);
  expect(strokeAround([], 1000).coordinates).toEqual([]);
});

test('a stroke around a place leaves it out', () => {
  const around = strokeAround(drawn('0,0 4,0 4,4 0,4 0,0'), 400);
  expect(around.coordinates).toHaveLength(2);
  expect(isClean(around)).toBe(true);
});

test('any stroke is valid, covers the line and reaches nowhere further than half its width', () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })), {
    minLength: 1,
    maxLength: 25,
  });
  fc.assert(
    fc.property(places, fc.integer({ min: 20, max: 4000 }), (steps, widthM) => {
      const line = steps.map(([x, y]): Position => [40 + x / 1000, 20 + y / 1000]);
      const stroke = strokeAround(line, widthM);
      expect(isClean(stroke)).toBe(true);
      for (const place of line) expect(pointInPolygon(place, stroke)).toBe(true);
      const { toPlane } = metricPlane([40, 20]);
      const points = line.map(toPlane);
      for (const place of sampledPlaces({ type: 'MultiPolygon', coordinates: [stroke.coordinates] })) {
        const { x, y } = toPlane(place);
        const awayM = points.map((b, i) => {
          const a = points[i - 1] ?? b;
          const [ux, uy] = [b.x - a.x, b.y - a.y];
          const squared = ux * ux + uy * uy;
          const along =
            squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * ux + (y - a.y) * uy) / squared));
          return Math.hypot(x - a.x - along * ux, y - a.y - along * uy);
        });
        expect(Math.min(...awayM)).toBeLessThan(0.56 * widthM);
      }
    }),
    { numRuns: 60 },
  );
});
