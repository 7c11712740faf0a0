import type { ActionNotice, ActionOwner, Colleague, PersonId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { type ActionKey, findAction } from '../../repositories/action-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { addNotices } from './add-notices.ts';

export interface ActionTelling extends ActionKey {
  /** Who did it, and so knows; null: nobody. */
  readonly actor: PersonId | null;
  readonly now: Date;
}

/** Tells whose an action is: the person, or the coordinators of the association, or the council. */
export async function tellOfAction(
  db: Database,
  { area, action, actor, now }: ActionTelling,
  kind: ActionNotice,
): Promise<void> {
  const found = await findAction(db, { area, action });
  if (found === null) return;
  const people = (await listColleagues(db, area)).filter(
    (one) => one.id !== actor && isTheirs(found.owner, one),
  );
  const notices = people.map(({ id: person }) => ({ person, action, content: { kind } }));
  await addNotices(db, { area, notices, now });
}

function isTheirs({ association, person }: ActionOwner, colleague: Colleague): boolean {
  if (person !== null) return colleague.id === person;
  if (association === null) return colleague.role === 'council';
  return colleague.role === 'coordinator' && colleague.association === association;
}
