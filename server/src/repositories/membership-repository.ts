import type { AreaId, AreaRole, AssociationId, Colleague, PersonId } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import type { InitiativeKey } from './initiative-parts-repository.ts';

/** Everyone with a role in an area, by name. */
export async function listColleagues(db: Database, area: AreaId): Promise<Colleague[]> {
  const rows = await colleagues(db, area).orderBy('person.name').orderBy('person.id').execute();
  return rows.map(toColleague);
}

/** As `listColleagues`, also of another area that an initiative is of, for those who act in one of its areas and tell the others. */
export async function listColleaguesToTell(
  db: Database,
  area: AreaId,
  { area: keptIn, initiative }: InitiativeKey,
): Promise<Colleague[]> {
  const { rows } = await sql<ColleagueRow>`
    select * from (
      ${colleagues(db, area)} union
      select * from joint_colleagues(${area}, ${keptIn}, ${initiative})
    ) as told order by name, id`.execute(db);
  return rows.map(toColleague);
}

/** Someone with a role in an area, locked until the end of the transaction; null where they have none. */
export async function lockColleague(db: Database, area: AreaId, person: PersonId): Promise<Colleague | null> {
  const row = await colleagues(db, area)
    .where('membership.person_id', '=', person)
    .forUpdate('membership')
    .executeTakeFirst();
  return row === undefined ? null : toColleague(row);
}

/** The council of an area, locked: so that two removals at once cannot leave nobody. */
export async function lockCouncil(db: Database, area: AreaId): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('membership')
    .select('person_id')
    .where('area_id', '=', area)
    .where('role', '=', 'council')
    .orderBy('person_id')
    .forUpdate()
    .execute();
  return rows.map(({ person_id }) => person_id as PersonId);
}

/** Gives a person a role in an area; false where they have one already. */
export async function addMembership(
  db: Database,
  area: AreaId,
  person: PersonId,
  { role, association }: AreaRole,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('membership')
    .values({ area_id: area, person_id: person, role, association_id: association })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

export async function removeMembership(db: Database, area: AreaId, person: PersonId): Promise<void> {
  await db.deleteFrom('membership').where('area_id', '=', area).where('person_id', '=', person).execute();
}

/** Whether anybody has a role in an area. */
export async function hasPeople(db: Database, area: AreaId): Promise<boolean> {
  const found = await db
    .selectFrom('membership')
    .select('role')
    .where('area_id', '=', area)
    .executeTakeFirst();
  return found !== undefined;
}

function colleagues(db: Database, area: AreaId) {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name', 'membership.role', 'membership.association_id'])
    .where('membership.area_id', '=', area);
}

type ColleagueRow = Awaited<ReturnType<ReturnType<typeof colleagues>['execute']>>[number];

function toColleague({ id, name, role, association_id }: ColleagueRow): Colleague {
  return { id: id as PersonId, name, role, association: association_id as AssociationId | null };
}
