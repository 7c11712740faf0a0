import { distanceBetweenM, type Position, type VillageId } from '@nitaq/core';
import type { NamedPlace } from '../../repositories/village-repository.ts';

/** The villages of an area, in memory. */
export interface VillagePlaces {
  readonly all: readonly NamedPlace[];
  find(village: VillageId): NamedPlace | null;
  /** The nearest one within a distance, of equally near ones the first id; null: none. */
  nearest(position: Position, withinM: number): NamedPlace | null;
}

/** No degree of latitude is shorter, nor one of longitude at the equator, m. */
const LEAST_DEGREE_M = 110_500;

export function villagePlaces(all: readonly NamedPlace[]): VillagePlaces {
  const byId = new Map(all.map((one) => [one.id, one]));
  const northwards = all
    .flatMap(({ id, location }) => (location === null ? [] : [{ id, location }]))
    .sort((a, b) => a.location[1] - b.location[1]);
  const latitudes = Float64Array.from(northwards, ({ location }) => location[1]);

  return {
    all,
    find: (village) => byId.get(village) ?? null,
    nearest(position, withinM) {
      const [lon, lat] = position;
      const reach = withinM / LEAST_DEGREE_M;
      const widest = reach / Math.max(0.001, Math.cos(((Math.abs(lat) + reach) * Math.PI) / 180));
      let nearest: { id: VillageId; distanceM: number } | null = null;
      for (let i = firstFrom(latitudes, lat - reach); i < northwards.length; i++) {
        const village = northwards[i];
        if (village === undefined || village.location[1] > lat + reach) break;
        if (Math.abs(village.location[0] - lon) > widest) continue;
        const distanceM = distanceBetweenM(position, village.location);
        if (distanceM > withinM) continue;
        const isNearer =
          nearest === null ||
          distanceM < nearest.distanceM ||
          (distanceM === nearest.distanceM && village.id < nearest.id);
        if (isNearer) nearest = { id: village.id, distanceM };
      }
      return nearest === null ? null : (byId.get(nearest.id) ?? null);
    },
  };
}

/** The place of the first value that is not below the least, in values in their order. */
function firstFrom(values: Float64Array, least: number): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
