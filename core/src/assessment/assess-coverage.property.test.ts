import {
  difference,
  featureCollection,
  intersect,
  multiPolygon as turfMultiPolygon,
  union,
} from '@turf/turf';
import fc from 'fast-check';
import type { Feature, MultiPolygon as GeoJsonMultiPolygon, Polygon as GeoJsonPolygon } from 'geojson';
import { expect, test } from 'vitest';
import { PARTITION_SIDE, PARTITION_SQUARE, partition } from '../../test/arbitraries/partition.ts';
import { star } from '../../test/arbitraries/stars.ts';
import { associationId, multiPolygon, territory, villageId } from '../../test/fixtures/rectangles.ts';
import { areaM2 } from '../geometry/area.ts';
import { fromGrid } from '../geometry/grid.ts';
import type { CoverageAssessment } from '../model/coverage.ts';
import type { MultiPolygon, Polygonal, Ring } from '../model/geometry.ts';
import type { Territory } from '../model/territory.ts';
import { assessCoverage } from './assess-coverage.ts';

const SQUARE_METRE_KM2 = 1e-6;
const thresholds = { minWidthM: 0, minAreaM2: 0 };

const territories = fc
  .array(star, { minLength: 1, maxLength: 4 })
  .map((stars) => stars.map((ring, i) => territory(`t${i}`, ring)));
const boundary = star.map((ring) => multiPolygon([ring]));

type Shape = Feature<GeoJsonPolygon | GeoJsonMultiPolygon>;

function shapeOf(geometry: MultiPolygon): Shape {
  return turfMultiPolygon(geometry.coordinates);
}

function joined(shapes: readonly Shape[]): Shape | null {
  if (shapes.length < 2) return shapes[0] ?? null;
  return union(featureCollection([...shapes]));
}

/** Turf makes the shapes; its own areas are those of a sphere, so ours measure them. */
function km2(shape: Shape | null): number {
  return shape === null ? 0 : areaM2(shape.geometry as Polygonal) / 1e6;
}

test('area = covered once + overlaps + gaps to the square metre, and each territory likewise', () => {
  fc.assert(
    fc.property(boundary, territories, (area, claims) => {
      const { totals, territories: each } = assessCoverage({
        boundary: area,
        territories: claims,
        villages: [],
        thresholds,
      });
      const sum = totals.coveredOnceKm2 + totals.overlapKm2 + totals.gapKm2;
      expect(Math.abs(totals.areaKm2 - sum)).toBeLessThan(SQUARE_METRE_KM2);
      expect(Math.abs(totals.areaKm2 - areaM2(area) / 1e6)).toBeLessThan(SQUARE_METRE_KM2);
      for (const own of each) {
        const parts = own.coveredOnceKm2 + own.overlapKm2 + own.outsideKm2;
        expect(Math.abs(own.areaKm2 - parts)).toBeLessThan(SQUARE_METRE_KM2);
      }
    }),
    { numRuns: 300 },
  );
});

test('faces add up to the totals, none lying in two', () => {
  fc.assert(
    fc.property(boundary, territories, (area, claims) => {
      const { gaps, overlaps, slivers, totals } = assessCoverage({
        boundary: area,
        territories: claims,
        villages: [],
        thresholds,
      });
      const sum = (faces: readonly { properties: { areaKm2: number } }[]) =>
        faces.reduce((total, { properties }) => total + properties.areaKm2, 0);
      expect(slivers.features).toEqual([]);
      expect(Math.abs(sum(gaps.features) - totals.gapKm2)).toBeLessThan(SQUARE_METRE_KM2);
      expect(Math.abs(sum(overlaps.features) - totals.overlapKm2)).toBeLessThan(SQUARE_METRE_KM2);
    }),
    { numRuns: 100 },
  );
});

test('gaps, overlaps and what lies outside are those that Turf finds', () => {
  fc.assert(
    fc.property(boundary, territories, (area, claims) => {
      const { totals } = assessCoverage({ boundary: area, territories: claims, villages: [], thresholds });
      const shapes = claims.map(({ geometry }) => shapeOf(geometry));
      const pairs = shapes.flatMap((a, i) =>
        shapes.slice(i + 1).map((b) => intersect(featureCollection([a, b]))),
      );
      const all = joined(shapes);
      const shared = joined(pairs.filter((pair) => pair !== null));
      const within = shapeOf(area);
      const gap = all && difference(featureCollection([within, all]));
      const outside = all && difference(featureCollection([all, within]));
      const overlap = shared && intersect(featureCollection([shared, within]));
      expect(Math.abs(totals.gapKm2 - km2(gap))).toBeLessThan(2 * SQUARE_METRE_KM2);
      expect(Math.abs(totals.overlapKm2 - km2(overlap))).toBeLessThan(2 * SQUARE_METRE_KM2);
      expect(Math.abs(totals.outsideKm2 - km2(outside))).toBeLessThan(2 * SQUARE_METRE_KM2);
    }),
    { numRuns: 60 },
  );
});

test('territories that share all their borders exactly leave neither gap nor overlap nor sliver', () => {
  fc.assert(
    fc.property(partition, (claims) => {
      const assessed = assessCoverage({
        boundary: PARTITION_SQUARE,
        territories: claims,
        villages: [],
        thresholds,
      });
      expect(assessed.gaps.features).toEqual([]);
      expect(assessed.overlaps.features).toEqual([]);
      expect(assessed.totals).toMatchObject({ gapKm2: 0, overlapKm2: 0, outsideKm2: 0 });
    }),
    { numRuns: 50 },
  );
});

test('every village has exactly one status, and a gap or overlap lists it when it says so', () => {
  const unit = fc.integer({ min: -1, max: PARTITION_SIDE });
  fc.assert(
    fc.property(
      partition,
      fc.uniqueArray(fc.tuple(unit, unit), { minLength: 20, selector: String }),
      (claims, places) => {
        // One territory is taken away and the first is doubled: its place becomes overlap, the last one's gap.
        const [first, ...others] = claims.slice(0, -1);
        const doubled = first ? [first, { ...first, association: associationId('z') }, ...others] : others;
        const villages = places.map(([x, y], i) => ({
          id: villageId(`v${i}`),
          location: [fromGrid(x), fromGrid(y)] as [number, number],
        }));
        const assessed = assessCoverage({
          boundary: PARTITION_SQUARE,
          territories: doubled,
          villages,
          thresholds,
        });
        expect(assessed.villages.map(({ id }) => id)).toEqual(villages.map(({ id }) => id));
        const listed = [...assessed.gaps.features, ...assessed.overlaps.features].flatMap((face) =>
          face.properties.villages.map((id) => `${id} ${face.properties.associations}`),
        );
        const expected = assessed.villages
          .filter(({ status }) => status === 'gap' || status === 'overlap')
          .map(({ id, associations }) => `${id} ${associations}`);
        expect(listed.sort()).toEqual(expected.sort());
      },
    ),
    { numRuns: 60 },
  );
});

test('neither the order of territories nor winding and first position of rings make a difference', () => {
  const turned = (ring: Ring, by: number): Ring => {
    const open = ring.slice(0, -1);
    const rotated = [...open.slice(by % open.length), ...open.slice(0, by % open.length)].reverse();
    return [...rotated, ...rotated.slice(0, 1)];
  };
  const turnedAll = (geometry: MultiPolygon, by: number): MultiPolygon => ({
    ...geometry,
    coordinates: geometry.coordinates.map((rings) => rings.map((ring) => turned(ring, by))),
  });
  const assess = (area: MultiPolygon, claims: readonly Territory[]): CoverageAssessment =>
    assessCoverage({ boundary: area, territories: claims, villages: [], thresholds });
  fc.assert(
    fc.property(boundary, territories, fc.nat(11), (area, claims, by) => {
      const changed = claims.map((one) => ({ ...one, geometry: turnedAll(one.geometry, by) })).reverse();
      expect(assess(turnedAll(area, by), changed)).toEqual(assess(area, claims));
    }),
    { numRuns: 100 },
  );
});
