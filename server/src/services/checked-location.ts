import {
  type AreaId,
  DomainError,
  locateIn,
  type MultiPolygon,
  type Position,
  snapPosition,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { loadBoundary } from '../repositories/area-repository.ts';
import { requireArea } from './find-plan.ts';

interface PlacedIn {
  readonly area: AreaId;
  readonly location: Position | null;
}

/**
 * A location in an area on the grid, null where none is known.
 * Errors: `area-not-found`, `location-outside-area`, `location-looks-swapped`.
 */
export async function checkedLocation(db: Database, { area, location }: PlacedIn): Promise<Position | null> {
  await requireArea(db, area);
  if (location === null) return null;
  const [lon, lat] = snapPosition(location);
  const boundary = await loadBoundary(db, area);
  if (contains(boundary, [lon, lat])) return [lon, lat];
  throw new DomainError(contains(boundary, [lat, lon]) ? 'location-looks-swapped' : 'location-outside-area', {
    lon,
    lat,
  });
}

function contains(boundary: MultiPolygon, position: Position): boolean {
  return locateIn(boundary, []).locate(position).status !== 'outside';
}
