/**
 * Makes `land.geojson`: the land around the area, for the coast on the map.
 *
 *   npm pack @geo-maps/earth-coastlines-100m@0.6.0      (in a scratch folder; unpack it)
 *   node geo-data/al-lith/make-land.ts <scratch>/package/map.geo.json
 *
 * The coast and the area's boundary come from the same data set, so cutting the coast to a box, rounding it to the
 * boundary's four decimals and uniting the two leaves no sliver of sea between them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Clipper, FillRule, type Path64, type Paths64, type Rect64 } from 'clipper2-ts';

type Position = [number, number];
interface MultiPolygon {
  type: 'MultiPolygon';
  coordinates: Position[][][];
}

/** How far beyond the area the land reaches on every side, degrees. */
const MARGIN_DEGREES = 3;
/** The boundary has four decimals (about 10 m); the coast is rounded to the same. */
const UNITS_PER_DEGREE = 1e4;
/** Crossings between rounded lines are kept on the grid of the product. */
const CROSSING_SCALE = 1e3;

const here = import.meta.dirname;
const source = process.argv[2];
if (source === undefined) throw new Error('Usage: node make-land.ts <map.geo.json of earth-coastlines-100m>');

/** An open path, counter-clockwise: the world's coast winds the other way round than the boundary. */
function toPath(ring: Position[]): Path64 {
  const path = ring.slice(0, -1).map(([lon, lat]) => ({
    x: Math.round(lon * UNITS_PER_DEGREE) * CROSSING_SCALE,
    y: Math.round(lat * UNITS_PER_DEGREE) * CROSSING_SCALE,
  }));
  return Clipper.isPositive(path) ? path : path.reverse();
}

function outerRings(geometry: MultiPolygon): Paths64 {
  return geometry.coordinates.flatMap(([outer]) => (outer === undefined ? [] : [toPath(outer)]));
}

/** The box around the area plus the margin, in grid units. */
function boxAround(paths: Paths64): Rect64 {
  const box = Clipper.getBounds(paths.flat());
  const margin = MARGIN_DEGREES * UNITS_PER_DEGREE * CROSSING_SCALE;
  return {
    left: box.left - margin,
    top: box.top - margin,
    right: box.right + margin,
    bottom: box.bottom + margin,
  };
}

/** A closed ring; the union gives outer rings counter-clockwise, as RFC 7946 asks. */
function toRing(path: Path64): Position[] {
  const scale = UNITS_PER_DEGREE * CROSSING_SCALE;
  const ring = path.map(({ x, y }): Position => [x / scale, y / scale]);
  return ring[0] === undefined ? ring : [...ring, ring[0]];
}

const boundary: { geometry: MultiPolygon } = JSON.parse(readFileSync(`${here}/boundary.geojson`, 'utf8'));
const world: { geometries: MultiPolygon[] } = JSON.parse(readFileSync(source, 'utf8'));

const area = outerRings(boundary.geometry);
const coast = Clipper.rectClip(boxAround(area), world.geometries.flatMap(outerRings));
const land = Clipper.union([...coast, ...area], FillRule.NonZero);
const holes = land.filter((path) => !Clipper.isPositive(path));
if (holes.length > 0) throw new Error(`The coast and the boundary enclose ${holes.length} slivers of sea`);

const feature = {
  type: 'Feature',
  properties: { attribution: '© OpenStreetMap contributors (ODbL)' },
  geometry: { type: 'MultiPolygon', coordinates: land.map((path) => [toRing(path)]) },
};
writeFileSync(`${here}/land.geojson`, `${JSON.stringify(feature)}\n`);
console.log(`land.geojson: ${land.length} polygons, ${land.flat().length} vertices`);
