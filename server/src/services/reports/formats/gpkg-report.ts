import { DatabaseSync } from 'node:sqlite';
import type { Report } from '@nitaq/core';
import { GPKG_TABLES, WGS_84_WKT } from './gpkg-tables.ts';
import { type ReportLayer, reportLayers } from './report-layers.ts';
import type { ReportWriter } from './report-writer.ts';
import { boxOfGeometry, geoPackageBlob } from './wkb.ts';

const SQL_TYPES = { text: 'TEXT', integer: 'INTEGER', real: 'REAL' } as const;

/** An OGC GeoPackage with a layer for each kind of place. */
export const gpkgReport: ReportWriter = {
  mediaType: 'application/geopackage+sqlite3',
  extension: 'gpkg',
  async write(drawn) {
    // In memory: what is broken off halfway leaves no file behind.
    const database = new DatabaseSync(':memory:');
    try {
      database.exec(GPKG_TABLES);
      addReferenceSystems(database);
      const { report } = drawn;
      for (const layer of reportLayers(drawn))
        addLayer(database, layer, { changedAt: report.madeAt, description: descriptionOf(report) });
      return database.serialize();
    } finally {
      database.close();
    }
  },
};

/** The three that every GeoPackage has. */
function addReferenceSystems(database: DatabaseSync): void {
  const add = database.prepare('insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, null)');
  add.run('WGS 84 geodetic', 4326, 'EPSG', 4326, WGS_84_WKT);
  add.run('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined');
  add.run('Undefined geographic SRS', 0, 'NONE', 0, 'undefined');
}

/** Of which plan and day it is, and out of what it was made: what GIS programs show beside the name of a layer. */
function descriptionOf({ plan, day, method }: Report): string {
  const sources = method.sources.flatMap(({ en, ar }) => (en === ar ? [en] : [en, ar]));
  return [plan.title.en, day, plan.contentHash, ...sources].join(' · ');
}

/** Names of layers and fields are our own constants; values alone come from people, and are bound. */
function addLayer(
  database: DatabaseSync,
  { name, fields, features }: ReportLayer,
  { changedAt, description }: { readonly changedAt: string; readonly description: string },
): void {
  const isOfPoints = name === 'villages' || name === 'seats';
  // A gap is one polygon and a territory several: GEOMETRY would do for both, but programs style them by their type.
  const type = isOfPoints ? 'POINT' : name === 'territories' ? 'MULTIPOLYGON' : 'POLYGON';
  const columns = fields.map(([field, kind]) => `"${field}" ${SQL_TYPES[kind]}`);
  database.exec(
    `create table "${name}" (fid integer primary key autoincrement not null, geom ${type}, ${columns.join(', ')})`,
  );
  const box = boxOf(features.map(({ geometry }) => geometry));
  database
    .prepare("insert into gpkg_contents values (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4326)")
    .run(name, name, description, changedAt, ...box);
  database.prepare("insert into gpkg_geometry_columns values (?, 'geom', ?, 4326, 0, 0)").run(name, type);
  const names = ['geom', ...fields.map(([field]) => `"${field}"`)];
  const add = database.prepare(
    `insert into "${name}" (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  database.exec('begin');
  for (const { geometry, values } of features) add.run(geometry && geoPackageBlob(geometry), ...values);
  database.exec('commit');
}

function boxOf(geometries: readonly ReportLayer['features'][number]['geometry'][]): (number | null)[] {
  const boxes = geometries.flatMap((geometry) => (geometry === null ? [] : [boxOfGeometry(geometry)]));
  if (boxes.length === 0) return [null, null, null, null];
  return [
    boxes.reduce((least, [west]) => Math.min(least, west), Infinity),
    boxes.reduce((least, [, south]) => Math.min(least, south), Infinity),
    boxes.reduce((most, [, , east]) => Math.max(most, east), -Infinity),
    boxes.reduce((most, [, , , north]) => Math.max(most, north), -Infinity),
  ];
}
