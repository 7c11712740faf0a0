import {
  type AreaId,
  areasOf,
  type InitiativeNoticedAct,
  nameIn,
  noticesOfInitiative,
  type PersonId,
  seenFrom,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import type { InitiativeHistory } from '../../repositories/initiative-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { addNotices } from './add-notices.ts';

export interface InitiativeTelling {
  /** As it is after the act. */
  readonly of: InitiativeHistory;
  /** The area in which it reads like this, and in which it was done. */
  readonly area: AreaId;
  /** Who did it, and so knows; null: nobody. */
  readonly actor: PersonId | null;
  readonly now: Date;
}

/** Tells those whom an act on an initiative concerns, in each area that takes part. */
export async function tellOfInitiative(
  db: Database,
  { of: { initiative, key }, area: here, actor, now }: InitiativeTelling,
  act: InitiativeNoticedAct,
): Promise<void> {
  for (const area of areasOf(initiative.content, here)) {
    const said = 'by' in act ? { ...act, by: nameIn(area, { area: here, id: act.by }) } : act;
    const people = await listColleagues(db, area);
    const told = noticesOfInitiative(said, seenFrom(initiative, here, area), people, actor);
    await addNotices(db, { area, notices: told.map((one) => ({ ...one, initiative: key })), now });
  }
}
