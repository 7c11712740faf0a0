import {
  type ActionItem,
  type ActionOwner,
  type AreaId,
  authorize,
  DomainError,
  type Person,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { findAssociation } from '../../repositories/association-repository.ts';
import { listColleagues } from '../../repositories/membership-repository.ts';
import { refuseUnless } from '../refuse-unless.ts';

/** An owner as there can be one, with their name. Errors: `action-owner-unknown`. */
export async function checkedOwner(
  db: Database,
  area: AreaId,
  { association, person }: ActionOwner,
): Promise<ActionItem['owner']> {
  if (association !== null && (await findAssociation(db, area, association)) === null) {
    throw new DomainError('action-owner-unknown');
  }
  if (person === null) return { association, person, name: null };
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
