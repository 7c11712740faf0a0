import { type Initiative, type JointNeed, jointNeed, partiesOf, targetVillages } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import { listVillageLocations } from '../../repositories/village-repository.ts';
import { knownNeed, type NeedQuestion } from '../known-need.ts';

/** Why an initiative is joint, by what a person may know of the need. */
export async function knownJointNeed(
  db: Database,
  { content }: Initiative,
  question: Omit<NeedQuestion, 'asOf'>,
): Promise<JointNeed> {
  const { area, ownersOf } = question;
  const places = await listVillageLocations(db, area);
  const targets = new Set(targetVillages(content, places).map(({ id }) => id));
  const known = await knownNeed(db, { ...question, asOf: null });
  const counts = new Map(known.villages.map(({ village, orphans }) => [village, orphans]));
  const capacities = new Map((await listAssociations(db, area)).map(({ id, capacity }) => [id, capacity]));
  return jointNeed({
    parties: partiesOf(content).map((association) => ({
      association,
      capacity: capacities.get(association) ?? null,
    })),
    villages: places.map(({ id }) => ({
      orphans: counts.get(id) ?? null,
      isTarget: targets.has(id),
      coveredBy: ownersOf(id),
    })),
  });
}
