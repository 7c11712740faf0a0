import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The ring of the rectangle from (west, south) to (east, north), in whole degrees. */
export function rectangle(west: number, south: number, east: number, north: number): [number, number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

export const feature = (ring: unknown[], more: object = {}) => ({
  type: 'Feature',
  ...more,
  properties: null,
  geometry: { type: 'Polygon', coordinates: [ring] },
});

const name = { ar: 'اسم', en: 'Name' };
export const AREA = {
  id: 'square',
  name,
  estimated: false,
  note: null,
  timeZone: 'Asia/Riyadh',
  attribution: name,
};
export const DRAFT = { id: 'second', title: name, state: 'draft', example: true, base: 'first' };
export const IN_FORCE = {
  id: 'first',
  title: name,
  state: 'in-force',
  example: true,
  inForceFrom: '2026-11-01T00:00:00+03:00',
};
export const plan = (member: object, features: object[] = []) => ({
  type: 'FeatureCollection',
  plan: member,
  features,
});

export const ASSOCIATIONS = [
  'id,name_ar,name_en,seat_name_ar,seat_name_en,seat_lon,seat_lat,capacity,colour',
  'east,شرق,East,مقر,Seat,48,21,20,0',
  'west,غرب,West,مقر,Seat,,,,1',
];
export const VILLAGES = [
  'id,name_ar,name_en,lon,lat,kind,aliases',
  'one,واحد,One,41,21,centre,Uno|Eins',
  'two,اثنان,Two,,,village,',
];

/** The area is the rectangle 40–50° E, 20–22° N; east claims 45–50, west 40–46. */
const FILES: Record<string, unknown> = {
  'area.json': AREA,
  'boundary.geojson': feature(rectangle(40, 20, 50, 22)),
  'associations.csv': ASSOCIATIONS,
  'villages.csv': VILLAGES,
  'plans/first.geojson': plan(IN_FORCE, [
    feature(rectangle(45, 20, 50, 22), { id: 'east' }),
    feature(rectangle(40, 20, 46, 22), { id: 'west' }),
  ]),
  'plans/second.geojson': plan(DRAFT),
};

/**
 * A folder on disk, removed after the test, with some files replaced: rows of a table, a JSON value, the very bytes,
 * or null for no such file.
 */
export async function smallFolder(replaced: Record<string, unknown> = {}): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'area-folder-'));
  onTestFinished(() => rm(path, { recursive: true }));
  await mkdir(join(path, 'plans'));
  for (const [file, content] of Object.entries({ ...FILES, ...replaced })) {
    if (content !== null) await writeFile(join(path, file), bytesOf(file, content));
  }
  return path;
}

function bytesOf(file: string, content: unknown): string | Uint8Array {
  if (typeof content === 'string' || content instanceof Uint8Array) return content;
  if (file.endsWith('.csv') && Array.isArray(content)) return `${content.join('\n')}\n`;
  return JSON.stringify(content);
}
