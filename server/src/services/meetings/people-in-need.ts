import { type AreaId, knownCount, type VillageId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listNeed } from '../../repositories/need-repository.ts';

/** How many people some villages have in need at least, by the bands that everybody with a role may know. */
export async function peopleInNeed(
  service: Database,
  area: AreaId,
): Promise<(villages: readonly VillageId[]) => number> {
  const least = (count: number) => knownCount({ count, isOwn: false }).least;
  const rows = await listNeed(service, area, null);
  const people = new Map(
    rows.map(({ village, orphans, widows }) => [village, least(orphans) + least(widows)]),
  );
  return (villages) => villages.reduce((all, village) => all + (people.get(village) ?? 0), 0);
}
