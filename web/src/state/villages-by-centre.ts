import { distanceBetweenM, type Village } from '@nitaq/core';

/** A centre (مركز), or the governorate's seat, with its villages. */
export interface CentreVillages {
  readonly centre: Village;
  /** The centre itself among them; those with a location alone, since others cannot be given. */
  readonly villages: readonly Village[];
}

export interface ByCentre {
  /** Whether the data tells the centres of villages, or each village is put to the centre nearest to it. */
  readonly by: 'record' | 'nearest';
  readonly centres: readonly CentreVillages[];
}

/** The villages of each centre: as they are on record, or where no village's centre is, by distance. */
export function villagesByCentre(all: readonly Village[]): ByCentre {
  const isOnRecord = all.some(({ centre }) => centre !== null);
  const centres = all.filter(({ kind }) => kind !== 'village');
  const centreOf = isOnRecord
    ? (village: Village) => village.centre ?? (village.kind === 'village' ? null : village.id)
    : (village: Village) => nearestOf(village, centres)?.id ?? null;
  const located = all.filter(({ location }) => location !== null);
  return {
    by: isOnRecord ? 'record' : 'nearest',
    centres: centres
      .map((centre) => ({ centre, villages: located.filter((village) => centreOf(village) === centre.id) }))
      .filter(({ villages }) => villages.length > 0),
  };
}

function nearestOf({ location }: Village, centres: readonly Village[]): Village | null {
  let nearest: Village | null = null;
  let leastM = Number.POSITIVE_INFINITY;
  for (const centre of centres) {
    if (!location || !centre.location) continue;
    const awayM = distanceBetweenM(location, centre.location);
    if (awayM < leastM) [nearest, leastM] = [centre, awayM];
  }
  return nearest;
}
