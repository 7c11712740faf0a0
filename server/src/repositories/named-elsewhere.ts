import { type AreaId, type Initiative, partiesOf, thingNamed } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { listAreas } from './area-repository.ts';
import { listAssociations } from './association-repository.ts';
import { villagesByKeys } from './village-repository.ts';

/** Initiatives that are read in an area, with what those of other areas are called that are named in them. */
export async function withNamesElsewhere(
  db: Database,
  here: AreaId,
  initiatives: readonly Initiative[],
): Promise<Initiative[]> {
  const things = <Id extends string>(names: readonly Id[]) =>
    names.map((name) => ({ name, ...thingNamed(here, name) })).filter(({ area }) => area !== here);
  const parties = things(initiatives.flatMap(({ content }) => partiesOf(content)));
  if (parties.length === 0) return [...initiatives];
  const areas = new Map((await listAreas(db)).map(({ id, name }) => [id, { id, name }]));
  const associations = new Map<string, Initiative['elsewhere']['associations'][number]>();
  for (const area of new Set(parties.map((party) => party.area))) {
    const known = await listAssociations(db, area);
    for (const { name: id, ...party } of parties) {
      const found = party.area === area && known.find((one) => one.id === party.id);
      const of = areas.get(area);
      if (found && of) associations.set(id, { id, area: of, name: found.name });
    }
  }
  const targets = things(initiatives.flatMap(({ content }) => content.villages));
  const found = await villagesByKeys(
    db,
    targets.map(({ area, id }) => ({ area, village: id })),
  );
  const keyed = new Map(found.map(({ area, village }) => [`${area}/${village.id}`, village.name]));
  const villages = new Map<string, Initiative['elsewhere']['villages'][number]>();
  for (const { name: id, area, ...target } of targets) {
    const [name, of] = [keyed.get(`${area}/${target.id}`), areas.get(area)];
    if (name && of) villages.set(id, { id, area: of, name });
  }
  return initiatives.map((initiative) => ({
    ...initiative,
    elsewhere: {
      associations: partiesOf(initiative.content).flatMap((id) => associations.get(id) ?? []),
      villages: initiative.content.villages.flatMap((id) => villages.get(id) ?? []),
    },
  }));
}
