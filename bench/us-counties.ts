/**
 * The counties of the United States (us-atlas, 1:10,000,000): the largest polygonal coverage that a package ships. All
 * borders are arcs that the counties share, and the outline of the nation is made of those same arcs, so that it
 * matches them edge for edge.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AssociationId, type MultiPolygon, type Ring, snapPosition, type Territory } from '@nitaq/core';
import { feature, merge } from 'topojson-client';

type Topology = Parameters<typeof merge>[0];
type GeometryCollection = Extract<Parameters<typeof merge>[1], { type: 'GeometryCollection' }>;
type Polygonal = Exclude<Parameters<typeof merge>[1], GeometryCollection>[number];
type CountyTopology = Topology & { readonly objects: { readonly counties: GeometryCollection } };

export interface UsCounties {
  /** One territory for each county, its id `c` and the five digits of the county. */
  readonly territories: Territory[];
  /** The outline of all counties together. */
  readonly boundary: MultiPolygon;
}

/** Reads the counties; positions are on the grid, and what has no extent there is left out. */
export function loadUsCounties(): UsCounties {
  const file = fileURLToPath(import.meta.resolve('us-atlas/counties-10m.json'));
  const topology = JSON.parse(readFileSync(file, 'utf8')) as CountyTopology;
  const { counties } = topology.objects;
  const territories = feature(topology, counties).features.flatMap(({ id, geometry }): Territory[] => {
    const association = `c${id}` as AssociationId;
    switch (geometry.type) {
      case 'Polygon':
        return [{ association, geometry: snapped([geometry.coordinates]) }];
      case 'MultiPolygon':
        return [{ association, geometry: snapped(geometry.coordinates) }];
      default:
        return [];
    }
  });
  const nation = merge(topology, counties.geometries.filter(isPolygonal));
  return { territories, boundary: snapped(nation.coordinates) };
}

function isPolygonal(object: GeometryCollection['geometries'][number]): object is Polygonal {
  return object.type === 'Polygon' || object.type === 'MultiPolygon';
}

function snapped(polygons: readonly (readonly number[][][])[]): MultiPolygon {
  const coordinates = polygons
    .map(([outer = [], ...holes]) => [snappedRing(outer), ...holes.map(snappedRing).filter(hasExtent)])
    .filter(([outer]) => outer !== undefined && hasExtent(outer));
  return { type: 'MultiPolygon', coordinates };
}

/** The closed ring on the grid, without repeated points and spikes. */
function snappedRing(ring: readonly number[][]): Ring {
  const kept: Ring = [];
  for (const [longitude = 0, latitude = 0] of ring.slice(0, -1)) {
    kept.push(snapPosition([longitude, latitude]));
    dropSpike(kept);
  }
  // The ring may go back the way it came across its first position too.
  for (let count = 0; count !== kept.length; ) {
    count = kept.length;
    const [first] = kept.splice(0, 1);
    if (first !== undefined) kept.push(first);
    dropSpike(kept);
  }
  return [...kept, ...kept.slice(0, 1)];
}

/** Takes the last position off when it repeats the one before, and the last two when they go out and back. */
function dropSpike(ring: Ring): void {
  const [before, tip, last] = [ring.at(-3), ring.at(-2), ring.at(-1)];
  if (isSame(tip, last)) ring.splice(-1);
  else if (isSame(before, last)) ring.splice(-2);
}

function isSame(a: Ring[number] | undefined, b: Ring[number] | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function hasExtent(ring: Ring): boolean {
  return ring.length > 3;
}
