import { randomUUID } from 'node:crypto';
import {
  type AreaId,
  type AreaRole,
  DomainError,
  type Invitation,
  type InvitationId,
  type PersonId,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { findAssociation } from '../repositories/association-repository.ts';
import { addInvitation, hasInvitations } from '../repositories/invitation-repository.ts';
import { hasPeople, lockColleague } from '../repositories/membership-repository.ts';
import { appendToRecord, type RecordedActor } from '../repositories/record-repository.ts';
import { digestOfSecret, newLinkSecret } from './link-secret.ts';

const DAYS_OPEN = 14;
const DAY_MS = 86_400_000;

export interface Invite {
  readonly area: AreaId;
  readonly to: AreaRole;
  readonly email: string | null;
  /** Null: whoever runs the service. */
  readonly invitedBy: PersonId | null;
  readonly now: Date;
}

export interface Invited {
  readonly invitation: Invitation;
  /** For the link, which is shown or sent once. */
  readonly secret: string;
}

/** Invites somebody to a role in an area. Errors: `association-not-found`. */
export async function invite(
  database: Database,
  { area, to, email, invitedBy, now }: Invite,
): Promise<Invited> {
  if (to.association !== null && (await findAssociation(database, area, to.association)) === null) {
    throw new DomainError('association-not-found', { association: to.association, area });
  }
  const secret = newLinkSecret();
  const id = randomUUID() as InvitationId;
  const secretDigest = digestOfSecret(secret);
  const expiresAt = new Date(now.getTime() + DAYS_OPEN * DAY_MS);
  return inTransaction(database, async (db) => {
    const invitation = await addInvitation(db, {
      area,
      id,
      secretDigest,
      to,
      email,
      invitedBy,
      now,
      expiresAt,
    });
    await appendToRecord(db, {
      area,
      actor: invitedBy === null ? null : await actorAmong(db, area, invitedBy),
      act: 'person-invited',
      subject: { kind: 'area', id: area },
      data: { invitation: id, ...to },
    });
    return { invitation, secret };
  });
}

async function actorAmong(db: Database, area: AreaId, person: PersonId): Promise<RecordedActor> {
  const found = await lockColleague(db, area, person);
  return found && { person, role: found.role };
}

/** Whether nobody has, or was ever invited to, a role in an area. */
export async function isWithoutPeople(db: Database, area: AreaId): Promise<boolean> {
  return !(await hasPeople(db, area)) && !(await hasInvitations(db, area));
}
