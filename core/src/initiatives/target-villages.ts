import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import type { InitiativeContent } from '../model/initiative.ts';
import type { Village } from '../model/village.ts';

/** The villages that an initiative is for: those it names, and those in the area that is drawn, in the order given. */
export function targetVillages<T extends Pick<Village, 'id' | 'location'>>(
  { villages, place }: Pick<InitiativeContent, 'villages' | 'place'>,
  known: readonly T[],
): T[] {
  const named = new Set(villages);
  return known.filter(
    ({ id, location }) =>
      named.has(id) || (place !== null && location !== null && pointInPolygon(location, place)),
  );
}
