/**
 * Turf 7: intersections of the pairs whose boxes meet, and the area without all territories. Where a ring winds twice
 * around a place Turf counts it as inside (non-zero rule) and the core does not (even-odd): so areas differ a little on
 * rings that cross themselves. By its own rule Turf is right to ten digits (core/test/oracles/slab-areas.ts).
 */
import { areaKm2, type MultiPolygon, type Polygon } from '@nitaq/core';
import { difference, feature, featureCollection, intersect, union } from '@turf/turf';
import type { Feature, MultiPolygon as GeoJsonMultiPolygon, Polygon as GeoJsonPolygon } from 'geojson';
import { candidatePairs } from './candidate-pairs.ts';
import type { Peer } from './peer.ts';

type Shape = Feature<GeoJsonPolygon | GeoJsonMultiPolygon>;

interface TurfFound {
  readonly overlaps: readonly Shape[];
  readonly gap: Shape | null;
}

/** Subtracting all territories at once is how Turf unites fastest. */
export const turf = turfWith('Turf', (area, shapes) => difference(featureCollection([area, ...shapes])));

/** Turf as its pages show it, all territories united, then subtracted. */
export const turfWithUnion = turfWith('Turf, with `union`', (area, shapes) => {
  const covered = union(featureCollection([...shapes]));
  return covered === null ? area : difference(featureCollection([area, covered]));
});

function turfWith(
  name: string,
  uncovered: (area: Shape, shapes: readonly Shape[]) => Shape | null,
): Peer<TurfFound> {
  return {
    name,
    counts: 'pairs',
    find({ boundary, territories }) {
      const shapes = territories.map(({ geometry }) => feature(geometry));
      const overlaps = candidatePairs(territories)
        .map(([first, second]) =>
          intersect(featureCollection([first, second].flatMap((i) => shapes[i] ?? []))),
        )
        .filter((overlap) => overlap !== null);
      return { overlaps, gap: uncovered(feature(boundary), shapes) };
    },
    areasOf({ overlaps, gap }, { boundary }) {
      const area: Shape = feature(boundary);
      const within = overlaps.map((overlap) => intersect(featureCollection([overlap, area])));
      return { overlapKm2: within.reduce((sum, shape) => sum + km2(shape), 0), gapKm2: km2(gap) };
    },
    release: () => {},
  };
}

function km2(shape: Shape | null): number {
  return shape === null ? 0 : areaKm2(shape.geometry as Polygon | MultiPolygon);
}
