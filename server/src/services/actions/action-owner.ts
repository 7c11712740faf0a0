import {
  type ActionItem,
  type ActionOwner,
  type AreaId,
  authorize,
  DomainError,
  type Person,
  type PersonId,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { lockThing } from '../../repositories/advisory-lock.ts';
import { findAssociation } from '../../repositories/association-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { refuseUnless } from '../refuse-unless.ts';

/** Nobody who leaves is given anything to do meanwhile: whoever gives it and whoever takes the role wait for each other. */
export async function lockOwner(db: Database, area: AreaId, person: PersonId): Promise<void> {
  await lockThing(db, `owner ${area} ${person}`);
}

/** An owner as there can be one, who does not leave until the transaction ends, with their name. Errors: `action-owner-unknown`. */
export async function checkedOwner(
  db: Database,
  area: AreaId,
  { association, person }: ActionOwner,
): Promise<ActionItem['owner']> {
  if (association !== null && (await findAssociation(db, area, association)) === null) {
    throw new DomainError('action-owner-unknown');
  }
  if (person === null) return { association, person, name: null };
  await lockOwner(db, area, person);
  const found = (await listColleagues(db, area)).find(({ id }) => id === person);
  if (found === undefined || found.role === 'observer' || found.association !== association) {
    throw new DomainError('action-owner-unknown');
  }
  return { association, person, name: found.name };
}

/** Goes on where somebody may change what is this owner's. Errors: `not-allowed`. */
export function refuseOtherOwner(person: Person, area: AreaId, { association }: ActionOwner): void {
  refuseUnless(authorize(person, 'action.change', { area, association }));
}
