import Flatbush from 'flatbush';
import type { GeometryFault } from '../errors.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import {
  boxesMeet,
  boxHas,
  boxOf,
  fromGrid,
  type GridBox,
  type GridPolygon,
  toGridPolygons,
} from './grid.ts';
import { type Point, segmentsMeet } from './orientation.ts';
import { gridPolygonHas } from './point-in-polygon.ts';

/**
 * A fault when the territory lies wholly outside the area: `position-looks-swapped` if it would lie in the area's box
 * with longitude and latitude exchanged, else `outside-the-area`. Reaching over the boundary is no fault.
 */
export function checkAgainstArea(territory: MultiPolygon, boundary: MultiPolygon): GeometryFault | null {
  const polygons = toGridPolygons(territory);
  const area = toGridPolygons(boundary);
  if (polygons.some((polygon) => area.some((part) => polygonsMeet(polygon, part)))) return null;

  const box = boxOf(area.flatMap(({ box: part }) => [part.minX, part.minY, part.maxX, part.maxY]));
  const isSwapped = polygons.every(({ box: part }) => {
    return boxHas(box, part.minY, part.minX) && boxHas(box, part.maxY, part.maxX);
  });
  const [x, y] = polygons[0]?.rings[0] ?? [0, 0];
  return {
    code: isSwapped ? 'position-looks-swapped' : 'outside-the-area',
    pointer: '/coordinates',
    position: [fromGrid(x ?? 0), fromGrid(y ?? 0)],
  };
}

function polygonsMeet(a: GridPolygon, b: GridPolygon): boolean {
  return boxesMeet(a.box, b.box) && (hasCornerOf(a, b) || hasCornerOf(b, a) || edgesMeet(a, b));
}

function hasCornerOf(polygon: GridPolygon, other: GridPolygon): boolean {
  const [x, y] = other.rings[0] ?? [];
  return x !== undefined && y !== undefined && gridPolygonHas(polygon, x, y);
}

function edgesMeet(a: GridPolygon, b: GridPolygon): boolean {
  const edges = edgesOf(a);
  if (edges.length === 0) return false;
  const index = new Flatbush(edges.length);
  for (const edge of edges) {
    const { minX, minY, maxX, maxY } = edgeBox(edge);
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  return edgesOf(b).some((edge) => {
    const { minX, minY, maxX, maxY } = edgeBox(edge);
    return index.search(minX, minY, maxX, maxY).some((i) => {
      const other = edges[i];
      return other !== undefined && segmentsMeet(edge[0], edge[1], other[0], other[1]);
    });
  });
}

function edgesOf({ rings }: GridPolygon): [Point, Point][] {
  return rings.flatMap((ring) => {
    const at = (i: number): Point => ({ x: ring[i % ring.length] ?? 0, y: ring[(i + 1) % ring.length] ?? 0 });
    return Array.from({ length: ring.length / 2 }, (_, i): [Point, Point] => [at(2 * i), at(2 * i + 2)]);
  });
}

function edgeBox([a, b]: [Point, Point]): GridBox {
  return boxOf([a.x, a.y, b.x, b.y]);
}
