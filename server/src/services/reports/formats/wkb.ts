import type { Position } from '@nitaq/core';
import type { LayerFeature } from './report-layers.ts';

type Geometry = NonNullable<LayerFeature['geometry']>;
type Box = [west: number, south: number, east: number, north: number];

const TYPES = { Point: 1, Polygon: 3, MultiPolygon: 6 } as const;
const LITTLE_ENDIAN = 1;
const MAGIC = 'GP';
/** Little-endian, with an envelope of two dimensions. */
const FLAGS = 0b0000_0011;
const WGS_84 = 4326;
const HEADER_BYTES = 40;

/** A geometry as the table of a GeoPackage holds it: its header, then well-known binary. */
export function geoPackageBlob(geometry: Geometry): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt8(0, 2);
  header.writeUInt8(FLAGS, 3);
  header.writeInt32LE(WGS_84, 4);
  const [west, south, east, north] = boxOfGeometry(geometry);
  for (const [at, value] of [west, east, south, north].entries()) header.writeDoubleLE(value, 8 + at * 8);
  return Buffer.concat([header, wkb(geometry)]);
}

/** West, south, east, north. */
export function boxOfGeometry(geometry: Geometry): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positionsOf(geometry)) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}

function positionsOf(geometry: Geometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates.flat();
    case 'MultiPolygon':
      return geometry.coordinates.flat(2);
  }
}

function wkb(geometry: Geometry): Buffer {
  switch (geometry.type) {
    case 'Point':
      return Buffer.concat([prefix(TYPES.Point), doubles(geometry.coordinates)]);
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPolygon':
      return Buffer.concat([
        prefix(TYPES.MultiPolygon),
        count(geometry.coordinates.length),
        ...geometry.coordinates.map(polygon),
      ]);
  }
}

function polygon(rings: readonly (readonly Position[])[]): Buffer {
  return Buffer.concat([
    prefix(TYPES.Polygon),
    count(rings.length),
    ...rings.flatMap((ring) => [count(ring.length), doubles(ring.flat())]),
  ]);
}

function prefix(type: number): Buffer {
  return Buffer.concat([Buffer.from([LITTLE_ENDIAN]), count(type)]);
}

function count(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function doubles(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [at, value] of values.entries()) bytes.writeDoubleLE(value, at * 8);
  return bytes;
}
