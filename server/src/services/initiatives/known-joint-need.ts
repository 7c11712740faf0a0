import {
  type AreaId,
  areasOf,
  hasEnded,
  type Initiative,
  type JointNeed,
  type JointQuestion,
  jointNeed,
  nameIn,
  type Person,
  partiesOf,
  targetVillages,
  thingNamed,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import { listVillageLocations } from '../../repositories/village-repository.ts';
import type { OwnersOf } from '../coverage-lookup.ts';
import { knownNeed } from '../known-need.ts';

export interface InitiativeQuestion {
  /** Where it is read. */
  readonly area: AreaId;
  readonly person: Person;
  readonly ownersIn: (area: AreaId) => Promise<OwnersOf>;
  readonly now: Date;
}

/** Why an initiative is joint, by what a person may know of the need of each area that takes part. */
export async function knownJointNeed(
  db: Database,
  initiative: Initiative,
  question: InitiativeQuestion,
): Promise<JointNeed> {
  const { area: here, person, ownersIn, now } = question;
  const parties: JointQuestion['parties'][number][] = [];
  const villages: JointQuestion['villages'][number][] = [];
  for (const area of areasOf(initiative.content, here)) {
    const isOpen = opensNeed(initiative, area, here);
    const ownersOf = await ownersIn(area);
    const known = isOpen ? (await knownNeed(db, { area, person, ownersOf, now, asOf: null })).villages : [];
    const counts = new Map(known.map(({ village, orphans }) => [village, orphans]));
    const places = await listVillageLocations(db, area);
    const named = places.map(({ id, location }) => ({ id: nameIn(here, { area, id }), location }));
    const targets = new Set(targetVillages(initiative.content, named).map(({ id }) => id));
    villages.push(
      ...places.map(({ id }) => ({
        orphans: counts.get(id) ?? null,
        isTarget: targets.has(nameIn(here, { area, id })),
        coveredBy: ownersOf(id).map((owner) => nameIn(here, { area, id: owner })),
      })),
    );
    const capacities = new Map((await listAssociations(db, area)).map(({ id, capacity }) => [id, capacity]));
    for (const party of partiesOf(initiative.content)) {
      const one = thingNamed(here, party);
      if (one.area !== area) continue;
      parties.push({
        association: party,
        capacity: capacities.get(one.id) ?? null,
        isLoadKnown: isOpen,
      });
    }
  }
  return jointNeed({ parties, villages });
}

/**
 * Whether those who read an initiative in an area may know, in bands, of the present need of another one: until it has
 * ended, for there is nothing left to plan then.
 */
function opensNeed(initiative: Initiative, area: AreaId, here: AreaId): boolean {
  return area === here || (!hasEnded(initiative.state) && opensReached(initiative, area, here));
}

/**
 * Whether those who read an initiative in an area may know, in bands, who was reached in another one: while both take part,
 * and once an association of that one has approved what it is for. Nobody opens it by naming it as a partner.
 */
export function opensReached({ content, standings }: Initiative, area: AreaId, here: AreaId): boolean {
  if (area === here) return true;
  return (
    areasOf(content, here).includes(here) &&
    standings.some((one) => one.standing === 'signed' && thingNamed(here, one.association).area === area)
  );
}
