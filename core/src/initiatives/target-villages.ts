import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { VillageId } from '../model/ids.ts';
import type { Village } from '../model/village.ts';

/** The villages that an initiative is for: those it names, and those in the area that is drawn, in the order given. */
export function targetVillages<T extends Pick<Village, 'id' | 'location'>>(
  { villages, place }: { readonly villages: readonly VillageId[]; readonly place: MultiPolygon | null },
  known: readonly T[],
): T[] {
  const named = new Set(villages);
  return known.filter(
    ({ id, location }) =>
      named.has(id) || (place !== null && location !== null && pointInPolygon(location, place)),
  );
}
