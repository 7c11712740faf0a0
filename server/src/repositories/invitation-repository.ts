import type { AreaId, AreaRole, AssociationId, Invitation, InvitationId, PersonId, Role } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';

export interface NewInvitationRow {
  readonly area: AreaId;
  readonly id: InvitationId;
  /** SHA-256 of the link's secret, in hex: the secret itself is stored nowhere. */
  readonly secretDigest: string;
  readonly to: AreaRole;
  readonly email: string | null;
  /** Null: the service itself, or whoever runs it. */
  readonly invitedBy: PersonId | null;
  readonly now: Date;
  readonly expiresAt: Date;
}

export interface OpenInvitation {
  readonly area: AreaId;
  readonly id: InvitationId;
  readonly to: AreaRole;
  readonly email: string | null;
}

export async function addInvitation(db: Database, invitation: NewInvitationRow): Promise<Invitation> {
  const { area, id, secretDigest, to, email, invitedBy, now, expiresAt } = invitation;
  const row = await db
    .insertInto('invitation')
    .values({
      area_id: area,
      invitation_id: id,
      secret_digest: secretDigest,
      role: to.role,
      association_id: to.association,
      email,
      invited_by: invitedBy,
      created_at: now,
      expires_at: expiresAt,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return toInvitation(row);
}

/** The invitations to an area that are neither accepted, withdrawn nor expired, newest first. */
export async function listOpenInvitations(db: Database, area: AreaId, now: Date): Promise<Invitation[]> {
  const rows = await open(db, now)
    .select(columns)
    .where('area_id', '=', area)
    .orderBy('created_at', 'desc')
    .orderBy('invitation_id')
    .execute();
  return rows.map(toInvitation);
}

/** The open invitation to an area by its id, or null. */
export async function findOpenInvitation(
  db: Database,
  { area, id, now }: { readonly area: AreaId; readonly id: InvitationId; readonly now: Date },
): Promise<Invitation | null> {
  const row = await open(db, now)
    .select(columns)
    .where('area_id', '=', area)
    .where('invitation_id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toInvitation(row);
}

/** The open invitation whose link has this secret, or null. */
export async function findInvitationBySecret(
  db: Database,
  secretDigest: string,
  now: Date,
): Promise<OpenInvitation | null> {
  const row = await open(db, now)
    .select(['area_id', 'invitation_id', 'role', 'association_id', 'email'])
    .where('secret_digest', '=', secretDigest)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { area_id, invitation_id, role, association_id, email } = row;
  return {
    area: area_id as AreaId,
    id: invitation_id as InvitationId,
    to: { role, association: association_id as AssociationId | null } as AreaRole,
    email,
  };
}

/** Uses an invitation up; false where somebody was faster, or it is open no longer. */
export async function useInvitation(
  db: Database,
  { area, id }: Pick<OpenInvitation, 'area' | 'id'>,
  { person, now }: { readonly person: PersonId; readonly now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set({ accepted_at: now, accepted_by: person })
    .where('area_id', '=', area)
    .where('invitation_id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes an open invitation back. */
export async function withdrawInvitation(
  db: Database,
  { area, id, now }: { readonly area: AreaId; readonly id: InvitationId; readonly now: Date },
): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('area_id', '=', area)
    .where('invitation_id', '=', id)
    .where('accepted_at', 'is', null)
    .execute();
}

/** Whether anybody was ever invited to an area. */
export async function hasInvitations(db: Database, area: AreaId): Promise<boolean> {
  const found = await db
    .selectFrom('invitation')
    .select('invitation_id')
    .where('area_id', '=', area)
    .executeTakeFirst();
  return found !== undefined;
}

const columns = ['invitation_id', 'role', 'association_id', 'email', 'created_at', 'expires_at'] as const;

function open(db: Database, now: Date) {
  return db
    .selectFrom('invitation')
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now);
}

function toInvitation(row: {
  invitation_id: string;
  role: Role;
  association_id: string | null;
  email: string | null;
  created_at: Date;
  expires_at: Date;
}): Invitation {
  return {
    id: row.invitation_id as InvitationId,
    role: row.role,
    association: row.association_id as AssociationId | null,
    email: row.email,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
