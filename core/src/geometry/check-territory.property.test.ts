import fc from 'fast-check';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import { expect, test } from 'vitest';
import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import { checkTerritory } from './check-territory.ts';

// Few places for many corners, so that rings meet in every way there is.
const place = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .map(([x, y]): Position => [x, y]);

const anyRing = fc.array(place, { minLength: 3, maxLength: 6 }).map(closed);
const box = fc.tuple(place, place).map(
  ([[x, y], [width, height]]): Ring =>
    closed([
      [x, y],
      [x + width + 1, y],
      [x + width + 1, y + height + 1],
      [x, y + height + 1],
    ]),
);
const diamond = fc.tuple(place, fc.integer({ min: 1, max: 2 })).map(
  ([[x, y], r]): Ring =>
    closed([
      [x, y],
      [x + r, y - r],
      [x + 2 * r, y],
      [x + r, y + r],
    ]),
);
const frame = fc.constant<Ring>(
  closed([
    [0, -1],
    [8, -1],
    [8, 8],
    [0, 8],
  ]),
);

const smallRing = fc.oneof(anyRing, box, diamond);
const anyPolygon = fc.tuple(fc.oneof(smallRing, frame), fc.array(smallRing, { maxLength: 3 }));
const framed = fc.tuple(frame, fc.array(fc.oneof(diamond, box), { minLength: 1, maxLength: 5 }));
const geometry = fc.array(fc.oneof(anyPolygon, framed), { minLength: 1, maxLength: 3 }).map(
  (polygons): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: polygons.map(([shell, holes]) => [shell, ...holes]),
  }),
);

function closed(positions: Position[]): Ring {
  return [...positions, ...positions.slice(0, 1)];
}

/** The judgement of JTS, from which GEOS and so PostGIS descend. */
function isValidForJts(given: MultiPolygon): boolean {
  return new IsValidOp(new GeoJSONReader(new GeometryFactory()).read(given)).isValid();
}

/** JTS takes a polygon of fewer than four positions for a mistake of the caller. */
function hasRingsLongEnough({ coordinates }: MultiPolygon): boolean {
  return coordinates.flat().every((ring) => {
    const count = ring.filter(
      ([x, y], i) => i === 0 || x !== ring[i - 1]?.[0] || y !== ring[i - 1]?.[1],
    ).length;
    return count >= 4;
  });
}

test('passes exactly what JTS finds valid', () => {
  let valid = 0;
  fc.assert(
    fc.property(geometry.filter(hasRingsLongEnough), (given) => {
      const { ok } = checkTerritory(given, { minAreaM2: 0 });
      if (ok) valid++;
      expect(ok).toBe(isValidForJts(given));
    }),
    { numRuns: 4_000 },
  );
  expect(valid).toBeGreaterThan(200);
});

test('what passes once passes again and comes back the same', () => {
  fc.assert(
    fc.property(geometry, (given) => {
      const first = checkTerritory(given, { minAreaM2: 0 });
      if (first.ok) expect(checkTerritory(first.geometry, { minAreaM2: 0 })).toEqual(first);
    }),
    { numRuns: 2_000 },
  );
});
