import type { ActionItem, AreaId, AssociationId, PersonId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { addEntry, changeAction, lockActionsOf } from '../../repositories/action-repository.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { appendToRecord, type RecordedActor } from '../../repositories/record-repository.ts';
import { tellOfAction } from '../notices/tell-of-action.ts';

export interface Leaving {
  readonly area: AreaId;
  /** Who has no role in the area any more. */
  readonly person: PersonId;
  readonly by: { readonly id: PersonId; readonly actor: RecordedActor };
  readonly now: Date;
}

/**
 * What somebody who leaves had to do falls to their association, and where nobody acts for it any more to the council; they
 * are told. Within the transaction in which the role is taken; returns what is left to record and to tell, as its last things.
 */
export async function handBackActions(
  db: Database,
  { area, person, by, now }: Leaving,
): Promise<() => Promise<void>> {
  const actions = await lockActionsOf(db, area, person);
  const left = (await listColleagues(db, area)).filter(({ id }) => id !== person);
  const fallen: (Pick<ActionItem, 'version'> & {
    readonly action: ActionItem['id'];
    readonly association: AssociationId | null;
  })[] = [];
  for (const { id: action, owner } of actions) {
    const isActedFor = left.some(
      ({ role, association }) => role === 'coordinator' && association === owner.association,
    );
    const association = isActedFor ? owner.association : null;
    const version = await changeAction(
      db,
      { area, action },
      {
        owner_person_id: null,
        owner_name: null,
        owner_association_id: association,
      },
    );
    await addEntry(db, { area, action, change: 'fell-back', text: null, by: null, at: now });
    await tellOfAction(db, { area, action, actor: null, now }, 'action-fell-back');
    fallen.push({ action, association, version });
  }
  return async () => {
    for (const { action, association } of fallen) {
      const subject = { kind: 'action' as const, id: action };
      const data = { person, association };
      await appendToRecord(db, { area, actor: by.actor, act: 'action-fell-back', subject, data });
    }
    for (const { action, version } of fallen) {
      await appendEvent(db, { kind: 'action', data: { area, action, version, client: null } });
    }
  };
}
