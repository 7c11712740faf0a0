import type { AssociationId, MultiPolygon, Polygonal, Position, TerritoryCollection } from '@nitaq/core';
import { type Bounds, boundsOfGeometry } from './bounds.ts';

const placesOf = new WeakMap<MultiPolygon, ReadonlySet<string>>();
const boundsKnown = new WeakMap<MultiPolygon, Bounds | null>();

/** The associations whose borders have corners in common with some ground, those with most first. */
export function borderNeighbours(
  ground: Polygonal,
  { features }: Pick<TerritoryCollection, 'features'>,
): AssociationId[] {
  const bounds = boundsOfGeometry(ground);
  const places = [...new Set(ringsOf(ground).flat().map(keyOf))];
  const counts = features.flatMap(({ id, geometry }) => {
    if (geometry === null || !bounds || !meet(bounds, boundsOf(geometry))) return [];
    const known = placesIn(geometry);
    const count = places.filter((place) => known.has(place)).length;
    return count > 0 ? [{ id, count }] : [];
  });
  return counts.sort((a, b) => b.count - a.count).map(({ id }) => id);
}

function ringsOf(ground: Polygonal): Position[][] {
  return ground.type === 'Polygon' ? ground.coordinates : ground.coordinates.flat();
}

function placesIn(geometry: MultiPolygon): ReadonlySet<string> {
  const known = placesOf.get(geometry) ?? new Set(geometry.coordinates.flat(2).map(keyOf));
  placesOf.set(geometry, known);
  return known;
}

function boundsOf(geometry: MultiPolygon): Bounds | null {
  const known = boundsKnown.get(geometry) ?? boundsOfGeometry(geometry);
  boundsKnown.set(geometry, known);
  return known;
}

function meet(a: Bounds, b: Bounds | null): boolean {
  return b !== null && a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** To a decimetre: a report has its places on a finer grid. */
function keyOf([x, y]: Position): string {
  return `${x.toFixed(6)} ${y.toFixed(6)}`;
}
