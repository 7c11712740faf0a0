import {
  type AcceptInvitation,
  DomainError,
  type InvitationView,
  type Person,
  type PersonId,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import {
  findInvitationBySecret,
  type OpenInvitation,
  useInvitation,
} from '../repositories/invitation-repository.ts';
import { addMembership } from '../repositories/membership-repository.ts';
import { appendToRecord } from '../repositories/record-repository.ts';
import { digestOfSecret } from './link-secret.ts';
import { tellWhatWaits } from './notices/tell-what-waits.ts';

export type Account = NonNullable<AcceptInvitation['account']>;

export interface Acceptance {
  readonly secret: string;
  /** Who is signed in; null: nobody, then `account` makes a person. */
  readonly person: Person | null;
  readonly account: Account | null;
  readonly now: Date;
  /** Makes somebody who can sign in with the password. Errors: `account-exists`. */
  readonly makePerson: (account: Account) => Promise<PersonId>;
}

/** What an invitation is to, for whoever has its link. Errors: `link-invalid`. */
export async function viewInvitation(db: Database, secret: string, now: Date): Promise<InvitationView> {
  const { area, to, email } = await requireInvitation(db, secret, now);
  return { area, ...to, email };
}

/**
 * Gives whoever has the link of an invitation its role, making them a person first where they are none.
 * Errors: `link-invalid`, `account-missing`, `account-exists`, `invitation-of-another`, `already-in-area`.
 */
export async function acceptInvitation(
  database: Database,
  { secret, person, account, now, makePerson }: Acceptance,
): Promise<void> {
  const invitation = await requireInvitation(database, secret, now);
  const who = person ?? account;
  if (who === null) throw new DomainError('account-missing');
  if (invitation.email !== null && invitation.email.toLowerCase() !== who.email.toLowerCase()) {
    throw new DomainError('invitation-of-another', { email: invitation.email });
  }
  // The person is made first: should the rest fail, they can sign in and open the link again.
  const id = 'id' in who ? who.id : await makePerson(who);
  await inTransaction(database, async (db) => {
    if (!(await useInvitation(db, invitation, { person: id, now }))) throw new DomainError('link-invalid');
    if (!(await addMembership(db, invitation.area, id, invitation.to))) {
      throw new DomainError('already-in-area');
    }
    const { area, to } = invitation;
    await tellWhatWaits(db, { area, colleague: { id, ...to }, now });
    await appendToRecord(db, {
      area,
      actor: { person: id, role: to.role },
      act: 'role-given',
      subject: { kind: 'person', id },
      data: { ...to },
    });
  });
}

async function requireInvitation(db: Database, secret: string, now: Date): Promise<OpenInvitation> {
  const invitation = await findInvitationBySecret(db, digestOfSecret(secret), now);
  if (invitation === null) throw new DomainError('link-invalid');
  return invitation;
}
