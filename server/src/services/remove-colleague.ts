import { type AreaId, authorize, DomainError, type Person, type PersonId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { lockColleague, lockCouncil, removeMembership } from '../repositories/membership-repository.ts';
import { appendToRecord } from '../repositories/record-repository.ts';
import { lockOwner } from './actions/action-owner.ts';
import { handBackActions } from './actions/hand-back.ts';
import { refuseUnless } from './refuse-unless.ts';

export interface ColleagueRemoval {
  readonly area: AreaId;
  readonly colleague: PersonId;
  readonly by: Person;
  readonly now: Date;
}

/**
 * Takes the role of a person in an area away; one may always give up one's own. What they had to do falls to others.
 * Errors: `person-not-found`, `not-allowed`, `second-factor-needed`, `last-of-council`.
 */
export async function removeColleague(
  database: Database,
  { area, colleague, by, now }: ColleagueRemoval,
): Promise<void> {
  await inTransaction(database, async (db) => {
    await lockOwner(db, area, colleague);
    const council = await lockCouncil(db, area);
    const found = await lockColleague(db, area, colleague);
    if (found === null) throw new DomainError('person-not-found');
    if (by.id !== colleague) {
      refuseUnless(authorize(by, 'people.remove', { area, association: found.association }));
    }
    if (found.role === 'council' && council.length === 1) throw new DomainError('last-of-council');
    const { role, association } = found;
    const own = by.memberships.find((one) => one.area === area);
    const actor = own === undefined ? null : { person: by.id, role: own.role };
    // While who gives up their own role can still see the others.
    const leaving = { area, person: colleague, by: { id: by.id, actor }, now };
    const tellOfActions = await handBackActions(db, leaving);
    await removeMembership(db, area, colleague);
    await appendToRecord(db, {
      area,
      actor,
      act: 'role-taken',
      subject: { kind: 'person', id: colleague },
      data: { role, association },
    });
    await tellOfActions();
  });
}
