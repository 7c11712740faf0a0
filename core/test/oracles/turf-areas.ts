import { difference, featureCollection, intersect, multiPolygon, union } from '@turf/turf';
import type { Feature, MultiPolygon as GeoJsonMultiPolygon, Polygon as GeoJsonPolygon } from 'geojson';
import { areaM2 } from '../../src/geometry/area.ts';
import type { MultiPolygon, Polygonal } from '../../src/model/geometry.ts';
import type { GeneratedPlan } from '../generators/wiggly-plan.ts';
import type { FoundAreas } from './found-areas.ts';

type Shape = Feature<GeoJsonPolygon | GeoJsonMultiPolygon>;

/**
 * Areas by Turf; it throws at some crossings. Turf makes the shapes, and our ellipsoid measures them. Like ours it takes
 * holes from their polygon and unites the polygons of a territory, but within a ring it goes by the non-zero rule and
 * the core by the even-odd rule: they part where a ring winds twice around a place.
 */
export function turfAreas({
  boundary,
  territories,
}: GeneratedPlan): Pick<FoundAreas, 'gapM2' | 'overlapM2' | 'outsideM2'> {
  const area = shapeOf(boundary);
  const shapes = territories.map(({ geometry }) => shapeOf(geometry));
  const all = united(shapes);
  const pairs = shapes.flatMap((a, i) =>
    shapes.slice(i + 1).map((b) => intersect(featureCollection([a, b]))),
  );
  const shared = united(pairs.filter((pair) => pair !== null));
  return {
    gapM2: measured(
      all === null ? union(featureCollection([area, area])) : difference(featureCollection([area, all])),
    ),
    overlapM2: measured(shared && intersect(featureCollection([shared, area]))),
    outsideM2: measured(all && difference(featureCollection([all, area]))),
  };
}

function shapeOf({ coordinates }: MultiPolygon): Shape {
  return multiPolygon(coordinates);
}

function united(shapes: readonly Shape[]): Shape | null {
  const [first = null] = shapes;
  return shapes.length < 2 ? first : union(featureCollection([...shapes]));
}

function measured(shape: Shape | null): number {
  return shape === null ? 0 : areaM2(shape.geometry as Polygonal);
}
