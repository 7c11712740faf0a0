import type { Membership, OpenSession, Person, PersonId } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

/** A person in one of their sessions. */
export interface Identity {
  readonly person: Person;
  readonly session: string;
}

/** Who opened a session that is still open, with all they are, in one question; or null. */
export async function findIdentity(db: Database, token: string, now: Date): Promise<Identity | null> {
  const row = await db
    .selectFrom('person_session')
    .innerJoin('person', 'person.id', 'person_session.person_id')
    .select(['person_session.id as session', 'proven_twice', 'person.id', 'name', 'email'])
    .select((of) => [
      of
        .or([
          of('second_factor_enabled', '=', true),
          of.exists(
            of.selectFrom('passkey').select('passkey.id').whereRef('passkey.person_id', '=', 'person.id'),
          ),
        ])
        .as('second_factor'),
      of
        .selectFrom('membership')
        .select(
          sql<Membership[]>`coalesce(json_agg(json_build_object(
            'area', area_id, 'role', role, 'association', association_id) order by area_id), '[]')`.as('all'),
        )
        .whereRef('membership.person_id', '=', 'person.id')
        .as('memberships'),
    ])
    .where('token', '=', token)
    .where('person_session.expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { session, id, name, email } = row;
  return {
    session,
    person: {
      id: id as PersonId,
      name,
      email,
      memberships: row.memberships ?? [],
      secondFactor: Boolean(row.second_factor),
      provenTwice: row.proven_twice,
    },
  };
}

/** From now on the session counts as opened with two proofs. */
export async function markProvenTwice(db: Database, session: string): Promise<void> {
  await db.updateTable('person_session').set({ proven_twice: true }).where('id', '=', session).execute();
}

/** The sign-ins of a person that are open now, newest first. */
export async function listSessions(
  db: Database,
  person: PersonId,
  { current, now }: { readonly current: string; readonly now: Date },
): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('person_session')
    .select(['id', 'created_at', 'expires_at', 'user_agent'])
    .where('person_id', '=', person)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(({ id, created_at, expires_at, user_agent }) => ({
    id,
    createdAt: created_at.toISOString(),
    expiresAt: expires_at.toISOString(),
    userAgent: user_agent || null,
    current: id === current,
  }));
}

/** Ends a sign-in of a person; false where there is none. */
export async function endSession(db: Database, person: PersonId, session: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('person_session')
    .where('person_id', '=', person)
    .where('id', '=', session)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
