import {
  type AreaId,
  type AssociationId,
  areasOf,
  type InitiativeNoticedAct,
  nameIn,
  noticesOfInitiative,
  type PersonId,
  seenFrom,
  thingNamed,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import type { InitiativeHistory } from '../../repositories/initiative-repository.ts';
import { listColleaguesToTell } from '../../repositories/membership-repository.ts';
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

/** An act as an area names those who did it, or whom it is about. */
function saidIn(area: AreaId, here: AreaId, act: InitiativeNoticedAct): InitiativeNoticedAct {
  const named = (one: AssociationId) => nameIn(area, thingNamed(here, one));
  if (act.act === 'changed') return { ...act, dropped: act.dropped.map(named) };
  return 'by' in act ? { ...act, by: named(act.by) } : act;
}

/** Tells those whom an act on an initiative concerns, in each area that takes part. */
export async function tellOfInitiative(
  db: Database,
  { of: { initiative, key }, area: here, actor, now }: InitiativeTelling,
  act: InitiativeNoticedAct,
): Promise<void> {
  const dropped = act.act === 'changed' ? act.dropped.map((one) => thingNamed(here, one).area) : [];
  const areas = new Set([...areasOf(initiative.content, here), ...dropped]);
  // In one order, as events are told.
  for (const area of [...areas].sort()) {
    const said = saidIn(area, here, act);
    const people = await listColleaguesToTell(db, area, key);
    const told = noticesOfInitiative(said, seenFrom(initiative, here, area), people, actor);
    await addNotices(db, { area, notices: told.map((one) => ({ ...one, initiative: key })), now });
  }
}
